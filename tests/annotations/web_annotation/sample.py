"""A review with all that a Web Annotation of it can say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from annotations.web_annotation.document import (
    Cited,
    Passage,
    Review,
    web_annotation,
)

OURS = "https://vaglio.example.org/methodology/#"
NAMES = {"false": "false", "falso": "false", "true": "true", "vero": "true"}
PASSAGE = Passage(
    source="https://foglio.example.org/scuole",
    cached="https://vaglio.example.org/api/v1/articles/7/",
    read_at="2024-09-03T08:00:00.000Z",
    exact="12 nuove scuole 👍",
    prefix="Il comune ha aperto ",
    suffix=" nel caffe\u0300",
    start=20,
    end=37,
)
REVIEW = Review(
    iri="https://vaglio.example.org/api/v1/annotations/1/",
    canonical="urn:uuid:5f3f7f0e-94f3-4ac0-9a3e-000000000001",
    creator="Ada Neri",
    created="2024-09-04T10:00:00.000Z",
    modified="2024-09-05T10:00:00.000Z",
    language="it",
    rating="false",
    label="Falso",
    rationale="Il registro dice «nove» 📊.",
    cites=(
        Cited("https://comune.example.org/", "Registro", "Nove 👶.", "refutes", "p. 3", True),
        Cited("https://istat.example.org/"),
    ),
    passage=PASSAGE,
)  # fmt: skip


def written(**changes: Any) -> dict[str, Any]:
    return web_annotation(replace(REVIEW, **changes), vocabulary=OURS)
