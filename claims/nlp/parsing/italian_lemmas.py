"""Infinitives of Italian verb forms that the lemmatiser doesn't know: "precisa" -> "precisare".

It learned from few texts and guesses the rest ("confermavano" -> "confermavare"). The verbs that
the rules name are conjugated once; a form of exactly one of them is that verb's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from claims.nlp.lexicon import lexicon
from claims.nlp.lexicon.italian_verbs import (
    INFINITIVE,
    italian_verbs,
    past_participle,
    reporting_verbs,
)

VERBAL = frozenset({"VERB", "AUX"})
ENDINGS = {
    "are": "o i a iamo ano avo ava avamo avano ò arono erò erà eremo eranno erebbe erebbero assero "
    "asse ando ino",
    "ere": "o i e iamo ono evo eva evamo evano erò erà eremo eranno erebbe erebbero essero esse "
    "endo a ano é erono ette ettero",
    "ire": "o i e iamo ono ivo iva ivamo ivano ì irono irò irà iremo iranno irebbe irebbero issero "
    "isse endo a ano",
}
LONGER = "isco isci isce iscono isca iscano"
# what stands for the ending of an infinitive in forms that no rule gives
IRREGULAR = {
    "porre": "pongo pone pongono poneva ponevano pose posero porrà porranno ponga pongano ponendo",
    "tenere": "tengo tiene tengono tenne tennero terrà terranno tenga tengano",
    "dire": "dico dice dicono diceva dicevano disse dissero dirà diranno dica dicano dicendo",
    "mettere": "mise misero",
    "vedere": "vide videro vedrà vedranno",
    "venire": "vengo viene vengono venne vennero verrà verranno venga vengano",
    "chiedere": "chiese chiesero",
    "rispondere": "rispose risposero",
    "cludere": "cluse clusero",
    "cidere": "cise cisero",
    "scrivere": "scrisse scrissero",
    "leggere": "lesse lessero",
    "giungere": "giunse giunsero",
    "fendere": "fese fesero",
    "tendere": "tese tesero",
    "primere": "presse pressero",
    "trarre": "trae traggono traeva trasse trassero",
}
OF_VERBS = ("attribution.", "marks.")  # sections of the lexicon
HARD = frozenset("cg")


def lemma_of(form: str, lemma: str, pos: str) -> str:
    """The infinitive of a verb form where the lemma given is none that the rules know."""
    low = lemma.lower()
    if pos not in VERBAL or low in known_verbs():
        return low
    return infinitives().get(form.lower(), low)


@lru_cache(maxsize=1)
def known_verbs() -> frozenset[str]:
    """The infinitives of all word lists."""
    verbs = italian_verbs()
    lists = lexicon("it").items()
    named = [form for key, forms in lists if key.startswith(OF_VERBS) for form in forms]
    whole = [ending for ending in verbs.participles if len(ending) > len("scrivere") - 2]
    listed = {*reporting_verbs(), *verbs.with_essere, *verbs.without_isc, *whole, *named}
    return frozenset(verb for verb in listed if INFINITIVE.fullmatch(verb))


@lru_cache(maxsize=1)
def infinitives() -> dict[str, str]:
    """The infinitive of each form that only one verb has."""
    found: dict[str, str] = {}
    for verb in sorted(known_verbs()):
        for form in conjugated(verb):
            found[form] = verb if found.get(form, verb) == verb else ""
    return {form: verb for form, verb in found.items() if verb}


def conjugated(verb: str) -> Iterator[str]:
    """The third persons of a verb, the first of the present, and its participle."""
    stem, kind = verb[:-3], verb[-3:]
    endings = ENDINGS.get(kind, "").split()
    if kind == "ire" and verb not in italian_verbs().without_isc:
        endings += LONGER.split()
    yield from (written(stem, kind, ending) for ending in endings)
    for infinitive, forms in IRREGULAR.items():
        if verb.endswith(infinitive):
            yield from (verb[: -len(infinitive)] + form for form in forms.split())
    participle = past_participle(verb)
    if participle:
        yield from (participle[:-1] + ending for ending in "oaie")


def written(stem: str, kind: str, ending: str) -> str:
    """ "giudic" + "i" -> "giudichi", "annunci" + "erà" -> "annuncerà"."""
    soft = ending[0] in "ei"
    if kind == "are" and soft and stem[-1] in HARD:
        return f"{stem}h{ending}"
    if kind == "are" and soft and stem[-2:] in ("ci", "gi"):
        return stem[:-1] + ending
    if stem.endswith("i") and ending.startswith("i"):
        return stem[:-1] + ending
    return stem + ending
