"""What programs send, read as it is written: a number is no string, and an empty word no absence.

DRF reads forms too and so forgives: `0` becomes "0", "yes" becomes true, `until=` is as good as
nothing. A client's fault would stay hidden, and the OpenAPI file, which says the types, be untrue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.fields import empty
from rest_framework.request import Request

_NUL = "\\u0000"
_BLANK = "\\s\\u001c-\\u001f\\u0085"
"""What Python trims: more than `\\s` in JavaScript, whose expressions JSON Schema has in mind."""
ANY_TEXT = f"^[^{_NUL}]*$"
"""What words may hold, as a regular expression of the OpenAPI file: the database keeps no NUL."""
SOME_TEXT = f"^[^{_NUL}]*[^{_BLANK}{_NUL}][^{_NUL}]*$"
"""Words that are needed: spaces alone say nothing."""
_UNREADABLE = "\\u0000-\\u0008\\u000e-\\u001f\\u007f\\ufffd"
_UNSEEN = (
    "\\u0080-\\u0084\\u0086-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e"
    "\\u2060\\u2066-\\u2069\\ufeff"
)
"""What splitting drops: a text of nothing else says nothing (claims.nlp.normalise)."""
_PLAIN, _SEEN = f"[^{_UNREADABLE}]*", f"[^{_BLANK}{_UNREADABLE}{_UNSEEN}]"
_CONTROLS = "\\u0000-\\u0008\\u000e-\\u001a\\u001c-\\u001f"
READABLE_TEXT = f"^[^{_CONTROLS}]*[^\\t-\\r {_CONTROLS}][^{_CONTROLS}]*$"
"""A text as files are told by: bytes without control characters, not only spaces of ASCII."""
_ODD = f"[\\u0001-\\u0008\\u000e-\\u001f\\u007f\\ufffd]{_PLAIN}"
_ONE_ODD, _TWO_ODD = f"{_ODD}{_SEEN}{_PLAIN}({_ODD})?", f"{_ODD}{_ODD}{_SEEN}{_PLAIN}"
RAW_TEXT = f"^{_PLAIN}({_SEEN}{_PLAIN}({_ODD}){{0,2}}|{_ONE_ODD}|{_TWO_ODD})$"
"""A text that is taken for sure, with two control characters at most; longer ones may have more."""
TEXT_WITH_WORDS = f"^[^{_NUL}]*{_SEEN}[^{_NUL}]*$"
"""A text in which control characters count as spaces."""
_NAME = r"[a-z0-9]{1,20}(-[a-z0-9]{1,20})?(\.[a-z][a-z0-9]{1,15}){0,3}\.[a-z]{2,16}"
_REST = rf"{_NAME}(/[!$&-;=?-Z_a-z~]*)?$"
WEB_ADDRESS = f"^https?://{_REST}"
"""Addresses that are taken for sure; others are tried too (other alphabets, ports, fragments)."""
SAFE_ADDRESS = f"^https://{_REST}"
MAIL_ADDRESS = rf"^[a-z0-9]{{1,30}}([._+-][a-z0-9]{{1,30}})?@{_NAME}$"
"""Mail addresses that are taken for sure; others are tried too."""
MOMENT = "^(000[2-9]|00[1-9]|0[1-9]|[1-8]|9[0-8]|99[0-8]|999[0-8])"
"""Moments that are taken for sure: a time zone can move the calendar's first and last beyond it."""
_STRINGS = (
    serializers.CharField,
    serializers.ChoiceField,
    serializers.DateField,
    serializers.DateTimeField,
    serializers.UUIDField,
)


class JsonInput(serializers.Serializer[Any]):
    """A JSON body (or a form, whose values are all words)."""

    def to_internal_value(self, data: Any) -> Any:
        """Look at the types first. Raises ValidationError."""
        if isinstance(data, Mapping) and not isinstance(data, QueryDict):
            wrong = {
                name: found
                for name, field in self.fields.items()
                if name in data and (found := _mistyped(field, data[name]))
            }
            if wrong:
                raise serializers.ValidationError(wrong)
        return super().to_internal_value(data)


class QueryInput(serializers.Serializer[Any]):
    """Query parameters; of one that is given twice the last counts."""

    def __init__(self, instance: Any = None, data: Any = empty, **options: Any) -> None:
        """Take the query as plain words: DRF would take an empty one for none."""
        written = data.dict() if isinstance(data, QueryDict) else data
        super().__init__(instance, data=written, **options)


class Words(serializers.CharField):
    """Words as they are sent: counted first and trimmed then, so that `maxLength` means the same
    here and in the OpenAPI file. DRF counts what is left of them."""

    def run_validation(self, data: Any = empty) -> Any:
        """Count. Raises ValidationError."""
        if self.max_length is not None and isinstance(data, str) and len(data) > self.max_length:
            self.fail("max_length", max_length=self.max_length)
        return super().run_validation(data)


class WebAddress(Words):
    """The address of a page; services look closer, with codes of their own.

    words: what the OpenAPI file says of it, here and in other fields.
    """

    words = WEB_ADDRESS


class MaybeAddress(WebAddress):
    """The address of a page, or nothing."""

    words = f"{WEB_ADDRESS}|^$"


class MaybeMail(Words, serializers.EmailField):
    """An e-mail address, or nothing."""

    words = MAIL_ADDRESS


def _mistyped(field: Any, value: Any) -> Any:
    """Give the messages for a value of another type than the field's, as DRF nests them."""
    if value is None or value is empty:
        return None  # whether it may be null is the field's own question
    if isinstance(field, serializers.ListField) and isinstance(value, list):
        found = {at: _mistyped(field.child, part) for at, part in enumerate(value)}
        return {at: messages for at, messages in found.items() if messages}
    if isinstance(field, serializers.BooleanField):
        fits = isinstance(value, bool)
    elif isinstance(field, serializers.IntegerField | serializers.FloatField):
        fits = isinstance(value, int | float) and not isinstance(value, bool)
    elif isinstance(field, _STRINGS):
        fits = isinstance(value, str)
        field = serializers.CharField()
    else:
        return None
    return None if fits else [field.error_messages["invalid"]]


def refuse_empty(request: Request, filters: type[django_filters.FilterSet]) -> None:
    """Raise ValidationError for a parameter without a value where words aren't what is wanted."""
    bare = [
        name
        for name, kept in filters.base_filters.items()
        if request.query_params.get(name) == "" and type(kept) is not django_filters.CharFilter
    ]
    if bare:
        raise ValidationError({name: [_("This parameter is empty.")] for name in bare})
