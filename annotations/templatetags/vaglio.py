"""Dates of frozen documents, other languages of a page, JSON-LD that no markup can leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info

from annotations.pages.problem_texts import problem_in_words

register = template.Library()

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The page in one language; `url` is empty where the address is the same for all.

    public_url: the same page at the site's public address, without its query: what search engines
    and people who share it shall know it by.
    """

    code: str
    name: str
    url: str
    public_url: str
    is_current: bool


@register.filter
def day(written: str | datetime | None) -> str:
    """Write the day of a document's date, or of a moment, in the page's language and time zone."""
    if not written:
        return ""
    if isinstance(written, datetime):
        written = written.isoformat()
    moment = parse_datetime(written) if "T" in written else None
    found = timezone.localdate(moment) if moment else parse_date(written)
    if found is None:
        return ""
    words = date_format(found, "j F Y")
    return words.lower() if get_language() == "it" else words  # Django's Italian months are capital


@register.filter
def moment(at: datetime) -> str:
    """Write a moment in the page's language and time zone, to the minute."""
    return f"{day(at)}, {date_format(timezone.localtime(at), 'H:i')}"


@register.simple_tag(takes_context=True)
def page_languages(context: template.Context) -> list[OtherLanguage]:
    """Give this page's address in every language, itself included."""
    request: HttpRequest | None = context.get("request")
    here = request.build_absolute_uri() if request else ""
    plain = f"{settings.SITE_URL}{request.path}" if request else ""
    return [
        OtherLanguage(
            code=code,
            name=get_language_info(code)["name_local"],
            url=_elsewhere(here, code),
            public_url=_elsewhere(plain, code),
            is_current=code == get_language(),
        )
        for code, _ in settings.LANGUAGES
    ]


@register.simple_tag
def site(name: str) -> str:
    """Give a setting that pages show: name, url, contact."""
    shown = {
        "name": settings.SITE_NAME,
        "url": settings.SITE_URL,
        "contact": settings.CONTACT_EMAIL,
    }
    return shown[name]


@register.filter
def json_ld(linked: dict[str, Any]) -> SafeString:
    """Write linked data for a script element; a data block, so the page's policy stays whole."""
    return mark_safe(orjson.dumps(linked).decode().translate(ESCAPES))  # noqa: S308 - escaped above


def _elsewhere(here: str, code: str) -> str:
    """Translate the address; Italian has no prefix, so an untranslatable one stays as it is."""
    there = translate_url(here, code) if here else ""
    translatable = any(translate_url(here, other) != here for other, _ in settings.LANGUAGES)
    return there if translatable else ""


register.filter(problem_in_words)
