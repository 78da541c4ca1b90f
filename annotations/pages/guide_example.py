"""What the guide's code asks for: the newest published claim, so that each block finds some."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from annotations.queries.publications import newest_standing

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Example:
    """A published claim as the code in guide_code/ names one: these are its own words there."""

    claim_id: str = "00000000-0000-4000-8000-000000000000"
    text: str = "Il comune ha aperto 12 nuove scuole nel 2024."
    word: str = "scuole"
    language: str = "it"

    def in_code(self, names_in: str) -> Mapping[str, str]:
        """Say what stands for what in the code; a JSON text is one in Python and JavaScript too.

        names_in: the language in which ratings are to be printed.
        """
        written = Example()
        return {
            written.claim_id: self.claim_id,
            _quoted(written.text): _quoted(self.text),
            f"q: {_quoted(written.word)}": f"q: {_quoted(self.word)}",
            f'"q": {_quoted(written.word)}': f'"q": {_quoted(self.word)}',
            'language: "it"': f"language: {_quoted(self.language)}",
            '"language": "it"': f'"language": {_quoted(self.language)}',
            'names"]["it"]': f'names"][{_quoted(names_in)}]',
            "names.it": f"names.{names_in}",
        }


def newest_example() -> Example:
    """Take the newest published claim and its longest word; the files' own where none is public."""
    claim = newest_standing()
    words = _WORD.findall(claim.document["claim"]["text"]) if claim else []
    if claim is None or not words:
        return Example()
    return Example(
        claim_id=str(claim.claim_id),
        text=claim.document["claim"]["text"],
        word=max(words, key=len),
        language=claim.language,
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
