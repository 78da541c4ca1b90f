"""What an Italian says of themselves, told of them: "Ho chiamato" -> "Ada Neri ha chiamato".

One speaker only ("io", not "noi"), and only where the claim's own verb is theirs and each word that
changes is sure: the rest keeps the speaker's voice.
"""

from __future__ import annotations

import re

from claims.nlp.grammar.persons import is_mine, is_personal
from claims.nlp.grammar.statement import Statement
from claims.nlp.lexicon.italian_verbs import italian_verbs
from claims.nlp.parsing.tree import SUBJECTS, VERBAL_CHILDREN, Tree

OWN = {"mio": "suo", "mia": "sua", "miei": "suoi", "mie": "sue"}
IRREGULAR = {
    "ho": "ha", "sono": "è", "ero": "era", "sto": "sta", "do": "dà", "vado": "va", "faccio": "fa",
    "dico": "dice", "so": "sa", "posso": "può", "devo": "deve", "voglio": "vuole", "vengo": "viene",
    "tengo": "tiene", "esco": "esce", "bevo": "beve", "muoio": "muore", "rimango": "rimane",
    "riesco": "riesce", "scelgo": "sceglie", "traggo": "trae", "propongo": "propone",
    "mantengo": "mantiene", "ottengo": "ottiene", "sostengo": "sostiene", "ritengo": "ritiene",
}  # fmt: skip
# future and conditional: one ending for all verbs
ENDINGS = (("rò", "rà"), ("rei", "rebbe"))
PAST = frozenset(
    {"avevo", "facevo", "dicevo", "potevo", "dovevo", "volevo", "sapevo", "vedevo", "credevo",
     "vivevo", "tenevo", "conoscevo", "leggevo", "vendevo", "prendevo", "scrivevo", "venivo",
     "sentivo", "dormivo", "uscivo", "partivo", "capivo"}
)  # fmt: skip
ARTICLES = frozenset({"Il", "Lo", "La", "I", "Gli", "Le", "The"})
ENCLITIC = re.compile(r"(?:[rn]|ndo|t[oaie])(?:mi|me(?:lo|la|li|le|ne))$")


def italian_third_person(statement: Statement, name: str) -> dict[int, str] | None:
    """What stands in the place of the claim's words of the first person; None where it isn't sure.

    name: the speaker's, in full; it takes the place of "io". Without "io" the claim has yet to
    get its subject.
    """
    tree = statement.tree
    if not name[:1].isupper() or name.split()[0] in ARTICLES or not is_speakers_deed(statement):
        return None
    found: dict[int, str] = {}
    for word in sorted(statement.mask):
        if not is_personal(tree, (word,)):
            if ENCLITIC.search(tree.forms[word].lower()):
                return None
            continue
        told = told_of(tree, word, name)
        if told is None:
            return None
        found[word] = told
    if list(found.values()).count(name) > 1:
        return None
    return lowered_opening(statement) | found


def lowered_opening(statement: Statement) -> dict[int, str]:
    """The first word without the sentence's capital, as the speaker's name may stand before it."""
    tree, first = statement.tree, min(statement.mask)
    form = tree.forms[first]
    named = tree.pos[first] == "PROPN" or bool(tree.entities[first]) or form[1:2].isupper()
    return {} if named else {first: form.lower()}


def is_speakers_deed(statement: Statement) -> bool:
    """Whether the claim's own verb is in the first person, and nobody else is its subject."""
    tree, head = statement.tree, statement.head
    verb = finite_word(tree, head)
    first = verb is not None and verb in statement.mask and is_mine(tree, verb)
    labels = SUBJECTS - {"expl"}
    subjects = [i for i in tree.dependents(head, *labels) if i in statement.mask]
    alone = all(tree.forms[i].lower() == "io" for i in subjects)
    return first and alone and head in statement.mask and not statement.outside


def finite_word(tree: Tree, head: int) -> int | None:
    """The word that agrees with the subject: the first auxiliary, or the verb itself."""
    group = sorted([*tree.dependents(head, *VERBAL_CHILDREN), head])
    return next((i for i in group if "VerbForm=Fin" in tree.morphs[i]), None)


def told_of(tree: Tree, word: int, name: str) -> str | None:
    """One word of the first person as it stands when it is told of the speaker."""
    form = tree.forms[word].lower()
    if form == "io":
        return name if tree.labels[word] in SUBJECTS else None
    if form in OWN:
        return OWN[form]
    if form == "mi":
        return "si" if reflects(tree, word) else None
    return third_form(tree, word) if is_mine(tree, word) else None


def reflects(tree: Tree, clitic: int) -> bool:
    """Whether "mi" and the subject of its verb are the same: "mi sono fermato", "mi fermo"."""
    verb = tree.heads[clitic]
    finite = finite_word(tree, verb)
    return finite is not None and is_mine(tree, finite)


def third_form(tree: Tree, word: int) -> str | None:
    """A verb's form for "lei": irregular, by its ending, or of a regular present."""
    form, lemma = tree.forms[word].lower(), tree.lemmas[word].lower()
    if form in IRREGULAR:
        return IRREGULAR[form]
    stem, ending = lemma[:-3], lemma[-3:]
    if form == f"{stem}o":
        plain = lemma in italian_verbs().without_isc
        return f"{stem}{'a' if ending == 'are' else 'e'}" if ending != "ire" or plain else None
    if form == f"{stem}isco":
        return f"{stem}isce"
    if form == f"{stem}ò" or not lemma.endswith("re"):
        return None  # "celebrò" is somebody else's
    if form.endswith("vo"):  # "lavoravo"; "ricevo" is taken for a past of "ricere"
        past = form.endswith("avo") and lemma == f"{form[:-2]}re"
        return f"{form[:-1]}a" if past or form in PAST else None
    return next((form[: -len(e)] + theirs for e, theirs in ENDINGS if form.endswith(e)), None)
