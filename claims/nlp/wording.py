"""The text of a claim that stands alone, made from its own words and a few function words.

A relative loses its pronoun, an apposition gets its copula, a participle its auxiliary; words
keep the article's order wherever that reads well. Nothing else is added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.nlp.clause_lexicon import clause_lexicon
from claims.nlp.statement import Statement
from claims.nlp.tree import Mask, Tree

# Italian prepositions that carry an article: what is left when the preposition goes
ARTICLES = {"l": "il", "llo": "lo", "lla": "la", "ll'": "l'", "i": "i", "gli": "gli", "lle": "le"}
FUSED = ("de", "a", "da", "ne", "su", "co")
NAMES_OF_RELATIONS = frozenset({"appos", "compound", "flat", "flat:name"})
PAIRS = {"«": "»", "“": "”", "(": ")", "[": "]", "‘": "’"}
STRAIGHT = '"'
EDGES = " \t\r\n,;:–—-…"
FINAL = ".!?"


def stand_alone_text(statement: Statement, names: Mapping[int, str], subject: str | None) -> str:
    """The claim as one sentence: capital letter, full stop.

    names: words (indexes) to be replaced, such as pronouns, by what they mean.
    subject: what a dropped subject means; None where there is none or it isn't sure.
    """
    tree, head = statement.tree, statement.head
    if adds_to_noun(statement):
        if statement.role in NAMES_OF_RELATIONS:
            return finish(apposition_text(statement, names))
        if statement.role == "acl:relcl":
            return finish(relative_text(statement, names))
        if statement.role == "acl" and tree.pos[head] in ("VERB", "ADJ"):
            return finish(participle_text(statement, names))
    name = None if tree.is_verbal[head] else name_after_title(statement)
    if name is not None:
        return finish(title_text(statement, name, names))
    words = without_links(tree, statement)
    text = join_words(tree, words, names)
    return finish(f"{subject} {lower_first(tree, words, text)}" if subject else text)


def adds_to_noun(statement: Statement) -> bool:
    """Whether the claim is a noun, or the name beside it, and something that hangs on it."""
    tree, outside = statement.tree, statement.outside
    within = outside <= tree.subtrees[tree.heads[statement.head]]
    return bool(outside) and within and not any(tree.is_clausal[i] for i in outside)


def apposition_text(statement: Statement, names: Mapping[int, str]) -> str:
    """ "X, head of Y" -> "X is head of Y"; a name is the subject wherever it stands."""
    tree, head = statement.tree, statement.head
    governor = tree.heads[head]
    first, second = (statement.outside, governor), (statement.predicate, head)
    if tree.pos[head] == "PROPN" and tree.pos[governor] != "PROPN":
        first, second = second, first
    verb = "ha" if is_age(tree, second[1]) else copula(tree, first[1])
    rest = lower_first(tree, sorted(second[0]), bare_phrase(tree, second[0], names))
    return f"{bare_phrase(tree, first[0], names)} {verb} {rest}"


def is_age(tree: Tree, noun: int) -> bool:
    """ "Jo Hill, 58 anni": Italians have their years."""
    return tree.lemmas[noun] == "anno" and tree.has(noun, "nummod")


def name_after_title(statement: Statement) -> int | None:
    """The name in "il ministro Rossi", "Chairman Hill": a verbless claim that a title makes."""
    tree, head = statement.tree, statement.head
    if tree.pos[head] == "NOUN":
        names = [
            c
            for c in tree.dependents(head, "flat", "flat:name", "nmod", "appos", "compound")
            if tree.pos[c] == "PROPN" and c in statement.mask and not tree.has(c, "case")
        ]
        return names[0] if names else None
    titled = [c for c in tree.dependents(head, "compound", "nmod", "appos") if c in statement.mask]
    common = [c for c in titled if tree.entities[c] != tree.entities[head] and c < head]
    return head if tree.pos[head] == "PROPN" and common else None


def title_text(statement: Statement, name: int, names: Mapping[int, str]) -> str:
    """ "the mayor, Jo Hill" -> "Jo Hill is the mayor"."""
    tree, head = statement.tree, statement.head
    if name != head:
        called = statement.mask & tree.subtrees[name]
    else:
        keep = {"flat", "flat:name", "compound"}
        called = frozenset({head}).union(
            *(
                statement.mask & tree.subtrees[c]
                for c in tree.dependents(head, *keep)
                if tree.entities[c] == tree.entities[head]
            )
        )
    title = statement.mask - called
    if not title:
        return join_words(tree, sorted(statement.mask), names)
    words = sorted(title)
    return f"{bare_phrase(tree, called, names)} {copula(tree, name)} " + lower_first(
        tree, words, bare_phrase(tree, title, names)
    )


def relative_text(statement: Statement, names: Mapping[int, str]) -> str:
    """ "X, which opened in 1974" -> "X opened in 1974"; other pronouns than subjects put X last."""
    tree = statement.tree
    pronoun = relative_pronoun(statement)
    antecedent = bare_phrase(tree, statement.outside, names)
    if pronoun is None:
        return join_words(tree, sorted(statement.mask), names)
    cases = set(tree.dependents(pronoun, "case"))
    rest = sorted(statement.predicate - {pronoun} - cases)
    text = join_words(tree, rest, names)
    label = tree.labels[pronoun]
    if label.startswith("nsubj"):
        return f"{antecedent} {text}"
    if label in ("obj", "iobj") and not tree.children[pronoun]:
        return f"{text} {antecedent}"
    if cases:
        preposition = join_words(tree, sorted(cases), names)
        return f"{text} {preposition} {lower_article(antecedent, tree)}"
    return join_words(tree, sorted(statement.mask), names)


def relative_pronoun(statement: Statement) -> int | None:
    """The word that stands for the antecedent, if it is at the clause's beginning."""
    relative = clause_lexicon(statement.tree.language).relative
    for word in sorted(statement.predicate)[:3]:
        form = statement.tree.forms[word].lower()
        if form in relative or statement.tree.lemmas[word] in relative:
            return word
    return None


def participle_text(statement: Statement, names: Mapping[int, str]) -> str:
    """ "the survey made by X" -> "the survey was made by X"."""
    tree, head = statement.tree, statement.head
    antecedent = bare_phrase(tree, statement.outside, names)
    predicate = join_words(tree, sorted(statement.predicate), names)
    return f"{antecedent} {passive(tree, head)} {predicate}".replace("  ", " ")


def passive(tree: Tree, participle: int) -> str:
    """The auxiliary that a participle needs to make a sentence; none where it has one."""
    if tree.has(participle, "aux", "aux:pass", "cop"):
        return ""
    morph, form = tree.morphs[participle], tree.forms[participle].lower()
    plural = is_plural(tree, tree.heads[participle])
    if tree.language == "it":
        if tree.pos[participle] != "VERB":
            return copula(tree, tree.heads[participle])
        if "VerbForm=Part" not in morph or form.endswith("nte") or form.endswith("nti"):
            return ""
        ending = form[-1:] if form[-1:] in "aeio" else "o"
        return f"{'sono' if ending in 'ei' else 'è'} stat{ending}"
    if "Aspect=Prog" in morph or form.endswith("ing"):
        return "are" if plural else "is"
    if tree.pos[participle] == "ADJ":
        return copula(tree, tree.heads[participle])
    return "were" if plural else "was"


def copula(tree: Tree, subject: int) -> str:
    """The present of to be."""
    plural = is_plural(tree, subject)
    if tree.language == "it":
        return "sono" if plural else "è"
    return "are" if plural else "is"


def is_plural(tree: Tree, noun: int) -> bool:
    """By its form, or because it is a list."""
    return "Number=Plur" in tree.morphs[noun] or tree.has(noun, "conj")


def bare_phrase(tree: Tree, mask: Mask, names: Mapping[int, str]) -> str:
    """A noun phrase without the preposition it stood under; a fused one leaves its article."""
    words = sorted(mask)
    while len(words) > 1 and tree.labels[words[0]] in ("case", "mark", "cc"):
        article = fused_article(tree.forms[words[0]]) if tree.language == "it" else ""
        rest = join_words(tree, words[1:], names)
        if article:
            return article + rest if article.endswith("'") else f"{article} {rest}"
        words = words[1:]
    return join_words(tree, words, names)


def fused_article(form: str) -> str:
    """ "nella" -> "la", "dell'" -> "l'", "di" -> ""."""
    low = form.lower().replace("’", "'")
    for stem in FUSED:
        if low.startswith(stem) and low[len(stem) :] in ARTICLES:
            return ARTICLES[low[len(stem) :]]
    return ""


def without_links(tree: Tree, statement: Statement) -> list[int]:
    """The words in order, without what only ties the claim to what came before."""
    linking = clause_lexicon(tree.language).linking
    subordinate = statement.role in ("advcl", "ccomp", "conj", "parataxis", "csubj")
    ties = set(tree.dependents(statement.head, "mark", "cc")) if subordinate else set()
    words = sorted(statement.mask - ties)
    while len(words) > 2 and (
        tree.labels[words[0]] in ("cc", "mark") or tree.forms[words[0]].lower() in linking
    ):
        words = words[1:]
    return words


def join_words(tree: Tree, words: Sequence[int], names: Mapping[int, str]) -> str:
    """Words with the article's spacing; marks between two neighbours stay."""
    parts: list[str] = []
    last = -1
    for word in words:
        gap = range(last + 1, word)
        if parts and not any(tree.is_word[i] for i in gap):
            marks = "".join(tree.forms[i] + " " * tree.spaced[i] for i in gap)
            parts.append(" " * tree.spaced[last] + marks)
        elif parts and not parts[-1].endswith("'"):
            parts.append(" ")
        parts.append(names.get(word, tree.forms[word]))
        last = word
    return "".join(parts)


def lower_first(tree: Tree, words: Sequence[int], text: str) -> str:
    """A text that no longer begins its sentence loses its capital, unless it is a name's."""
    first = words[0] if words else 0
    named = tree.pos[first] == "PROPN" or (bool(tree.entities[first]) and tree.pos[first] != "DET")
    keeps = not words or named
    return text if keeps or text[1:2].isupper() else text[:1].lower() + text[1:]


def lower_article(text: str, tree: Tree) -> str:
    """An antecedent that moves inside loses the capital of its article."""
    first = text.split(" ", 1)[0].lower()
    articles = {"the", "a", "an"} if tree.language == "en" else set(ARTICLES.values())
    return text[:1].lower() + text[1:] if first in articles else text


def finish(text: str) -> str:
    """Balanced marks, single spaces, a capital at the beginning and a stop at the end."""
    text = " ".join(balanced(text).split()).strip(EDGES)
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return text if text[-1] in FINAL else text + "."


def balanced(text: str) -> str:
    """Drop quotation marks and brackets that have lost their partner."""
    keep = [True] * len(text)
    stack: list[int] = []
    closers = set(PAIRS.values())
    for i, char in enumerate(text):
        if char in PAIRS:
            stack.append(i)
        elif char in closers and not is_apostrophe(text, i):
            if stack and PAIRS[text[stack[-1]]] == char:
                stack.pop()
            else:
                keep[i] = False
    for i in stack:
        keep[i] = False
    if text.count(STRAIGHT) % 2:
        keep[text.rindex(STRAIGHT)] = False
    return "".join(char for char, kept in zip(text, keep, strict=True) if kept)


def is_apostrophe(text: str, at: int) -> bool:
    """Whether a closing single mark stands inside a word."""
    return text[at] == "’" and at > 0 and text[at - 1].isalpha()
