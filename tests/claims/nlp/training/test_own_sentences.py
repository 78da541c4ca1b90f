"""The sentences that the check-worthiness model learns from: enough, and none like another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from claims.nlp.training.own_sentences import KINDS, own_sentences, read_theme

WORDS_A_GRAM = 3
MOST_SHARED = 0.34  # of the two sentences' three-word runs
_WORD = re.compile(r"\w+")


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """The three-word runs of a sentence; the whole of one that is shorter."""
    words = _WORD.findall(text.lower())
    return frozenset(
        tuple(words[i : i + WORDS_A_GRAM]) for i in range(max(1, len(words) - WORDS_A_GRAM + 1))
    )


def near_copies(texts: list[str]) -> list[tuple[str, str]]:
    """Pairs that share more than a third of their three-word runs."""
    runs = [runs_of(text) for text in texts]
    holders = defaultdict(list)
    for place, found in enumerate(runs):
        for run in found:
            holders[run].append(place)
    pairs = {pair for places in holders.values() for pair in combinations(places, 2)}
    return [
        (texts[a], texts[b])
        for a, b in sorted(pairs)
        if len(runs[a] & runs[b]) > MOST_SHARED * len(runs[a] | runs[b])
    ]


def test_there_are_two_thousand_italian_sentences_of_every_kind() -> None:
    italian = [sentence for sentence in own_sentences() if sentence.language == "it"]
    assert len({sentence.text for sentence in italian}) >= 2_000
    assert len({sentence.theme for sentence in italian}) >= 24
    kinds = Counter(sentence.kind for sentence in italian)
    assert set(kinds) == set(KINDS)
    assert Counter(sentence.worth for sentence in italian).keys() == {0, 1, 2, 3}


def test_no_sentence_is_a_copy_or_nearly_one_of_another() -> None:
    assert near_copies([sentence.text for sentence in own_sentences()]) == []


def test_a_sentence_with_one_word_changed_is_seen_as_a_copy() -> None:
    first = "La giunta ha approvato ieri sera il bilancio di previsione."
    second = "La giunta ha approvato ieri sera il bilancio di cassa."
    assert near_copies([first, second, "Piove da tre giorni sul lago."]) == [(first, second)]


def test_sentences_are_clean_lines_of_text() -> None:
    broken = [
        sentence.text
        for sentence in own_sentences()
        if sentence.text != " ".join(sentence.text.split())
        or re.search(r"\bperchè\b|\bpò\b|E'", sentence.text)
    ]
    assert broken == []


@pytest.mark.parametrize("row", ["opinion\t2\tBello!", "fact\t0\tPiove.", "rumour\t1\tPiove."])
def test_a_row_that_contradicts_itself_is_refused(tmp_path: Path, row: str) -> None:
    path = tmp_path / "theme.tsv"
    path.write_text(f"kind\tworth\tsentence\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="theme"):
        read_theme(path, "it")
