"""Hand-labelled articles as trees with their claims as masks.

Each article is a JSON file: id, language, text, sentences [{start, end, label}], claims
[{statement, segments [[start, end]], must}], quotes, quantities, dates; offsets are code points.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import Mask, Tree, tree_of
from claims.nlp.weighing.check_worthiness import Judgement, judge
from claims.nlp.weighing.sentence_contexts import contexts_of

STOPPED = re.compile(r"[.!?…;][\s\"»”’')\]]*$")
WAITING = frozenset({"en-2", "wikinews-it-2"})  # with them claims came out no better (decision 31)
SHORT = 6  # words below which a line that ends in a colon or a quotation mark is a heading


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """`must` is False for a claim that only one of two labellers saw."""

    mask: Mask
    must: bool
    segments: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class GoldTree:
    """One sentence of an article; `heading` sentences get no claims in the product."""

    article: str
    language: str
    tree: Tree
    claims: list[GoldClaim]
    heading: bool
    judged: Judgement


def read_articles(folder: Path) -> list[dict]:
    """All articles of a folder in the order of their names."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def own_articles() -> list[dict]:
    """The project's own articles, by language: claim_texts/*.jsonl, one article a line.

    They have segments but no statements, and no dates, quantities or quotes.
    """
    return read_lines("claim_texts")


def wikinews_articles(texts: Path) -> list[dict]:
    """Wikinews articles that the project labelled: claim_labels/*.jsonl, as `own_articles`.

    texts: a file of articles, one a line with `id` and `text`; the labels hold none of their words.
    Raises ValueError where a text is missing or isn't the one that was labelled.
    """
    with texts.open(encoding="utf-8") as lines:
        known = {one["id"]: one["text"] for one in map(json.loads, lines)}
    labelled = read_lines("claim_labels")
    for article in labelled:
        article["text"] = known.get(article["id"], "")
        if checksum(article["text"]) != article["checksum"]:
            raise ValueError(f"{article['id']}: {texts} doesn't hold the text that was labelled")
    return labelled


def read_lines(folder: str) -> list[dict]:
    """One article a line; each says which file it is from."""
    files = sorted((Path(__file__).parent / folder).glob("*.jsonl"))
    return [
        json.loads(line) | {"file": path.stem}
        for path in files
        for line in path.read_text("utf-8").splitlines()
    ]


def checksum(text: str) -> str:
    """What tells a text from another edition of it."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def project_articles(wikinews: Path) -> list[dict]:
    """All that the project labelled; wikinews: as the texts of `wikinews_articles`."""
    return own_articles() + wikinews_articles(wikinews)


def taught_articles(wikinews: Path) -> list[dict]:
    """Those of `project_articles` that teach claims."""
    return [article for article in project_articles(wikinews) if article["file"] not in WAITING]


def gold_trees(article: dict) -> Iterator[GoldTree]:
    """Parse an article's sentences, as they were labelled, and attach their claims."""
    text, language = article["text"], article["language"]
    spans = [(s["start"], s["end"]) for s in article["sentences"]]
    sentences = [text[start:end] for start, end in spans]
    judged = judge(sentences, contexts=contexts_of(sentences, language))
    for sentence, pieces in enumerate(parse_sentences(text, language, spans)):
        start, end = spans[sentence]
        for offset, doc in pieces:
            tree = tree_of(doc, language, sentence, offset)
            yield GoldTree(
                article["id"],
                language,
                tree,
                [c for c in map(claim_reader(tree), article["claims"]) if c.mask],
                is_heading(text[start:end]),
                judged[sentence],
            )


def is_heading(sentence: str) -> bool:
    """A line without a full stop: its claims stand again in the article's body."""
    line = sentence.strip()
    if STOPPED.search(line):
        return False
    return len(line.split()) < SHORT if line[-1:] in (":", '"', "»", "”") else True


def claim_reader(tree: Tree) -> Callable[[dict], GoldClaim]:
    """A function that reads a labelled claim as a mask of the tree, empty if it lies elsewhere."""

    def read(claim: dict) -> GoldClaim:
        segments = tuple((s, e) for s, e in claim["segments"])
        words = frozenset(
            i
            for i in tree.words
            if any(tree.spans[i][0] < e and tree.spans[i][1] > s for s, e in segments)
        )
        return GoldClaim(words, claim.get("must", True), segments)

    return read
