"""A review as a Web Annotation, by the rules of the model, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyld import jsonld

from annotations.web_annotation.checks import findings
from annotations.web_annotation.document import (
    CONTEXT,
    Cited,
)
from annotations.web_annotation.reading import read_annotation
from tests.annotations.anno_context import OA, load_context
from tests.annotations.web_annotation.sample import NAMES, OURS, PASSAGE, written


def expanded(document: dict[str, Any]) -> dict[str, Any]:
    (graph,) = jsonld.expand(document, {"documentLoader": load_context})
    assert isinstance(graph, dict)
    return graph


MUSTS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "the context is in it": lambda doc: CONTEXT in doc["@context"],
    "one id, an IRI": lambda doc: doc["id"].startswith("https://"),
    "the type is Annotation": lambda doc: doc["type"] == "Annotation",
    "at least one target": lambda doc: bool(doc["target"]),
    "at most one created, in UTC": lambda doc: doc["created"].endswith("Z"),
    "at most one modified, in UTC": lambda doc: doc["modified"].endswith("Z"),
    "the motivation is a known one": lambda doc: doc["motivation"] == "assessing",
    "at most one canonical": lambda doc: isinstance(doc["canonical"], str),
    "embedded text has one value": lambda doc: isinstance(doc["body"][1]["value"], str),
    "a specific resource has one source": lambda doc: all(
        isinstance(part["source"], (str, dict))
        for part in [doc["target"], *doc["body"]]
        if part["type"] == "SpecificResource"
    ),
    "the quote has one exact": lambda doc: isinstance(doc["target"]["selector"][0]["exact"], str),
    "the position counts from 0": lambda doc: (
        0 <= doc["target"]["selector"][1]["start"] < doc["target"]["selector"][1]["end"]
    ),
    "a time state has a moment in UTC": lambda doc: doc["target"]["state"]["sourceDate"].endswith(
        "Z"
    ),
}


@pytest.mark.parametrize("must", MUSTS)
def test_the_model_is_kept(must: str) -> None:
    assert MUSTS[must](written())


def test_what_we_write_passes_our_own_checks() -> None:
    assert list(findings(written())) == []
    bare = replace(PASSAGE, prefix="", suffix="", read_at="")
    assert list(findings(written(passage=bare, cites=()))) == []


def test_it_expands_to_the_vocabulary() -> None:
    graph = expanded(written())
    assert graph["@type"] == [f"{OA}Annotation"]
    assert graph[f"{OA}motivatedBy"] == [{"@id": f"{OA}assessing"}]
    (target,) = graph[f"{OA}hasTarget"]
    assert target[f"{OA}hasSource"] == [{"@id": PASSAGE.source}]
    quote, position = target[f"{OA}hasSelector"]
    assert quote[f"{OA}exact"] == [{"@value": PASSAGE.exact}]
    assert position[f"{OA}start"][0]["@value"] == 20
    rating, words, source, _other = graph[f"{OA}hasBody"]
    assert rating[f"{OA}hasPurpose"] == [{"@id": f"{OA}classifying"}]
    assert rating[f"{OA}hasSource"][0]["@id"] == f"{OURS}rating-false"
    assert words[f"{OA}hasPurpose"] == [{"@id": f"{OA}commenting"}]
    assert source[f"{OA}hasPurpose"] == [{"@id": f"{OA}linking"}]
    assert source[f"{OURS}stance"] == [{"@value": "refutes"}]


def test_every_word_of_ours_means_something() -> None:
    """A term that the contexts don't know is dropped by expansion: nothing may be lost."""

    def leaves(part: Any) -> int:
        if isinstance(part, dict):
            return sum(leaves(value) for key, value in part.items() if key != "@context")
        return sum(map(leaves, part)) if isinstance(part, list) else 1

    def values(part: Any) -> int:
        if isinstance(part, list):
            return sum(map(values, part))
        if not isinstance(part, dict):
            return 1
        return 1 if "@value" in part else sum(map(values, part.values()))

    assert leaves(written()) == values(expanded(written()))


WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30
).filter(lambda words: words == words.strip() != "")


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(
    rationale=WORDS,
    rating=st.sampled_from(["true", "false"]),
    excerpt=st.one_of(st.just(""), WORDS),
    stance=st.sampled_from(["", "supports", "refutes", "context"]),
    is_primary=st.booleans(),
    start=st.integers(0, 10**6),
)
def test_it_is_read_back_as_it_was_written(
    rationale: str, rating: str, excerpt: str, stance: str, is_primary: bool, start: int
) -> None:
    cites = (Cited("https://a.example.org/", "T", excerpt, stance, "n", is_primary),)
    passage = replace(PASSAGE, start=start, end=start + 3)
    document = written(rationale=rationale, rating=rating, cites=cites, passage=passage)
    assert list(findings(document)) == []
    read = read_annotation(document, vocabulary=OURS, names=NAMES)
    assert (read.rating, read.rationale, read.cites) == (rating, rationale, cites)
    (target,) = read.targets
    assert target.source == passage.source
    assert target.quote is not None
    assert target.quote.exact == passage.exact
    assert target.position is not None
    assert (target.position.start, target.position.end) == (start, start + 3)
