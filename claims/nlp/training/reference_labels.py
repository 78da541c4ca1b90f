"""What pointing words mean in English articles, labelled by hand.

reference_labels.jsonl: one article a line, {"id", "meant": [[start, words], ...]}. `start` is the
pointing word's place in code points; `words` are parted by "|", any of them names what it means;
NOTHING for a word that means no noun ("it" of "it is clear").
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from claims.nlp.parsing.tree import Tree
from claims.nlp.referring.anaphors import PRONOUNS, Anaphor
from claims.nlp.referring.referents import Referent

FILE = Path(__file__).with_name("reference_labels.jsonl")
NOTHING = "-"
OWNER = re.compile(r"['’]s\b")
WORD = re.compile(r"[\w'’-]+")


@lru_cache(maxsize=1)
def reference_labels() -> dict[str, dict[int, frozenset[str]]]:
    """By article: the place of a pointing word -> words for what it means, lower case."""
    articles = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return {
        article["id"]: {start: words_of(words) for start, words in article["meant"]}
        for article in articles
    }


def words_of(label: str) -> frozenset[str]:
    """A label's words; none for NOTHING."""
    return frozenset(label.lower().split("|")) - {NOTHING}


def is_labelled(article: str, tree: Tree, anaphor: Anaphor) -> bool:
    """Whether somebody said what a pointing word of an article means."""
    known = anaphor.kind in PRONOUNS and article in reference_labels()
    return known and tree.spans[anaphor.word][0] in reference_labels()[article]


def is_meant(article: str, tree: Tree, anaphor: Anaphor, referent: Referent) -> bool:
    """Whether the label of a labelled word names a referent."""
    words = reference_labels()[article][tree.spans[anaphor.word][0]]
    return bool(words & named_by(referent))


def named_by(referent: Referent) -> set[str]:
    """The words of a referent's name, lower case, with its noun's lemma."""
    text = OWNER.sub("", referent.text.lower())
    return {*WORD.findall(text), *WORD.findall(referent.text.lower()), referent.lemma.lower()}
