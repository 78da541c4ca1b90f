"""What the language code could have found in the plainest article, and a run that waits for it."""

from __future__ import annotations

from claims.nlp import types
from claims.services import extraction
from tests.factories import TEXT, make_article

WORDS = "Il comune ha aperto 12 nuove scuole nel 2024."
QUOTED = "Ne apriremo altre 3"


def span_of(text, words):
    start = text.index(words)
    return types.Span(start, start + len(words))


def document(text=TEXT, *statements):
    """What the language code could have found: two sentences, a claim for each statement."""
    first, second = span_of(text, WORDS), span_of(text, QUOTED)
    found = [
        types.Candidate(
            text=statement,
            sentence=0,
            segments=(first,),
            kind=types.Kind.QUANTITY,
            check_worthiness=0.8,
            reasons=("quantity",),
            quantities=(types.Quantity(20, 22, 12, "scuole"),),
            dates=(types.DateExpression(40, 44, "2024"),),
            entities=(types.Entity(3, 9, "ORG", "Comune di Prova"),),
            unresolved=(types.Unresolved(3, 9, ("Prova", "Vorré")),),
        )
        for statement in statements
    ]
    quoted = types.Candidate(
        QUOTED + ".", 1, (second,), speaker=types.Speaker("Anna Righi", 2, 5), hedged=True
    )
    return types.SplitDocument(
        "it",
        "it-prova 1",
        (types.Sentence(first.start, first.end), types.Sentence(second.start, second.end)),
        (*found, quoted),
    )


def queued(text=TEXT):
    return extraction.queue_extraction(article=make_article(text))
