"""Treebank sentences and texts with names as spaCy documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

from claims.nlp.scoring.parser_treebanks import TreeSentence

NAME_SETS = ("europarl_it_ner", "pud_it_ner", "wikinews_silver_ner")
SENTENCES_A_TEXT = 3  # the tagger must bear texts of more than one sentence


def tagged_docs(nlp: Language, sentences: list[TreeSentence], random: Random) -> Iterator[Doc]:
    """Documents of a few sentences with tags, features and lemmas."""
    order = list(range(0, len(sentences), SENTENCES_A_TEXT))
    random.shuffle(order)
    for start in order:
        yield tagged_doc(nlp, sentences[start : start + SENTENCES_A_TEXT])


def tagged_doc(nlp: Language, sentences: list[TreeSentence]) -> Doc:
    """One document; a sentence's last word is followed by a space."""
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [
        gap or i == len(sentence.words) - 1
        for sentence in sentences
        for i, gap in enumerate(sentence.spaces)
    ]
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=spaces,
        pos=[word.tag for word in words],
        morphs=[word.features for word in words],
        lemmas=[word.lemma for word in words],
    )


def named_docs(nlp: Language, folder: Path) -> Iterator[tuple[str, Doc]]:
    """(identifier, document) of every text with names; a treebank's own identifier where known."""
    for stem in NAME_SETS:
        for line in (folder / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], named_doc(nlp, row["text"], row["entities"])


def named_doc(nlp: Language, text: str, names: list[tuple[int, int, str]]) -> Doc:
    """One document; a name whose edges cut a token is widened to whole tokens.

    Of two names in one token the longer stays.
    """
    doc = nlp.make_doc(text)
    spans = [
        doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in names
    ]
    doc.ents = filter_spans([span for span in spans if span is not None])
    return doc


def write_docs(docs: Iterable[Doc], path: Path) -> Path:
    """Store documents as spaCy's trainer reads them."""
    attributes = ["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE"]
    DocBin(docs=docs, attrs=attributes).to_disk(path)
    return path
