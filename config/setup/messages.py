"""Translations: Babel makes the .mo files, so that no gettext need be installed."""

from __future__ import annotations

from steps import BASE, VENV, run, step

LOCALE = BASE / "config" / "locale"


def compile_messages() -> None:
    """Compile each catalogue that is newer than what was made of it."""
    for catalogue in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        made = catalogue.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= catalogue.stat().st_mtime:
            continue
        with step(f"Translations of {catalogue.relative_to(BASE)}"):
            pybabel = [str(VENV / "bin" / "pybabel"), "--quiet", "compile"]
            run([*pybabel, "-i", str(catalogue), "-o", str(made)])
