"""A text as a sentence: capital letter, single spaces, balanced marks, full stop."""

from __future__ import annotations

import re

PAIRS = {"«": "»", "“": "”", "(": ")", "[": "]", "‘": "’"}
QUOTES = frozenset("«“")
STRAIGHT = re.compile(r'"(?!(?<=\d")\d)')  # no second of a race ("7'18"32")
EDGES = " \t\r\n,;:–—-…"
FINAL = ".!?"
DOUBLED = re.compile(r"\s*,(?:\s*,)+")
SPOKEN = re.compile(r"[:,] '(?=\w[^']*(?:\w'\w[^']*)*$)")  # "she told him: 'You are …"
QUOTED = re.compile(
    r"\s'(?!em\b|til\b|cause\b)[A-Za-z][^']*\s[^']*$"
)  # "called it 'a slogan, not …"
ENDED = re.compile(r"(?<!\w)'$")
BRACKETED = re.compile(r"^\(([^()]+)\)\s")  # "(NYPD) è il dipartimento"
WRAPPED = re.compile(r"«[^«»]+»|“[^“”]+”|\"[^\"]+\"")  # all of it is one quotation
COMMA_AND_MARK = re.compile(r",\s*([.;:])")
BEFORE_MARK = re.compile(r"\s+([,;:.!?»”)\]])")
AFTER_MARK = re.compile(r"([«“(\[])\s+")
AUXILIARIES = 3  # words of "non è stato"


def finish(text: str) -> str:
    """Balanced marks, single spaces, a capital at the beginning and a stop at the end."""
    text = " ".join(balanced(text).split()).strip(EDGES)
    if (SPOKEN.search(text) or QUOTED.search(text)) and not ENDED.search(text):
        text += "'"
    if len(text) > 2 and WRAPPED.fullmatch(text.rstrip(FINAL)):
        text = text.rstrip(FINAL)[1:-1].rstrip(EDGES)
    if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1:
        text = text[1:-1]
    text = BRACKETED.sub(r"\1 ", text)
    text = AFTER_MARK.sub(r"\1", BEFORE_MARK.sub(r"\1", DOUBLED.sub(",", text)))
    text = COMMA_AND_MARK.sub(r"\1", text)
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text[-1] in FINAL else text + "."


def balanced(text: str) -> str:
    """Drop quotation marks and brackets that have lost their partner."""
    keep = [True] * len(text)
    stack: list[int] = []
    closers = set(PAIRS.values())
    for i, char in enumerate(text):
        if char in PAIRS:
            stack.append(i)
        elif char in closers and not is_apostrophe(text, i):
            if stack and PAIRS[text[stack[-1]]] == char:
                stack.pop()
            else:
                keep[i] = False
    runs_on = [i for i in stack if text[i] in QUOTES and text[:i].rstrip().endswith(":")]
    if len(stack) == 1 and runs_on and text[runs_on[0] + 1 :].strip():
        return closed(text, PAIRS[text[runs_on[0]]], keep)
    for i in stack:
        keep[i] = False
    straight = [found.start() for found in STRAIGHT.finditer(text)]
    unsure = [at for at in straight if not text[at - 1 : at].isdigit()]  # 18" of lead
    if len(straight) % 2 and unsure:
        keep[unsure[-1]] = False
    return "".join(char for char, kept in zip(text, keep, strict=True) if kept)


def closed(text: str, closer: str, keep: list[bool]) -> str:
    """A quotation that goes on in the article's next sentence, closed where the claim ends."""
    kept = "".join(char for char, stays in zip(text, keep, strict=True) if stays).rstrip(EDGES)
    return f"{kept}{closer}"


def is_apostrophe(text: str, at: int) -> bool:
    """Whether a closing single mark stands inside a word."""
    return text[at] == "’" and at > 0 and text[at - 1].isalpha()


def out_of_brackets(verb: str | None) -> str | None:
    """ "è (nota ai più)" -> "è nota ai più": what brackets held is the whole predicate now."""
    auxiliary, bracket, inner = (verb or "").partition("(")
    whole = bool(bracket) and inner.rstrip().endswith(")") and len(auxiliary.split()) <= AUXILIARIES
    return f"{auxiliary}{inner.rstrip()[:-1]}" if whole else verb
