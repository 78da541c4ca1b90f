"""Texts given as one sentence that turn out to hold several.

Speech is often cut so: "Look at these books. Last year we borrowed nine million." What the text
says is then what one of its sentences says, and a mean over all of its words would drown it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from claims.nlp.language import likely_language
from claims.nlp.sentences import split_sentences
from claims.nlp.types import Label
from claims.nlp.weighing.check_worthiness import Judgement, Model, judge


def judge_texts(texts: Sequence[str], model: Model | None = None) -> list[Judgement]:
    """One judgement a text, in order; texts are in normal form. model: as for `judge`.

    Of several sentences the one that states a fact answers, else the weightiest; whether the
    writer judges is asked of all the words, as he may judge in one sentence and report in another.
    """
    parts = [_sentences_of(text) for text in texts]
    several = [part for of_text in parts if len(of_text) > 1 for part in of_text]
    of_parts = iter(judge(several, model=model))
    return [
        whole if len(of_text) < 2 else _answering(whole, list(islice(of_parts, len(of_text))))
        for whole, of_text in zip(judge(texts, model=model), parts, strict=True)
    ]


def _sentences_of(text: str) -> list[str]:
    found = split_sentences(text, likely_language(text))
    return [text[sentence.start : sentence.end] for sentence in found]


def _answering(whole: Judgement, parts: Sequence[Judgement]) -> Judgement:
    """The judgement of several sentences, given that of all their words and of each."""
    chosen = max(parts, key=lambda j: (j.label is Label.CHECKABLE, j.check_worthiness))
    return replace(chosen, subjective=whole.subjective)
