"""The default rating scale of the site, as shipped."""

from __future__ import annotations

from dataclasses import dataclass

WORST, BEST = 1, 5
"""ClaimReview's worstRating and bestRating."""


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One rating: names, meaning, ClaimReview number (None where truth can't be placed)."""

    key: str
    name_it: str
    name_en: str
    value: int | None
    export: str
    colour: str
    definition_it: str
    definition_en: str


DEFAULT: tuple[ScaleStep, ...] = (
    ScaleStep(
        "true", "Vero", "True", 5, "true", "true",
        "I fatti stanno come la frase li descrive; non manca nulla di importante.",
        "The facts are as the statement says; nothing that matters is left out.",
    ),
    ScaleStep(
        "mostly_true", "Quasi vero", "Mostly true", 4, "true", "true",
        "La sostanza è giusta; un dettaglio è impreciso o manca una precisazione.",
        "The substance is right; a detail is imprecise or a qualification is missing.",
    ),
    ScaleStep(
        "half_true", "Vero a metà", "Half true", 3, "mixture", "mixture",
        "Una parte è corretta, un’altra parte che conta no.",
        "One part is right, another part that matters is not.",
    ),
    ScaleStep(
        "misleading", "Fuorviante", "Misleading", 2, "mixture", "mixture",
        "Le parole possono reggere, ma portano a una conclusione sbagliata.",
        "The words may hold, but they lead to a wrong conclusion.",
    ),
    ScaleStep(
        "false", "Falso", "False", 1, "false", "false",
        "I fatti contraddicono la frase.",
        "The facts contradict the statement.",
    ),
    ScaleStep(
        "outdated", "Superato dai fatti", "Outdated", None, "other", "open",
        "Era corretto quando è stato detto; oggi non lo è più.",
        "It was right when it was said; it no longer is.",
    ),
    ScaleStep(
        "unverifiable", "Non verificabile", "Unverifiable", None, "other", "open",
        "Le fonti disponibili non bastano né a confermare né a smentire.",
        "The sources at hand suffice neither to confirm nor to refute.",
    ),
)  # fmt: skip
