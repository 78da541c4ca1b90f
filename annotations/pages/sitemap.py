"""What search engines may read: robots.txt and the sitemap, an index where one file is too small.

Source: sitemaps.org, at most 50,000 addresses a file; every page is listed in each language with
links to the others (Google, "Localized versions of your pages").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import override
from django.views.decorators.http import condition, require_safe

from annotations.queries.publications import public_mark
from annotations.queries.sitemap import claims_of_file, file_starts
from claims.exchange.change_dates import told_date

LANGUAGES = [code for code, _ in settings.LANGUAGES]
CLAIMS_PER_FILE = 50_000 // len(LANGUAGES) - 100
"""Each claim has an address in every language; a hundred are left for the other pages."""
PAGES = (
    "public:home",
    "public:methodology",
    "public:corrections",
    "public:outcomes",
    "public:guide",
    "public:api-changes",
    "public:report",
)
NOBODY = "00000000-0000-0000-0000-000000000000"
"""Stands for a claim's id in an address, which is resolved once a file."""
XML = "application/xml; charset=utf-8"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
CLOSED = ("/desk", "/admin/", "/accounts/", "/i18n/")


def _mark(request: HttpRequest, *args: object, **kwargs: object) -> str:
    """Everything here changes with the newest publication, and with nothing else."""
    seq, _ = public_mark() or (0, None)
    return f'"sitemap-{seq}"'


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers off what isn't for reading, and name the sitemap."""
    closed = "\n".join(f"Disallow: {path}" for path in CLOSED)
    words = f"User-agent: *\n{closed}\n\nSitemap: {settings.SITE_URL}/sitemap.xml\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
@condition(etag_func=_mark)
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """Give the one file that holds all, or the index of several."""
    starts = file_starts(CLAIMS_PER_FILE)
    if len(starts) == 1:
        return _file(0)
    files = "".join(
        f"<sitemap><loc>{escape(settings.SITE_URL)}/sitemap-{start}.xml</loc></sitemap>\n"
        for start in starts
    )
    body = f'{HEAD}<sitemapindex xmlns="{SPACE}">\n{files}</sitemapindex>\n'
    return HttpResponse(body, content_type=XML)


@require_safe
@condition(etag_func=_mark)
def sitemap_file(request: HttpRequest, after: int) -> HttpResponseBase:
    """Give one file of the index."""
    if after not in file_starts(CLAIMS_PER_FILE):
        raise Http404
    return _file(after)


def _file(after: int) -> StreamingHttpResponse:
    response = StreamingHttpResponse(_lines(after), content_type=XML)
    if mark := public_mark():
        response["Last-Modified"] = http_date(told_date(mark[1]))
    return response


def _lines(after: int) -> Iterator[str]:
    yield f'{HEAD}<urlset xmlns="{SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    if after == 0:
        for name in PAGES:
            yield from _entries(_addresses(name), None)
    pattern = _addresses("public:claim", NOBODY)
    for claim_id, changed_at in claims_of_file(after, CLAIMS_PER_FILE):
        there = {code: url.replace(NOBODY, str(claim_id)) for code, url in pattern.items()}
        yield from _entries(there, changed_at)
    yield "</urlset>\n"


def _addresses(name: str, *args: object) -> dict[str, str]:
    """Give a page's address in every language."""
    found = {}
    for code in LANGUAGES:
        with override(code):
            found[code] = settings.SITE_URL + reverse(name, args=args)
    return found


def _entries(addresses: dict[str, str], changed_at: datetime | None) -> Iterable[str]:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
        for code, address in [*addresses.items(), ("x-default", addresses[settings.LANGUAGE_CODE])]
    )
    moment = f"<lastmod>{changed_at.isoformat(timespec='seconds')}</lastmod>" if changed_at else ""
    for address in addresses.values():
        yield f"<url><loc>{escape(address)}</loc>{moment}{links}</url>\n"
