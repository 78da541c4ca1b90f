"""What people did with claims comes out as labelled articles."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from claims.corrections import corrections_of, reviewed_articles
from claims.models import Article, Claim, ExtractionRun, Sentence
from claims.nlp.scoring.gold_articles import score_article
from claims.nlp.types import Candidate, Span, SplitDocument
from claims.nlp.types import Sentence as Found
from claims.services import claims, reshaping
from tests.factories import make_article, make_claim, make_person

pytestmark = pytest.mark.django_db

FIRST = "Ugo Levi 👍 guida la “Nave” dal 2019 e que\u0301 ha 40 soci."
SECOND, THIRD = "Sarà bellissimo.", "La sede è a Lucca."
TEXT = f"{FIRST} {SECOND} {THIRD}"


def span(words: str, text: str = TEXT) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


@pytest.fixture
def article() -> Article:
    article = make_article(TEXT, published_at=dt.datetime(2024, 5, 3, 12, tzinfo=dt.UTC))
    run = ExtractionRun.objects.create(article=article, extraction_state="done")
    for position, words in enumerate((FIRST, SECOND, THIRD)):
        start, end = span(words)
        Sentence.objects.create(
            article=article, run=run, position=position, start=start, end=end,
            label="checkable", check_worthiness=0.5,
        )  # fmt: skip
    return article


@pytest.fixture
def made(article: Article) -> dict[str, Claim]:
    run = article.extraction_runs.get()
    pieces = {"first": FIRST[:-1], "second": SECOND, "third": THIRD}
    return {name: make_claim(article, words, run=run) for name, words in pieces.items()}


@pytest.fixture
def ada() -> Any:
    return make_person("ada", "")


def document() -> dict[str, Any]:
    [only] = corrections_of(reviewed_articles())
    return only


def exported(*words: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("export_corrections", *words, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_accepted_claims_carry_the_words_people_gave_them(made: dict[str, Claim], ada: Any) -> None:
    claims.reword(claim_id=made["first"].pk, text="Ugo Levi guida la Nave dal 2019.", by=ada)
    claims.accept(claim_id=made["first"].pk, by=ada)
    [claim] = document()["claims"]
    assert claim["statement"] == "Ugo Levi guida la Nave dal 2019."
    assert claim["proposed"] == {"statement": FIRST[:-1], "segments": [span(FIRST[:-1])]}
    assert (claim["acts"], claim["by"], claim["must"]) == (["reword", "accept"], "machine", True)
    assert claim["segments"] == [span(FIRST[:-1])]


def test_dismissed_claims_are_negatives_with_their_reason(made: dict[str, Claim], ada: Any) -> None:
    claims.dismiss(claim_id=made["second"].pk, reason="prediction", by=ada)
    found = document()
    [rejected] = found["rejected"]
    assert (rejected["statement"], rejected["reason"]) == (SECOND, "prediction")
    assert found["claims"] == []
    assert [sentence["label"] for sentence in found["sentences"]] == ["either", "no", "either"]


def test_only_an_article_whose_claims_were_all_looked_at_is_complete(
    made: dict[str, Claim], ada: Any
) -> None:
    claims.accept(claim_id=made["first"].pk, by=ada)
    claims.dismiss(claim_id=made["second"].pk, reason="opinion", by=ada)
    assert document()["complete"] is False
    assert exported("--complete") == []
    claims.dismiss(claim_id=made["third"].pk, reason="duplicate", by=ada)
    assert document()["complete"] is True
    assert [s["label"] for s in document()["sentences"]] == ["yes", "no", "either"]
    assert len(exported("--complete")) == 1


def test_a_split_names_what_was_made_and_what_was_taken_back_is_silent(
    article: Article, made: dict[str, Claim], ada: Any
) -> None:
    parts = [
        reshaping.Part([span("Ugo Levi 👍 guida la “Nave” dal 2019")]),
        reshaping.Part([span("Ugo Levi"), span("que\u0301 ha 40 soci")], "Ugo Levi ha 40 soci."),
    ]
    halves = reshaping.split(claim_id=made["first"].pk, parts=parts, by=ada)
    for half in halves:
        claims.accept(claim_id=half.pk, by=ada)
    found = document()
    [split] = found["rejected"]
    assert (split["reason"], set(split["made_into"])) == ("split", {str(h.pk) for h in halves})
    statements = {claim["statement"]: claim["segments"] for claim in found["claims"]}
    assert statements["Ugo Levi ha 40 soci."] == [span("Ugo Levi"), span("que\u0301 ha 40 soci")]
    assert all("proposed" not in claim for claim in found["claims"])
    for half in halves:
        Claim.objects.filter(pk=half.pk).update(review_state="dismissed", dismissal="taken_back")
    assert [claim["reason"] for claim in document()["rejected"]] == ["split"]


def test_the_document_scores_as_a_labelled_article(made: dict[str, Claim], ada: Any) -> None:
    claims.accept(claim_id=made["third"].pk, by=ada)
    start, end = span(THIRD)
    found = SplitDocument(
        "it", "p", (Found(start, end),), (Candidate(THIRD, 0, (Span(start, end),)),)
    )
    score = score_article(document(), found)
    assert (score.claims_at_8.right, score.wordings) == (1, (1.0,))


def test_untouched_articles_are_left_out_and_filters_hold(made: dict[str, Claim], ada: Any) -> None:
    assert exported() == []
    claims.accept(claim_id=made["first"].pk, by=ada)
    today = timezone.localdate()
    tomorrow = (today + dt.timedelta(days=1)).isoformat()
    [line] = exported("--language", "it", "--since", today.isoformat())
    assert (line["text"], line["date"], line["labelled"]) == (
        TEXT, "2024-05-03", ["claims", "sentences"],
    )  # fmt: skip
    assert exported("--language", "en") == exported("--since", tomorrow) == []


def test_a_file_is_there_whole_or_not_at_all(
    made: dict[str, Claim], ada: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims.accept(claim_id=made["first"].pk, by=ada)
    path = tmp_path / "corrections.jsonl"
    path.write_text("of yesterday\n", "utf-8")

    def broken(*args: object, **options: object) -> str:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(json, "dumps", broken)
        with pytest.raises(OSError, match="disk full"):
            call_command("export_corrections", "--output", str(path))
    assert path.read_text("utf-8") == "of yesterday\n"
    call_command("export_corrections", "--output", str(path))
    assert len(path.read_text("utf-8").splitlines()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["corrections.jsonl"]


def test_queries_do_not_grow_with_the_articles(
    article: Article, made: dict[str, Claim], ada: Any, django_assert_max_num_queries: Any
) -> None:
    claims.accept(claim_id=made["first"].pk, by=ada)
    for number in range(3):
        other = make_article(f"Testo {number}. Altro.")
        claims.accept(claim_id=make_claim(other).pk, by=ada)
    with django_assert_max_num_queries(5):
        assert len(list(corrections_of(reviewed_articles()))) == 4
