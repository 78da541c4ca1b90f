"""Verbs that a claim needs to be a sentence: copula, auxiliary, finite form of a gerund."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claims.nlp.parsing.tree import Mask, Tree

GERUND = re.compile(r"^(?P<stem>\w+?)(?P<vowel>[ae])ndo(?P<clitics>\w{0,6})$")
STATES = frozenset(
    {"based", "located", "situated", "called", "named", "known", "owned", "due", "dated"}
)
# participles without their ending that tell how something is, not what was done to it
ITALIAN_STATES = frozenset(
    {"situat", "ubicat", "compost", "denominat", "conosciut", "guidat", "presiedut", "impegnat",
     "previst", "format", "costituit", "dotat", "basat", "collocat", "abitat", "intitolat",
     "sposat", "specializzat", "destinat", "contenut", "riservat", "iscritt", "quotat",
     "indagat", "detenut", "imbarcat", "incensurat", "controllat", "datat",
     "pensionat", "legat", "collegat", "dovut", "rivolt", "ispirat", "dedicat", "vestit", "unit",
     "convint", "provvist", "privat", "affett", "armat", "gremit"}
)  # fmt: skip
FEMININE = re.compile(r"(?:tà|tù|[zsg]ione|trice|tudine|anza|enza|ezza)$")
SPANS = frozenset(
    {"anno", "mese", "settimana", "giorno", "ora", "tempo", "ieri", "decennio", "secolo"}
)
REFLEXIVE = re.compile(r"^(\w+[ts][oaie])si$")
# stems of gerunds whose infinitive is contracted: "proponendo" -> "proporre"
CONTRACTED = {"pon": "porre", "duc": "durre", "tra": "trarre"}
# subjunctive -> indicative, for auxiliaries and copulas
INDICATIVE = {
    "abbia": "ha", "abbiano": "hanno", "sia": "è", "siano": "sono", "avesse": "aveva",
    "avessero": "avevano", "fosse": "era", "fossero": "erano", "possa": "può", "possano": "possono",
    "debba": "deve", "debbano": "devono", "voglia": "vuole", "vogliano": "vogliono",
    "venga": "viene", "vengano": "vengono", "stia": "sta", "stiano": "stanno",
    "potesse": "poteva", "dovesse": "doveva",
    "faccia": "fa", "facciano": "fanno", "vada": "va", "vadano": "vanno",
    "riesca": "riesce", "esista": "esiste", "esistano": "esistono",
}  # fmt: skip
PRESENT_OF_GERUND = {
    "essendo": ("è", "sono"), "avendo": ("ha", "hanno"), "facendo": ("fa", "fanno"),
    "stando": ("sta", "stanno"), "dando": ("dà", "danno"), "andando": ("va", "vanno"),
    "potendo": ("può", "possono"), "dovendo": ("deve", "devono"), "volendo": ("vuole", "vogliono"),
    "venendo": ("viene", "vengono"), "tenendo": ("tiene", "tengono"), "dicendo": ("dice", "dicono"),
    "rimanendo": ("rimane", "rimangono"), "uscendo": ("esce", "escono"), "sapendo": ("sa", "sanno"),
    "salendo": ("sale", "salgono"), "cogliendo": ("coglie", "colgono"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItalianVerbs:
    """What lexicon/verbs_it.toml says."""

    with_essere: frozenset[str]
    either: frozenset[str]
    without_isc: frozenset[str]
    participles: dict[str, str]


@lru_cache(maxsize=1)
def italian_verbs() -> ItalianVerbs:
    """Read once."""
    path = Path(__file__).parents[1] / "lexicon" / "verbs_it.toml"
    lists = tomllib.loads(path.read_text("utf-8"))
    return ItalianVerbs(
        frozenset(lists["with_essere"]),
        frozenset(lists["either"]),
        frozenset(lists["without_isc"]),
        lists["participles"],
    )


def copula(language: str, plural: bool) -> str:
    """The present of to be."""
    if language == "it":
        return "sono" if plural else "è"
    return "are" if plural else "is"


def is_plural(tree: Tree, noun: int, mask: Mask) -> bool:
    """By its number, or because it is a list among the words of `mask`; a name is one thing."""
    listed = any(child in mask for child in tree.dependents(noun, "conj"))
    return listed or (tree.pos[noun] != "PROPN" and "Number=Plur" in tree.morphs[noun])


def shown_morph(tree: Tree, noun: int) -> str:
    """A noun's morphology, corrected by its article and by endings that are feminine for sure."""
    whole = [i for i in tree.dependents(noun, "det") if tree.forms[i][-1:] not in ("'", "’")]
    shown = [tree.morphs[i] for i in whole if "Number=" in tree.morphs[i]]
    morph = shown[0] if shown and "Gender=" in shown[0] else tree.morphs[noun]
    if tree.language == "it" and FEMININE.search(tree.forms[noun].lower()):
        return morph.replace("Gender=Masc", "Gender=Fem") or "Gender=Fem"
    return morph


def participle_verb(tree: Tree, participle: int, plural: bool) -> tuple[str, str]:
    """The auxiliary that a participle or adjective needs, and its form: ("è stata", "fondata").

    plural: whether its subject is (English; an Italian participle says so itself).
    """
    form = tree.forms[participle]
    if tree.has(participle, "aux", "aux:pass", "cop"):
        return "", form
    if tree.language == "en":
        return english_auxiliary(tree, participle, plural), form
    reflexive = REFLEXIVE.match(form)
    if reflexive:
        return f"si {'sono' if reflexive[1][-1] in 'ie' else 'è'}", reflexive[1]
    return italian_auxiliary(tree, participle, plural), form


@lru_cache(maxsize=2)
def essere_stems(*, either: bool) -> frozenset[str]:
    """Participles without their ending of verbs with "essere"; lemmas are often mistaken."""
    verbs = italian_verbs()
    chosen = verbs.with_essere if either else verbs.with_essere - verbs.either
    return frozenset(form[:-1] for verb in chosen if (form := past_participle(verb)) is not None)


def english_auxiliary(tree: Tree, participle: int, plural: bool) -> str:
    """ "built" -> was, "based" -> is; what may be a past tense by itself needs none."""
    form, adjective = tree.forms[participle].lower(), tree.pos[participle] == "ADJ"
    if tree.labels[participle] in ("conj", "ROOT") and not adjective:
        return ""
    if adjective or form in STATES or form.endswith("ing"):
        return "are" if plural else "is"
    return "were" if plural else "was"


def italian_auxiliary(tree: Tree, participle: int, plural: bool) -> str:
    """ "fondata" -> è stata, "nata" -> è, "proveniente" -> è."""
    form, lemma = tree.forms[participle].lower(), tree.lemmas[participle]
    ending = form[-1:]
    if form.endswith(("nte", "nti")):
        return "sono" if ending == "i" else "è"
    is_participle = tree.pos[participle] == "VERB" and re.search(r"[ts][oaie]$", form) is not None
    if not is_participle:
        many = plural if tree.pos[participle] not in ("VERB", "ADJ") else ending == "i" or plural
        return "sono" if many else "è"
    be = "sono" if ending in "ie" else "è"
    if form[:-1] in ITALIAN_STATES:
        return be
    if is_since(tree, participle):
        return be
    verbs = italian_verbs()
    agent = any(
        tree.forms[case].lower().startswith("da")
        for child in tree.dependents(participle, "obl", "obl:agent")
        for case in tree.dependents(child, "case")
    )
    stem = form[:-1]
    intransitive = lemma in verbs.with_essere or stem in essere_stems(either=True)
    may_be_passive = lemma in verbs.either or stem not in essere_stems(either=False)
    if intransitive and not (agent and may_be_passive):
        return be
    return f"{be} stat{ending}"


def is_since(tree: Tree, participle: int) -> bool:
    """ "chiuso dal 2004", "chiuso da anni": it still is."""
    for time in tree.dependents(participle, "obl", "obl:agent"):
        since = any(tree.forms[i].lower().startswith("da") for i in tree.dependents(time, "case"))
        year = re.fullmatch(r"1[5-9]\d\d|20\d\d", tree.forms[time]) is not None
        if since and (year or tree.lemmas[time] in SPANS):
            return True
    return False


def finite_ing(tree: Tree, word: int, *, past: bool, plural: bool) -> str | None:
    """ "causing" -> "caused" or "causes"; None for a word that isn't such a form."""
    lemma = tree.lemmas[word]
    if not tree.forms[word].lower().endswith("ing") or lemma.endswith("ing"):
        return None
    if past:
        return english_past(lemma, plural)
    if plural or lemma == "be":
        return {"be": "are" if plural else "is"}.get(lemma, lemma)
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{lemma}es"
    return f"{lemma[:-1]}ies" if re.search(r"[^aeiou]y$", lemma) else f"{lemma}s"


def english_past(lemma: str, plural: bool = False) -> str:
    """The simple past of an English verb."""
    if lemma == "be":
        return "were" if plural else "was"
    irregular = english_pasts().get(lemma)
    if irregular:
        return irregular
    if lemma.endswith("e"):
        return f"{lemma}d"
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ied"
    doubles = re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", lemma)
    return f"{lemma}{lemma[-1]}ed" if doubles else f"{lemma}ed"


@lru_cache(maxsize=1)
def english_pasts() -> dict[str, str]:
    """Irregular past tenses (lexicon/verbs_en.toml)."""
    path = Path(__file__).parents[1] / "lexicon" / "verbs_en.toml"
    pasts: dict[str, str] = tomllib.loads(path.read_text("utf-8"))["pasts"]
    return pasts


def past_participle(infinitive: str) -> str | None:
    """ "provocare" -> "provocato"; None for a word that is no infinitive."""
    endings = italian_verbs().participles
    for at in range(len(infinitive)):
        if infinitive[at:] in endings:
            return infinitive[:at] + endings[infinitive[at:]]
    regular = {"are": "ato", "ere": "uto", "ire": "ito"}.get(infinitive[-3:])
    return infinitive[:-3] + regular if regular else None


def infinitive_of_gerund(form: str, lemma: str) -> tuple[str, str] | None:
    """(infinitive, clitics) of "provocandogli"; None where it can't be told.

    lemma: the tagger's, taken where it begins like the form and ends like an infinitive.
    """
    match = GERUND.match(form.lower())
    if match is None:
        return None
    stem, vowel, clitics = match["stem"], match["vowel"], match["clitics"]
    if vowel == "a":
        return f"{stem}are", clitics
    for ending, infinitive in CONTRACTED.items():
        if stem.endswith(ending):
            return stem.removesuffix(ending) + infinitive, clitics
    known = known_infinitive(stem)
    if known is not None:
        return known, clitics
    fits = lemma[:2] == stem[:2] and lemma.endswith(("ere", "ire", "fare", "dire", "rre"))
    return (lemma, clitics) if fits else None


def known_infinitive(stem: str) -> str | None:
    """ "riusc" -> "riuscire", "accogl" + "i" -> "accogliere": where the lexicon has its ending."""
    for infinitive in (f"{stem}ere", f"{stem}ire"):
        if any(infinitive.endswith(ending) for ending in known_endings()):
            return infinitive
    return None


@lru_cache(maxsize=1)
def known_endings() -> frozenset[str]:
    """The lexicon's -ere and -ire verbs; a short one stands for its compounds as well."""
    verbs = italian_verbs()
    known = verbs.with_essere | verbs.without_isc | verbs.participles.keys()
    return frozenset(verb for verb in known if verb[-3:] in ("ere", "ire") and len(verb) > 5)


def finite_gerund(
    form: str, lemma: str, *, past: bool, ending: str, has_object: bool = False
) -> tuple[str, str] | None:
    """(verb, object pronouns) in place of a gerund: "causando" -> "ha causato" or "causa".

    past: whether the clause that it hangs on tells of the past.
    ending: o, a, i or e, as the subject's gender and number ask.
    """
    found = infinitive_of_gerund(form, lemma)
    if found is None:
        return None
    infinitive, clitics = found
    if past:
        participle = past_participle(infinitive)
        if participle is None:
            return None
        return compound_past(infinitive, participle, clitics, ending, has_object), clitics
    present = present_of(form.lower().removesuffix(clitics), infinitive, ending in "ie")
    return ("si " * ("si" in clitics) + present, clitics) if present else None


def compound_past(
    infinitive: str, participle: str, clitics: str, ending: str, has_object: bool
) -> str:
    """ "ha causato", "è scesa", "si sono fermati"."""
    plural, reflexive = ending in "ie", "si" in clitics
    verbs = italian_verbs()
    transitive = has_object and infinitive in verbs.either
    if reflexive or (infinitive in verbs.with_essere and not transitive):
        return f"{'si ' * reflexive}{'sono' if plural else 'è'} {participle[:-1]}{ending}"
    return f"{'hanno' if plural else 'ha'} {participle}"


def present_of(gerund: str, infinitive: str, plural: bool) -> str:
    """Third person of the present; "" where it is irregular and not known."""
    for known, forms in PRESENT_OF_GERUND.items():
        if gerund.endswith(known) and len(gerund) - len(known) in (0, 2, 3):
            return gerund.removesuffix(known) + forms[plural]
    stem = gerund[:-4]
    if infinitive.endswith("are"):
        return stem + ("ano" if plural else "a")
    if infinitive.endswith("ire") and infinitive not in italian_verbs().without_isc:
        return stem + ("iscono" if plural else "isce")
    if infinitive.endswith("rre"):
        return stem + ("gono" if plural and stem.endswith(("n", "a")) else "ono" if plural else "e")
    return stem + ("ono" if plural else "e")


def indicative(form: str) -> str:
    """The indicative of a frequent verb's subjunctive; any other form as it is."""
    return INDICATIVE.get(form.lower(), form)
