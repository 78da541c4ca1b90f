"""The words of a PDF, read in a process of its own, with limits on time, memory and pages."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from annotations.sources.pdf_words import PdfState

_SCRIPT = Path(__file__).with_name("pdf_words.py")
_TOO_LONG = (-signal.SIGXCPU, -signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class PdfWords:
    """What was read; text and title are empty where the state says why."""

    state: PdfState
    text: str = ""
    title: str = ""


def read_pdf(content: bytes, *, most: int) -> PdfWords:
    """Read the words of a PDF, at most `most` code points; never raises for what is in it.

    The process has none of our environment, so none of our secrets, and Python's isolated mode
    keeps the working folder out of its imports.
    """
    limits = (settings.PDF_SECONDS, settings.PDF_MEGABYTES, settings.PDF_PAGES, most)
    try:
        done = subprocess.run(  # noqa: S603 - our own script, numbers for arguments
            [sys.executable, "-I", str(_SCRIPT), *map(str, limits)],
            input=content,
            capture_output=True,
            env={},
            timeout=settings.PDF_SECONDS * 2,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return PdfWords(PdfState.COSTLY)
    if done.returncode != 0:
        return PdfWords(PdfState.COSTLY if done.returncode in _TOO_LONG else PdfState.BROKEN)
    answer = json.loads(done.stdout)
    return PdfWords(PdfState(answer["state"]), answer["text"], answer["title"])
