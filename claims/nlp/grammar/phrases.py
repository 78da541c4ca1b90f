"""Words of a tree put together again: spacing, marks, articles, prepositions.

`Names` maps a word (its index) to what stands in its place; "" leaves it out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.nlp.parsing.quoted_words import CLOSING, EITHER, OPENING
from claims.nlp.parsing.tree import Mask, Tree

Names = Mapping[int, str]

# Italian prepositions that carry an article: what is left when the preposition goes
ARTICLES = {"l": "il", "llo": "lo", "lla": "la", "ll'": "l'", "i": "i", "gli": "gli", "lle": "le"}
FUSED = {"de": "di", "a": "a", "da": "da", "ne": "in", "su": "su", "co": "con"}
STEMS = {preposition: stem for stem, preposition in FUSED.items() if preposition != "con"}
ENDINGS = {article: ending for ending, article in ARTICLES.items()}
ENGLISH_ARTICLES = frozenset({"the", "a", "an"})
AFTER = CLOSING | EITHER | {")", "]", "%", "°", "‰", "’"}
BEFORE = OPENING | {"(", "[", "$", "€", "£", "¥", "‘"}
LONE_MARKS = frozenset({"%", "‰", "$", "€", "£", "¥", "°"})
CURRENCIES = frozenset({"$", "€", "£", "¥"})
VOWELS = frozenset("aeiouàèéìòùAEIOUÀÈÉÌÒÙ")

# types of what is no name: "Next year", "Three votes"
FIGURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})


def join_words(tree: Tree, words: Sequence[int], names: Names) -> str:
    """Words with the article's spacing; marks between two neighbours stay, and those that close
    or open what they stand in ("83%", "(1977)")."""
    parts: list[str] = []
    last = -1
    for word in words:
        form = names.get(word, tree.forms[word])
        if not form:
            continue
        gap = range(last + 1, word)
        if parts and word > last and not any(tree.is_word[i] and names.get(i) != "" for i in gap):
            marks = "".join(
                names.get(i, tree.forms[i]) + " " * tree.spaced[i]
                for i in gap
                if not tree.is_word[i]
            )
            elided = parts[-1].endswith(("'", "’")) and not marks
            # an article that is left out may have been glued to the word: "nel 2019 l'uomo"
            spaced = tree.spaced[last] if marks else any(tree.spaced[last:word])
            parts.append(" " * (spaced and not elided) + marks)
        else:
            opening = opening_marks(tree, word)
            colon = parts and opening and tree.forms[word - 1 - len(opening.split())] == ":"
            closing = [closing_marks(tree, last), ":" * bool(colon)] if parts else []
            parts += [*closing, "," * in_a_row(tree, last, word), space_after(parts), opening]
        parts.append(form)
        last = word
    if parts:
        parts.append(closing_marks(tree, last))
    return "".join(parts)


def in_a_row(tree: Tree, last: int, word: int) -> bool:
    """ "Ada Neri[, sindaca], Pio Verdi e Ivo Galli": a list keeps the comma of what is left out.

    Not before its last member, nor where nothing joins it.
    """
    member = next((i for i in tree.paths[word] if tree.labels[i] == "conj"), None)
    if member is None or tree.heads[member] not in tree.paths[last] or last < tree.heads[member]:
        return False
    if tree.pos[member] not in ("NOUN", "PROPN") or tree.is_clausal[member]:
        return False
    before = [i for i in range(last + 1, word) if not tree.is_word[i]]
    opens = min(tree.subtrees[member] & tree.words) == word and not tree.has(member, "cc")
    return opens and bool(before) and before[-1] == word - 1 and tree.forms[word - 1] == ","


def space_after(parts: Sequence[str]) -> str:
    """A space, but after an apostrophe none."""
    return "" if not parts or parts[-1].endswith(("'", "’")) else " "


def closing_marks(tree: Tree, word: int) -> str:
    """The marks at a word that close something or belong to it."""
    found = ""
    for i in range(word + 1, tree.size):
        belongs = tree.forms[i] in AFTER or is_minute(tree, i) or is_unit(tree, i)
        if tree.is_word[i] or not belongs:
            break
        if opens_straight(tree, i):
            break
        found += " " * tree.spaced[i - 1] * (tree.forms[i] not in CLOSING) + tree.forms[i]
    return found


def opens_straight(tree: Tree, mark: int) -> bool:
    """Whether a straight mark opens a quotation: it stands close to what follows alone."""
    close = not tree.spaced[mark] and (mark == 0 or tree.spaced[mark - 1])
    return tree.forms[mark] in EITHER and tree.in_quotes[mark] and close


def is_minute(tree: Tree, mark: int) -> bool:
    """ "al 94'": the mark of a minute stands right behind its figure."""
    after_figure = tree.forms[mark - 1].isdigit() and not tree.spaced[mark - 1]
    return tree.forms[mark] == "'" and mark > 0 and after_figure


def is_unit(tree: Tree, mark: int) -> bool:
    """ "da 100 a 500 €", "18 milioni di €": a currency's sign behind its figure is its unit."""
    before, after = tree.forms[mark - 1], "".join(tree.forms[mark + 1 : mark + 2])
    counted = before[-1:].isdigit() or (before.lower() == "di" and mark > 1)
    return tree.forms[mark] in CURRENCIES and mark > 0 and counted and not after[:1].isdigit()


def opening_marks(tree: Tree, word: int) -> str:
    """The marks before a word that open something or belong to it."""
    found = ""
    for i in range(word - 1, -1, -1):
        if tree.is_word[i] or not (tree.forms[i] in BEFORE or opens_straight(tree, i)):
            break
        if is_unit(tree, i):
            break
        found = tree.forms[i] + " " * tree.spaced[i] * (tree.forms[i] in LONE_MARKS) + found
    return found


def bare_phrase(tree: Tree, mask: Mask, names: Names) -> str:
    """A noun phrase without the preposition it stood under, with the article it has there."""
    words = sorted(mask)
    article = ""
    while len(words) > 1 and leads_in(tree, words[0]):
        article = fused_article(tree.forms[words[0]]) if tree.language == "it" else ""
        words = words[1:]
        if article:
            break
    article = article or (outer_article(tree, words[0]) if words else "")
    return with_article(article, join_words(tree, words, names))


def leads_in(tree: Tree, word: int) -> bool:
    """Whether a word leads a phrase in: "a", "e", the "al" of "vicino al porto"."""
    label = tree.labels[word]
    return label in ("case", "mark", "cc") or (label == "fixed" and tree.pos[word] == "ADP")


def with_article(article: str, phrase: str) -> str:
    """The article before the phrase; an elided one without a space."""
    if not article:
        return phrase
    return article + phrase if article.endswith("'") else f"{article} {phrase}"


def fused_article(form: str) -> str:
    """ "nella" -> "la", "dell'" -> "l'", "di" -> ""."""
    low = form.lower().replace("’", "'")
    for stem in FUSED:
        if low.startswith(stem) and low[len(stem) :] in ARTICLES:
            return ARTICLES[low[len(stem) :]]
    return ""


def bare_preposition(form: str) -> str:
    """ "nella" -> "in", "ad" -> "a", "di" -> "di"."""
    low = form.lower().replace("’", "'")
    for stem, preposition in FUSED.items():
        if low.startswith(stem) and low[len(stem) :] in ARTICLES:
            return preposition
    return {"d'": "di", "ad": "a"}.get(low, low)


PARTITIVE = frozenset({"dei", "degli", "delle"})
"""No preposition stands before them: "in delle mail" -> "in mail"."""


def fuse(preposition: str, phrase: str) -> str:
    """ "di" before "la diga" -> "della diga"; "con" and others stay apart; "ad Ada"."""
    stem = STEMS.get(preposition)
    article, gap, rest = phrase.partition(" ")
    if article.lower() in PARTITIVE and gap and preposition in STEMS:
        return f"{preposition} {rest}"
    if stem is None:
        return f"{preposition} {phrase}"
    if article.lower() in ENDINGS and gap:
        return f"{stem}{ENDINGS[article.lower()]} {rest}"
    if phrase[:2].lower() in ("l'", "l’"):
        return f"{stem}ll'{phrase[2:]}"
    heard = "ad" if preposition == "a" and phrase[:1].lower() == "a" else preposition
    return f"{heard} {phrase}"


def outer_article(tree: Tree, word: int) -> str:
    """The article of a noun phrase that was cut off just before `word`."""
    before = word - 1
    while before >= 0 and not tree.is_word[before] and tree.forms[before] in BEFORE:
        before -= 1
    if before < 0 or tree.pos[word] in ("DET", "ADP", "VERB", "AUX", "PRON", "ADV", "SCONJ"):
        return ""
    form = tree.forms[before].lower().replace("’", "'")
    if tree.language == "en":
        return form if form in ENGLISH_ARTICLES else ""
    if "PronType=Art" in tree.morphs[before]:
        return fused_article(form) if tree.pos[before] == "ADP" else form
    return fused_article(form) if tree.pos[before] == "ADP" else ""


def definite_article(tree: Tree, noun: int, before: str) -> str:
    """The Italian article for a noun's gender and number, before the word `before`."""
    morph = tree.morphs[noun]
    plural, feminine = "Number=Plur" in morph, "Gender=Fem" in morph
    vowel = before[:1] in VOWELS
    heavy = is_heavy(before)
    if feminine:
        return "le" if plural else "l'" if vowel else "la"
    if plural:
        return "gli" if vowel or heavy else "i"
    return "l'" if vowel else "lo" if heavy else "il"


def fitting_article(form: str, thing: str) -> str:
    """ "il" before "cui scavo" is "lo" before "scavo": the same gender and number, another word."""
    vowel = thing[:1] in VOWELS
    if form in ("il", "lo"):
        return "l'" if vowel else "lo" if is_heavy(thing) else "il"
    if form in ("i", "gli"):
        return "gli" if vowel or is_heavy(thing) else "i"
    return "l'" if form == "la" and vowel else form


def indefinite(phrase: str, *, feminine: bool) -> str:
    """The Italian indefinite article of one thing, before the words `phrase`."""
    if feminine:
        return "un'" if phrase[:1] in VOWELS else "una"
    return "uno" if is_heavy(phrase) else "un"


def is_heavy(word: str) -> bool:
    """Whether a word wants "lo" and "uno" before it: "studio", "zio", "psicologo"."""
    low = word.lower()
    starts = low[:1] in ("z", "x", "y") or low[:2] in ("gn", "ps", "pn")
    return starts or (low[:1] == "s" and low[1:2] not in VOWELS and low[1:2].isalpha())


def lower_first(tree: Tree, words: Sequence[int], text: str) -> str:
    """A text that no longer begins its sentence loses its capital, unless it is a name's."""
    first = words[0] if words else 0
    entity = tree.entities[first] and tree.entities[first] not in FIGURES
    named = tree.pos[first] == "PROPN" or (bool(entity) and tree.pos[first] != "DET")
    keeps = not words or named or not text.startswith(tree.forms[first])
    return text if keeps or text[1:2].isupper() else text[:1].lower() + text[1:]


def lower_article(text: str, language: str) -> str:
    """A phrase that moves inside loses the capital of its article."""
    first = text.split(" ", 1)[0].lower()
    articles = ENGLISH_ARTICLES if language == "en" else {*ARTICLES.values(), "un", "una", "uno"}
    elided = text[:2].lower() in ("l'", "l’") or text[:3].lower() in ("un'", "un’")
    return text[:1].lower() + text[1:] if first in articles or elided else text
