"""Verbs that a claim needs to be a sentence: copula, auxiliary, participle, indicative."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.lasting_states import ENGLISH_STATES, ITALIAN_STATES, is_since, is_state
from claims.nlp.lexicon import words
from claims.nlp.lexicon.italian_verbs import italian_verbs, past_participle
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

FEMININE = re.compile(r"(?:tà|tù|[zsg]ione|trice|tudine|anza|enza|ezza)$")
DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")  # "stop", "stopped"
MODALS = frozenset({"will", "would", "could", "may", "might", "must", "should", "can"})
ELIDED = frozenset({"l'", "l’", "un'", "un’"})  # articles of one thing alone
# "formatesi"; of verbs like "attendere" the plural ends so by itself
REFLEXIVE = re.compile(
    r"^(?!(?:dis)?attesi$|\w*(?:es|dis|pro|in|con|pre|por)tesi$)(\w+[ts][oaie])si$",
    re.IGNORECASE,
)
# subjunctive -> indicative, for auxiliaries and copulas
INDICATIVE = {
    "abbia": "ha", "abbiano": "hanno", "sia": "è", "siano": "sono", "avesse": "aveva",
    "avessero": "avevano", "fosse": "era", "fossero": "erano", "possa": "può", "possano": "possono",
    "debba": "deve", "debbano": "devono", "voglia": "vuole", "vogliano": "vogliono",
    "venga": "viene", "vengano": "vengono", "stia": "sta", "stiano": "stanno",
    "potesse": "poteva", "potessero": "potevano", "dovesse": "doveva", "dovessero": "dovevano",
    "volesse": "voleva", "volessero": "volevano",
    "faccia": "fa", "facciano": "fanno", "vada": "va", "vadano": "vanno",
    "stesse": "stava", "stessero": "stavano", "desse": "dava", "dessero": "davano",
    "rimanga": "rimane", "rimangano": "rimangono", "tenga": "tiene", "tengano": "tengono",
    "dia": "dà", "diano": "danno", "dica": "dice", "dicano": "dicono", "sappia": "sa",
    "riesca": "riesce", "esista": "esiste", "esistano": "esistono",
}  # fmt: skip

PRESENT_PARTICIPLES = {
    "provenient": ("proviene", "provengono"), "appartenent": ("appartiene", "appartengono"),
    "contenent": ("contiene", "contengono"), "riguardant": ("riguarda", "riguardano"),
    "raffigurant": ("raffigura", "raffigurano"), "avent": ("ha", "hanno"),
    "derivant": ("deriva", "derivano"), "recant": ("reca", "recano"),
}  # fmt: skip
GATHERED = frozenset({"riunit", "radunat", "accampat", "asserragliat"})  # by themselves
PAST_SUBJUNCTIVE = re.compile(r"([aei])sse(?:ro)?$")


def copula(language: str, plural: bool) -> str:
    """The present of to be."""
    if language == "it":
        return "sono" if plural else "è"
    return "are" if plural else "is"


def is_plural(tree: Tree, noun: int, mask: Mask) -> bool:
    """By its number, or because it is a list among the words of `mask`; a name is one thing."""
    listed = any(child in mask for child in tree.dependents(noun, "conj"))
    if tree.pos[noun] == "NUM" and tree.has(noun, "nmod"):  # "12 of them"
        return listed or tree.forms[noun].lower() not in ("one", "1", "uno", "una")
    if tree.language == "it" and tree.pos[noun] == "NUM" and tree.has(noun, "det"):  # "i cinque"
        return listed or "Number=Plur" in shown_morph(tree, noun)
    if any(tree.forms[i].lower() in ELIDED for i in tree.dependents(noun, "det")):
        return listed  # "l'uragano"
    counted = [tree.forms[i].lower() for i in tree.dependents(noun, "nummod") if i < noun]
    if tree.language == "it" and any(is_more_than_one(form) for form in counted):
        return listed or not tree.has(noun, "det") or "Number=Plur" in shown_morph(tree, noun)
    if tree.language == "it" and tree.pos[noun] == "NOUN" and "Number=" not in tree.morphs[noun]:
        return listed or any("Number=Plur" in tree.morphs[i] for i in tree.dependents(noun, "det"))
    return listed or (tree.pos[noun] != "PROPN" and "Number=Plur" in tree.morphs[noun])


def is_more_than_one(number: str) -> bool:
    """ "36", "quattro", no "1" and no "un"."""
    figure = number.isdigit() and number != "1"
    named = number.isalpha() and not number.startswith(("un", "mezz", "zero"))
    return figure or (named and not number.endswith(("enne", "enni")))


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
    label = tree.labels[participle]
    if label == "conj":  # "built in 1887 and closed in May"
        label = tree.labels[tree.heads[participle]]
    if label in ("conj", "ROOT") and not adjective:
        return ""
    if adjective or is_state(tree, participle, form, ENGLISH_STATES) or form.endswith("ing"):
        return "are" if plural else "is"
    if is_since_then(tree, participle):
        return "have been" if plural else "has been"
    return "were" if plural else "was"


def is_since_then(tree: Tree, participle: int) -> bool:
    """ "Listed in Milan since 2006", "shut since a crack was found": it still is."""
    return any(
        tree.forms[i].lower() == "since"
        for since in tree.dependents(participle, "obl", "advcl", "advmod")
        for i in (since, *tree.dependents(since, "case", "mark"))
    )


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
    if is_state(tree, participle, form[:-1], ITALIAN_STATES) or is_since(tree, participle):
        return be
    if form[:-1] in GATHERED:
        return f"si {be}"
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


def only_behind(tree: Tree, denial: int) -> int:
    """The "solo" of "non solo", "non ha solo", which deny nothing; 0 where there is none."""
    only = words(tree.language, "marks.only")
    forms = [form.lower() for form in tree.forms[denial + 1 : denial + 3]]
    if forms[:1] and forms[0] in only:
        return denial + 1
    helped = forms[1:] and forms[1] in only and tree.pos[denial + 1] == "AUX"
    return denial + 2 if helped else 0


def finite_ing(tree: Tree, word: int, *, past: bool, plural: bool) -> str | None:
    """ "causing" -> "caused" or "causes"; None for a word that isn't such a form."""
    lemma, form = tree.lemmas[word], tree.forms[word].lower()
    if form.endswith("ing") and lemma == form:
        known = clause_lexicon("en").reporting | english_pasts().keys()
        lemma = next((stem for stem in stems_of_ing(form) if stem in known), lemma)
    if (
        DOUBLING.search(lemma) and form == f"{lemma}ing"
    ):  # "fining" is of "fine", "finning" of "fin"
        lemma = f"{lemma}e"
    if form == "missing" and not tree.has(word, "obj"):  # "with its roof missing"
        be = ("were" if plural else "was") if past else ("are" if plural else "is")
        return f"{be} {form}"
    if not form.endswith("ing") or lemma.endswith("ing"):
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


def modal_above(tree: Tree, word: int) -> str:
    """The "will" of "buses will replace them, adding an hour"; "" where there is none."""
    verb, label = tree.heads[word], tree.labels[word]
    if label == "acl" and tree.labels[verb] in SUBJECTS and tree.forms[word - 1] == ",":
        verb, label = tree.heads[verb], "advcl"  # "a trial, involving 50 people, will begin"
    helping = tree.dependents(verb, "aux") if label == "advcl" else []
    return next((i for i in (tree.forms[j].lower() for j in helping) if i in MODALS), "")


def stems_of_ing(form: str) -> tuple[str, ...]:
    """What may be the infinitive of an English form: "warning" -> "warn", "warne"."""
    stem = form[: -len("ing")]
    doubled = stem[-2:-1] == stem[-1:]
    return (stem, f"{stem}e", stem[:-1]) if doubled else (stem, f"{stem}e")


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
    return f"{lemma}{lemma[-1]}ed" if DOUBLING.search(lemma) else f"{lemma}ed"


@lru_cache(maxsize=1)
def english_pasts() -> dict[str, str]:
    """Irregular past tenses (lexicon/verbs_en.toml)."""
    path = Path(__file__).parents[1] / "lexicon" / "verbs_en.toml"
    pasts: dict[str, str] = tomllib.loads(path.read_text("utf-8"))["pasts"]
    return pasts


def present_verb(form: str) -> str | None:
    """ "proveniente" -> "proviene": a present participle that is more verb than noun."""
    stem, ending = form.lower()[:-1], form[-1:]
    known = PRESENT_PARTICIPLES.get(stem)
    return known[ending == "i"] if known and ending in ("e", "i") else None


def indicative(form: str) -> str:
    """The indicative of a frequent verb's subjunctive; any other form as it is."""
    return INDICATIVE.get(form.lower(), form)


def past_indicative(form: str) -> str:
    """ "volessero" -> "volevano", behind a conjunction that asks for the subjunctive."""
    told = indicative(form)
    if told != form or not PAST_SUBJUNCTIVE.search(form):
        return told
    ending = "vano" if form.endswith("ro") else "va"
    return PAST_SUBJUNCTIVE.sub(rf"\g<1>{ending}", form)
