"""A claim's words as a sentence that stands alone: whose voice it has, and who is told of."""

from __future__ import annotations

from collections.abc import Sequence

from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import Mask
from claims.nlp.phrasing.announced_wording import announced_text
from claims.nlp.phrasing.context import Discourse, lacks_speaker, speaking_pronoun
from claims.nlp.phrasing.sentence_marks import finish
from claims.nlp.phrasing.substitutions import Meanings, settle
from claims.nlp.phrasing.third_person import third_person
from claims.nlp.phrasing.wording import stand_alone_text
from claims.nlp.splitting.agreeing_masks import is_plural_verb
from claims.nlp.splitting.first_person import in_the_voice_of, is_first_person, without_voice
from claims.nlp.types import Quote, Speaker


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
    subject = _subject_told(statement, discourse, meanings, reported)
    announced = announced_text(statement, meanings.words, discourse.before)
    if announced is not None:
        return finish(announced)
    people = discourse.named_words(statement.tree)
    name = discourse.names.fuller(speaker.name) if speaker is not None else ""
    if name and is_first_person(statement):
        return _told_of(name, statement, meanings, subject, people)
    return stand_alone_text(statement, meanings.words, subject, people)


def _subject_told(
    statement: Statement, discourse: Discourse, meanings: Meanings, reported: Sequence[Quote]
) -> str | None:
    """The subject to be told; a verb of saying has its quotation's speaker, who is settled then."""
    subject = meanings.subject
    if not reported or not reported[0].speaker:
        return subject
    name = discourse.names.fuller(reported[0].speaker.name)
    pronoun = speaking_pronoun(statement)
    if pronoun is not None and name.lower() != statement.tree.forms[pronoun].lower():
        settle(meanings, statement.tree, pronoun, name)
    elif lacks_speaker(statement) and _means_other(
        subject, reported[0].speaker, statement, discourse
    ):
        return subject  # "il padre la voleva medico. «Non è stato facile», dice": not the father
    elif lacks_speaker(statement) and not _are_many(name, statement):
        named = _is_named_within(reported[0].speaker, statement)  # behind the verb
        settle(meanings, statement.tree, statement.head, "")
        return None if named else name
    return subject


def _told_of(
    name: str,
    statement: Statement,
    meanings: Meanings,
    subject: str | None,
    people: Mask,
) -> str:
    """What the speaker says in the first person, told of them by name, or else in their voice."""
    told = _words_told(statement, name, meanings)
    if told is None:
        text = stand_alone_text(statement, meanings.words, subject, people)
        return in_the_voice_of(name, text, statement.tree.language) if text else ""
    if statement.tree.language != "it" or name in told.values():
        return stand_alone_text(statement, {**meanings.words, **told}, subject, people)
    return without_voice(stand_alone_text(statement, {**meanings.words, **told}, name, people))


def _means_other(
    subject: str | None, speaker: Speaker, statement: Statement, discourse: Discourse
) -> bool:
    """Whether a dropped subject is sure to be a name, and the quotation's speaker a mere noun."""
    known, name = discourse.names.labels, discourse.names.fuller(speaker.name)
    other = subject in known and subject != name and name not in known
    return other and not _is_named_within(speaker, statement)


def _are_many(name: str, statement: Statement) -> bool:
    """ "I giudici" of a verb in the singular: somebody else speaks."""
    several = name.split(" ", 1)[0].lower() in ("i", "gli", "le")
    return several and not is_plural_verb(statement.tree, statement.head)


def _words_told(statement: Statement, name: str, meanings: Meanings) -> dict[int, str] | None:
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


def _is_named_within(speaker: Speaker, statement: Statement) -> bool:
    """Whether the claim's own words name the speaker, whatever the parser takes the name for."""
    tree, start = statement.tree, speaker.start
    return start is not None and any(tree.spans[i][0] == start for i in statement.mask)
