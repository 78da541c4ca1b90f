"""The future of Italian verbs: "introducendo", of what will be, is "introdurrà"."""

from __future__ import annotations

# where the stem isn't the infinitive's: "avere" -> "avrà"
IRREGULAR = {
    "essere": "sar", "avere": "avr", "fare": "far", "dare": "dar", "stare": "star",
    "potere": "potr", "dovere": "dovr", "volere": "vorr", "sapere": "sapr", "andare": "andr",
    "vedere": "vedr", "venire": "verr", "tenere": "terr", "rimanere": "rimarr", "cadere": "cadr",
    "vivere": "vivr", "bere": "berr", "parere": "parr", "valere": "varr",
}  # fmt: skip
SHORT = frozenset({"dare", "stare", "bere", "fare"})  # no others end in them by descent


def future_of(infinitive: str, plural: bool) -> str:
    """Third person: "causare" -> "causerà", "mantenere" -> "manterranno"."""
    ending = "anno" if plural else "à"
    for verb, stem in IRREGULAR.items():
        compound = infinitive.endswith(verb) and verb not in SHORT
        if infinitive == verb or (compound and len(infinitive) - len(verb) in range(2, 6)):
            return infinitive.removesuffix(verb) + stem + ending
    if infinitive.endswith(("ciare", "giare")):
        return f"{infinitive[:-4]}er{ending}"
    if infinitive.endswith(("care", "gare")):
        return f"{infinitive[:-3]}her{ending}"
    return (
        f"{infinitive[:-3]}er{ending}" if infinitive.endswith("are") else infinitive[:-1] + ending
    )
