"""Every offset the API gives is exact, in code points, whatever the text is made of."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Article
from claims.services import articles, extraction
from tests.factories import make_client, make_person

pytestmark = pytest.mark.django_db(transaction=True)  # a long split holds no transaction open

SENTENCES = [
    "Il comune ha aperto 12 nuove scuole nel 2024.",
    "«Ne apriremo altre 3», ha detto la sindaca Anna Righi.",
    "“La spesa è salita del 4,5%” scriveva il ministero 👩‍👩‍👧‍👦 nel maggio 2023!",
    "Perche\u0301 l’azienda ha 64mila dipendenti, e\u0300 noto 👍🏽.",
    "Meta, che ha sede in California, ha comprato WhatsApp per 19 miliardi di dollari.",
    "The council opened 12 schools in March 2024, and “it will open more”, said Mary Black.",
]
PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(
        ["\r\n", "\n\n", " ", "\u00a0", "\u2028", "\ufeff", "🇮🇹", "e\u0301", "\u00ad", "—"]
    ),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd"), max_size=20
    ),
)


def check(client, article):
    """Walk sentences and claims of the article, and everything with a span in them."""
    body = client.get(f"/api/v1/articles/{article.pk}/").json()
    text = body["text"]
    assert body["extraction"]["state"] == "done", body["extraction"]
    end = 0
    for sentence in walk(client, f"/api/v1/articles/{article.pk}/sentences/"):
        assert end <= sentence["start"] < sentence["end"] <= len(text)
        end = sentence["end"]
    claims = walk(client, f"/api/v1/articles/{article.pk}/claims/")
    for claim in claims:
        start, end = claim["start"], claim["end"]
        assert 0 <= start < end <= len(text)
        assert text[start:end] == claim["exact"]
        assert text[:start].endswith(claim["prefix"])
        assert text[end:].startswith(claim["suffix"])
        assert (claim["segments"][0][0], claim["segments"][-1][1]) == (start, end)
        spots = [spot for segment in claim["segments"] for spot in segment]
        assert spots == sorted(spots)
        for part in (*claim["quantities"], *claim["dates"], *claim["entities"]):
            assert text[part["start"] : part["end"]] == part["text"]
        if claim["speaker"] and claim["speaker"]["start"] is not None:
            assert 0 <= claim["speaker"]["start"] < claim["speaker"]["end"] <= len(text)
    return claims


def walk(client, address):
    found = []
    query = {"page_size": 200}
    while address:
        body = client.get(address, query).json()
        found += body["results"]
        address, query = body["next"], {}
    return found


def split(text):
    added = articles.add_text(text=text, given=articles.Given(language="it"))
    run = added.run or added.article.extraction_runs.get()
    extraction.run_extraction(run.pk)
    return Article.objects.get(pk=added.article.pk)


@pytest.fixture
def client(db):
    return make_client(make_person("lettrice", "Lettrice", "reviewers"))


def test_offsets_are_exact_for_any_text(client):
    seen = []

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(PIECES, min_size=1, max_size=12), st.integers(0, 12))
    def examine(pieces, place):
        pieces.insert(min(place, len(pieces)), SENTENCES[0])
        seen.append(len(check(client, split("".join(pieces)))))

    examine()
    assert sum(seen) > 30  # the property holds of claims, not of nothing


def test_offsets_are_exact_in_a_text_of_100_kilobytes(client):
    family = "👩\u200d👩\u200d👧\u200d👦" * 6  # many bytes and code points to a word
    text = "".join(
        sentence.replace("12", str(number)) + (f" {family}\r\n\r\n" if number % 3 else " ")
        for number in range(140)
        for sentence in SENTENCES
    )
    assert len(text.encode()) > 100_000
    claims = check(client, split(text))
    assert len(claims) > 300
