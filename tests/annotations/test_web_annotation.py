"""A review as a Web Annotation, by the rules of the model, and back."""

from __future__ import annotations

import copy
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
    Marks,
    Passage,
    Review,
    given_back,
    web_annotation,
    with_bodies,
    with_origin,
)
from annotations.web_annotation.reading import Malformed, bodies_left, read_annotation
from tests.annotations.anno_context import OA, load_context

OURS = "https://vaglio.example.org/methodology/#"
NAMES = {"false": "false", "falso": "false", "true": "true", "vero": "true"}
PASSAGE = Passage(
    source="https://foglio.example.org/scuole",
    cached="https://vaglio.example.org/api/v1/articles/7/",
    read_at="2024-09-03T08:00:00.000Z",
    exact="12 nuove scuole 👍",
    prefix="Il comune ha aperto ",
    suffix=" nel caffe\u0300",
    start=20,
    end=37,
)
REVIEW = Review(
    iri="https://vaglio.example.org/api/v1/annotations/1/",
    canonical="urn:uuid:5f3f7f0e-94f3-4ac0-9a3e-000000000001",
    creator="Ada Neri",
    created="2024-09-04T10:00:00.000Z",
    modified="2024-09-05T10:00:00.000Z",
    language="it",
    rating="false",
    label="Falso",
    rationale="Il registro dice «nove» 📊.",
    cites=(
        Cited("https://comune.example.org/", "Registro", "Nove 👶.", "refutes", "p. 3", True),
        Cited("https://istat.example.org/"),
    ),
    passage=PASSAGE,
)  # fmt: skip


def written(**changes: Any) -> dict[str, Any]:
    return web_annotation(replace(REVIEW, **changes), vocabulary=OURS)


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


def body(value: str, purpose: str, **more: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, **more}


def about(selector: Any) -> tuple[str, Any]:
    """Give a target of one page, with `selector`."""
    return "target", {"source": "https://foglio.example.org/scuole", "selector": selector}


def quoted(**given: Any) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", **given}


def placed(start: Any, end: Any) -> list[dict[str, Any]]:
    return [{"type": "TextPositionSelector", "start": start, "end": end}]


HTML = "<p>Non &egrave; vero.</p><p>Sono 9.</p>"
FOREIGN: dict[str, Any] = {
    "@context": CONTEXT,
    "type": "Annotation",
    "body": [
        body(HTML, "commenting", format="text/html"),
        body(" FALSO ", "tagging"),
        body("scuole", "tagging"),
        "https://fonte.example.org/a",
    ],
    "target": about(quoted(exact="12"))[1],
}


def test_other_clients_words_are_understood() -> None:
    read = read_annotation(FOREIGN, vocabulary=OURS, names=NAMES)
    assert read.rating == "false"
    assert read.rationale == "Non è vero.\nSono 9."
    assert [cited.url for cited in read.cites] == ["https://fonte.example.org/a"]
    left = bodies_left(FOREIGN, vocabulary=OURS, names=NAMES)
    assert [part["value"] for part in left] == ["scuole"]


BROKEN: list[tuple[str, Any]] = [
    ("/@context", ("@context", "https://schema.org")),
    ("/type", ("type", "Note")),
    ("/id", ("id", "no iri")),
    ("/id", ("id", ["https://a.example/", "https://b.example/"])),
    ("/canonical", ("canonical", 3)),
    ("/via", ("via", ["x y"])),
    ("/created", ("created", "2024-09-04")),
    ("/created", ("created", "2024-13-04T10:00:00Z")),
    ("/modified", ("modified", "2024-09-04T10:00:00+02:00")),
    ("/motivation", ("motivation", 7)),
    ("/creator", ("creator", "Ada")),
    ("/bodyValue", ("bodyValue", "beside a body")),
    ("/body", ("body", "no iri")),
    ("/body", ("body", 7)),
    ("/body/value", ("body", {"type": "TextualBody"})),
    ("/body/value", ("body", {"type": "TextualBody", "value": ["a", "b"]})),
    ("/body/source", ("body", {"type": "SpecificResource"})),
    ("/body/1/id", ("body", ["https://a.example/", {}])),
    ("/target", ("target", [])),
    ("/target", ("target", None)),
    ("/target/source", ("target", {"source": ["https://a.example/", "https://b.example/"]})),
    ("/target/selector/exact", about(quoted())),
    ("/target/selector/prefix", about(quoted(exact="a", prefix=1))),
    ("/target/selector/0/start", about(placed(-1, 2))),
    ("/target/selector/0/end", about(placed(1, True))),
    ("/x", ("x", "nul \x00")),
    ("/x", ("x", "half \ud800")),
    ("/x", ("x", 10**30)),
    ("/x", ("x", float("inf"))),
    ("/a~1b", ("a/b", float("nan"))),
]


@pytest.mark.parametrize(("pointer", "change"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_breaks_a_rule_is_pointed_to(pointer: str, change: tuple[str, Any]) -> None:
    document = {**copy.deepcopy(FOREIGN), change[0]: change[1]}
    with pytest.raises(Malformed) as caught:
        read_annotation(document, vocabulary=OURS, names=NAMES)
    assert pointer in [found[0] for found in caught.value.findings]


@pytest.mark.parametrize("document", [None, [], "x", 3])
def test_what_is_no_object_is_malformed(document: Any) -> None:
    with pytest.raises(Malformed):
        read_annotation(document, vocabulary=OURS, names=NAMES)


def test_two_ratings_are_refused_and_depth_has_an_end() -> None:
    bodies = [
        {"type": "TextualBody", "value": key, "purpose": "tagging"} for key in ("vero", "falso")
    ]
    with pytest.raises(Malformed):
        read_annotation({**FOREIGN, "body": bodies}, vocabulary=OURS, names=NAMES)
    deep: Any = "x"
    for _level in range(60):
        deep = [deep]
    with pytest.raises(Malformed):
        read_annotation({**FOREIGN, "x": deep}, vocabulary=OURS, names=NAMES)


MARKS = Marks(REVIEW.iri, "Ada Neri", REVIEW.created, REVIEW.modified)
ORIGINS = [
    ({"id": "https://other.example/9"}, "https://other.example/9", None),
    ({"id": REVIEW.iri}, None, "urn:uuid:1"),
    ({}, None, "urn:uuid:1"),
    ({"canonical": "urn:x:1"}, None, "urn:x:1"),
    (
        {"id": "https://b.example/", "via": "https://a.example/"},
        ["https://a.example/", "https://b.example/"],
        None,
    ),
]


@pytest.mark.parametrize(("sent", "via", "canonical"), ORIGINS)
def test_where_it_came_from_is_kept(sent: dict[str, Any], via: Any, canonical: str | None) -> None:
    shown = given_back(with_origin({**FOREIGN, **sent}, iri=REVIEW.iri), MARKS)
    assert (shown["id"], shown.get("via")) == (REVIEW.iri, via)
    assert shown.get("canonical") == canonical


def test_nothing_that_was_sent_is_lost_and_the_author_is_named_once() -> None:
    sent = {**FOREIGN, "ex:mood": {"deep": [1, None]}, "creator": "https://orcid.example/1"}
    shown = given_back(with_origin(sent, iri=REVIEW.iri), MARKS)
    for name, value in sent.items():
        if name != "creator":
            assert shown[name] == value
    assert shown["creator"] == ["https://orcid.example/1", {"type": "Person", "name": "Ada Neri"}]
    again = given_back(with_origin(shown, iri=REVIEW.iri), MARKS)
    assert again == shown


def test_the_desks_bodies_take_the_place_of_older_ones() -> None:
    bodies = written()["body"]
    shown = with_bodies({**FOREIGN, "bodyValue": "alt"}, bodies, vocabulary=OURS)
    assert "bodyValue" not in shown
    assert read_annotation(shown, vocabulary=OURS, names=NAMES).rationale == REVIEW.rationale
    assert with_bodies(shown, bodies, vocabulary=OURS) == shown
    assert list(findings(shown)) == []
