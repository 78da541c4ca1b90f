"""Both languages give one kind of tree, in the article's own code points."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from claims.nlp.parsing.pipeline import LONGEST, parse_sentences, pipeline_for
from claims.nlp.parsing.tree import Tree, tree_of

TEXTS = {
    "it": "La ditta, che ha sede a Lodi, ha assunto quaranta operai e cerca due ingegneri.",
    "en": "The firm, which is based in Leeds, hired forty workers and wants two engineers.",
}


def tree(text: str, language: str) -> Tree:
    """The tree of a text that is one sentence."""
    [[(offset, doc)]] = parse_sentences(text, language, [(0, len(text))])
    return tree_of(doc, language, 0, offset)


@pytest.mark.parametrize("language", TEXTS)
def test_every_word_hangs_on_the_one_root(language: str) -> None:
    parsed = tree(TEXTS[language], language)
    roots = [i for i, head in enumerate(parsed.heads) if head == i]
    assert len(roots) == 1
    assert all(path[-1] == roots[0] for path in parsed.paths)
    assert parsed.subtrees[roots[0]] == frozenset(range(parsed.size))


@pytest.mark.parametrize(
    ("language", "subject", "verb", "thing"),
    [("it", "ditta", "assunto", "operai"), ("en", "firm", "hired", "workers")],
)
def test_subject_and_object_hang_on_their_verb(
    language: str, subject: str, verb: str, thing: str
) -> None:
    parsed = tree(TEXTS[language], language)
    at = parsed.forms.index
    assert (parsed.heads[at(subject)], parsed.labels[at(subject)]) == (at(verb), "nsubj")
    assert (parsed.heads[at(thing)], parsed.labels[at(thing)]) == (at(verb), "obj")


@pytest.mark.parametrize(
    ("text", "predicate"),
    [("The pool is a landmark of the town.", "landmark"), ("The road was in Kent.", "was")],
)
def test_an_english_predicate_governs_its_copula(text: str, predicate: str) -> None:
    parsed = tree(text, "en")
    assert parsed.forms[parsed.paths[0][-1]] == predicate


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("before", ["", "🦜🏳️‍🌈 ", "perche\u0301 ", "«“’ "])
def test_spans_point_into_the_given_text(language: str, before: str) -> None:
    text = before + TEXTS[language]
    [[(offset, doc)]] = parse_sentences(text, language, [(len(before), len(text))])
    parsed = tree_of(doc, language, 0, offset)
    assert [text[s:e] for s, e in parsed.spans] == parsed.forms


def test_a_curly_apostrophe_parts_words_as_a_straight_one_does() -> None:
    curly, straight = tree("Parla dell’acqua.", "it"), tree("Parla dell'acqua.", "it")
    assert curly.forms == straight.forms
    assert curly.spans == straight.spans


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("text", ["", " ", "👍", "...", "1"])
def test_a_text_with_next_to_nothing_in_it_is_no_trouble(language: str, text: str) -> None:
    [pieces] = parse_sentences(text, language, [(0, len(text))])
    assert len(pieces) <= 1


def test_no_sentences_give_no_parses() -> None:
    assert parse_sentences("Testo.", "it", []) == []


def test_a_very_long_sentence_is_read_in_pieces_that_cover_it() -> None:
    text = "uno, due, tre e quattro, " * 60
    [pieces] = parse_sentences(text, "it", [(0, len(text))])
    words = [text[offset + t.idx :][: len(t)] for offset, doc in pieces for t in doc]
    assert all(len(doc) <= LONGEST for _, doc in pieces)
    assert "".join(words).replace(" ", "") == text.replace(" ", "")


def test_a_language_that_is_not_served_is_refused() -> None:
    with pytest.raises(KeyError):
        pipeline_for("tlh")


def test_threads_share_one_pipeline() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len({id(nlp) for nlp in pool.map(pipeline_for, ["it"] * 8)}) == 1


def test_known_english_lemmas_are_looked_up_in_sets() -> None:
    lookups = pipeline_for("en").get_pipe("lemmatizer").lookups  # type: ignore[union-attr]
    assert {type(known) for known in lookups.get_table("lemma_index").values()} == {frozenset}
    parsed = tree("The mice were chasing wolves in the oldest houses.", "en")
    assert [parsed.lemmas[i] for i in (1, 3, 4, 7, 8)] == ["mouse", "chase", "wolf", "old", "house"]


@pytest.mark.parametrize("language", TEXTS)
def test_networks_multiply_by_numpy(language: str) -> None:
    network = pipeline_for(language).get_pipe("tok2vec")
    ops = [node.ops for node in network.model.walk()]  # type: ignore[union-attr]
    assert ops
    assert not any(getattr(op, "use_blis", True) for op in ops)
