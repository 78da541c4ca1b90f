"""Italian verbs: what no rule gives of them, read from verbs_it.toml, and their participles."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# what may stand before a short verb: "impedire" is no kind of "dire", nor "trionfare" of "fare"
COMPOUNDS = {
    "dire": frozenset({"", "ri", "pre", "contrad", "bene", "male", "inter", "dis", "in", "ad"}),
    "fare": frozenset(
        {"", "ri", "dis", "contraf", "soddis", "sopraf", "stra", "lique", "rare", "stupe", "assue",
         "arte", "putre", "tume", "con", "torre"}
    ),
}  # fmt: skip
INFINITIVE = re.compile(r"[a-zàèéìòù]+(?:are|ere|ire|rre)")


@dataclass(frozen=True, slots=True)
class ItalianVerbs:
    """with_essere, either, without_isc: infinitives; participles: endings of the irregular."""

    with_essere: frozenset[str]
    either: frozenset[str]
    without_isc: frozenset[str]
    participles: dict[str, str]


@lru_cache(maxsize=1)
def italian_verbs() -> ItalianVerbs:
    """Read once."""
    lists = tomllib.loads(Path(__file__).with_name("verbs_it.toml").read_text("utf-8"))
    return ItalianVerbs(
        frozenset(lists["with_essere"]),
        frozenset(lists["either"]),
        frozenset(lists["without_isc"]),
        lists["participles"],
    )


def past_participle(infinitive: str) -> str | None:
    """ "provocare" -> "provocato"; None for a word that is no infinitive."""
    endings = italian_verbs().participles
    for at in range(len(infinitive)):
        short = COMPOUNDS.get(infinitive[at:])
        if infinitive[at:] in endings and (short is None or infinitive[:at] in short):
            return infinitive[:at] + endings[infinitive[at:]]
    regular = {"are": "ato", "ere": "uto", "ire": "ito"}.get(infinitive[-3:])
    return infinitive[:-3] + regular if regular else None


def reporting_verbs() -> frozenset[str]:
    """The verbs that report what somebody says, thinks or wants."""
    lists = tomllib.loads(Path(__file__).with_name("clauses_it.toml").read_text("utf-8"))
    return frozenset(lists["reporting"])
