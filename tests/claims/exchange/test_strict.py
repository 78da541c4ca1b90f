"""What the OpenAPI file says of words is what the API does with them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from rest_framework import serializers

from annotations.api.newsroom.schema import api_schema
from annotations.errors.desk import CopyRefused
from annotations.services.citing.copies import checked_type
from claims.errors import InvalidText
from claims.exchange.strict import (
    MAIL_ADDRESS,
    RAW_TEXT,
    READABLE_TEXT,
    SAFE_ADDRESS,
    SOME_TEXT,
    TEXT_WITH_WORDS,
    WEB_ADDRESS,
    JsonInput,
    MaybeMail,
    QueryInput,
)
from claims.nlp.normalise import check_text, normalise
from claims.nlp.types import SplitError
from claims.posting import check_target

SPACES = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What `\\s` is in the regular expressions of JavaScript (ECMA-262)."""
TRIMMED = [chr(code) for code in range(sys.maxunicode + 1) if not chr(code).strip()]
HOSTS = ["0.a0", "a-.it", "-a.it", "xn--0.it", "a..it", "10.0.0.1", "it"]


def inputs(above: type[Any]) -> Iterator[type[Any]]:
    """Give every kind of body or query that the API takes."""
    for kind in above.__subclasses__():
        yield kind
        yield from inputs(kind)


def counted_fields() -> list[Any]:
    """Give every field of words that has a longest length in the OpenAPI file."""
    assert api_schema()  # every view is loaded
    fields = {
        f"{kind.__name__}.{name}": field.child if hasattr(field, "child") else field
        for kind in {*inputs(JsonInput), *inputs(QueryInput)}
        for name, field in kind().fields.items()
    }
    return [
        pytest.param(field, longest, id=name)
        for name, field in sorted(fields.items())
        if isinstance(field, serializers.CharField) and field.trim_whitespace
        if (longest := getattr(field, "longest", field.max_length)) is not None
    ]


@pytest.mark.parametrize(("field", "longest"), counted_fields())
def test_words_are_counted_before_they_are_trimmed(field: Any, longest: int) -> None:
    with pytest.raises((serializers.ValidationError, InvalidText)) as refused:
        field.run_validation("x" + " " * longest)
    assert str(longest) in str(refused.value)
    if field.allow_blank:
        with pytest.raises((serializers.ValidationError, InvalidText)):
            field.run_validation(" " * (longest + 1))


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_a_text_is_promised_where_it_is_taken(length: int) -> None:
    for letters in product("a \x01\x1f\x93\u200d", repeat=length):
        text = "".join(letters)
        if re.search(RAW_TEXT, text):
            check_text(text)
        else:
            with pytest.raises(SplitError):
                check_text(text)


@pytest.mark.parametrize("words", [RAW_TEXT, TEXT_WITH_WORDS])
def test_no_text_is_promised_of_what_splitting_drops(words: str) -> None:
    script = re.compile(words.replace(r"\s", SPACES))
    promised = [letter for letter in map(chr, range(1, 0x11000)) if script.search(letter)]
    dropped = [letter for letter in promised if not normalise(letter).text.strip()]
    assert dropped == []
    assert len(promised) > 60_000


def test_a_copy_is_promised_where_it_is_taken() -> None:
    for text in [*map(chr, range(0x3000)), "a\x1bb", "a\x01b", " \t", " a ", "\ufffd"]:
        if re.search(READABLE_TEXT, text):
            assert checked_type(text.encode())
        else:
            with pytest.raises(CopyRefused):
                checked_type(text.encode())


@pytest.mark.parametrize("words", [SOME_TEXT, RAW_TEXT, TEXT_WITH_WORDS])
def test_what_is_trimmed_is_no_word_in_any_language(words: str) -> None:
    script = re.compile(words.replace(r"\s", SPACES))
    assert [letter for letter in TRIMMED if script.search(letter)] == []
    assert script.search(" 👍 ")


@pytest.mark.parametrize("host", HOSTS)
def test_no_address_is_promised_whose_host_can_not_be(host: str) -> None:
    assert not re.search(WEB_ADDRESS, f"http://{host}/a")
    assert not re.search(SAFE_ADDRESS, f"https://{host}/a")
    assert not re.search(MAIL_ADDRESS, f"a@{host}")


@pytest.mark.parametrize("host", ["a.it", "a-1.b2.example", f"{'0' * 20}-{'0' * 20}.zz"])
def test_what_is_promised_of_addresses_is_taken(host: str) -> None:
    safe, mail = f"https://{host}/!$&'()*+,-./09:;=?@AZ_az~", f"a-b@{host}"
    assert re.search(SAFE_ADDRESS, safe)
    check_target(safe, ())
    assert re.search(MAIL_ADDRESS, mail)
    assert MaybeMail().run_validation(mail) == mail
