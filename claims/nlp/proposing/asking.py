"""Ask a model about a text's sentences, question by question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claims.nlp.proposing.proposal import Proposal, Proposer
from claims.nlp.proposing.questions import questions_about
from claims.nlp.types import Sentence


def proposals_for(
    text: str,
    language: str,
    sentences: Sequence[Sentence],
    asked: Iterable[int],
    proposer: Proposer,
    tell: Callable[[float], None],
) -> dict[int, list[Proposal]] | None:
    """Proposals for the sentences `asked` (indexes); None where no question was answered.

    tell: is told the share of the questions that were put, 0 to 1.
    """
    questions = list(questions_about(text, language, sentences, asked))
    found: dict[int, list[Proposal]] = {}
    is_answered = False
    for put, question in enumerate(questions, 1):
        proposals = proposer.propose(question)
        is_answered = is_answered or proposals is not None
        for proposal in proposals or ():
            found.setdefault(proposal.sentence, []).append(proposal)
        tell(put / len(questions))
    return found if is_answered else None
