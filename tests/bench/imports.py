"""What the web process loads before its first request, and how long that takes.

python -m tests.bench.imports [--top 12]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys

START = "import config.wsgi; from django.urls import get_resolver; get_resolver().url_patterns"
_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|( *)(\S+)")


def main() -> None:
    """Print the whole and the dearest packages (their own modules and what they drew in)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--top", type=int, default=12)
    top = parser.parse_args().top
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-X", "importtime", "-c", START],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings", "WARM_UP_SECONDS": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    own: dict[str, int] = {}
    for match in _LINE.finditer(done.stderr):
        package = match[4].split(".")[0]
        own[package] = own.get(package, 0) + int(match[1])
    print(f"{sum(own.values()) / 1e6:.2f} s in {len(own)} packages")
    for package, microseconds in sorted(own.items(), key=lambda pair: -pair[1])[:top]:
        print(f"  {microseconds / 1e6:.3f} s  {package}")


if __name__ == "__main__":
    main()
