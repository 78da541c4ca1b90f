"""GET /claims/, /claims/{id}/, /articles/{id}/claims/, /articles/{id}/sentences/."""

from __future__ import annotations

import uuid

import pytest

from claims.models import ExtractionRun, Sentence
from tests.factories import TEXT, make_article, make_claim

pytestmark = pytest.mark.django_db


def get(client, path, **query):
    return client.get(f"/api/v1{path}", query)


def texts(response):
    assert response.status_code == 200, response.json()
    return [claim["text"] for claim in response.json()["results"]]


def walk(client, path, **query):
    """All results over all pages."""
    found = []
    address = f"/api/v1{path}"
    while address:
        body = client.get(address, query).json()
        found += body["results"]
        address, query = body["next"], {}
    return found


def test_a_claim_has_its_anchor_and_origin(ada):
    run = ExtractionRun.objects.create(article=make_article(), pipeline="it-prova 1")
    claim = make_claim(run.article, "Q\u0303ue resta così", run=run, speaker_name="Anna Righi",
                       speaker_start=5, speaker_end=9, reasons=["quantity"])  # fmt: skip
    response = get(ada, f"/claims/{claim.pk}/")
    body = response.json()
    assert response["ETag"] == '"1"'
    assert response["Last-Modified"]
    assert "private" in response["Cache-Control"]
    assert body["exact"] == TEXT[body["start"] : body["end"]] == "Q\u0303ue resta così"
    assert body["prefix"] == TEXT[body["start"] - 32 : body["start"]]
    assert body["suffix"] == " 👍."
    assert body["speaker"] == {"name": "Anna Righi", "start": 5, "end": 9}
    assert body["origin"] == {"by": "machine", "pipeline": "it-prova 1", "name": None}


@pytest.mark.usefixtures("later")
def test_a_claim_that_did_not_change_is_not_sent_again(ada):
    claim = make_claim(make_article())
    url = f"/api/v1/claims/{claim.pk}/"
    first = ada.get(url)
    assert ada.get(url, headers={"If-None-Match": first["ETag"]}).status_code == 304
    again = ada.get(url, headers={"If-Modified-Since": first["Last-Modified"]})
    assert again.status_code == 304
    assert ada.get(url, headers={"If-None-Match": '"9"'}).status_code == 200
    assert ada.head(url)["ETag"] == first["ETag"]
    assert ada.options(url).status_code == 200


def test_lists_too_answer_not_modified(ada):
    make_claim(make_article())
    for path in ("/api/v1/claims/", "/api/v1/articles/"):
        first = ada.get(path)
        assert ada.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
        assert first["Last-Modified"]


def test_the_queue_begins_with_what_deserves_checking_most(ada):
    article = make_article()
    for score in (0.2, 0.9, 0.5):
        make_claim(article, text=str(score), check_worthiness=score)
    assert texts(get(ada, "/claims/")) == ["0.9", "0.5", "0.2"]
    assert texts(get(ada, "/claims/", ordering="check_worthiness")) == ["0.2", "0.5", "0.9"]
    assert texts(get(ada, "/claims/", ordering="-created_at")) == ["0.5", "0.9", "0.2"]
    assert get(ada, "/claims/").json()["results"][0]["article_title"] == article.title


def test_the_queue_can_be_narrowed(ada):
    italian = make_article()
    english = make_article("The council opened 12 schools.", language="en", title="Schools")
    one = make_claim(italian, "Anna Righi", kind="attribution", speaker_name="Righi")
    named = [{"text": "Vorré", "start": 0, "end": 5, "label": "LOC", "name": "Vorré Alta"}]
    make_claim(italian, "12 nuove scuole", check_worthiness=0.7, entities=named)
    make_claim(english, review_state="accepted")
    for query, expected in [
        ({"review_state": "accepted"}, [make_text(english)]),
        ({"kind": "attribution"}, ["Anna Righi"]),
        ({"language": "en"}, [make_text(english)]),
        ({"article": str(italian.pk), "ordering": "created_at"}, ["Anna Righi", "12 nuove scuole"]),
        ({"q": "righi"}, [one.text]),
        ({"q": "NUOVE"}, ["12 nuove scuole"]),
        ({"q": "100%_"}, []),
        ({"min_check_worthiness": "0.5"}, ["12 nuove scuole"]),
        ({"speaker": "RIGHI"}, [one.text]),
        ({"speaker": "Rig"}, []),
        ({"entity": "Vorré"}, ["12 nuove scuole"]),
        ({"entity": "Vorré Alta"}, ["12 nuove scuole"]),
        ({"entity": "Alta"}, []),
        ({"language": "it", "kind": "date"}, []),
    ]:
        assert texts(get(ada, "/claims/", **query)) == expected, query


def make_text(article):
    return article.text.split(".")[0]


@pytest.mark.parametrize(
    "query",
    [
        {"review_state": "x"},
        {"kind": "x"},
        {"article": "x"},
        {"min_check_worthiness": "due"},
        {"min_check_worthiness": "7"},
        {"ordering": "text"},
    ],
)
def test_a_filter_that_makes_no_sense_is_invalid_input(ada, query):
    response = get(ada, "/claims/", **query)
    assert (response.status_code, response.json()["code"]) == (400, "invalid-input")
    assert response.json()["errors"][0]["pointer"] == "/" + next(iter(query))


def test_pages_lose_and_repeat_nothing_among_equals(ada):
    article = make_article()
    made = {str(make_claim(article, text=f"claim {n}", check_worthiness=0.5).pk) for n in range(23)}
    found = [claim["id"] for claim in walk(ada, "/claims/", page_size=4)]
    assert len(found) == 23
    assert set(found) == made
    assert len(get(ada, "/claims/", page_size=9999).json()["results"]) == 23


def test_an_articles_claims_come_in_reading_order(ada):
    article = make_article()
    for words in ("Anna Righi", "12 nuove", "Il comune"):
        make_claim(article, words)
    make_claim(make_article("Altro testo. Qui."), "Qui")
    found = [claim["text"] for claim in walk(ada, f"/articles/{article.pk}/claims/", page_size=2)]
    assert found == ["Il comune", "12 nuove", "Anna Righi"]


def test_sentences_are_those_of_the_newest_finished_run(ada):
    article = make_article()
    for state, offset in (("done", 0), ("done", 1), ("failed", 2)):
        run = ExtractionRun.objects.create(article=article, extraction_state=state)
        for position in range(3):
            Sentence.objects.create(
                article=article, run=run, position=position, start=offset, end=9,
                label="checkable", check_worthiness=0.5, reasons=["quantity"],
            )  # fmt: skip
    found = walk(ada, f"/articles/{article.pk}/sentences/", page_size=2)
    assert [(one["position"], one["start"]) for one in found] == [(0, 1), (1, 1), (2, 1)]
    assert found[0].keys() == {
        "position", "start", "end", "label", "check_worthiness", "reasons",
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/claims/{}/", "/claims/{}/history/", "/articles/{}/",
                                  "/articles/{}/claims/", "/articles/{}/sentences/"])  # fmt: skip
def test_what_is_not_there_is_not_found(ada, path):
    assert get(ada, path.format(uuid.uuid4())).status_code == 404


@pytest.mark.parametrize("path", ["/claims/", "/articles/"])
def test_only_the_desk_may_look(stranger, anonymous, moderator, editor, admin, path):
    assert get(stranger, path).status_code == 403
    assert get(anonymous, path).status_code == 401
    for client in (moderator, editor, admin):
        assert get(client, path).status_code == 200


def test_the_number_of_queries_does_not_grow(ada, django_assert_max_num_queries):
    for number in range(12):
        article = make_article(f"Il comune ha aperto {number} scuole.")
        run = ExtractionRun.objects.create(article=article, extraction_state="done")
        for words in ("Il comune", "ha aperto"):
            make_claim(article, words, run=run)
    for path in ("/claims/", "/articles/", f"/articles/{article.pk}/claims/"):
        with django_assert_max_num_queries(8):
            assert get(ada, path).status_code == 200


def test_the_desk_has_a_rate(ada, monkeypatch):
    monkeypatch.setattr("claims.exchange.desk.DeskThrottle.rate", "2/min", raising=False)
    answers = [get(ada, "/claims/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].json()["code"] == "too-many-requests"
    assert int(answers[-1]["Retry-After"]) > 0
