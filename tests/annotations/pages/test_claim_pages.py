"""A claim's page says what its document says, corrected and withdrawn ones too."""

from __future__ import annotations

import re
from html import unescape

import orjson
import pytest
from django.test import Client

from annotations.documents.claim_review import claim_review
from annotations.documents.imprint import our_organisation
from annotations.documents.public_document import PublicDocument, read_document
from annotations.models import Annotation, PublicationDraft, PublishedClaim
from annotations.services.publishing.publication import correct, publish, withdraw
from tests.annotations.pages.looking import PREFIX, Elements, page, text_of
from tests.annotations.publishing import make_published, make_ready_claim, settle
from tests.factories import Cast, make_article

WORDS = {"it": "Falso", "en": "False"}


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_claim_page_says_what_the_document_says(
    client: Client, version: PublishedClaim, language: str
) -> None:
    html = page(client, f"{PREFIX[language]}/claims/{version.claim_id}/")
    words, document = text_of(html), version.document
    assert f" {WORDS[language]} " in words
    for part in (
        document["headline"],
        document["claim"]["text"],
        document["claim"]["speaker"],
        document["claim"]["article"]["title"],
        document["claim"]["article"]["publisher"],
        "Il registro del comune ne conta nove.",
        "Tre sono soltanto progettate.",
        "3 settembre 2024" if language == "it" else "3 September 2024",
    ):
        assert part in words
    for evidence in document["evidence"]:
        assert evidence["source"]["title"] in words
        assert evidence["excerpt"] in words
        assert evidence["archived"]["sha256"] in words
        assert f'href="{evidence["source"]["url"]}"' in html


def test_the_linked_data_is_the_documents_claim_review(
    client: Client, version: PublishedClaim, settings
) -> None:
    html = page(client, f"/claims/{version.claim_id}/")
    block = re.search(r'(?s)<script type="application/ld\+json">(.*?)</script>', html)
    assert block
    document = read_document(version.document)
    assert isinstance(document, PublicDocument)
    by = our_organisation()
    assert orjson.loads(block[1]) == orjson.loads(orjson.dumps(claim_review(document, by=by)))
    served = client.get(f"/api/v1/verified-claims/{version.claim_id}/?format=claimreview")
    assert orjson.loads(block[1]) == served.json()


def test_no_words_break_out_of_their_place(cast: Cast, client: Client) -> None:
    claim = make_ready_claim(cast)
    nasty = '</script><script>alert(1)</script><img src=x onerror="x"> & «"\u2028'
    PublicationDraft.objects.filter(claim=claim).update(headline=nasty, rationale=nasty)
    version = publish(claim=claim, by=cast.editor)
    for path in ("/", f"/claims/{claim.pk}/", f"/articles/{claim.article_id}/"):
        html = page(client, path)
        assert "<script>alert" not in html
        assert Elements(html).all("img") == []
    block = re.search(r'(?s)ld\+json">(.*?)</script>', page(client, f"/claims/{claim.pk}/"))
    assert block
    assert orjson.loads(block[1])["headline"] == version.document["headline"]


def test_the_articles_words_are_shown_short_and_marked(cast: Cast, client: Client) -> None:
    words = "Il cafe\u0301 «di 👩‍🏫» costa"
    text = f"{'Prima 👍 di tutto. ' * 60}{words} 2 €.{' Poi altro.' * 300}"
    start = text.index(words)
    first, second = [start, start + 8], [start + 9, start + len(words)]
    version = make_published(
        cast,
        make_article(text),
        text=words,
        start=start,
        end=start + len(words),
        segments=[first, second],
    )
    for path in (f"/claims/{version.claim_id}/", f"/articles/{version.claim.article_id}/"):
        html = page(client, path)
        marked = [unescape(part) for part in re.findall(r"<mark>(.*?)</mark>", html)]
        assert marked == [text[slice(*first)], text[slice(*second)]]
        assert len(text_of(html)) < 2500 < len(text)


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_correction_shows_on_the_page_and_in_the_log(
    cast: Cast, client: Client, version: PublishedClaim, language: str
) -> None:
    Annotation.objects.filter(claim=version.claim_id).update(rating_id="true")
    settle(version.claim, cast.editor, "true")
    notice = "Il registro era stato aggiornato."
    correct(claim=version.claim, by=cast.editor, severity="significant", notice=notice)
    for path in (f"/claims/{version.claim_id}/", "/corrections/"):
        words = text_of(page(client, PREFIX[language] + path))
        assert notice in words
        kind = {"it": "Correzione sostanziale", "en": "Significant correction"}[language]
        assert kind in words
        assert re.search({"it": "Falso .*Vero", "en": "False .*True"}[language], words)


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_log_tells_of_what_was_published_anew(
    cast: Cast, client: Client, version: PublishedClaim, language: str
) -> None:
    withdraw(claim=version.claim, by=cast.editor, notice="Era di un altro comune.")
    settle(version.claim, cast.editor, "true")
    publish(claim=version.claim, by=cast.editor)
    words = text_of(page(client, f"{PREFIX[language]}/corrections/"))
    anew = {"it": "Pubblicata di nuovo .*Falso .*Vero", "en": "Published anew .*False .*True"}
    assert re.search(f"{anew[language]}.*Era di un altro comune", words)
    assert words.count("Era di un altro comune.") == 1


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_withdrawn_claim_leaves_its_page_without_the_verdict(
    cast: Cast, client: Client, version: PublishedClaim, language: str
) -> None:
    notice = "La delibera era di un altro comune."
    withdraw(claim=version.claim, by=cast.editor, notice=notice)
    html = page(client, f"{PREFIX[language]}/claims/{version.claim_id}/", code=410)
    words = text_of(html)
    assert notice in words
    assert version.document["claim"]["text"] in words
    assert version.document["headline"] not in words
    assert "ClaimReview" not in html
    assert version.document["headline"] not in page(client, PREFIX[language] + "/")
    assert notice in text_of(page(client, f"{PREFIX[language]}/corrections/"))
    article = version.document["claim"]["article"]["id"]
    page(client, f"{PREFIX[language]}/articles/{article}/", code=404)
