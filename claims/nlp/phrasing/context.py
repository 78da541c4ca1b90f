"""What the words of a sentence mean in the article: names in full, pronouns, dropped subjects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.nlp.grammar.clause_lexicon import clause_lexicon
from claims.nlp.grammar.masks import phrase, reports
from claims.nlp.grammar.phrases import bare_phrase
from claims.nlp.grammar.statement import Statement
from claims.nlp.naming.full_names import FullNames
from claims.nlp.naming.roles import Roles
from claims.nlp.nearby import Nearby
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.announced_wording import as_content, may_be_told_again, opens_with_it
from claims.nlp.phrasing.english_ones import nouns_stood_for
from claims.nlp.phrasing.left_out_in_relatives import actor_meant, first_of_verb
from claims.nlp.phrasing.name_articles import with_articles_that_fit
from claims.nlp.phrasing.open_enclitics import open_enclitics
from claims.nlp.phrasing.printed_days import PrintedDay, dated_weekday
from claims.nlp.phrasing.role_bearers import borne_roles
from claims.nlp.phrasing.shared_subjects import shared_subject
from claims.nlp.phrasing.substitutions import Meanings, meanings_of, open_question
from claims.nlp.phrasing.wording import stand_alone_text
from claims.nlp.referring.reference_model import learned_chooser, thresholds
from claims.nlp.referring.references import Chooser, References
from claims.nlp.types import Entity, Quote, Speaker

NOMINAL = frozenset({"NOUN", "PROPN"})
MAIN = frozenset({"ROOT", "conj", "parataxis"})
UNNAMED = frozenset({"PRON", "NUM", "DET", "ADJ"})
RELATIVES = frozenset({"who", "which", "that"})
VOICED = frozenset({"i", "we", "you", "there", "what", "nobody", "none", "neither", "nothing"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


class Discourse:
    """Follows the article sentence by sentence; `enter` each tree in reading order."""

    def __init__(
        self,
        text: str,
        language: str,
        entities: Sequence[Entity],
        choose: Chooser | None = None,
        bounds: Mapping[str, float] | None = None,
    ) -> None:
        self.names = FullNames(text, entities)
        self.named = Nearby([e for e in entities if e.label != "LOC"])
        self.references = References(
            self.names, choose or learned_chooser(), bounds or thresholds()
        )
        self.roles = Roles(text, language, entities)
        self.last: Tree | None = None
        self.before: str | None = None  # what "lo ha annunciato" points at
        self.day: PrintedDay | None = None  # of the dateline before the sentence

    def enter(self, tree: Tree, quotes: Sequence[Quote], day: PrintedDay | None = None) -> None:
        """Move on to the next sentence."""
        self.before = self.told_again() if opens_with_it(tree) else None
        if self.before is not None and self.last is not None:
            self.before = self.before if tree.sentence == self.last.sentence + 1 else None
        self.references.enter(tree, quotes)
        self.last, self.day = tree, day

    def told_again(self) -> str | None:
        """The last sentence as what somebody announced; None where it can't stand alone."""
        tree = self.last
        if tree is None or not may_be_told_again(tree):
            return None
        root = next(i for i in range(tree.size) if tree.heads[i] == i)
        statement = Statement(tree, root, tree.words)
        meanings = self.meanings(statement)
        if meanings.unresolved or not statement.finite:
            return None
        text = stand_alone_text(statement, meanings.words, meanings.subject)
        return as_content(tree, text) or None

    def meanings(self, statement: Statement) -> Meanings:
        """What stands for the statement's names, pronouns and dropped subject."""
        tree = statement.tree
        names = with_articles_that_fit(tree, self.names.replacements(tree, sorted(statement.mask)))
        referents = self.references.referents
        found = meanings_of(statement, self.references.here, referents.here, names)
        found.unresolved += open_enclitics(statement, self.references.enclitics, referents.here)
        found.words |= borne_roles(statement, self.roles, self.names, found.words)
        found.words |= dated_weekday(statement, self.day) | nouns_stood_for(statement)
        found.subject = found.subject or shared_subject(statement, found.words)
        self.tell_actor(statement, found)
        return found

    def tell_actor(self, statement: Statement, found: Meanings) -> None:
        """Name who acts in a relative, or tell that it is open, where the verb above drops it."""
        tree, reference = statement.tree, actor_meant(statement, self.references.here)
        if reference is None:
            return
        first = first_of_verb(tree, statement.head)
        if reference.meant is not None and first not in found.words:
            found.words[first] = f"{reference.meant.text} {tree.forms[first]}"
        elif reference.meant is None:
            found.unresolved += open_question(tree, reference, ())

    def named_words(self, tree: Tree) -> Mask:
        """The words that belong to names, places left out."""
        if not tree.size:
            return frozenset()
        near = self.named.touching(*tree.extent)
        return frozenset(
            i
            for i, (start, end) in enumerate(tree.spans)
            if any(e.start <= start and end <= e.end for e in near)
        )

    def speaker_of_verb(self, tree: Tree, verb: int) -> Speaker | None:
        """The subject of a verb of saying, named or surely meant."""
        subject = subject_of(tree, verb)
        if subject is not None:
            if tree.in_quotes[subject] and not tree.in_quotes[verb]:
                return None  # "che «il ricorso è eccessivo», salvo precisare che"
            return self.named_speaker(tree, subject)
        pointing = [
            verb,
            *(child for child in tree.children[verb] if tree.labels[child] in SUBJECTS),
        ]
        for reference in self.references.here:
            if reference.anaphor.word in pointing and reference.meant is not None:
                place = reference.meant.places[0]
                return Speaker(reference.meant.text, place.start, place.end)
        teller = teller_of(tree, verb)
        return None if teller is None else self.unnamed_speaker(tree, teller)

    def unnamed_speaker(self, tree: Tree, teller: int) -> Speaker:
        """ "They", "those in Leeds", "one of them, Jo Vex": a name only beside it, not within."""
        if tree.pos[teller] in NOMINAL or self.bearer_of(tree, teller) != teller:
            return self.named_speaker(tree, teller)
        words = sorted(frozenset(phrase(tree, teller)) & tree.words)
        text = bare_phrase(tree, frozenset(words), self.names.replacements(tree, words))
        return Speaker(text, tree.spans[words[0]][0], tree.spans[words[-1]][1])

    def named_speaker(self, tree: Tree, subject: int) -> Speaker:
        """The subject's name if it is, bears or holds one, else its phrase."""
        subject = self.bearer_of(tree, subject)
        mask = frozenset(phrase(tree, subject)) & tree.words or frozenset({subject})
        named = sorted(mask & self.named_words(tree))
        words = named if named and named[-1] == max(mask) else sorted(mask)
        if named and named[-1] - named[0] >= len(named):  # "Ada Vex of Bank Lodi"
            words = one_name(tree, named, subject) or sorted(mask)
        text = bare_phrase(tree, frozenset(words), self.names.replacements(tree, words))
        return Speaker(text, tree.spans[words[0]][0], tree.spans[words[-1]][1])

    def bearer_of(self, tree: Tree, noun: int) -> int:
        """The name that stands in apposition: "her predecessor, Colin Marsh"; else the noun."""
        names = self.named_words(tree)
        if noun in names:
            return noun
        return next((i for i in tree.dependents(noun, "appos") if i in names), noun)


def one_name(tree: Tree, named: Sequence[int], word: int) -> list[int]:
    """The words of names that stand in one row with a word; none where it is no name's.

    A hyphen or the point of "Prof." parts no name.
    """
    rows: list[list[int]] = []
    for i in named:
        gap = tree.forms[rows[-1][-1] + 1 : i] if rows else ["of"]
        if all(mark in ("-", ".") for mark in gap):
            rows[-1].append(i)
        else:
            rows.append([i])
    return next((row for row in rows if word in row), [])


def subject_of(tree: Tree, verb: int) -> int | None:
    """A verb's subject if it is a name or a noun; a gerund or a joined verb has the first one's.

    What is closed or arrested says nothing by a gerund; a noun behind the verb may be its object.
    """
    subjects, first = tree.dependents(verb, *SUBJECTS), tree.heads[verb]
    gerund = tree.labels[verb] == "advcl" and not tree.is_finite[verb]
    shares = (gerund and not tree.has(first, "aux:pass")) or tree.labels[verb] == "conj"
    if not subjects and shares and tree.is_verbal[first]:
        found = subject_of(tree, first)
        return found if found is not None and found < first else None
    return next((child for child in subjects if tree.pos[child] in NOMINAL), None)


def teller_of(tree: Tree, verb: int) -> int | None:
    """Who says it, where no name is sure: "she said", "both say", "Ada Vex, who says".

    What they say would be the article's own without them. First and second persons have a voice.
    """
    node = verb
    while tree.labels[node] == "conj" and not tree.has_subject[node]:
        node = tree.heads[node]
    subjects = [
        i for i in tree.dependents(node, *SUBJECTS) if i < node or tree.labels[i] == "nsubj"
    ]
    if not subjects or tree.language != "en":
        return None
    subject, form = subjects[0], tree.forms[subjects[0]].lower()
    if form in RELATIVES:
        return noun_that_tells(tree, node, form)
    voiced = form in VOICED or not form.isalpha() or tree.forms[subject - 1] == "-"
    return None if voiced or tree.pos[subject] not in UNNAMED else subject


def noun_that_tells(tree: Tree, clause: int, pronoun: str) -> int | None:
    """Whom a relative means: "Jo Vex, who said"; a firm may be "which", a place is neither."""
    noun = tree.heads[clause]
    named = tree.pos[noun] == "PROPN"
    kinds = ("PROPN",) if pronoun == "which" else tuple(NOMINAL)
    place = named and (
        tree.entities[noun] in PLACES or (pronoun == "who" and tree.has(noun, "det"))
    )
    told = tree.labels[clause] == "acl:relcl" and tree.pos[noun] in kinds and not place
    return noun if told else None


def lacks_speaker(statement: Statement) -> bool:
    """Whether an Italian main verb of saying leaves out who speaks."""
    tree, head = statement.tree, statement.head
    if tree.language != "it" or statement.role not in MAIN or not reports(tree, head):
        return False
    if tree.lemmas[head] == "leggere":
        return False  # "si legge nella nota": nobody reads it out
    frame = [i for i in statement.mask if not tree.in_quotes[i]]
    outside = any(not tree.in_quotes[i] for i in statement.outside)
    named = outside or any(tree.labels[i] in SUBJECTS for i in frame)
    return not named and not may_be_subject(tree, head)


def speaking_pronoun(statement: Statement) -> int | None:
    """The pronoun that is the subject of the claim's verb of saying."""
    tree, head = statement.tree, statement.head
    if not reports(tree, head):
        return None
    subjects = [child for child in tree.children[head] if tree.labels[child] in SUBJECTS]
    return next(
        (
            child
            for child in subjects
            if child in statement.mask
            and tree.pos[child] == "PRON"
            and tree.forms[child].lower() in clause_lexicon(tree.language).personal
        ),
        None,
    )


def may_be_subject(tree: Tree, head: int) -> bool:
    """Whether the parser may have taken a subject after the verb for something else."""
    for child in tree.children[head]:
        if child < head or tree.has(child, "case", "mark"):
            continue
        if tree.pos[child] in ("PROPN", "PRON") or tree.labels[child] in ("ccomp", "xcomp"):
            return not reports(tree, head) or tree.pos[child] in ("PROPN", "PRON")
    return False
