"""The public pages: both languages, no script, nothing from elsewhere, what the document says."""

from __future__ import annotations

import gzip
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import orjson
import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from annotations.documents.claim_review import claim_review
from annotations.documents.imprint import our_organisation
from annotations.documents.public_document import PublicDocument, read_document
from annotations.models import Annotation, PublicationDraft, PublishedClaim
from annotations.pages.problem_texts import PROBLEMS
from annotations.services.publication import correct, publish, withdraw
from claims.errors import DomainError
from tests.annotations.publishing import make_published, make_ready_claim, settle
from tests.factories import Cast, make_article

BASE = Path(__file__).resolve().parents[3]
WORDS = {"it": "Falso", "en": "False"}
PREFIX = {"it": "", "en": "/en"}


class Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture
def version(cast: Cast) -> PublishedClaim:
    return make_published(cast)


def page(client: Client, path: str, *, code: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == code, path
    assert response["Content-Type"].startswith("text/html")
    return response.content.decode()


def text_of(html: str) -> str:
    body = re.sub(r"(?s)<(script|style|head).*?</\1>", " ", html)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", body)))


def every_page(version: PublishedClaim) -> list[str]:
    article = version.document["claim"]["article"]["id"]
    return [
        "/",
        f"/claims/{version.claim_id}/",
        f"/articles/{article}/",
        "/methodology/",
        "/corrections/",
        "/reports/",
        "/problems/",
        "/problems/gate-not-met/",
    ]


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_page_is_whole_in_both_languages(
    client: Client, version: PublishedClaim, settings: LazySettings, language: str
) -> None:
    for path in every_page(version):
        html = page(client, PREFIX[language] + path)
        elements = Elements(html)
        assert elements.all("html")[0]["lang"] == language
        assert len(elements.all("h1")) == 1
        assert len(elements.all("main")) == 1
        alternates = {
            link["hreflang"]: link["href"]
            for link in elements.all("link")
            if link.get("rel") == "alternate" and "hreflang" in link
        }
        assert alternates == {
            "it": f"{settings.SITE_URL}{path}",
            "en": f"{settings.SITE_URL}/en{path}",
            "x-default": f"{settings.SITE_URL}{path}",
        }
        links = {link["href"] for link in elements.all("a")}
        assert f"{PREFIX[language]}/corrections/" in links
        assert f"{PREFIX[language]}/methodology/" in links
        assert any(str(link).endswith("/report/") for link in links)
        skip = elements.all("a")[0]["href"]
        assert skip == "#content"
        assert any(attributes.get("id") == "content" for _, attributes in elements.found)


def test_no_page_needs_a_script_or_anything_from_elsewhere(
    client: Client, version: PublishedClaim
) -> None:
    for path in [*every_page(version), "/api/v1/docs/", "/api/v1/docs/desk/", "/accounts/login/"]:
        response = client.get(path)
        html = response.content.decode()
        elements = Elements(html)
        scripts = [script.get("type") for script in elements.all("script")]
        assert set(scripts) <= {"application/ld+json"}, path
        assert elements.all("style") == []
        loaded = [img["src"] for img in elements.all("img")]
        loaded += [
            link["href"]
            for link in elements.all("link")
            if link.get("rel") in ("stylesheet", "icon")
        ]
        assert all(str(address).startswith("/static/") for address in loaded), path
        assert not [
            name for _, attributes in elements.found for name in attributes if name[:2] == "on"
        ]
        policy = response["Content-Security-Policy"]
        assert "script-src 'self';" in policy + ";"
        assert "default-src 'self'" in policy


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


def test_the_list_is_searched_filtered_and_turned(cast: Cast, client: Client) -> None:
    for n in range(23):
        make_published(cast, make_article(f"Testo numero {n} di prova. Fine."))
    html = page(client, "/?q=scuole&rating=false&language=it")
    assert html.count('<li class="card') == 20
    older = re.search(r'rel="next" href="([^"]+)"', html)
    assert older
    second = page(client, "/" + unescape(older[1]))
    assert second.count('<li class="card') == 3
    newer = re.search(r'rel="prev" href="([^"]+)"', second)
    assert newer
    assert page(client, "/" + unescape(newer[1])).count('<li class="card') == 20
    for query in ("?q=introvabile", "?rating=true", "?language=en", "?rating=%00", "?q=%00"):
        shown = page(client, "/" + query).count('<li class="card')
        assert shown == (20 if query == "?q=%00" else 0), query
    assert page(client, "/?cursor=nonsense&language=xx").count('<li class="card') == 20


def test_pages_cost_few_statements_however_many_claims(cast: Cast, client: Client) -> None:
    article = make_article("Uno è vero. Due è vero. Tre è vero.")
    for exact in ("Uno è vero", "Due è vero", "Tre è vero"):
        start = article.text.index(exact)
        version = make_published(
            cast, article, text=exact, start=start, end=start + 10, segments=[[start, start + 10]]
        )
    with_reports = {f"/claims/{version.claim_id}/", "/corrections/"}
    for path in ("/", f"/articles/{article.pk}/", *with_reports):
        with CaptureQueriesContext(connection) as statements:
            page(client, path)
        expected = 3 if path in with_reports else 2
        assert len(statements) == expected, (path, [query["sql"] for query in statements])


def test_pages_leave_no_cookie(client: Client, version: PublishedClaim) -> None:
    for path in every_page(version):
        response = client.get(path)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_pages_travel_compressed_to_who_can_read_that(
    client: Client, version: PublishedClaim
) -> None:
    for path in ("/", f"/claims/{version.claim_id}/", "/methodology/", "/docs/guide/"):
        plain = client.get(path).content
        small = client.get(path, headers={"Accept-Encoding": "gzip"})
        assert small["Content-Encoding"] == "gzip", path
        assert "Accept-Encoding" in small["Vary"]
        assert gzip.decompress(small.content) == plain


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_methodology_shows_the_scale_with_its_numbers(
    client: Client, db: None, language: str
) -> None:
    words = text_of(page(client, f"{PREFIX[language]}/methodology/"))
    scale = {
        "it": ["Vero", "Quasi vero", "Vero a metà", "Fuorviante", "Falso", "Non verificabile"],
        "en": ["True", "Mostly true", "Half true", "Misleading", "False", "Unverifiable"],
    }[language]
    assert all(name in words for name in scale)


def test_lost_and_forbidden_addresses_have_pages_of_their_own(client: Client, db: None) -> None:
    for path in ("/nulla/", "/en/nothing/", "/problems/nothing/"):
        html = page(client, path, code=404)
        assert 'href="/static/vaglio/site.css"' in html
    missing = f"/claims/{'0' * 8}-0000-4000-8000-{'0' * 12}/"
    page(client, missing, code=404)
    page(client, missing.replace("claims", "articles"), code=404)


def test_a_crash_has_a_page_without_details(client: Client, db: None, monkeypatch) -> None:
    def crash() -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("annotations.pages.about.rating_scale", crash)
    client.raise_request_exception = False
    html = page(client, "/methodology/", code=500)
    assert "secret words" not in html
    assert "Qualcosa è andato storto" in html


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_are_only_read(client: Client, version: PublishedClaim, method: str) -> None:
    for path in every_page(version):
        assert getattr(client, method)(path).status_code == 405


def codes_in_sources() -> set[str]:
    """Collect every problem code that an error class has or a service gives."""
    found = set()
    kin = [DomainError]
    while kin:
        error = kin.pop()
        kin += error.__subclasses__()
        found.add(error.code)
    raised = re.compile(
        r"""(?:NotReadable|CopyRefused)\(\s*"([a-z-]+)"|_(?:mark_)?fail(?:ed)?\([^"()]*"([a-z-]+)\""""
    )
    for room in ("claims", "annotations", "config"):
        for path in (BASE / room).rglob("*.py"):
            found |= {code for pair in raised.findall(path.read_text()) for code in pair if code}
    http = (BASE / "config" / "http.py").read_text()
    return found | set(re.findall(r'\d{3}: "([a-z-]+)"', http))


def test_every_problem_the_api_gives_is_explained(client: Client, db: None) -> None:
    codes = codes_in_sources()
    assert len(codes) > 40
    assert codes <= set(PROBLEMS)
    for code in PROBLEMS:
        for language in ("it", "en"):
            page(client, f"{PREFIX[language]}/problems/{code}/")


def test_each_explanation_is_translated() -> None:
    for problem in PROBLEMS.values():
        with translation.override("it"):
            italian = (str(problem.title), str(problem.words))
        with translation.override("en"):
            english = (str(problem.title), str(problem.words))
        assert italian[0] != english[0]
        assert italian[1] != english[1]


@pytest.mark.parametrize(("path", "title"), [("login", "Accedi"), ("logout", "Esci")])
def test_log_in_pages_look_like_the_site(client: Client, cast: Cast, path: str, title: str) -> None:
    if path == "logout":
        client.force_login(cast.editor)
    html = page(client, f"/accounts/{path}/")
    assert 'href="/static/vaglio/site.css"' in html
    assert title in text_of(html)


def test_two_factor_pages_look_like_the_site(client: Client, cast: Cast) -> None:
    client.force_login(cast.editor)
    response = client.get("/accounts/2fa/", follow=True)
    assert response.status_code == 200
    assert "/static/vaglio/site.css" in response.content.decode()


def test_the_log_in_page_speaks_the_language_that_was_chosen(client: Client, db: None) -> None:
    assert "Accedi alla redazione" in page(client, "/accounts/login/")
    response = client.post("/i18n/setlang/", {"language": "en", "next": "/accounts/login/"})
    assert response.status_code == 302
    assert "Log in to the desk" in page(client, "/accounts/login/")
    assert "Affermazioni verificate" in page(client, "/")  # a public page goes by its path


def test_the_documentation_lists_every_address(client: Client, db: None) -> None:
    newsrooms, desk = page(client, "/api/v1/docs/"), page(client, "/api/v1/docs/desk/")
    assert "/api/v1/verified-claims/match/" in unescape(newsrooms)
    assert "/api/v1/assignments/" not in unescape(newsrooms)
    schema = orjson.loads((BASE / "tests" / "openapi.json").read_bytes())
    for path in schema["paths"]:
        assert path in unescape(newsrooms + desk)
