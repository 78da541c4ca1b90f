"""The words of one PDF: a script of its own, run in its own process by `pdf_reading`.

Bytes come in on standard input; one JSON object goes out: {"state", "text", "title"}, `state` as in
PdfState. What strangers put into a PDF can make a reader loop or swell: the process limits its own
time and memory before it looks, and knows nothing of the database or the settings.

Pure: pypdf and the standard library.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from enum import StrEnum
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zà-ÿ])")
_UNKEPT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What PostgreSQL can't hold, or nobody can read."""
_SPACES = re.compile(r"[ \t\u00a0]+")
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)]*$")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_SHORT_LINE = 0.75
"""A sentence that ends in a line shorter than this share of the longest ends its paragraph."""
_OPEN_FILES = 32


class PdfState(StrEnum):
    """How far the words could be read."""

    READ = "read"
    PART = "part"
    NONE = "none"
    LOCKED = "locked"
    BROKEN = "broken"
    COSTLY = "costly"


def words_of_pdf(content: bytes, *, pages: int, most: int) -> tuple[PdfState, str, str]:
    """Read the words of the first `pages` pages, at most `most` code points, and the title.

    Pages stand apart by an empty line, lines of a paragraph are joined, a word broken at a line's
    end is whole again.
    """
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return PdfState.LOCKED, "", ""
        there_are = len(reader.pages)
        title = _title(reader)
    except MemoryError:
        raise
    except DependencyError:  # a cipher that isn't installed
        return PdfState.LOCKED, "", ""
    except Exception:  # a broken file breaks the reader in any way there is
        return PdfState.BROKEN, "", ""
    read = [_page_words(reader.pages[number]) for number in range(min(there_are, pages))]
    text = "\n\n".join(words for words in read if words)
    if not text:
        return (PdfState.BROKEN if None in read else PdfState.NONE), "", title
    is_part = there_are > pages or None in read or len(text) > most
    return (PdfState.PART if is_part else PdfState.READ), text[:most], title


def unwrapped(page: str) -> str:
    """Join the lines of each paragraph; what isn't text is left out."""
    page = _UNKEPT.sub("", page.replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES))
    lines = [_SPACES.sub(" ", line).strip() for line in _BROKEN_WORD.sub("", page).split("\n")]
    longest = max(map(len, lines), default=0)
    text = ""
    for line in lines:
        text += line + ("\n" if _ends_paragraph(line, longest) else " ")
    return "\n".join(words for part in text.split("\n") if (words := part.strip()))


def _ends_paragraph(line: str, longest: int) -> bool:
    is_short = len(line) < _SHORT_LINE * longest
    return not line or (is_short and _SENTENCE_END.search(line) is not None)


def _page_words(page: PageObject) -> str | None:
    """Give a page's words; None for a page that can't be read."""
    try:
        return unwrapped(page.extract_text())
    except MemoryError:
        raise
    except Exception:  # one broken page doesn't take the others along
        return None


def _title(reader: PdfReader) -> str:
    title = reader.metadata.title if reader.metadata else None
    return _SPACES.sub(" ", _UNKEPT.sub("", str(title or ""))).strip()


def _limit(seconds: int, megabytes: int) -> None:
    """Let the kernel end this process where it takes too much; write no file, keep no dump."""
    memory = megabytes * 1024 * 1024
    for kind, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        resource.setrlimit(kind, (most, most))


def main(arguments: list[str]) -> None:
    """Read standard input under the limits given: seconds, megabytes, pages, code points."""
    seconds, megabytes, pages, most = map(int, arguments)
    _limit(seconds, megabytes)
    try:
        state, text, title = words_of_pdf(sys.stdin.buffer.read(), pages=pages, most=most)
    except MemoryError:
        state, text, title = PdfState.COSTLY, "", ""
    sys.stdout.write(json.dumps({"state": state, "text": text, "title": title}))


if __name__ == "__main__":
    main(sys.argv[1:])
