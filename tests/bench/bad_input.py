"""CPU seconds for bad input of 1, 10 and 100 times the length.

    python -m tests.bench.bad_input [--size 1000] [--times 1 10 100] [KIND...]

Linear work gives ratios of about 10 and 100 (less, where the start weighs more than the text).
"""

from __future__ import annotations

import argparse
import os
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy starts its threads

from claims.nlp.extract import split_text
from claims.nlp.types import SplitError, SplitRequest
from tests.bench.texts import KINDS


def main() -> None:
    """Print one line a kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", default=list(KINDS))
    parser.add_argument("--size", type=int, default=1_000, help="code points of the shortest text")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    arguments = parser.parse_args()
    _seconds("one_line", arguments.size)  # load everything
    for kind in arguments.kinds:
        seconds = [_seconds(kind, arguments.size * times) for times in arguments.times]
        shown = "  ".join(
            f"{times}x {s:8.3f} s" for times, s in zip(arguments.times, seconds, strict=True)
        )
        growth = seconds[-1] / seconds[-2] if len(seconds) > 1 else 1.0
        print(f"{kind:16} {shown}   last step: {growth:.1f} times", flush=True)


def _seconds(kind: str, size: int) -> float:
    start = time.process_time()
    try:
        split_text(SplitRequest(KINDS[kind](size), "it"))
    except SplitError as refusal:
        print(f"  ({kind}: {refusal.code})")
    return time.process_time() - start


if __name__ == "__main__":
    main()
