"""Which words of a claim are what somebody says, and which tell who says it."""

from __future__ import annotations

from claims.nlp.grammar.masks import frames_quote, reports
from claims.nlp.grammar.phrases import Names
from claims.nlp.grammar.statement import Statement
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree

FEWEST_WORDS = 3  # of content that is put behind its verb
FEWEST_QUOTED = 2
NEAR = 3  # words between a verb of saying and its subject's end
LONGEST_ASIDE = 7
"""Words of a verb of saying and its subject between two commas."""
LEADS_ASIDE = frozenset({"as", "come", "secondo", "who", "which", "che", "while", "mentre"})
FRAME = SUBJECTS | {"aux", "aux:pass", "expl", "iobj", "advmod", "obl"}
CONTENT = ("ccomp", "parataxis", "obj", "dep")


def verb_of_saying(statement: Statement) -> int | None:
    """The claim's head, or the verb that stands as an aside in what it says ("X, she said, Y")."""
    tree, head = statement.tree, statement.head
    if tells_speech(tree, head):
        said = head in statement.mask and not calls_itself(tree, head)
        return head if said else None
    asides = tree.dependents(head, "parataxis")
    return next((i for i in asides if i in statement.mask and tells_speech(tree, i)), None)


def tells_speech(tree: Tree, verb: int) -> bool:
    """A verb of saying, or another that stands beside somebody's words between marks."""
    return reports(tree, verb) or frames_quote(tree, verb)


def calls_itself(tree: Tree, verb: int) -> bool:
    """ "si è detto incoraggiato": it tells how somebody feels, not what was said."""
    clitic = any(tree.forms[i].lower() == "si" for i in tree.dependents(verb, "expl"))
    return clitic and tree.lemmas[verb] in ("dire", "dichiarare") and tree.has(verb, "xcomp")


def content_before(statement: Statement, verb: int) -> Mask | None:
    """What is said, if it is a clause that stands whole before the verb of saying."""
    tree, mask = statement.tree, statement.mask
    first = min(own_frame(statement, verb), default=verb)
    content = frozenset(i for i in mask if i < first)
    after = frozenset(i for i in mask if i > verb and tree.in_quotes[i])
    quoted = all(tree.in_quotes[i] for i in content)
    if len(content) < (FEWEST_QUOTED if quoted else FEWEST_WORDS) or after:
        return None
    tops = [i for i in content if tree.heads[i] == verb and tree.labels[i] in CONTENT]
    aside = tree.labels[verb] == "parataxis" and tree.heads[verb] in content
    linked = bool(tops) or aside or (verb != statement.head and statement.head in content)
    clause = any(tree.is_finite[i] for i in content) or any(
        tree.labels[i] in ("ccomp", "parataxis") and tree.is_verbal[i] for i in tops
    )
    return content if clause and (linked or quoted) else None


def content_around(statement: Statement, verb: int) -> Mask | None:
    """What is said, where the verb of saying stands between marks within it.

    "The plan, she added, is dead"; "“We don't know,” said X, “and I like that”".
    """
    tree, mask = statement.tree, statement.mask
    frame = between_quotations(tree, verb) or between_marks(tree, verb)
    content = mask - frame
    around = bool(content) and min(content) < min(frame) and max(content) > max(frame)
    if not around or not frame <= mask or tree.forms[max(frame) + 1] == ":":
        return None
    spoken = all(tree.in_quotes[i] for i in content)
    bare = len(frame) <= LONGEST_ASIDE and frame <= own_frame(statement, verb)
    if not spoken and (not bare or tree.in_quotes[min(content)]):
        return None
    clause = any(tree.is_finite[i] for i in content)
    return content if clause and tells_alone(tree, verb, frame) else None


def tells_alone(tree: Tree, verb: int, frame: Mask) -> bool:
    """Whether words are a verb of saying with its subject, and no clause of another kind."""
    own = (verb, *tree.dependents(verb, "aux", "aux:pass"))
    ago = [i for i in frame if tree.labels[i] == "advmod"]  # "un mese fa"
    others = any(tree.is_finite[i] and i not in (*own, *ago) for i in frame)
    led = any(tree.labels[i] == "mark" for i in frame)
    led = led or tree.forms[min(frame)].lower() in LEADS_ASIDE
    return not others and not led and any(i in frame for i in tree.dependents(verb, *SUBJECTS))


def between_marks(tree: Tree, word: int) -> Mask:
    """The words round a word up to the next marks, which may be quotation marks."""
    start = end = word
    while start and joins(tree, start - 1):
        start -= 1
    while end + 1 < tree.size and joins(tree, end + 1):
        end += 1
    return frozenset(i for i in range(start, end + 1) if tree.is_word[i])


def joins(tree: Tree, mark: int) -> bool:
    """Whether a token parts no words: a word, or the hyphen of a double name."""
    hyphen = tree.forms[mark] == "-" and not tree.spaced[mark] and not tree.spaced[mark - 1]
    return tree.is_word[mark] or hyphen


def between_quotations(tree: Tree, verb: int) -> Mask:
    """Who says what, between two English quotations: "“X,” said the captain, Jo Vex, “and Y”"."""
    if tree.language != "en" or tree.in_quotes[verb]:
        return frozenset()
    start = end = verb
    while start and not tree.in_quotes[start - 1]:
        start -= 1
    while end + 1 < tree.size and not tree.in_quotes[end + 1]:
        end += 1
    whole = start > 0 and end + 1 < tree.size
    return frozenset(i for i in range(start, end + 1) if whole and tree.is_word[i])


def joined_content(tree: Tree, verb: int, content: Mask, names: Names) -> dict[int, str]:
    """A comma where two pieces of direct speech come together, none behind a bare subject."""
    before = [i for i in content if i < verb]
    clause = any(tree.is_finite[i] for i in before)
    if not clause or max(content) < verb or not tree.in_quotes[before[0]]:
        return {}
    last = max(before)
    return {last: f"{names.get(last, tree.forms[last])},"}


def own_frame(statement: Statement, verb: int) -> Mask:
    """The verb of saying with its subject, auxiliaries and pronouns."""
    tree, own = statement.tree, {verb}
    for child in tree.children[verb]:
        near = abs(child - verb) <= 3 or child > verb or speaks_before(tree, child, verb)
        pronoun = tree.pos[child] == "PRON" and child < verb  # "la ricorda il sindaco"
        if child in statement.mask and near and (tree.labels[child] in FRAME or pronoun):
            own |= tree.subtrees[child] & statement.mask
    return frozenset(own)


def speaks_before(tree: Tree, subject: int, verb: int) -> bool:
    """ "(The toll fell,) Jo Vex, the county's chief surgeon, told": a long subject after a mark."""
    if tree.language != "en" or tree.labels[subject] not in SUBJECTS or subject > verb:
        return False
    whole = tree.subtrees[subject] & tree.words | {subject}
    opens, ends = min(whole), max(whole)
    close = verb - ends <= NEAR and not tree.is_finite[subject]
    return close and opens > 0 and not tree.is_word[opens - 1]
