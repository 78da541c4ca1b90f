"""Where a relative pronoun stands, its antecedent does: subject, object, place, owner."""

from __future__ import annotations

from claims.nlp.grammar.lasting_states import SPANS
from claims.nlp.grammar.masks import phrase, reports
from claims.nlp.grammar.phrases import (
    Names,
    bare_phrase,
    bare_preposition,
    fitting_article,
    fuse,
    join_words,
    lower_article,
    lower_first,
    with_article,
)
from claims.nlp.grammar.rule_claims import PERSON
from claims.nlp.lexicon import words
from claims.nlp.parsing.tree import SUBJECTS, Mask, Tree
from claims.nlp.phrasing.apposition_bearers import SETTLEMENTS
from claims.nlp.phrasing.subject_articles import closing_comma, led_subject
from claims.nlp.phrasing.title_articles import top_of

ACTING = frozenset({"he", "she", "they", "we", "i", "you"})
PLACES = frozenset({"dove", "ove", "where"})
SAID = frozenset({"parlare", "discutere", "trattare", "leggere", "vedere", "fare", "chiedere"})

SEATS = frozenset({"university", "college", "school", "hospital", "airport", "academy"})
INHABITANTS = frozenset({"abitanti", "residenti", "cittadini", "clienti", "fedeli"})


def put_in_place(
    tree: Tree, pronoun: int, verb: int, antecedent: Mask, rest: Mask, names: Names
) -> str | None:
    """The antecedent where the pronoun belongs: subject, object, after a preposition."""
    noun = led_subject(tree, antecedent, names)
    low = within_clause(tree, antecedent, noun, names)
    form, label = tree.forms[pronoun].lower(), tree.labels[pronoun]
    if label == "obj" and has_other_object(tree, pronoun, verb, rest):
        label = "nsubj"  # the verb has its object: "che quella notte hanno causato la morte"
    elif is_led_by_subject(tree, pronoun, verb, rest):
        label = "obj"  # "whom she once sent off"
    text = comma_kept(tree, pronoun, rest) + join_words(tree, sorted(rest), names)
    if form in PLACES and (is_a_person(tree, antecedent) or are_people(tree, antecedent)):
        return ""
    if is_time_of(tree, pronoun, antecedent) or are_some_times(tree, pronoun, antecedent):
        return ""
    if form in PLACES:
        bare = tree.has(top_of(tree, antecedent), "case")  # "in ospedale, dove"
        place = bare_phrase(tree, antecedent, names) if bare else noun
        return f"{in_its_place(tree, antecedent, place)} {acted(tree, verb, text, names)}"
    cases = tree.dependents(pronoun, "case")
    if form == "cui" and not cases and not is_owner(tree, pronoun):
        return f"{fuse('a', low)} {acted(tree, verb, text, names)}"
    if cases and not label.startswith("nsubj"):
        preposition = " ".join(bare_preposition(tree.forms[i]) for i in sorted(cases))
        led = fuse(preposition, low)
        return f"{led} {acted(tree, verb, text, names)}"
    if label in ("nmod:poss", "det:poss") or form == "whose":
        several = is_plural_in_s(tree, antecedent)
        return owned(tree, pronoun, noun, rest, names, several=several)
    acting = any(tree.labels[i].startswith("nsubj") for i in rest)
    if label in ("obj", "iobj") and (acting or form == "whom"):
        return right_behind(tree, acting_verb(tree, verb, rest), low, rest, names)
    if label in ("obj", "iobj"):
        return f"{text} {low}"
    closed = closing_comma(tree, noun, antecedent) if tree.language == "en" else ""
    return f"{noun}{closed} {text}"


def within_clause(tree: Tree, antecedent: Mask, noun: str, names: Names) -> str:
    """An antecedent behind other words, without the capital that it had where it opened."""
    low = lower_article(noun, tree.language)
    first = min(antecedent, default=0)
    opened = tree.language == "en" and antecedent and first == min(tree.words)
    return lower_first(tree, sorted(antecedent), low) if opened and first not in names else low


def has_other_object(tree: Tree, pronoun: int, verb: int, rest: Mask) -> bool:
    """Whether a verb has an object besides the pronoun.

    Not one that English calls something, or does oneself: "a tax that critics call theft".
    """
    others = [i for i in tree.dependents(verb, "obj") if i != pronoun]
    acting = [i for i in tree.dependents(verb, *SUBJECTS) if pronoun < i < verb and i in rest]
    return bool(others) and not (tree.language == "en" and acting)


def is_led_by_subject(tree: Tree, pronoun: int, verb: int, rest: Mask) -> bool:
    """Whether "whom" or "which" stands before its verb's own subject, whatever the parser says."""
    whom = tree.forms[pronoun].lower() == "whom" and tree.labels[pronoun].startswith("nsubj")
    behind = pronoun + 1
    acting = behind in rest and tree.forms[behind].lower() in ACTING and behind < verb
    return tree.language == "en" and whom and acting and not tree.has(pronoun, "case")


def acted(tree: Tree, verb: int, text: str, names: Names) -> str:
    """What is told behind a place or preposition, with who does it where Italian leaves it out."""
    actor = actor_above(tree, verb, names)
    return f"{actor} {text}" if actor else text


def actor_above(tree: Tree, verb: int, names: Names) -> str:
    """Who was taken "a Monza, dove è morto": the subject above, where none stands beside the verb.

    Italian leaves it out; "" where number or another noun bars it. What looks like an object may be
    a subject behind its verb ("in cui morì il padre"), but of a verb that always acts.
    """
    own = tree.dependents(verb, "nsubj", "nsubj:pass", "csubj", "ccomp", "expl:impers")
    acts = tree.lemmas[verb] in words("it", "marks.acting")
    if tree.language != "it" or own or (tree.has(verb, "obj") and not acts):
        return ""
    if tree.has(verb, "expl") and is_of_nobody(tree, verb):
        return ""
    above = next((i for i in tree.paths[verb][1:] if tree.is_finite[i]), verb)
    subjects = [i for i in tree.dependents(above, "nsubj", "nsubj:pass") if i < above]
    if len(subjects) != 1 or tree.pos[subjects[0]] not in ("NOUN", "PROPN", "NUM"):
        return ""
    if verb in tree.subtrees[subjects[0]]:
        return ""
    called = frozenset(phrase(tree, subjects[0])) & tree.words
    shown = [finite_morph_of(tree, i) for i in (verb, above)]
    numbers = {"Number=Plur" in morph for morph in shown}
    if len(numbers) != 1 or not all(shown) or is_of_other_gender(tree, verb, subjects[0]):
        return ""
    return lower_article(bare_phrase(tree, called, names), "it")


def is_of_nobody(tree: Tree, verb: int) -> bool:
    """ "In cui si parla di un prestito"; "dove si trovava", "dove si sfidano": somebody does."""
    single = "Number=Plur" not in finite_morph_of(tree, verb)
    told = tree.lemmas[verb] in SAID or reports(tree, verb)
    return told and single and not tree.has(verb, "aux", "aux:pass")


def is_of_other_gender(tree: Tree, verb: int, noun: int) -> bool:
    """ "La gravità … dove è morto": a participle with "essere" ends as its subject does."""
    being = any(tree.lemmas[i] == "essere" for i in tree.dependents(verb, "aux", "aux:pass"))
    genders = {
        part
        for word in (verb, noun)
        for part in tree.morphs[word].split("|")
        if part.startswith("Gender=")
    }
    return being and tree.pos[noun] == "NOUN" and len(genders) > 1


def finite_morph_of(tree: Tree, verb: int) -> str:
    """What the finite form of a predicate shows."""
    verbs = (verb, *tree.dependents(verb, "aux", "aux:pass", "cop"))
    return next((tree.morphs[i] for i in verbs if "VerbForm=Fin" in tree.morphs[i]), "")


def is_owner(tree: Tree, pronoun: int) -> bool:
    """ "la cui sede": between an article and its noun "cui" is whose, elsewhere alone to whom."""
    before = pronoun - 1
    article = before >= 0 and tree.pos[before] in ("DET", "ADP")
    return article or tree.labels[pronoun] in ("nmod:poss", "det:poss")


def right_behind(tree: Tree, verb: int, noun: str, rest: Mask, names: Names) -> str:
    """The statement's words with the noun behind their verb."""
    before = [i for i in sorted(rest) if i <= verb]
    after = [i for i in sorted(rest) if i > verb]
    return f"{join_words(tree, before, names)} {noun} {join_words(tree, after, names)}"


def is_a_person(tree: Tree, mask: Mask) -> bool:
    """Nobody is where something happened: the place stands further before."""
    named = [tree.forms[i] for i in sorted(mask) if tree.pos[i] == "PROPN"]
    first = named[0] if len(named) > 1 else ""  # "Rio de Janeiro" may be taken for a person too
    known = any(first in words("names", f"people.{kind}") for kind in ("first", "female", "either"))
    return known and tree.entities[top_of(tree, mask)] in PERSON


def is_time_of(tree: Tree, pronoun: int, antecedent: Mask) -> bool:
    """ "un vaccino dai 12 anni in su, di cui l'Italia avrà due dosi": not of the years."""
    led = {bare_preposition(tree.forms[i]) for i in tree.dependents(pronoun, "case")}
    top = top_of(tree, antecedent) if antecedent else pronoun
    counted = tree.lemmas[top] in SPANS and tree.has(top, "nummod", "det")
    counted = counted and tree.labels[pronoun] != "nmod"  # "quattro anni, nel corso dei quali"
    return tree.language == "it" and led == {"di"} and counted


def are_some_times(tree: Tree, pronoun: int, antecedent: Mask) -> bool:
    """ "Il venerdì e il sabato, giorni in cui si paga": on which days isn't told."""
    top = top_of(tree, antecedent) if antecedent else pronoun
    bare = len(antecedent) == 1 and tree.lemmas[top] in SPANS
    return tree.language == "it" and bare and tree.has(pronoun, "case")


def are_people(tree: Tree, mask: Mask) -> bool:
    """ "gli abitanti di Lodi, dove": it is in Lodi, not in its people."""
    top = top_of(tree, mask)
    called = {tree.lemmas[top], tree.forms[top].lower()}
    kinds = ("names.person_titles", "names.person_nouns")
    somebody = bool(called & INHABITANTS)
    somebody = somebody or any(called & words(tree.language, kind) for kind in kinds)
    town = tree.lemmas[top] in SETTLEMENTS or tree.forms[top].lower() in SETTLEMENTS
    return tree.language == "it" and tree.pos[top] == "NOUN" and somebody and not town


def comma_kept(tree: Tree, pronoun: int, rest: Mask) -> str:
    """The comma right behind a pronoun ("che, in media, dà"), which its antecedent takes over."""
    first = min(rest, default=pronoun)
    return ", " if pronoun + 2 == first and tree.forms[pronoun + 1] == "," else ""


def acting_verb(tree: Tree, verb: int, rest: Mask) -> int:
    """The verb whose object a relative pronoun is: "che X ha chiesto di usare" is used."""
    for child in tree.dependents(verb, "xcomp", "ccomp"):
        inside = child in rest and child > verb and "VerbForm=Inf" in tree.morphs[child]
        objects = [i for i in tree.dependents(child, "obj") if tree.language == "it" or i in rest]
        if inside and not objects:
            return acting_verb(tree, child, rest)
    for child in tree.dependents(verb, "obj"):  # "that it took four minutes to solve"
        for aim in tree.dependents(child, "acl", "acl:relcl"):
            to = any(tree.forms[i] == "to" for i in tree.dependents(aim, "aux"))
            if to and aim in rest and not tree.has(aim, "obj", "xcomp", *SUBJECTS):
                return aim
    return verb


def in_its_place(tree: Tree, antecedent: Mask, noun: str) -> str:
    """The place that a relative tells about, with the preposition that it has in the article."""
    first = min(antecedent)
    case = first if tree.labels[first] == "case" else first - 1
    keeps = case >= 0 and tree.labels[case] == "case" and tree.heads[case] in tree.paths[first]
    known = {"in", "a", "su", "at", "on", "near", "presso"}
    preposition = bare_preposition(tree.forms[case]) if keeps else "in"
    if tree.forms[max(antecedent)].lower() in SEATS or tree.lemmas[max(antecedent)] in SEATS:
        preposition = "at"  # "went to Durham University, where"
    return fuse(preposition if preposition in known else "in", lower_article(noun, tree.language))


def owned(
    tree: Tree, pronoun: int, noun: str, rest: Mask, names: Names, *, several: bool
) -> str | None:
    """ "i cui operai" -> "gli operai di X"; "whose workers" -> "X's workers"."""
    text = join_words(tree, sorted(rest), names)
    thing = tree.heads[pronoun]
    if tree.language == "en":
        owner = f"{noun}{'’' if several else '’s'}"
        return owned_object(tree, pronoun, owner, rest, names) or f"{owner} {text}"
    phrase_words = sorted(i for i in rest if i <= max(phrase(tree, thing)))
    article = next((i for i in tree.dependents(thing, "det") if i < pronoun), None)
    if thing not in rest or article is None:
        return None
    after = join_words(tree, [i for i in sorted(rest) if i > phrase_words[-1]], names)
    owner = fuse("di", lower_article(noun, "it"))
    owned_thing = join_words(tree, phrase_words, names)
    led = fitting_article(tree.forms[article].lower(), owned_thing)
    return f"{with_article(led, owned_thing)} {owner} {after}"


def owned_object(tree: Tree, pronoun: int, owner: str, rest: Mask, names: Names) -> str:
    """ "The inn, whose roof X had mended" -> "X had mended the inn's roof"; "" for no object."""
    thing = tree.heads[pronoun]
    verb = tree.heads[thing]
    own = tree.subtrees[thing] & rest
    others = rest - own
    acting = any(tree.labels[i] in SUBJECTS and max(own, default=i) < i < verb for i in others)
    if tree.labels[thing] != "obj" or not acting or verb not in others:
        return ""
    low = f"{lower_article(owner, tree.language)} {join_words(tree, sorted(own), names)}"
    return right_behind(tree, verb, low, others, names)


def is_plural_in_s(tree: Tree, antecedent: Mask) -> bool:
    """ "The vials, whose numbers" -> "the vials’ numbers"."""
    last = max(antecedent)
    several = tree.pos[last] == "NOUN" and "Number=Plur" in tree.morphs[last]
    return several and tree.forms[last].endswith("s")
