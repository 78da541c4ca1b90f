"""The whole splitter against the bare parser, in one run on one core; first split; peak memory.

    python -m tests.bench.pace [--folder DIR]

DIR holds labelled articles (JSON) or texts named it-*.txt, en-*.txt; the demo's articles otherwise.
Targets: ratio .5, beyond .8; first split 4 s, beyond 2 s; peak 700 MB, beyond 400 MB.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from claims.nlp.scoring.pace import measure_pace

DEMO = Path(__file__).parents[2] / "config" / "demo" / "articles"


def main() -> None:
    """Print one line a language, each measured in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=DEMO)
    folder = parser.parse_args().folder
    for language in ("it", "en"):
        pace = measure_pace(folder, language)
        print(
            f"{language}  {pace.words_a_second:.0f} words a CPU second, parser alone"
            f" {pace.parser_words_a_second:.0f}: ratio {pace.ratio:.2f};"
            f" first split after {pace.first_split:.1f} s; peak {pace.peak_megabytes:.0f} MB"
        )


if __name__ == "__main__":
    main()
