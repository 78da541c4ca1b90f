"""Surface forms of the verbs of saying, made from the infinitives of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.nlp.lexicon import words

CLITICS = frozenset({"la", "lo", "le", "l'", "li", "gli"})
BEHIND_VERB = frozenset({"il", "lo", "la", "l'", "i", "gli", "le", "un", "una", "uno"})
_PASSIVE = frozenset({
    "stato", "stata", "stati", "state", "viene", "vengono", "veniva", "venivano", "venne",
    "been", "was", "were", "is", "are",
})  # fmt: skip
_INFINITIVES = frozenset(
    [
        "dire",
        "rispondere",
        "commentare",
        "osservare",
        "spiegare",
        "ricordare",
        "ribadire",
        "ripetere",
    ]
)
_DEGREES = frozenset(["più", "meno", "meglio"])
_TAKES_VERB = frozenset(["che", "chi", "non", "si", "ce", "me", "te", "se", "quale"])
_IT_ENDINGS = {
    "are": "a ano ava avano ò arono erà eranno erebbe ato ata ati ate ando asse",
    "ere": "e ono eva evano é ette ettero erà eranno erebbe uto uta uti endo",
    "ire": "e isce ono iscono iva ivano ì irono irà iranno irebbe ito ita iti endo",
}
_IT_IRREGULAR = {
    "dire": "dice dicono diceva dicevano disse dissero dirà diranno detto detti dicendo dica",
    "scrivere": "scrive scrivono scriveva scrivevano scrisse scrissero scritto scrivendo",
    "leggere": "legge leggeva lesse letto leggono leggendo",
    "aggiungere": "aggiunge aggiungono aggiungeva aggiunse aggiunsero aggiunto aggiungendo",
    "rispondere": "risponde rispondono rispondeva rispose risposero risposto rispondendo",
    "concludere": "conclude concludono concludeva concluse conclusero concluso concludendo",
    "chiedere": "chiede chiedono chiedeva chiese chiesero chiesto chiedendo",
    "ammettere": "ammette ammettono ammetteva ammise ammisero ammesso ammettendo",
    "promettere": "promette promettono prometteva promise promisero promesso promettendo",
    "sostenere": "sostiene sostengono sosteneva sostenevano sostenne sostennero sostenuto",
    "ritenere": "ritiene ritengono riteneva ritenevano ritenne ritenuto ritenendo",
    "insistere": "insiste insistono insisteva insistette insistito insistendo",
    "riconoscere": "riconosce riconoscono riconosceva riconobbe riconosciuto riconoscendo",
    "difendere": "difende difendono difendeva difese difeso difendendo",
    "intervenire": "interviene intervengono interveniva intervenne intervenuto intervenendo",
    "prevedere": "prevede prevedono prevedeva previde previsto prevedendo",
    "descrivere": "descrive descrivono descriveva descrisse descritto descrivendo",
    "proseguire": "prosegue proseguono proseguiva proseguì proseguito proseguendo",
    "avvertire": "avverte avvertono avvertiva avvertì avvertito avvertendo",
    "riferire": "riferisce riferiscono riferiva riferì riferito riferendo",
    "suggerire": "suggerisce suggeriscono suggeriva suggerì suggerito suggerendo",
    "definire": "definisce definiscono definiva definì definirono definito definendo definendolo",
    "deporre": "depone deponeva depose deposto deponendo",
    "esprimere": "esprime esprimono esprimeva espresse espressero espresso espressa esprimendo",
    "ridere": "ride ridono",
    "sorridere": "sorride sorridono sorrise sorridendo",
    "supporre": "suppone suppongono supponeva supposto supponendo",
    "controbattere": "controbatte controbattono controbatteva controbattuto",
    "inveire": "inveisce inveiscono inveiva inveì inveito inveendo",
    "valutare": "valuta valutano valutava valutò valutato valutando",
    "frenare": "frena frenano frenava frenò frenato frenando",
    "spiegare": "spiega spiegano spiegava spiegavano spiegò spiegarono spiegato spiegando",
}
_EN_IRREGULAR = {
    "say": "say says said saying",
    "call": "call calls called calling",
    "argue": "argue argues argued arguing",
    "describe": "describe describes described describing",
    "warn": "warn warns warned warning",
    "insist": "insist insists insisted insisting",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "go": "goes",
    "cry": "cries cried crying",
    "deny": "denies denied denying",
    "reply": "replies replied replying",
    "read": "reads read reading",
    "think": "think thinks thought",
    "swear": "swears swore",
    "find": "finds found",
    "put": "puts put",
    "begin": "begins began",
    "quip": "quips quipped quipping",
    "dub": "dubs dubbed",
    "snap": "snaps snapped",
    "nod": "nods nodded",
    "grin": "grins grinned",
    "beg": "begs begged",
    "plead": "pleads pleaded pled",
    "teach": "taught",
    "sing": "sings sang",
    "vow": "vows vowed vowing",
    "concede": "concedes conceded conceding",
    "testify": "testifies testified testifying",
    "emphasise": "emphasises emphasised emphasising",
    "slam": "slams slammed",
    "shrug": "shrugs shrugged",
    "weep": "weeps wept weeping",
    "sob": "sobs sobbed sobbing",
    "point": "points pointed",
    "decline": "declines declined",
    "reason": "reasons reasoned",
    "rage": "rages raged",
    "bark": "barks barked",
    "beam": "beams beamed",
    "deem": "deems deemed",
}


@lru_cache(maxsize=4)
def speech_verbs(language: str) -> frozenset[str]:
    """All forms, lower case: finite ones, participles and gerunds."""
    make = _italian_forms if language == "it" else _english_forms
    return frozenset(form for verb in words(language, "attribution.verbs") for form in make(verb))


def _italian_forms(verb: str) -> list[str]:
    if verb in _IT_IRREGULAR:
        return _IT_IRREGULAR[verb].split()
    stem, ending = verb[:-3], verb[-3:]
    forms = [stem + e for e in _IT_ENDINGS[ending].split()]
    if ending == "are" and stem.endswith("i"):
        return [f.replace("iie", "ie").replace("ierà", "erà") for f in forms]
    return forms


def _english_forms(verb: str) -> list[str]:
    if verb in _EN_IRREGULAR:
        return _EN_IRREGULAR[verb].split()
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith(("s", "sh", "ch", "x")):
        return [verb + "es", verb + "ed", verb + "ing"]
    if verb.endswith("mit"):
        return [verb + "s", verb + "ted", verb + "ting"]
    return [verb + "s", verb + "ed", verb + "ing"]


def is_speech_verb(tokens: Sequence[re.Match[str]], i: int, language: str) -> bool:
    """Whether token `i` is a verb of saying, and no noun that looks like one.

    "La replica", "a note": such nouns stand behind an article.
    """
    word = tokens[i].group().lower()
    before = tokens[i - 1].group().lower().replace("’", "'") if i else ""
    if before in _DEGREES and word.endswith("o"):
        return False  # "lo slogan più ripetuto"
    if word == "verbale" and before == "a" and i > 1:
        return tokens[i - 2].group().lower() in words(language, "attribution.phrase_first")
    if before in words(language, "attribution.phrase_first"):
        return word in words(language, "attribution.phrase_second")
    if word not in speech_verbs(language):
        return language == "it" and (_keeps_to(tokens, i) or _said_of_it(tokens, i))
    if before not in words(language, "attribution.noun_before"):
        return True
    return before in CLITICS and (_is_never_noun(word) or _takes_object(tokens, i))


def is_passive(tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the subject of the verb, the last token, is spoken of ("è stato definito")."""
    if len(tokens) < 2 or tokens[-1].group().lower().endswith("ing"):
        return False
    return tokens[-2].group().lower() in _PASSIVE


def _said_of_it(tokens: Sequence[re.Match[str]], i: int) -> bool:
    """ "è stata definita": the participle agrees with what is spoken of."""
    word = tokens[i].group().lower()
    return is_passive(tokens[: i + 1]) and word[:-1] + "o" in speech_verbs("it")


def _keeps_to(tokens: Sequence[re.Match[str]], i: int) -> bool:
    """ "si è limitato a un «vedremo»", "«...», si limita a dire X"."""
    behind = [t.group().lower().replace("’", "'") for t in tokens[i + 1 :]]
    reflexive = any(t.group().lower() == "si" for t in tokens[max(0, i - 2) : i])
    if not tokens[i].group().lower().startswith("limit") or not reflexive:
        return False
    if len(behind) < 2 or behind[0] not in ("a", "ad"):
        return False
    return behind[1:] in (["un"], ["uno"], ["una"]) or behind[1] in _INFINITIVES


def _is_never_noun(word: str) -> bool:
    """ "lo accusano", "la definisce": behind a clitic such a form is a verb."""
    return word.endswith(("ndo", "ano", "ono", "isce", "ò", "ì"))


def _takes_object(tokens: Sequence[re.Match[str]], i: int) -> bool:
    """ "«…», la ricorda il sindaco": a pronoun, the verb and its subject, no "la replica di X"."""
    lead = tokens[i - 2].group() if i > 1 else ","
    if lead.lower() in _TAKES_VERB:
        return True  # "che lo giudica «...»"
    opens = not lead[0].isalpha()
    behind = tokens[i + 1].group() if i + 1 < len(tokens) else ""
    return opens and (behind[:1].isupper() or behind.lower().replace("’", "'") in BEHIND_VERB)
