"""Participles that tell how something is, not what was done to it: "gestito da X", "based in Y"."""

from __future__ import annotations

import re

from claims.nlp.parsing.tree import Tree

ENGLISH_STATES = frozenset(
    {"based", "located", "situated", "called", "named", "known", "owned", "due", "dated", "run",
     "ranked", "thought", "believed", "considered", "regarded", "headquartered", "nicknamed",
     "titled", "entitled", "surrounded", "estimated", "led"}
)  # fmt: skip
# participles without their ending that tell how something is, not what was done to it
ITALIAN_STATES = frozenset(
    {"situat", "ubicat", "compost", "denominat", "conosciut", "guidat", "presiedut", "impegnat",
     "previst", "format", "costituit", "dotat", "basat", "collocat", "abitat", "intitolat",
     "laureat", "diplomat",
     "sposat", "specializzat", "destinat", "contenut", "riservat", "iscritt", "quotat",
     "indagat", "detenut", "imbarcat", "incensurat", "controllat", "datat",
     "pensionat", "legat", "collegat", "dovut", "rivolt", "ispirat", "dedicat", "vestit", "unit",
     "convint", "provvist", "privat", "affett", "armat", "gremit", "chiamat", "dett", "not",
     "soprannominat", "considerat", "ritenut", "ambientat", "ormeggiat", "contrappost",
     "frequentat", "comandat", "gestit", "rett", "capitanat", "popolat", "circondat", "rivestit",
     "affacciat", "radicat", "concentrat", "dirett", "stimat", "riferit", "munit", "corredat",
     "equipaggiat", "attrezzat", "vietat", "attes", "conservat", "custodit", "sedut",
     "soddisfatt", "preoccupat", "amareggiat", "indignat"}
)  # fmt: skip
# of these what somebody did at a time: "composta nel 1787", "retta dal 1990 al 1994"
DEEDS_TOO = frozenset(
    {"run", "led", "called", "named", "known", "owned", "ranked", "nicknamed", "compost", "format",
     "costituit", "guidat", "presiedut", "controllat", "dedicat", "collocat", "chiamat", "dett",
     "soprannominat", "considerat", "ritenut", "frequentat", "comandat", "gestit", "rett",
     "capitanat", "dirett", "stimat", "vietat", "sposat", "indagat", "intitolat", "conservat",
     "custodit"}
)  # fmt: skip
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
AT_FIRST = frozenset(
    {"inizialmente", "temporaneamente", "dapprima", "prima", "poi", "allora", "subito",
     "successivamente", "initially", "first", "later", "then", "once", "briefly"}
)  # fmt: skip
OF_A_TIME = frozenset({"nel", "al", "tra", "fra", "fino", "in", "until", "to", "between", "during"})
SPANS = frozenset(
    {"anno", "mese", "settimana", "giorno", "ora", "tempo", "ieri", "decennio", "secolo"}
)


def is_state(tree: Tree, participle: int, stem: str, states: frozenset[str]) -> bool:
    """Whether a participle tells how something is: "gestito da X", not "gestito da X nel 2019"."""
    return stem in states and not (stem in DEEDS_TOO and is_of_a_time(tree, participle))


def is_of_a_time(tree: Tree, participle: int) -> bool:
    """Whether a year or "at first" stands beside a participle: what was done is done.

    Since a year something still is; to a year it was.
    """
    if any(tree.forms[i].lower() in AT_FIRST for i in tree.dependents(participle, "advmod")):
        return True
    times = [
        i
        for i in tree.dependents(participle, "obl", "obl:agent", "nmod", "nummod", "obl:mod")
        if YEAR.fullmatch(tree.forms[i])
        or any(YEAR.fullmatch(tree.forms[c]) for c in tree.children[i])
    ]
    led = {tree.forms[c].lower() for i in times for c in tree.dependents(i, "case")}
    return bool(led & OF_A_TIME)


def is_since(tree: Tree, participle: int) -> bool:
    """ "chiuso dal 2004", "chiuso da anni": it still is."""
    for time in tree.dependents(participle, "obl", "obl:agent"):
        since = any(tree.forms[i].lower().startswith("da") for i in tree.dependents(time, "case"))
        year = YEAR.fullmatch(tree.forms[time]) is not None
        if since and (year or tree.lemmas[time] in SPANS):
            return True
    return False
