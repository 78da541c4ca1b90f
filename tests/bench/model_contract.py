"""What the check of a language model's answers costs, were the model never wrong.

    python -m tests.bench.model_contract --data DIR

DIR holds labelled articles (as claims.nlp.scoring.gold_articles reads them). The labels are played
as the model's answers. Printed by language: the share of labelled claims that lie in a sentence a
model is asked about; of those asked, the share whose words stand in the document, and whose wording
does; and claim F1 and text F1 with the labels as answers and with no model.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from claims.nlp.extract import split_text
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.proposing.proposal import Proposal, Proposer, Question
from claims.nlp.scoring.gold_articles import read_gold, score_articles
from claims.nlp.types import SplitDocument, SplitRequest

Article = dict[str, Any]


class Labeller:
    """Answers for one article with its labels, and remembers which of them were asked for."""

    def __init__(self, article: Article) -> None:
        self.text: str = article["text"]
        self.claims: Sequence[Article] = article["claims"]
        self.asked: list[Article] = []

    def propose(self, question: Question) -> list[Proposal]:
        """Every labelled claim that lies in one of the sentences."""
        found = []
        for sentence in question.sentences:
            for claim in self.claims:
                if all(sentence.start <= s and e <= sentence.end for s, e in claim["segments"]):
                    pieces = tuple(self.text[s:e] for s, e in claim["segments"])
                    found.append(Proposal(sentence.number, pieces, claim["statement"]))
                    self.asked.append(claim)
        return found


def letters(text: str, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """The places of a claim's letters and figures."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def measure(folder: Path, language: str) -> None:
    """Print the figures of one language."""
    articles = read_gold(folder, language)
    labelled = asked = words = wordings = 0

    def answered(article: Article) -> SplitDocument:
        nonlocal labelled, asked, words, wordings
        labeller = Labeller(article)
        document = split_text(
            SplitRequest(article["text"], language), proposer=Proposer("labels", labeller.propose)
        )
        texts = {
            letters(labeller.text, [(s.start, s.end) for s in claim.segments]): claim.text
            for claim in document.claims
        }
        labelled += len(labeller.claims)
        asked += len(labeller.asked)
        for claim in labeller.asked:
            found = texts.get(letters(labeller.text, claim["segments"]))
            words += found is not None
            wordings += found == finish(claim["statement"])
        return document

    def alone(article: Article) -> SplitDocument:
        return split_text(SplitRequest(article["text"], language))

    with_labels, without = scores(articles, answered), scores(articles, alone)
    print(
        f"{language}  {labelled} claims: asked {asked / labelled:.3f}; of those words"
        f" {words / asked:.3f}, wording {wordings / asked:.3f}; {with_labels}; no model: {without}"
    )


def scores(articles: Sequence[Article], split: Callable[[Article], SplitDocument]) -> str:
    """Claim F1 at .8 and text F1."""
    score = score_articles(articles, split)
    return f"claim F1 {score.counts['claims_at_8'].f1:.3f}, text F1 {score.text_f1:.3f}"


def main() -> None:
    """Print one line a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    for language in ("it", "en"):
        measure(folder, language)


if __name__ == "__main__":
    main()
