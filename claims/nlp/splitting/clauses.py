"""Claims of a text: parse each sentence, find the facts it states, word each so it stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.nlp.grammar.statement import Statement
from claims.nlp.nearby import Nearby, Spanned
from claims.nlp.parsing.pipeline import parse_sentences
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree, tree_of
from claims.nlp.phrasing.announced_wording import announced_text
from claims.nlp.phrasing.context import Discourse, lacks_speaker, speaking_pronoun
from claims.nlp.phrasing.printed_days import printed_day
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.phrasing.substitutions import Meanings, settle
from claims.nlp.phrasing.third_person import third_person
from claims.nlp.phrasing.wording import stand_alone_text
from claims.nlp.proposing.article_words import ArticleWords
from claims.nlp.proposing.proposal import NO_PROPOSALS, Proposals
from claims.nlp.proposing.text_check import agreed_text
from claims.nlp.splitting.agreeing_masks import is_plural_verb
from claims.nlp.splitting.bare_sayings import is_bare_saying, with_what_was_said
from claims.nlp.splitting.candidate_masks import CandidateMask
from claims.nlp.splitting.claim_marks import is_asserted, is_hedged, is_negated, kind_of
from claims.nlp.splitting.claim_model import chosen_masks, claim_model
from claims.nlp.splitting.claim_speakers import speaker_of
from claims.nlp.splitting.contrasts import first_of_denied
from claims.nlp.splitting.datelines import after_dateline
from claims.nlp.splitting.distinct_claims import without_repeats
from claims.nlp.splitting.first_person import in_the_voice_of, is_first_person, without_voice
from claims.nlp.splitting.joined_masks import parted
from claims.nlp.splitting.one_sentence import within_semicolons
from claims.nlp.splitting.proposed_masks import proposed_masks
from claims.nlp.splitting.quoted_masks import fitted_to_quotes
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
    Speaker,
)

WITHOUT_CLAIMS = frozenset({Label.HEADING, Label.QUESTION, Label.EXHORTATION})
# sentences that may be misjudged: a number or a date in them can still be checked
DOUBTFUL = frozenset({Label.OTHER, Label.OPINION, Label.PREDICTION})


@dataclass(frozen=True, slots=True)
class Stated:
    """The quantities and dates that stand in one sentence."""

    quantities: Sequence[Quantity]
    dates: Sequence[DateExpression]

    def any_within(self, segments: Sequence[Span]) -> bool:
        """Whether a claim of these segments holds one of them."""
        facts: list[Spanned] = [*self.quantities, *self.dates]
        return any(lies_within(fact, segments) for fact in facts)


@dataclass(frozen=True, slots=True)
class Facts:
    """All quantities and dates of a text."""

    quantities: Nearby[Quantity]
    dates: Nearby[DateExpression]

    def touching(self, start: int, end: int) -> Stated:
        """Those of one sentence."""
        return Stated(self.quantities.touching(start, end), self.dates.touching(start, end))


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
        start, end = tree.spans[0][0], tree.spans[-1][1]
        said, stated = speech.touching(start, end), facts.touching(start, end)
        printed = facts.dates.touching(sentences[tree.sentence].start, start)
        discourse.enter(tree, said, printed_day(text, printed))
        offered = {
            statement_of(tree, one.head, one.mask, said): one.wording
            for one in proposed_masks(tree, text, proposals.get(tree.sentence, ()))
        }
        proposed = [
            with_wording(worded(s, discourse, said, stated), s, offered[s], article)
            for s in sound(offered)
        ]
        claims = with_text(proposed) or with_text(
            worded(s, discourse, said, stated) for s in sound(own_statements(tree, chosen, said))
        )
        if sentences[tree.sentence].label in DOUBTFUL:
            claims = [c for c in claims if stated.any_within(c.segments)]
        found += sorted(each_text_once(claims), key=lambda claim: (claim.start, claim.end))
    return found


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
    head = first_of_denied(tree, verb_told_of(tree, head, mask))
    head = what_calls_it_false(tree, head, mask)
    mask = within_semicolons(tree, head, mask)
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


def worded(
    statement: Statement,
    discourse: Discourse,
    quotes: Sequence[Quote],
    facts: Stated,
) -> Candidate:
    """A statement as a candidate claim."""
    tree = statement.tree
    segments = tuple(Span(start, end) for start, end in tree.segments(statement.mask))
    speaker = speaker_of(statement, quotes, discourse)
    reported = [quote for quote in quotes if speaker is None and lies_within(quote, segments)]
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


def text_of(
    statement: Statement,
    discourse: Discourse,
    meanings: Meanings,
    speaker: Speaker | None,
    reported: Sequence[Quote],
) -> str:
    """The claim's words as a sentence that stands alone.

    What a speaker says of themselves is told of them; where that isn't sure it keeps their voice.
    """
    subject = meanings.subject
    if reported and reported[0].speaker:
        name = discourse.names.fuller(reported[0].speaker.name)
        pronoun = speaking_pronoun(statement)
        if pronoun is not None and name.lower() != statement.tree.forms[pronoun].lower():
            settle(meanings, statement.tree, pronoun, name)
        elif lacks_speaker(statement) and not are_many(name, statement):
            named = is_named_within(reported[0].speaker, statement)  # behind the verb
            subject = None if named else name
            settle(meanings, statement.tree, statement.head, "")
    announced = announced_text(statement, meanings.words, discourse.before)
    if announced is not None:
        return finish(announced)
    people = discourse.named_words(statement.tree)
    name = discourse.names.fuller(speaker.name) if speaker is not None else ""
    if not name or not is_first_person(statement):
        return stand_alone_text(statement, meanings.words, subject, people)
    told = told_of_speaker(statement, name, meanings)
    if told is None:
        text = stand_alone_text(statement, meanings.words, subject, people)
        return in_the_voice_of(name, text, statement.tree.language) if text else ""
    dropped = statement.tree.language == "it" and name not in told.values()
    text = stand_alone_text(
        statement, {**meanings.words, **told}, name if dropped else subject, people
    )
    return without_voice(text) if dropped else text


def are_many(name: str, statement: Statement) -> bool:
    """ "I giudici" of a verb in the singular: somebody else speaks."""
    several = name.split(" ", 1)[0].lower() in ("i", "gli", "le")
    return several and not is_plural_verb(statement.tree, statement.head)


def told_of_speaker(statement: Statement, name: str, meanings: Meanings) -> dict[int, str] | None:
    """The words of the first person as told of the speaker; None where one is told otherwise."""
    told = third_person(statement, name)
    forms = statement.tree.forms
    if told is None:
        return None
    told = {
        i: text
        for i, text in told.items()
        if i not in meanings.words or text.lower() != forms[i].lower()
    }
    return None if told.keys() & meanings.words.keys() else told


def is_named_within(speaker: Speaker, statement: Statement) -> bool:
    """Whether the claim's own words name the speaker, whatever the parser takes the name for."""
    tree, start = statement.tree, speaker.start
    return start is not None and any(tree.spans[i][0] == start for i in statement.mask)


def lies_within(span: Spanned, segments: Sequence[Span]) -> bool:
    """Whether one of the segments holds the whole span."""
    return any(s.start <= span.start and span.end <= s.end for s in segments)
