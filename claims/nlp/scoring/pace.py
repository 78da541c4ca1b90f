"""How fast the splitter is against the bare parser, when the first text is split, peak memory.

    python -m claims.nlp.scoring.pace FOLDER LANGUAGE

prints one JSON object. It runs in a process of its own, so that load and memory are those of one
worker that has just started.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from claims.nlp.extract import split_text
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.word_memory import word_memory
from claims.nlp.scoring.gold_articles import read_gold
from claims.nlp.sentences import split_sentences
from claims.nlp.types import SplitRequest

ROUNDS = 3
_WORD = re.compile(r"\w+")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a CPU second on one core; seconds from the process's start; megabytes (1e6 bytes)."""

    words_a_second: float
    parser_words_a_second: float
    first_split: float
    peak_megabytes: float

    @property
    def ratio(self) -> float:
        """The splitter's speed as a share of the bare parser's."""
        return self.words_a_second / self.parser_words_a_second


def measure_pace(folder: Path, language: str) -> Pace:
    """Measure in a fresh process on one core; texts are those of `folder`."""
    done = subprocess.run(  # noqa: S603 - our own module, by the interpreter that runs this
        [sys.executable, "-m", __name__, str(folder), language],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env=os.environ | dict.fromkeys(_THREADS, "1"),
    )
    return Pace(**json.loads(done.stdout))


def measure_here(folder: Path, language: str) -> Pace:
    """Measure in this process, which should have done nothing before."""
    texts = texts_of(folder, language)
    split_text(SplitRequest(texts[0], language))
    first_split = time.monotonic() - _started()
    words = sum(len(_WORD.findall(text)) for text in texts)
    split, parsed = [], []
    for _ in range(ROUNDS):  # in turn, so that both see the same machine
        split.append(_seconds(_split, texts, language))
        parsed.append(_seconds(_parse, texts, language))
    split_text(SplitRequest(texts[0]))  # a worker also finds out languages: that loads a model
    return Pace(words / min(split), words / min(parsed), first_split, _peak())


def texts_of(folder: Path, language: str) -> list[str]:
    """Labelled articles of the language, or plain files that are named for it ("it-*.txt")."""
    labelled = [article["text"] for article in read_gold(folder, language)]
    return labelled or [p.read_text("utf-8") for p in sorted(folder.glob(f"{language}-*.txt"))]


def _split(texts: Sequence[str], language: str) -> None:
    for text in texts:
        split_text(SplitRequest(text, language))


def _parse(texts: Sequence[str], language: str) -> None:
    for text in texts:
        spans = [(sentence.start, sentence.end) for sentence in split_sentences(text, language)]
        parse_sentences(text, language, spans)


def _seconds(work: Callable[[Sequence[str], str], None], texts: Sequence[str], code: str) -> float:
    """CPU seconds of one call that finds nothing remembered."""
    word_memory().forget()
    start = time.process_time()
    work(texts, code)
    return time.process_time() - start


def _peak() -> float:
    """The most memory that this process held, MB.

    Linux's own count where there is one: that of `getrusage` begins with the parent's.
    """
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return int(status.split("VmHWM:", 1)[1].split()[0]) * 1024 / 1e6


def _started() -> float:
    """When this process started, on the monotonic clock; this module's import where unknown."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    except OSError:
        return _IMPORTED
    return ticks / os.sysconf("SC_CLK_TCK")


_IMPORTED = time.monotonic()

if __name__ == "__main__":
    print(json.dumps(asdict(measure_here(Path(sys.argv[1]), sys.argv[2]))))
