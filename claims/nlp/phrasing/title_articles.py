"""The article of what a name is said to be: "la scienziata X" tells that X is *a* scientist."""

from __future__ import annotations

import re

from claims.nlp.grammar.phrases import indefinite, with_article
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import Mask, Tree
from claims.nlp.referring.referents import FEMALE, gender_of_person

# one person at a time holds them: "X is mayor" needs no article
OFFICES = frozenset(
    {"mayor", "chairman", "chairwoman", "chair", "president", "ceo", "director", "secretary",
     "minister", "leader", "governor", "captain", "coach", "manager", "head", "chief", "boss",
     "executive", "editor", "treasurer", "speaker", "chancellor", "king", "queen", "pope"}
)  # fmt: skip
ITALIAN_OFFICES = frozenset(
    {"presidente", "vicepresidente", "ministro", "ministra", "viceministro", "viceministra",
     "sottosegretario", "sottosegretaria", "sindaco", "sindaca", "vicesindaco", "vicesindaca",
     "premier", "assessore", "assessora", "governatore", "governatrice", "segretario", "segretaria",
     "direttore", "direttrice", "prefetto", "prefetta", "questore", "rettore", "rettrice",
     "cancelliere", "cancelliera", "papa", "pontefice", "re", "regina", "ceo", "ad", "portavoce",
     "amministratore", "amministratrice", "leader", "capo", "capogruppo", "garante", "tesoriere",
     "commissario", "commissaria", "procuratore", "procuratrice", "comandante", "pubblico",
     "fondatore", "fondatrice", "cofondatore", "cofondatrice", "proprietario", "proprietaria",
     "titolare", "autore", "autrice", "inventore", "capitale", "moglie", "marito", "padre", "madre",
     "figlio", "figlia", "fratello", "sorella", "nonno", "nonna", "zio", "zia", "suocero",
     "genitore", "coniuge",
     "allenatore", "allenatrice", "capitano", "titolo", "amministrazione", "candidato", "candidata"}
)  # fmt: skip
# what makes a title one thing's: "the first woman", "il nuovo modello"
KIN = frozenset(
    {"compagno", "compagna", "nipote", "cugino", "cugina", "cognato", "cognata", "suocero",
     "suocera", "fidanzato", "fidanzata", "convivente", "vedovo", "vedova", "zio", "zia", "nonno",
     "nonna", "figlio", "figlia", "fratello", "sorella", "padre", "madre", "marito", "moglie"}
)  # fmt: skip
SINGLING = frozenset(
    {"primo", "prima", "secondo", "seconda", "terzo", "terza", "ultimo", "ultima", "unico", "unica",
     "solo", "sola", "nuovo", "nuova", "attuale", "principale", "maggiore", "minore", "massimo",
     "massima", "stesso", "stessa", "più", "miglior", "migliore", "peggiore", "prossimo",
     "prossima", "scorso", "scorsa", "precedente", "vero", "vera", "suo", "sua", "loro", "altro",
     "altra", "first", "second", "third", "last", "only", "sole", "new", "current", "present",
     "main", "same", "most", "best", "worst", "next", "previous", "other", "incumbent", "then"}
)  # fmt: skip

# said of somebody or something without an article: "è sede di", "è socio di"
UNCOUNTED = frozenset(
    {"sede", "motivo", "causa", "parte", "protagonista", "vittima", "membro", "oggetto", "frutto",
     "segno", "meta", "compagno", "compagna", "socio", "socia", "primario", "opera", "erede",
     "vincitore", "vincitrice", "responsabile", "testimone", "braccio", "incinta", "teatro",
     "patrimonio", "simbolo", "difensore"}
)  # fmt: skip

# acts and qualities: no one is one
ABSTRACT = re.compile(r"(?:[zs]ion[ei]|tà|ment[oi]|ism[oi]|[ea]nz[ae]|tudin[ei]|ezz[ae]|ity|ness)$")
FEMALE_ENDINGS = ("trice", "essa", "startup", "start-up")
MALE = re.compile(r"tore$")  # whatever the tagger makes of "l'attore"
WOMAN = re.compile(r"(?:trice|essa)$")
BARE_TITLES = frozenset(
    {"Judge", "Justice", "Magistrate", "Prosecutor", "Professor", "Detective", "Inspector",
     "Sergeant", "Constable", "Officer", "Sheriff", "Colonel", "Major", "Lieutenant", "Admiral",
     "Bishop", "Archbishop", "Cardinal", "Rabbi", "Imam", "Senator", "Councillor", "Councilor",
     "Councilman", "Councilwoman", "Congressman", "Congresswoman", "Alderman", "Churchwarden"}
)  # fmt: skip
TRADES = ("ist", "grapher", "ician")
SEATS = frozenset({"capitale", "nazionale"})  # there is one
UNCUT = {
    "capitan": "capitano", "cardinal": "cardinale", "general": "generale",
    "professor": "professore", "dottor": "dottore", "ingegner": "ingegnere", "signor": "signore",
}  # fmt: skip


def one_of_its_kind(tree: Tree, title: list[int], predicate: str, name: str) -> str:
    """ "la scienziata X" -> "(X è) una scienziata"; "il ministro X" -> "(X è) il ministro".

    The article of a title points at the name behind it, and not at the only one there is. It is
    kept for offices, and where a complement or an adjective makes the title one person's.
    """
    top = noun_of_title(tree, title)
    predicate = without_late(predicate)
    if tree.language == "en" and predicate in BARE_TITLES:
        return with_article(indefinite_article(tree, title, predicate, name), predicate.lower())
    definite, rest = parted_article(predicate, tree.language)
    words_of_title = {tree.forms[i].lower() for i in title} | {tree.lemmas[i] for i in title}
    complements = [i for i in title if i != top and tree.labels[i] in ("nmod", "nmod:poss")]
    if is_several(tree, top) and tree.language == "it" and definite and not complements:
        kin = offices("it") & {tree.lemmas[top]}
        return predicate if kin else rest  # "(X e Y sono) attori"
    kept = is_several(tree, top) or bool(complements) or has_named_another(tree, top)
    kept = kept or bool(words_of_title & (SINGLING | KIN | offices(tree.language)))
    if not definite or not rest or kept or not may_be_one_of_many(tree, top, title):
        return predicate
    rest = UNCUT.get(rest, rest)
    return with_article(indefinite_article(tree, title, rest, name), rest)


def without_late(predicate: str) -> str:
    """ "The late novelist": who "was" the novelist has been told dead."""
    return re.sub(r"^(the )late ", r"\1", predicate, flags=re.IGNORECASE)


def has_named_another(tree: Tree, title: int) -> bool:
    """ "Il difensore, l'avvocato Pietro Sole": the defender of the case, and a lawyer."""
    told = [i for i in tree.dependents(title, "appos") if tree.pos[i] == "NOUN" and i > title]
    return tree.language == "it" and any(tree.forms[title + 1] == "," for _ in told)


def noun_of_title(tree: Tree, title: list[int]) -> int:
    """The word that tells what a name's bearer is; in English each word hangs on the name."""
    tops = [i for i in title if tree.heads[i] not in title and tree.pos[i] in ("NOUN", "ADJ")]
    return tops[-1] if tops else top_of(tree, frozenset(title))


def may_be_one_of_many(tree: Tree, top: int, title: list[int]) -> bool:
    """A noun; in English a trade ("the painter"), or with its sort ("the Dutch baker")."""
    told = any(i < top and tree.labels[i] != "det" for i in title)
    told = told or tree.language == "it" or is_trade(tree.forms[top].lower())
    return tree.pos[top] in ("NOUN", "ADJ", "PROPN") and told


def is_trade(noun: str) -> bool:
    """Whether an English noun says what many are: "novelist", "consultancy", not "owner"."""
    return noun in words("en", "names.trades") or noun.endswith(TRADES)


def parted_article(text: str, language: str) -> tuple[str, str]:
    """A phrase's definite article, "" where it has none, and the rest."""
    first, _, rest = text.partition(" ")
    if text[:2].lower() in ("l'", "l’") and language == "it":
        return text[:2], text[2:]
    if first.lower() in (("the",) if language == "en" else ("il", "lo", "la", "i", "gli", "le")):
        return first, rest
    return "", text


def a_thing(tree: Tree, mask: Mask, predicate: str) -> str:
    """ "X, società di Tarvia" -> "(X è) una società di Tarvia", in Italian.

    People need an article where words tell what sort of pianist they are ("un pianista russo").
    """
    inside, top = sorted(mask), top_of(tree, mask)
    if tree.language != "it" or tree.pos[top] != "NOUN" or "Number=Plur" in tree.morphs[top]:
        return predicate
    words_of_phrase = {tree.forms[i].lower() for i in inside}
    kinds = ("names.org_heads", "names.org_nouns", "names.place_heads")
    thing = any(tree.lemmas[top] in words("it", kind) for kind in kinds)
    bare = not any(tree.labels[i].startswith(("det", "nummod", "case")) for i in inside if i <= top)
    bare = bare and not parted_article(predicate, "it")[0]
    if not bare or words_of_phrase & (SINGLING | SEATS):
        return predicate
    if not thing and not is_one_of_a_sort(tree, inside, top):
        return predicate
    if not thing:
        return with_article(indefinite(predicate, feminine=is_feminine(tree, top)), predicate)
    return with_article(indefinite_article(tree, [top], predicate, ""), predicate)


def is_one_of_a_sort(tree: Tree, inside: list[int], top: int) -> bool:
    """A noun that an adjective, "ex" or a complement tells the sort of; no office, no quality."""
    named = {tree.lemmas[i] for i in inside} | {tree.forms[i].lower() for i in inside}
    if (
        not shows_gender(tree, top)
        or named & (ITALIAN_OFFICES | UNCOUNTED)
        or ABSTRACT.search(tree.forms[top].lower())
    ):
        return False
    if tree.pos[inside[0]] not in ("NOUN", "ADJ") and tree.forms[inside[0]].lower() != "ex":
        return False
    adjectives = [i for i in inside if tree.heads[i] == top and tree.labels[i] == "amod"]
    sorts = [i for i in inside if tree.heads[i] == top and tells_sort(tree, i)]
    return bool(adjectives or sorts) or tree.forms[inside[0]].lower() == "ex"


def shows_gender(tree: Tree, noun: int) -> bool:
    """Whether a noun's ending says the same as the tagger, which is wrong of "maestra" at times."""
    form, feminine = tree.forms[noun].lower(), "Gender=Fem" in tree.morphs[noun]
    if form.endswith("ista") or form.endswith(FEMALE_ENDINGS):
        return not form.endswith("ista")
    return {"a": feminine, "o": not feminine}.get(form[-1:], True)


def is_feminine(tree: Tree, noun: int) -> bool:
    """By the ending where it tells, else by the tagger."""
    return tree.forms[noun].lower().endswith(FEMALE_ENDINGS) or "Gender=Fem" in tree.morphs[noun]


def tells_sort(tree: Tree, word: int) -> bool:
    """ "di pallacanestro", "di 29 anni"; "di Tarvia" and "dell'auto" make it the only one."""
    cases = [tree.forms[i].lower() for i in tree.dependents(word, "case")]
    named = tree.pos[word] == "PROPN" or tree.has(word, "det", "flat", "flat:name", "appos")
    return tree.labels[word] == "nmod" and cases in (["di"], ["d'"], ["d’"]) and not named


def offices(language: str) -> frozenset[str]:
    """Words for what one person at a time is."""
    return OFFICES if language == "en" else ITALIAN_OFFICES


def indefinite_article(tree: Tree, title: list[int], rest: str, name: str) -> str:
    """The indefinite article before the words that follow; a name may tell a noun's gender."""
    if tree.language == "en":
        return "an" if rest[:1].lower() in "aeio" else "a"
    shown = [tree.morphs[i] for i in title if "Gender=" in tree.morphs[i]]
    feminine = bool(shown) and "Gender=Fem" in shown[0] and not MALE.search(rest.split()[0])
    if tree.language == "it" and WOMAN.search(rest.split()[0]):
        feminine = True
    elif not shown and name:
        feminine = gender_of_person(name) == FEMALE
    return indefinite(rest, feminine=feminine)


def is_several(tree: Tree, title: int) -> bool:
    """Whether a title is in the plural, as its article says before its own ending does."""
    articles = [
        tree.morphs[i] for i in tree.dependents(title, "det") if "Number=" in tree.morphs[i]
    ]
    return "Number=Plur" in (articles[0] if articles else tree.morphs[title])


def top_of(tree: Tree, mask: Mask) -> int:
    """The word of a mask that governs the others."""
    return min(mask, key=lambda i: (tree.depths[i], i))
