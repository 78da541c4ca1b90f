"""Italian gerunds as finite verbs: "causando" -> "ha causato" or "causa"."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.nlp.grammar.italian_futures import future_of
from claims.nlp.lexicon.italian_verbs import italian_verbs, past_participle

# with its pronouns; "abbandonata" is none
GERUND = re.compile(
    r"^(?P<stem>\w+?)(?P<vowel>[ae])ndo"
    r"(?P<clitics>(?:(?:si|ci|vi|mi|ti|gli|glie|se|me|te|ce|ve)?(?:lo|la|li|le|ne|si|ci|vi|mi|ti|gli)?))$"
)
# stems of gerunds whose infinitive is contracted: "proponendo" -> "proporre"
CONTRACTED = {"pon": "porre", "duc": "durre", "tra": "trarre"}
PRESENT_OF_GERUND = {
    "essendo": ("è", "sono"), "avendo": ("ha", "hanno"), "facendo": ("fa", "fanno"),
    "stando": ("sta", "stanno"), "dando": ("dà", "danno"), "andando": ("va", "vanno"),
    "potendo": ("può", "possono"), "dovendo": ("deve", "devono"), "volendo": ("vuole", "vogliono"),
    "venendo": ("viene", "vengono"), "tenendo": ("tiene", "tengono"), "dicendo": ("dice", "dicono"),
    "rimanendo": ("rimane", "rimangono"), "uscendo": ("esce", "escono"), "sapendo": ("sa", "sanno"),
    "salendo": ("sale", "salgono"), "cogliendo": ("coglie", "colgono"),
}  # fmt: skip

# verbs in -ere with a participle in -uto
REGULAR = (
    "essere",
    "ricevere", "vendere", "credere", "temere", "tenere", "avere", "sapere", "dovere", "potere",
    "volere", "battere", "ripetere", "sedere", "cadere", "cedere", "perdere", "crescere", "premere",
    "godere", "pendere", "tessere", "competere", "mietere", "compiere", "combere", "splendere",
    "conoscere", "piovere", "empiere", "riflettere", "vivere", "bere", "valere", "parere", "nere",
)  # fmt: skip
OBJECTS = frozenset({"lo", "la", "li", "le", "gli"})
PARTITIVES = frozenset({"ne", "ci", "vi"})
GIVEN = re.compile(r"glie(?P<thing>lo|la|li)$")
# what lasts is told in the imperfect: "pur sapendo" -> "sapeva"
IMPERFECTS = {"sapere": "sapeva", "potere": "poteva", "dovere": "doveva", "volere": "voleva"}


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
    form: str,
    lemma: str,
    *,
    past: bool,
    ending: str,
    has_object: bool = False,
    future: bool = False,
) -> tuple[str, str] | None:
    """(verb, object pronouns) in place of a gerund: "causando" -> "ha causato" or "causa".

    past: whether the clause that it hangs on tells of the past; future: of what will be.
    ending: o, a, i or e, as the subject's gender and number ask.
    """
    found = infinitive_of_gerund(form, lemma)
    if found is None:
        return None
    infinitive, clitics = found
    if future:
        return "si " * ("si" in clitics) + future_of(infinitive, ending in "ie"), clitics
    if past and infinitive in IMPERFECTS:
        return IMPERFECTS[infinitive] + ("no" if ending in "ie" else ""), clitics
    if past:
        participle = past_participle(infinitive)
        if participle is None or not is_sure(infinitive):
            return None
        return compound_past(infinitive, participle, clitics, ending, has_object), clitics
    present = present_of(form.lower().removesuffix(clitics), infinitive, ending in "ie")
    return ("si " * ("si" in clitics) + present, clitics) if present else None


def is_sure(infinitive: str) -> bool:
    """Whether a verb's participle is known: of "ferere", a lemma of the tagger's own, it isn't."""
    known = (*italian_verbs().participles, *REGULAR)
    return not infinitive.endswith("ere") or infinitive.endswith(known)


def with_object_pronoun(verb: str, clitic: str, *, has_object: bool) -> str:
    """The pronoun before a finite verb: "ha portato" with "la" -> "l'ha portata"; "" if none fits.

    has_object: whether the verb has another object, so that "le" is to her; else it may be them.
    """
    auxiliary, gap, participle = verb.rpartition(" ")
    if clitic in PARTITIVES:
        return f"{clitic} {verb}"
    given = GIVEN.match(clitic)
    if given is not None:  # "dandogliela" -> "gliel'ha data"
        told = with_object_pronoun(verb, given["thing"], has_object=True)
        return f"glie{told}" if told and given["thing"] != "le" else ""
    to_whom = clitic == "gli" or (clitic == "le" and has_object)
    unknown = clitic not in OBJECTS or (clitic == "le" and not has_object)
    if unknown or (gap and auxiliary not in ("ha", "hanno")):
        return ""
    if not gap or to_whom:
        return f"{clitic} {verb}"
    shown = f"{participle[:-1]}{clitic[-1]}"
    return f"l'{auxiliary} {shown}" if clitic in ("lo", "la") else f"{clitic} {auxiliary} {shown}"


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
