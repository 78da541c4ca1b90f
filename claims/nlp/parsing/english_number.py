"""English asides that number tells of another noun: "shares in the firm, the largest maker".

One thing isn't several; a list of things is no apposition; an age lasts no five years.
"""

from __future__ import annotations

from claims.nlp.parsing.english_main_verbs import NOUNS, Arcs
from claims.nlp.parsing.english_relatives import is_several

COLLECTIVE = frozenset(
    {"pair", "duo", "trio", "group", "band", "couple", "team", "family", "crew", "lot", "majority",
     "minority", "number", "series", "set", "source", "sign", "symbol", "part", "record", "result"}
)  # fmt: skip
ARTICLES = frozenset({"a", "an", "the"})
SPANS = frozenset({"years", "months", "weeks", "days", "hours"})


def with_fitting_numbers(arcs: Arcs) -> None:
    """Hang appositions on the noun that agrees with them, and members of a list on the first."""
    for word, label in enumerate(arcs.labels):
        if label == "appos" and arcs.tags[word] == "NN" and is_one(arcs, word):
            if not join_list(arcs, word):
                give_single(arcs, word)
        elif arcs.forms[word].lower() == "aged":
            give_stretch(arcs, word)


def is_one(arcs: Arcs, noun: int) -> bool:
    """ "The largest maker", "a villa", without a word that means several."""
    led = any(arcs.forms[i].lower() in ARTICLES for i in arcs.children(noun))
    return led and arcs.forms[noun].lower() not in COLLECTIVE and not arcs.has(noun, "case")


def opening(arcs: Arcs, word: int) -> int:
    """Where a word's phrase begins."""
    return min(i for i in range(word + 1) if word in arcs.path(i))


def give_single(arcs: Arcs, noun: int) -> None:
    """ "Shares in Brunex, the maker of tyres": what stands next to the comma is the maker."""
    first, comma = arcs.heads[noun], opening(arcs, noun) - 1
    near = comma - 1
    if not is_several(arcs, first) or arcs.forms[comma] != "," or near <= first:
        return
    if arcs.has(noun, "conj") or arcs.pos[near] not in NOUNS or is_several(arcs, near):
        return
    led = arcs.heads[near] == first and arcs.labels[near] == "nmod"
    if led and noun not in arcs.path(near):
        arcs.heads[noun] = near


def join_list(arcs: Arcs, noun: int) -> bool:
    """ "Spent on horses, a villa in Spain and school fees": nothing closes a list but its verb."""
    first, comma = arcs.heads[noun], opening(arcs, noun) - 1
    end = max(i for i in range(noun, len(arcs.forms)) if noun in arcs.path(i))
    bare = is_several(arcs, first) and not arcs.has(first, "det", "nummod", "nmod:poss", "amod")
    joined = [i for i in range(noun, end) if arcs.labels[i] == "cc"]
    led = any(arcs.forms[i].lower() in ("a", "an") for i in arcs.children(noun))
    if not (bare and led and joined and arcs.forms[comma] == "," and comma == first + 1):
        return False
    if arcs.forms[end + 1 : end + 2] == [","]:
        return False
    arcs.labels[noun] = "conj"
    return True


def give_stretch(arcs: Arcs, aged: int) -> None:
    """ "Followed volunteers aged 60 to 79 for five years": the years are those of following."""
    verbs = [i for i in arcs.path(aged)[1:] if arcs.pos[i] == "VERB"]
    for time in arcs.children(aged):
        led = any(arcs.forms[i].lower() in ("for", "over") for i in arcs.children(time))
        if verbs and led and arcs.forms[time].lower() in SPANS and time > aged:
            arcs.heads[time] = verbs[0]
