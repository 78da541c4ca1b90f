"""What outside programs read of us, asked for once and kept: rules are then held against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import orjson
from django.test import Client
from lxml import etree

from annotations.api.desk import annotation_container
from annotations.models import PublicationDraft
from annotations.services.publishing.publication import publish, withdraw
from annotations.web_annotation import container
from annotations.web_annotation.document import MEDIA_TYPE
from claims.models import Article
from tests.annotations.builders import evidence, review
from tests.annotations.publishing import correct_a_date, make_published, make_ready_claim
from tests.contract.world import CSRF, session_of
from tests.factories import Cast, make_article, make_cast, make_claim

V1 = "/api/v1"
CONTAINER = f"{V1}/annotations/"
PREFER = {
    "minimal": "http://www.w3.org/ns/ldp#PreferMinimalContainer",
    "minimal-iris": "http://www.w3.org/ns/ldp#PreferMinimalContainer "
    "http://www.w3.org/ns/oa#PreferContainedIRIs",
    "iris": "http://www.w3.org/ns/oa#PreferContainedIRIs",
    "descriptions": "http://www.w3.org/ns/oa#PreferContainedDescriptions",
}
NOTE = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "Una pagina che mi piace 👍"},
    "target": "https://altrove.example.org/index.html",
    "canonical": "urn:uuid:5d5e1c3a-4f0e-4d9b-9c9b-0c5ad3a6f001",
}


@dataclass(frozen=True)
class Answer:
    """An answer as it came: status, headers, bytes; `address` is where it was asked for."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """Read the body."""
        return orjson.loads(self.body)

    @property
    def xml(self) -> etree._Element:
        """Read the body."""
        return etree.fromstring(self.body)


def feeds() -> dict[str, Answer]:
    """Give both feeds in every form: whole, paged, of one language, with nothing in it."""
    _publish(make_cast())
    asked = {
        "": "verified-claims.{form}", "-paged": "verified-claims.{form}?page_size=1",
        "-english": "verified-claims.{form}?language=en",
        "-empty": "verified-claims.{form}?speaker=nobody", "-corrections": "corrections.{form}",
    }  # fmt: skip
    return {
        f"{form}{name}": _got(Client(), f"{V1}/feeds/{path.format(form=form)}")
        for form in ("atom", "rss", "json")
        for name, path in asked.items()
    }


def reviews() -> dict[str, Any]:
    """Give ClaimReviews by what is special about them, as the API serves them."""
    claims = _publish(make_cast())
    return {
        name: _got(Client(), f"{V1}/verified-claims/{pk}/?format=claimreview").json
        for name, pk in claims.items()
        if name != "withdrawn"
    }


def annotations() -> dict[str, Answer]:
    """Walk the container as an outside client does: read, add, replace, take back."""
    with (
        patch.object(container, "PAGE_SIZE", 2),
        patch.object(annotation_container, "PAGE_SIZE", 2),
    ):
        return _walked(make_cast())


def _walked(cast: Cast) -> dict[str, Answer]:
    article = make_article("Uno è 1 👍. Due sono 2. Tre sono 3. Quattro sono 4. Cinque sono 5.")
    claims = [
        make_claim(article, words, review_state="accepted")
        for words in ("Uno è 1", "Due sono 2", "Tre sono 3", "Quattro sono 4", "Cinque sono 5")
    ]
    written = [review(claim, cast.admin, cites=[evidence()]) for claim in claims]
    client = Client()
    client.cookies.load(session_of(cast.admin))
    one = f"{CONTAINER}{written[0].pk}/"
    found = {
        "container": _got(client, CONTAINER),
        "container-head": _got(client, CONTAINER, "HEAD"),
        "container-options": _got(client, CONTAINER, "OPTIONS"),
        **{
            name: _got(client, CONTAINER, Prefer=f'return=representation;include="{iri}"')
            for name, iri in PREFER.items()
        },
        **{f"page-{number}": _got(client, f"{CONTAINER}?iris=0&page={number}") for number in "012"},
        "page-iris": _got(client, f"{CONTAINER}?iris=1&page=0"),
        "review": _got(client, one, Accept=MEDIA_TYPE),
        "review-head": _got(client, one, "HEAD", Accept=MEDIA_TYPE),
        "review-options": _got(client, one, "OPTIONS"),
    }
    return found | _written(client)


def _written(client: Client) -> dict[str, Answer]:
    added = _got(client, CONTAINER, "POST", NOTE, Slug="mia", Prefer="return=representation")
    address = added.headers.get("Location", CONTAINER).removeprefix("http://testserver")
    changed = added.json | {"target": "https://terzo.example.org/"}
    seen = added.headers.get("ETag", "")
    steps: dict[str, tuple[str, Any, dict[str, str]]] = {
        "added-read": ("GET", None, {}),
        "added-default": ("GET", None, {"Accept": "*/*"}),
        "added-json": ("GET", None, {"Accept": "application/json"}),
        "unnamed": ("PUT", changed, {}),
        "elsewhere": ("PUT", changed | {"canonical": "urn:x:2"}, {"If-Match": seen}),
        "replaced": ("PUT", changed, {"If-Match": seen}),
        "stale": ("PUT", changed, {"If-Match": seen}),
        "malformed": ("PUT", {"type": "Annotation"}, {"If-Match": "*"}),
        "deleted": ("DELETE", None, {"If-Match": "*"}),
        "gone": ("GET", None, {}),
    }
    return {"added": added} | {
        name: _got(client, address, method, document, **{"Accept": MEDIA_TYPE, **headers})
        for name, (method, document, headers) in steps.items()
    }


def _publish(cast: Cast) -> dict[str, Any]:
    plain = make_published(cast, _read("Le <b>scuole</b> & i ponti 🏫 sono nove. Fine."))
    article = _read("Un porto nuovo. Fine.")
    corrected = make_published(cast, article, speaker_name="José Mújica")
    correct_a_date(claim=corrected.claim, by=cast.editor, notice="Un <refuso> & via.")
    english = make_ready_claim(cast, _read("Schools opened. End.", language="en"))
    words = {"language": "en", "headline": "Nine ‘schools’ < twelve"}
    PublicationDraft.objects.filter(claim=english).update(**words)
    publish(claim=english, by=cast.editor)
    withdrawn = make_published(cast, _read("Il ponte è lungo. Fine."))
    withdraw(claim=withdrawn.claim, by=cast.editor, notice="Errore nostro.")
    return {
        "plain": plain.claim_id, "corrected": corrected.claim_id, "english": english.pk,
        "withdrawn": withdrawn.claim_id,
    }  # fmt: skip


def _read(text: str, **fields: Any) -> Article:
    return make_article(
        text, canonical_url=f"https://foglio.example.org/?a={len(text)}&b=2", **fields
    )


def _got(
    client: Client, address: str, method: str = "GET", document: Any = None, **headers: str
) -> Answer:
    sent = {"X-CSRFToken": CSRF, **headers}
    body = b"" if document is None else orjson.dumps(document)
    given = client.generic(method, address, body, content_type=MEDIA_TYPE, headers=sent)
    asked = f"http://testserver{address}"
    return Answer(asked, given.status_code, dict(given.items()), given.content)
