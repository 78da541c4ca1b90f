"""Claims of a text: parse each sentence, find the facts it states, word each so it stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.nlp.grammar.statement import Statement
from claims.nlp.nearby import Nearby
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree, tree_of
from claims.nlp.phrasing.context import Discourse
from claims.nlp.phrasing.printed_days import printed_day
from claims.nlp.proposing.article_words import ArticleWords
from claims.nlp.proposing.proposal import NO_PROPOSALS, Proposals
from claims.nlp.proposing.text_check import agreed_text
from claims.nlp.splitting.bare_sayings import is_bare_saying, with_what_was_said
from claims.nlp.splitting.candidate_masks import CandidateMask
from claims.nlp.splitting.claim_marks import is_asserted, is_hedged, is_negated, kind_of
from claims.nlp.splitting.claim_model import chosen_masks, claim_model
from claims.nlp.splitting.claim_speakers import speaker_of
from claims.nlp.splitting.claim_texts import text_of
from claims.nlp.splitting.contrasts import first_of_denied
from claims.nlp.splitting.datelines import after_dateline
from claims.nlp.splitting.distinct_claims import without_repeats
from claims.nlp.splitting.joined_masks import parted
from claims.nlp.splitting.one_sentence import behind_colon, within_brackets, within_semicolons
from claims.nlp.splitting.proposed_masks import ProposedMask, proposed_masks
from claims.nlp.splitting.quoted_masks import fitted_to_quotes
from claims.nlp.splitting.stated_facts import Facts, Stated, lies_within
from claims.nlp.splitting.taken_back import what_calls_it_false
from claims.nlp.types import (
    Candidate,
    DateExpression,
    Entity,
    Label,
    Quantity,
    Quote,
    Sentence,
    Span,
)

WITHOUT_CLAIMS = frozenset({Label.HEADING, Label.QUESTION, Label.EXHORTATION})
# sentences that may be misjudged: a number or a date in them can still be checked
DOUBTFUL = frozenset({Label.OTHER, Label.OPINION, Label.PREDICTION})


@dataclass(frozen=True, slots=True)
class Around:
    """What one sentence is read with: the article so far, its direct speech, its facts."""

    discourse: Discourse
    quotes: Sequence[Quote]
    facts: Stated
    article: ArticleWords


def claims_of(
    text: str,
    language: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    quantities: Sequence[Quantity],
    dates: Sequence[DateExpression],
    entities: Sequence[Entity],
    proposals: Proposals = NO_PROPOSALS,
) -> list[Candidate]:
    """Candidate claims in reading order; all spans are code points of `text`.

    Sentences come judged: headings, questions and exhortations state nothing; opinions,
    predictions and the like only what holds a number or a date. Where a model's proposals for a
    sentence hold, they are its claims.
    """
    discourse = Discourse(text, language, entities)
    speech, facts = Nearby(quotes), Facts(Nearby(quantities), Nearby(dates))
    found: list[Candidate] = []
    trees = trees_of(text, language, sentences)
    masks = chosen_masks(trees, [sentences[tree.sentence] for tree in trees], claim_model())
    article = ArticleWords(trees)
    for tree, chosen in zip(trees, masks, strict=True):
        sentence, (start, end) = sentences[tree.sentence], tree.extent
        said, stated = speech.touching(start, end), facts.touching(start, end)
        printed = facts.dates.touching(sentence.start, start)
        discourse.enter(tree, said, printed_day(text, printed))
        around = Around(discourse, said, stated, article)
        offered = proposed_masks(tree, text, proposals.get(tree.sentence, ()))
        claims = proposed_claims(tree, offered, around) or own_claims(tree, chosen, around)
        if sentence.label in DOUBTFUL:
            claims = [claim for claim in claims if stated.any_within(claim.segments)]
        found += sorted(each_text_once(claims), key=lambda claim: (claim.start, claim.end))
    return found


def proposed_claims(tree: Tree, offered: Iterable[ProposedMask], around: Around) -> list[Candidate]:
    """What a model proposes for a sentence, where it holds, in its wording where that does."""
    wordings = {
        statement_of(tree, one.head, one.mask, around.quotes): one.wording for one in offered
    }
    return with_text(
        with_wording(worded(statement, around), statement, wordings[statement], around.article)
        for statement in sound(wordings)
    )


def own_claims(tree: Tree, chosen: Iterable[CandidateMask], around: Around) -> list[Candidate]:
    """What the chosen masks of a sentence state."""
    statements = own_statements(tree, chosen, around.quotes)
    return with_text(worded(statement, around) for statement in sound(statements))


def with_text(claims: Iterable[Candidate]) -> list[Candidate]:
    """Those that could be worded."""
    return [claim for claim in claims if claim.text]


def own_statements(
    tree: Tree, chosen: Iterable[CandidateMask], quotes: Sequence[Quote]
) -> Iterator[Statement]:
    """What the chosen masks state, joined participles one by one."""
    for one in chosen:
        for head, mask in parted(tree, one.head, one.mask):
            yield statement_of(tree, head, mask, quotes)


def each_text_once(claims: Sequence[Candidate]) -> list[Candidate]:
    """Claims of a sentence, likeliest first; of those that read alike the first."""
    return list({(claim.text, claim.speaker): claim for claim in reversed(claims)}.values())


def statement_of(tree: Tree, head: int, mask: Mask, quotes: Sequence[Quote]) -> Statement:
    """A chosen mask, fitted to the sentence's direct speech."""
    head = predicate_told(tree, verb_told_of(tree, head, mask), mask)
    head = first_of_denied(tree, head)
    head = what_calls_it_false(tree, head, mask)
    mask = behind_colon(tree, head, within_semicolons(tree, head, mask))
    mask = within_brackets(tree, head, mask)
    if is_bare_saying(tree, head, mask):
        mask = with_what_was_said(tree, head, mask, quotes)
    return Statement(tree, *fitted_to_quotes(tree, head, mask, quotes))


def verb_told_of(tree: Tree, head: int, mask: Mask) -> int:
    """The second verb, where a claim's head is a subject whose first verb isn't there."""
    first = tree.heads[head]
    if tree.language != "it" or tree.labels[head] not in SUBJECTS or first in mask:
        return head
    others = [i for i in tree.dependents(first, "conj") if i in mask and tree.is_finite[i]]
    return others[0] if len(others) == 1 and not tree.has_subject[others[0]] else head


def predicate_told(tree: Tree, head: int, mask: Mask) -> int:
    """ "È la prima donna a dirigerla": the copula's noun, where a clause of it was taken for head.

    The claim is a sentence by that copula, and lacks a subject where the noun does.
    """
    noun = tree.heads[head]
    copulas = [i for i in tree.dependents(noun, "cop") if i in mask]
    bare = tree.labels[head] == "acl" and not tree.has_subject[noun]
    told = bare and bool(copulas) and noun in mask <= tree.subtrees[noun]
    return noun if tree.language == "it" and told else head


def sound(statements: Iterable[Statement]) -> list[Statement]:
    """Those that state a fact, each once."""
    return without_repeats(statement for statement in statements if states(statement))


def states(statement: Statement) -> bool:
    """Whether there is a fact in it, and the article stands for it."""
    tree, head, mask = statement.tree, statement.head, statement.mask
    return is_asserted(statement) and not is_bare_saying(tree, head, mask)


def trees_of(text: str, language: str, sentences: Sequence[Sentence]) -> list[Tree]:
    """Parsed sentences; a very long one gives several trees, a heading none."""
    chosen = [i for i, s in enumerate(sentences) if s.label not in WITHOUT_CLAIMS]
    parsed = parse_sentences(
        text,
        language,
        [(after_dateline(text, sentences[i]), sentences[i].end) for i in chosen],
    )
    return [
        tree_of(doc, language, i, offset)
        for i, pieces in zip(chosen, parsed, strict=True)
        for offset, doc in pieces
    ]


def worded(statement: Statement, around: Around) -> Candidate:
    """A statement as a candidate claim."""
    tree, discourse, facts = statement.tree, around.discourse, around.facts
    segments = tuple(Span(start, end) for start, end in tree.segments(statement.mask))
    speaker = speaker_of(statement, around.quotes, discourse)
    reported = [
        quote for quote in around.quotes if speaker is None and lies_within(quote, segments)
    ]
    meanings = discourse.meanings(statement)
    return Candidate(
        text=text_of(statement, discourse, meanings, speaker, reported),
        sentence=tree.sentence,
        segments=segments,
        kind=kind_of(
            statement,
            has_quantity=any(lies_within(q, segments) for q in facts.quantities),
            has_date=any(lies_within(d, segments) for d in facts.dates),
            quotes=bool(reported),
        ),
        speaker=speaker,
        hedged=is_hedged(statement),
        negated=is_negated(statement),
        unresolved=tuple(meanings.unresolved),
    )


def with_wording(
    claim: Candidate, statement: Statement, wording: str, article: ArticleWords
) -> Candidate:
    """The claim in a model's wording, where that says just what the claim says."""
    agreed = agreed_text(wording, statement, claim, article)
    return replace(claim, text=agreed) if agreed else claim
