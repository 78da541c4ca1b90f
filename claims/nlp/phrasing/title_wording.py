"""A name and what its title says: "the mayor, Jo Hill" -> "Jo Hill is the mayor"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.nlp.grammar.phrases import (
    Names,
    bare_preposition,
    fused_article,
    join_words,
)
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.grammar.statement import Statement
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.english_pairs import never_is
from claims.nlp.phrasing.predicate_phrase import WHAT_ONE_IS, predicate_phrase
from claims.nlp.phrasing.title_articles import (
    ABSTRACT,
    KIN,
    OFFICES,
    UNCUT,
    is_several,
    noun_of_title,
    one_of_its_kind,
    top_of,
)
from claims.nlp.phrasing.title_names import (
    from_given_name,
    in_place,
    is_given,
    is_joined,
    is_led_name,
    name_at_end,
    without_anothers_title,
    without_second_title,
)
from claims.nlp.phrasing.titles_apart import ROLE, goes_on, is_where_acted
from claims.nlp.phrasing.told_dead import copula_of
from claims.nlp.phrasing.unequal_pairs import is_one_of_counted

POLITE = frozenset(
    {"signor", "signore", "signora", "signorina", "mister", "miss", "sir", "monsignor", "padre",
     "madre", "don", "dom", "fra", "frate", "suor", "dame", "lady", "lord"}
)  # fmt: skip
WHOLE_NAME = 2  # words
MORE_PLACES = frozenset({"località", "frazione", "contrada", "quartiere", "rione", "borgata"})
# prepositions of phrases that tell how or when: a comma may be missing behind them
ADVERBIAL = frozenset({"con", "per", "dopo", "grazie", "secondo", "tra", "fra", "contro"})
DEMONYM = re.compile(
    r"^(?:\w+ese|(?:(?:sud)?american|italian|tedesc|spagnol|russ|svizzer"
    r"|corean|indian|brasilian|grec|turc|polacc|austriac|egizian|australian|messican|israelian"
    r"|argentin)[oa]|belga)$"
)


def noun_and_name_text(statement: Statement, names: Names, people: Mask) -> str | None:
    """ "the mayor, Jo Hill" -> "Jo Hill is the mayor"; the name is the subject."""
    tree = statement.tree
    mask = sorted(statement.mask)
    name = from_given_name(tree, name_at_end(tree, before_complement(tree, mask, people), people))
    whole, name = name, without_office(tree, mask, name)
    held = len(name) < len(whole)  # the tagger took her office for her name
    before = own_title(tree, name, [i for i in mask if name and i < name[0]])
    title = without_second_title(tree, name, without_bare_title(tree, before))
    whole, title = title, without_anothers_title(tree, title)
    if whole and not title:
        return ""
    complement = [i for i in mask if name and i > name[-1]]
    if goes_on(tree, name, complement):
        name, complement = [*name, *complement], []
    if not name or not title or is_led_name(tree, name, title):
        return None
    if is_never_told(tree, name, title):
        return ""
    others = frozenset() if held else people
    if is_of_another(tree, name, title, others) or belongs_elsewhere(tree, name, title):
        return None
    called = join_words(tree, name, names)
    said = predicate_phrase(tree, frozenset(title), names)
    if not said:
        return None  # "Dr X": the title goes with the name
    predicate = one_of_its_kind(tree, title, said, called)
    rest = join_words(tree, complement, names)
    listed = any(tree.labels[i] == "cc" for i in name)
    several = is_several(tree, top_of(tree, frozenset(title)))
    if tree.language == "it" and several != listed and (several or is_joined(tree, name)):
        return None  # "le operazioni di Darmstadt, Germania", "la cantante Ila e Rino Galli"
    several = listed or several
    return f"{called} {copula_of(tree, frozenset(name), several)} {predicate} {rest}".strip()


def is_never_told(tree: Tree, name: list[int], title: list[int]) -> bool:
    """Whether a title says nothing of its name, and nothing else says it of the name either."""
    one, other = frozenset(name), frozenset(title)
    if any(tree.forms[i].lower() == "whose" for i in title) or never_is(tree, one, other):
        return True
    if is_only_from_somewhere(tree, name, title) or is_where_acted(tree, name, title):
        return True
    if not is_title(tree, title, name[0]) or has_gap(tree, title):
        return False
    return is_one_of_counted(tree, one, other) or is_cut_short(tree, title)


def is_of_another(tree: Tree, name: list[int], title: list[int], people: Mask) -> bool:
    """Whether words before a name are no title, or somebody else's."""
    if not is_title(tree, title, name[0]) or has_gap(tree, title):
        return True
    if is_further_name(tree, name, title) or is_no_role(tree, name, title):
        return True
    if any(i in people and is_named_apart(tree, i) for i in title) or is_kin(tree, name, title):
        return True
    return is_place_in_place(tree, name, title) or acts_itself(tree, name, title)


def is_kin(tree: Tree, name: list[int], title: list[int]) -> bool:
    """ "figlio del regista e attore Pio Neri": Neri is the actor, and somebody else the son."""
    for noun in title if tree.language == "it" else ():
        if tree.lemmas[noun] in KIN and tree.pos[noun] == "NOUN":
            led = [i for i in tree.dependents(noun, "nmod") if tree.has(i, "case")]
            return any(name[0] in tree.subtrees[i] for i in led)
    return False


def without_office(tree: Tree, mask: list[int], name: list[int]) -> list[int]:
    """ "(City) Manager Ann Liu": what she is, is no part of her name."""
    titles = words("en", "names.person_titles") | OFFICES
    offices = [at for at, word in enumerate(name) if tree.forms[word].lower() in titles]
    apart = bool(name) and name[0] > mask[0] and name[0] - 1 not in mask  # "the pilot, Major X"
    own = name[offices[-1] + 1 :] if offices and tree.language == "en" and not apart else name
    return own if len(own) >= WHOLE_NAME else name


def own_title(tree: Tree, name: list[int], title: list[int]) -> list[int]:
    """ "At Hill Primary in Dart, head teacher X teaches": in English a subject's own words."""
    if tree.language != "en" or not name:
        return title
    top = top_of(tree, frozenset(name))
    if tree.labels[top] == "appos" and tree.heads[top] in title:
        top = tree.heads[top]
    elif tree.labels[top] not in SUBJECTS:
        return title
    own = tree.subtrees[top] | {i for i in title if tree.forms[i + 1] == "-"}  # "co-founder"
    return [i for i in title if i in own] or title


def is_only_from_somewhere(tree: Tree, name: list[int], title: list[int]) -> bool:
    """ "La francese Mistral": where it is from, not what it is; somebody has two names."""
    nouns = [i for i in title if tree.pos[i] != "DET"]
    alone = len(nouns) == 1 and DEMONYM.search(tree.forms[nouns[0]].lower()) is not None
    return tree.language == "it" and alone and len(name) == 1


def has_gap(tree: Tree, title: list[int]) -> bool:
    """ "il tribunale [ha condannato] la moglie X": words on both sides of a verb are no title."""
    return any(
        tree.is_finite[i] for one, two in pairwise(title) for i in range(one + 1, two)
    ) or not any(tree.pos[i] not in ("DET", "NUM") for i in title)


def is_place_in_place(tree: Tree, name: list[int], title: list[int]) -> bool:
    """ "Austin, Texas": a place is no title of the one behind it."""
    return tree.language == "en" and all(tree.entities[i] == "GPE" for i in (*name, *title))


def belongs_elsewhere(tree: Tree, name: list[int], title: list[int]) -> bool:
    """Whether a name hangs on a noun within the title, not on the noun that the title tells.

    "il presidente della regione Lombardia", "un sisma della scala Richter"; a person may hang on
    any word of a title of people ("il presidente del Cile | X").
    """
    top = noun_of_title(tree, title)
    first = top_of(tree, frozenset(name))
    governor = tree.heads[first]
    if tree.language != "it" or governor not in title or governor == top:
        return False
    lists = ("names.org_heads", "names.org_nouns", "names.place_heads")
    named = any(tree.lemmas[governor] in words("it", kind) for kind in lists)
    if len(name) == 1 and (named or tree.lemmas[governor] in MORE_PLACES):
        return True  # "una portavoce della società Vexa", "residente in località Mirta"
    person = tree.entities[first] in PERSON or is_given(tree, name) or in_place(tree, governor)
    nouns = words("it", "names.person_titles") | words("it", "names.person_nouns")
    role = bool({tree.lemmas[top], tree.forms[top].lower()} & nouns) or bool(
        ROLE.search(tree.forms[top].lower())
    )
    return not (person and role)


def acts_itself(tree: Tree, name: list[int], title: list[int]) -> bool:
    """ "Con il suo nuovo modello Brunex ha vinto": the name is the subject that the verb lacks."""
    top, after = noun_of_title(tree, title), name[-1] + 1
    led = {tree.forms[i].lower() for i in tree.dependents(top, "case")}
    if tree.language != "it" or not led & ADVERBIAL or after >= tree.size:
        return False
    verb = tree.heads[after] if tree.labels[after].startswith("aux") else after
    finite = tree.is_verbal[verb] and tree.is_finite[verb]
    role = ROLE.search(tree.forms[top].lower()) is not None
    return finite and not tree.has_subject[verb] and not role


def is_cut_short(tree: Tree, title: list[int]) -> bool:
    """ "il col. X", "il signor X", "padre X": no more than the name."""
    nouns = [i for i in title if tree.pos[i] not in ("DET", "ADP")]
    form = tree.forms[nouns[0]].lower() if nouns else ""
    cases = [i for noun in nouns[:1] for i in tree.dependents(noun, "case")]
    led = len(title) > 1 or any(fused_article(tree.forms[i]) for i in cases)
    kin = form in ("padre", "madre") and led  # "il padre Mario"
    return len(nouns) == 1 and not kin and (form.endswith(".") or form in POLITE)


def without_bare_title(tree: Tree, title: list[int]) -> list[int]:
    """ "l'ex capo dell'ufficio, l'architetto X" without "l'architetto": X is called it anyway."""
    for at in range(len(title) - 1, 0, -1):
        if title[at] - title[at - 1] > 1 and tree.forms[title[at] - 1] == ",":
            rest = [i for i in title[at:] if tree.labels[i] != "det"]
            titles = words(tree.language, "names.person_titles")
            form = tree.forms[rest[0]].lower() if rest else ""
            known = form in titles or form in UNCUT.values()
            known = known or (tree.language == "en" and WHAT_ONE_IS.search(form) is not None)
            bare = len(rest) == 1 and known
            return title[:at] if bare else title
    return title


def named_before(tree: Tree, name: int) -> set[int]:
    """The words of the bare title right before a name."""
    noun = name - 1
    if noun < 0 or tree.pos[noun] != "NOUN":
        return set()
    return {noun, *(i for i in tree.dependents(noun, "det") if i == noun - 1)}


def is_no_role(tree: Tree, name: list[int], title: list[int]) -> bool:
    """Whether a noun is nothing that its name can be: an act of a person, a name of figures."""
    noun = noun_of_title(tree, title)
    act = ABSTRACT.search(tree.forms[noun].lower()) is not None
    act = act or tree.lemmas[noun] in words(tree.language, "names.never_people")
    person = any(tree.entities[i] in ("PER", "PERSON") for i in name)
    return (act and person) or not any(tree.forms[i][:1].isalpha() for i in name)


def is_further_name(tree: Tree, name: list[int], title: list[int]) -> bool:
    """Whether names go on a list that begins before them ("di Google, OpenAI e Anthropic")."""
    first = tree.heads[name[0]]
    listed = tree.labels[name[0]] == "conj" and first in title
    return listed and tree.pos[first] == "PROPN" and tree.has(first, "case")


def is_named_apart(tree: Tree, word: int) -> bool:
    """Whether a word of a title names somebody else; "Dutch" doesn't."""
    sort = tree.pos[word] == "ADJ" and tree.labels[word] == "amod" and word > min(tree.words)
    return not sort and not tree.has(word, "case") and not is_part(tree, word)


def is_part(tree: Tree, word: int) -> bool:
    """Whether a word of a name belongs to one that a preposition leads in ("della Fillea Cgil")."""
    return tree.labels[word] in ("flat", "flat:name", "compound") and tree.has(
        tree.heads[word], "case"
    )


def before_complement(tree: Tree, mask: list[int], people: Mask) -> list[int]:
    """ "professor Rossi of Yale" without "of Yale"."""
    for at, word in enumerate(mask[1:], 1):
        opens = bare_preposition(tree.forms[word]) in ("di", "of") and tree.pos[word] == "ADP"
        if opens and mask[at - 1] in people and word - 1 == mask[at - 1]:
            return mask[:at]
    return mask


def is_title(tree: Tree, title: list[int], name: int) -> bool:
    """Whether words before a name tell what its bearer is."""
    if any(
        tree.is_word[i] for i in range(title[-1] + 1, name) if i not in named_before(tree, name)
    ):
        return False
    if any(tree.pos[i] == "PROPN" for i in title) and any(tree.labels[i] == "cc" for i in title):
        return False  # "il dottor Neri e l'avvocato Gialli": two people
    if tree.labels[title[-1]] in ("case", "det", "cc", "mark") or tree.pos[title[0]] == "ADP":
        return False
    kinds = {tree.pos[i] for i in title if "Poss=Yes" not in tree.morphs[i]}
    if kinds & {"VERB", "AUX", "PRON", "SCONJ"} or not kinds & {"NOUN", "ADJ", "PROPN"}:
        return False
    nouns = [i for i in title if tree.pos[i] == "NOUN"]
    if not nouns and tree.language == "it" and tree.entities[name] == "LOC":
        return False  # "l'enorme New York"
    if not nouns:
        known = words(tree.language, "names.person_titles")
        titled = any(tree.forms[i].lower() in known for i in title)
        return titled or "ADJ" in kinds or tree.language == "en"
    titles = words(tree.language, "names.person_titles")
    nested = len(nouns) > 1 and tree.lemmas[nouns[-1]] in titles
    return not (nested and tree.has(nouns[-1], "case"))
