"""The Italian parser, as the splitter uses it, against a treebank of Universal Dependencies."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from claims.nlp.parsing.biaffine import Parse
from claims.nlp.parsing.pipeline import parse_batch, pipeline_for
from claims.nlp.scoring.parser_scores import ParseScores, score
from claims.nlp.scoring.parser_treebanks import TreeSentence, read_file


def score_treebank(path: Path) -> ParseScores:
    """Parse the words of a CoNLL-U file as they were labelled, so that only trees are judged."""
    return score_parses(read_file(path))


def score_parses(sentences: list[TreeSentence]) -> ParseScores:
    """Trees of the whole pipeline, every component that touches them included."""
    nlp = pipeline_for("it")
    docs = [Doc(nlp.vocab, sentence.forms, sentence.spaces) for sentence in sentences]
    return score(sentences, [parse_of(doc) for doc in parse_batch(nlp, docs)])


def parse_of(doc: Doc) -> Parse:
    """A Doc's tree as plain lists."""
    return Parse(
        heads=[token.head.i for token in doc],
        labels=["ROOT" if token.head.i == token.i else token.dep_ for token in doc],
        pos=[token.pos_ for token in doc],
    )
