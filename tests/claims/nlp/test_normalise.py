"""The normal form of a text and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.normalise import check_text, normalise
from claims.nlp.types import Span, SplitError

MESSY = st.text(
    st.one_of(
        st.sampled_from(
            "aeé \r\n\t\u00a0\u200b\u200d\ufeff\u0301\u0327\u1100\u1161\u11a8👨👩“”«»'\u2028"
        ),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("perche\u0301", "perché"),
        ("\ufeffTitolo\u200b qui", "Titolo qui"),
        ("12\u00a0000\u202feuro", "12 000 euro"),
        ("famiglia 👨\u200d👩\u200d👧", "famiglia 👨\u200d👩\u200d👧"),
        ("in\u00advisibile", "invisibile"),
        ("a\x00b\x07", "ab"),
        ("riga\u2028riga", "riga\nriga"),
        ("broken \ud800", "broken \ufffd"),
        ("", ""),
    ],
)
def test_a_text_gets_one_normal_form(raw: str, text: str) -> None:
    assert normalise(raw).text == text


@pytest.mark.parametrize(
    ("raw", "word", "given_words"),
    [
        ("“Sì”\r\n\r\ndisse Zoe\u0301 👍🏽", "Zoé", "Zoe\u0301"),
        ("👍 Crime fell 12%.", "fell", "fell"),
        ("a\u200b\u200bb c\u0327\u0301 d", "d", "d"),
        ("x\r\ny", "\n", "\r\n"),
    ],
)
def test_a_word_is_found_again_in_the_text_as_given(raw: str, word: str, given_words: str) -> None:
    normal = normalise(raw)
    at = normal.text.index(word)
    span = normal.to_raw(Span(at, at + len(word)))
    assert raw[span.start : span.end] == given_words


def test_a_clean_text_needs_no_map() -> None:
    assert normalise("Già così, è “pulito” 👍.").starts is None


@given(MESSY)
def test_the_normal_form_is_composed_and_stays_itself(raw: str) -> None:
    text = normalise(raw).text
    assert unicodedata.is_normalized("NFC", text)
    assert normalise(text).text == text


@given(MESSY, st.data())
def test_every_span_comes_from_words_that_normalise_to_it(raw: str, data: st.DataObject) -> None:
    normal = normalise(raw)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    span = normal.to_raw(Span(start, end))
    assert 0 <= span.start <= span.end <= len(raw)
    if start == 0 and end == len(normal.text) and end:
        assert normalise(raw[span.start : span.end]).text == normal.text


@given(MESSY)
def test_characters_keep_their_order(raw: str) -> None:
    normal = normalise(raw)
    if normal.starts is not None and normal.ends is not None:
        assert list(normal.starts) == sorted(normal.starts)
        assert all(s < e for s, e in zip(normal.starts, normal.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t\u00a0\u200b\ufeff", "whitespace_only"),
        ("PK\x03\x04\x00\x00", "binary"),
        ("\ufffd" * 40 + "abc", "binary"),
        ("è" * 501, "too_long"),
    ],
)
def test_what_is_no_text_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(SplitError) as caught:
        check_text(text, max_bytes=1000)
    assert caught.value.code == code


def test_a_text_of_just_the_limit_is_read() -> None:
    check_text("è" * 500, max_bytes=1000)


ENTITIES = [
    ("L&#8217;azienda &egrave; chiusa", "L’azienda è chiusa"),
    ("12&nbsp;euro", "12 euro"),
    ("con&shy;fermato", "confermato"),
    ("Bini &amp; figli", "Bini & figli"),
    ("&lt;b&gt; e &nulla;", "&lt;b&gt; e &nulla;"),
    ("👍 &agrave;", "👍 à"),
]


@pytest.mark.parametrize(("raw", "text"), ENTITIES)
def test_entities_left_in_become_their_character(raw: str, text: str) -> None:
    normal = normalise(raw)
    assert normal.text == text
    assert normal.to_raw(Span(0, len(text))) == Span(0, len(raw))
