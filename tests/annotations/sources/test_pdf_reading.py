"""The words of PDFs, read in a process with limits."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from annotations.sources.pdf_reading import PdfWords, read_pdf
from annotations.sources.pdf_words import PdfState, unwrapped
from tests.annotations.pdfs import locked_pdf, pdf_of

MOST = 10_000
_LOOP = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj
trailer<</Root 1 0 R>>"""


def test_words_are_read_page_by_page_and_lines_are_joined() -> None:
    content = pdf_of(
        [
            "Nel 2024 in città sono nati 370 mila bam-",
            "bini, il dato più basso di sempre.",
            "Fine.",
        ],
        [],
        ["“Serve una svolta” (ministra)."],
        title="Nascite nel 2024",
    )
    assert read_pdf(content, most=MOST) == PdfWords(
        PdfState.READ,
        "Nel 2024 in città sono nati 370 mila bambini, il dato più basso di sempre. Fine."
        "\n\n“Serve una svolta” (ministra).",
        "Nascite nel 2024",
    )


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (pdf_of([], []), PdfState.NONE),
        (locked_pdf("segreto"), PdfState.LOCKED),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", PdfState.BROKEN),
        (_LOOP, PdfState.BROKEN),
    ],
)
def test_a_pdf_without_words_says_why(content: bytes, state: PdfState) -> None:
    assert read_pdf(content, most=MOST) == PdfWords(state)


def test_a_pdf_that_only_the_owner_may_print_is_read() -> None:
    assert read_pdf(locked_pdf(""), most=MOST).text == "Parole chiuse."


def test_beyond_the_limits_a_part_is_read(settings: LazySettings) -> None:
    settings.PDF_PAGES = 1
    two = pdf_of(["Prima."], ["Seconda."])
    assert read_pdf(two, most=MOST) == PdfWords(PdfState.PART, "Prima.")
    assert read_pdf(two, most=3) == PdfWords(PdfState.PART, "Pri")


@pytest.mark.parametrize(("name", "limit"), [("PDF_MEGABYTES", 40), ("PDF_SECONDS", 0)])
def test_a_pdf_that_takes_too_much_is_given_up(
    settings: LazySettings, name: str, limit: int
) -> None:
    setattr(settings, name, limit)
    big = pdf_of(*[["parola " * 20_000] for _ in range(4)])
    assert read_pdf(big, most=MOST).state in (PdfState.COSTLY, PdfState.BROKEN)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", ""),
        ("ﬁne\x00 \ud800ﬂusso 👍 e\u0301", "fine flusso 👍 e\u0301"),
        (
            "A capo con il trattino: auto-\nmobile. Est-\nOvest",
            "A capo con il trattino: automobile. Est- Ovest",
        ),
        (
            "Una riga lunga che finisce qui piena.\nCorta.\nUn’altra riga che va avanti ancora",
            "Una riga lunga che finisce qui piena. Corta.\nUn’altra riga che va avanti ancora",
        ),
        ("Uno\n\nDue", "Uno\nDue"),
    ],
)
def test_lines_of_a_paragraph_become_one(page: str, words: str) -> None:
    assert unwrapped(page) == words
