"""Italian verbs whose form the tagger left open: what their ending tells."""

from __future__ import annotations

import re

_FINITE = re.compile(
    r"(?:[^\W\d_]{2,}(?:ò|ì|[aei]va|[aei]vano|[aei]vo|[aei]vi|iscono?|isce|[ei]rà|[ei]ranno|ebbero?"
    r"|[aei]ssero|[aei]rono|[aei]mo|mmo|[^i]ano|[^i]ono)|[^\W\d_]+[aei]sse)$",
    re.IGNORECASE,
)
GERUND = re.compile(r"[ae]ndo(?:[glmtcvsn]\w{1,5})?$", re.IGNORECASE)
_INFINITIVE = re.compile(r"[aei]r(?:e|si|l[aoei]|gli|ne|mi|ti|ci|vi)$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:[aiu]t|[nr]t|ss|[ao]s|tt|st|lt)[oaie](?:si)?$", re.IGNORECASE)
_AGREEING = re.compile(r"(?:[aiu]t|[nr]t|ss|[aeior]s|tt|st|lt)[oaie]$", re.IGNORECASE)
# remote pasts that end like a past subjunctive ("dicesse"); "corresse" is both
_REMOTE_PAST = re.compile(
    r"(?:(?:ri|pre|contrad|bene|male|in|inter|dis)?di|\w*scri|(?:con|soprav|ri)?vi|(?:ri)?e?le"
    r"|(?:at|sot|es|con|dis|ri|as|pro|de)?tra|prote|(?:sor)?re|dire|ere|reda|conce"
    r"|(?:af|in|con)fli|(?:af|pre|tra|scon|croci)fi|(?:es|im|re|sop|com|de|op)pre)sse(?:ro)?",
    re.IGNORECASE,
)
# remote pasts that end like participles: of "vincere" that is "vinte"
_NO_PARTICIPLE = re.compile(
    r"[^\W\d_]*(?:[oe]lse|[aeiu]nse|pose|mise|scosse|[cv]isse|[ed]isse|[bclv]ette|[bcl]evette"
    r"|ovette|cedette|credette|perdette|sedette|vendette|stette)"
)
# "scendo", "intendo": what I do; the gerunds are "scendendo", "intendendo"
_SPEAKING = re.compile(
    r"(?:(?:a|di|tra|con)?scendo|(?:ap|com|ri|sor|intra)?prendo|(?:ar)?rendo|(?:ri|s)?vendo"
    r"|(?:at|in|pre|con|dis|es|s|sot)?tendo|(?:di|of)fendo|spendo|(?:di|sos|ap)?pendo"
    r"|(?:ri)?accendo)",
    re.IGNORECASE,
)
_CLAUSES = frozenset({"ROOT", "conj", "parataxis", "ccomp", "acl:relcl"})


def with_verb_form(form: str, pos: str, morph: str, label: str) -> str:
    """The morphology of a token, with the verb form where a verb lacks it.

    A form that could be several things counts as finite only where it heads a clause and the
    tagger saw neither gender nor number.
    """
    if pos == "VERB" and label == "acl" and "VerbForm=Fin" in morph and _AGREEING.search(form):
        return participle_morph(form)
    if "Mood=Sub" in morph and _REMOTE_PAST.fullmatch(form):
        return morph.replace("Mood=Sub", "Mood=Ind").replace("Tense=Imp", "Tense=Past")
    if pos == "VERB" and "VerbForm=Fin" not in morph and _NO_PARTICIPLE.fullmatch(form.lower()):
        return finite_morph(form)
    if pos == "VERB" and "VerbForm=Fin" not in morph and _SPEAKING.fullmatch(form):
        return finite_morph(form)
    if pos not in ("VERB", "AUX") or "VerbForm=" in morph:
        return morph
    if _FINITE.search(form):
        return finite_morph(form)
    for pattern, name in ((GERUND, "Ger"), (_INFINITIVE, "Inf"), (_PARTICIPLE, "Part")):
        if pattern.search(form):
            return "|".join(part for part in (morph, f"VerbForm={name}") if part)
    return finite_morph(form) if not morph and label in _CLAUSES else morph


def finite_morph(form: str) -> str:
    """Number and person as far as the ending shows them."""
    low = form.lower()
    number = "Plur" if low.endswith(("no", "ro", "mo")) else "Sing"
    speaks = low.endswith("o") and not low.endswith(("no", "ero"))  # "dipingo", "facciamo"
    person = "1" if speaks else "3"
    return f"Mood=Ind|Number={number}|Person={person}|VerbForm=Fin"


def participle_morph(form: str) -> str:
    """Gender and number of a participle that was taken for a verb form of its own ("sospese")."""
    ending = form[-1].lower()
    gender, number = ("Fem" if ending in "ae" else "Masc"), ("Plur" if ending in "ei" else "Sing")
    return f"Gender={gender}|Number={number}|Tense=Past|VerbForm=Part"
