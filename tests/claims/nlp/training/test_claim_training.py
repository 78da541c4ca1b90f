"""Labelled articles are read as trees, and each claim finds the word that heads it."""

import json
from pathlib import Path

import pytest

pytest.importorskip("lightgbm")
pytest.importorskip("scipy")

from claims.nlp.training import gold as gold_module
from claims.nlp.training.alignment import heads_of_claims
from claims.nlp.training.claim_examples import folds_of
from claims.nlp.training.gold import (
    GoldTree,
    gold_trees,
    own_articles,
    read_articles,
    wikinews_articles,
)
from claims.nlp.training.token_examples import is_open

TEXT = "👍 The firm, which is based in Leeds, hired forty workers and sold its mill."
CLAIMS = {
    "based": ["The firm, which is based in Leeds"],
    "hired": ["The firm", "hired forty workers"],
    "sold": ["The firm", "sold its mill"],
}


def span(words: str) -> list[int]:
    """Where these words stand in the text."""
    return [TEXT.index(words), TEXT.index(words) + len(words)]


@pytest.fixture
def gold(tmp_path: Path) -> GoldTree:
    """The one sentence of a small labelled article."""
    article = {
        "id": "a1",
        "language": "en",
        "text": TEXT,
        "sentences": [{"start": 2, "end": len(TEXT), "label": "yes"}],
        "claims": [{"segments": [span(s) for s in segments]} for segments in CLAIMS.values()],
    }
    (tmp_path / "a1.json").write_text(json.dumps(article), "utf-8")
    [read] = [tree for one in read_articles(tmp_path) for tree in gold_trees(one)]
    return read


def test_masks_hold_the_labelled_words(gold: GoldTree) -> None:
    words = [" ".join(gold.tree.forms[i] for i in sorted(claim.mask)) for claim in gold.claims]
    assert words == [
        "The firm which is based in Leeds",
        "The firm hired forty workers",
        "The firm sold its mill",
    ]


def test_each_claim_gets_its_predicate(gold: GoldTree) -> None:
    assert sorted(gold.tree.forms[head] for head in heads_of_claims(gold)) == sorted(CLAIMS)


def test_below_its_head_only_a_link_of_the_chain_is_open(gold: GoldTree) -> None:
    tree, head = gold.tree, gold.tree.forms.index("hired")
    mask = heads_of_claims(gold)[head]
    workers, mill = tree.forms.index("workers"), tree.forms.index("mill")
    assert is_open(tree, head, workers, mask)
    assert not is_open(tree, head, mill, mask)  # its governor, "sold", is out
    assert not is_open(tree, head, head, mask)


def test_folds_are_by_article_and_always_the_same(gold: GoldTree) -> None:
    assert folds_of([gold, gold]) == folds_of([gold]) == {"a1": 0}


def labels() -> list[dict]:
    """The labels of Wikinews articles as they are stored."""
    folder = Path(gold_module.__file__).parent / "claim_labels"
    lines = [x for path in folder.glob("*.jsonl") for x in path.read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines]


def test_labels_of_others_texts_hold_none_of_their_words() -> None:
    stored = labels()
    assert len({one["id"] for one in stored}) == len(stored) > 100
    for one in stored:
        assert one.keys() == {"id", "language", "checksum", "sentences", "claims"}
        ends = [end for s in one["sentences"] for end in (s["start"], s["end"])]
        assert ends == sorted(ends)
        for claim in one["claims"]:
            places = [place for segment in claim["segments"] for place in segment]
            assert claim.keys() == {"segments"}
            assert places == sorted(places)
            assert any(s["start"] <= places[0] and places[-1] <= s["end"] for s in one["sentences"])


def test_labels_want_the_text_that_was_labelled(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": labels()[0]["id"], "text": "Un altro testo."}), "utf-8")
    with pytest.raises(ValueError, match="doesn't hold the text that was labelled"):
        wikinews_articles(texts)


def test_own_articles_hold_whole_words_in_reading_order() -> None:
    articles = own_articles()
    assert len({article["id"] for article in articles}) == len(articles) > 20
    for article in articles:
        text = article["text"]
        spans = [(s["start"], s["end"]) for s in article["sentences"]]
        for claim in article["claims"]:
            first, last = claim["segments"][0][0], claim["segments"][-1][1]
            assert claim["segments"] == sorted(claim["segments"])
            assert any(start <= first and last <= end for start, end in spans)
            for start, end in claim["segments"]:
                cuts = text[start - 1 : start + 1], text[end - 1 : end + 1]
                assert not any(len(cut) == 2 and cut.isalnum() for cut in cuts)
