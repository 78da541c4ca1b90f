"""Exports over HTTP: whole, streamed, gone on with after a break, and the nightly files."""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import io
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.conf import LazySettings
from rest_framework.test import APIClient

from annotations.documents.dump_files import write_dump
from annotations.models import PublishedClaim
from annotations.queries import public_export
from annotations.services.publishing.publication import withdraw
from annotations.tasks import dump_public
from tests.annotations.publishing import correct_a_date, make_published
from tests.factories import Cast, make_article

EXPORT = "/api/v1/verified-claims/export."


@pytest.fixture
def four(cast: Cast) -> list[PublishedClaim]:
    return [make_published(cast, make_article(f"Scuole numero {n}. Fine.")) for n in range(4)]


def lines(client: APIClient, **query: Any) -> list[dict[str, Any]]:
    response = client.get(f"{EXPORT}jsonl", query)
    assert response.status_code == 200
    whole = b"".join(response.streaming_content)
    return [orjson.loads(line) for line in whole.splitlines()]


def test_every_form_holds_everything_published(
    four: list[PublishedClaim], cast: Cast, anonymous: APIClient
) -> None:
    withdraw(claim=four[0].claim, by=cast.editor, notice="Errore.")
    kept = [str(version.claim_id) for version in four[1:]]
    assert [line["id"] for line in lines(anonymous)] == kept
    assert lines(anonymous)[0] == {"seq": four[1].seq, **four[1].document}
    for form, column in (("csv", "url"), ("factcricis", "fact_check_url")):
        response = anonymous.get(EXPORT + form)
        assert response["Content-Type"].startswith("text/csv")
        text = b"".join(response.streaming_content).decode()
        assert [row[column] for row in csv.DictReader(io.StringIO(text))] == [
            version.document["url"] for version in four[1:]
        ]
    for address in (
        f"{EXPORT}claimreview",
        "/api/v1/verified-claims/claimreview.json",
        "/api/v1/claimreview.json",
    ):
        response = anonymous.get(address)
        feed = orjson.loads(b"".join(response.streaming_content))
        assert response["Content-Type"] == "application/ld+json"
        assert [part["item"][0]["@type"] for part in feed["dataFeedElement"]] == ["ClaimReview"] * 3
    assert anonymous.get(f"{EXPORT}xml").status_code == 404


def test_a_broken_export_goes_on_where_it_broke(
    four: list[PublishedClaim],
    cast: Cast,
    anonymous: APIClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(public_export, "CHUNK", 2)
    whole = lines(anonymous)
    assert len(whole) == 4
    assert lines(anonymous, after=whole[1]["seq"]) == whole[2:]
    following = anonymous.get(f"{EXPORT}jsonl")["Link"]
    assert following.endswith(f'?after={whole[-1]["seq"]}>; rel="next"')
    withdraw(claim=four[0].claim, by=cast.editor, notice="Errore.")
    correct_a_date(claim=four[1].claim, by=cast.editor)
    rest = lines(anonymous, after=whole[-1]["seq"])
    assert [(line["id"], line["publication_state"], line["version"]) for line in rest] == [
        (str(four[0].claim_id), "withdrawn", 2),
        (str(four[1].claim_id), "published", 2),
    ]


def test_what_changes_while_it_streams_comes_at_the_end(
    four: list[PublishedClaim],
    cast: Cast,
    anonymous: APIClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(public_export, "CHUNK", 2)
    claims = public_export.exported_claims(
        public_export.PublicFilter(), after=0, tombstones_after=four[-1].seq
    )
    seen = [next(claims), next(claims)]
    withdraw(claim=four[0].claim, by=cast.editor, notice="Errore.")
    correct_a_date(claim=four[3].claim, by=cast.editor)
    seen += claims
    last = {orjson.loads(body)["id"]: orjson.loads(body) for _, body in seen}
    assert [last[str(one.claim_id)]["version"] for one in four] == [2, 1, 1, 2]
    assert last[str(four[0].claim_id)]["publication_state"] == "withdrawn"


def test_the_lists_filters_narrow_an_export(
    four: list[PublishedClaim], anonymous: APIClient
) -> None:
    assert len(lines(anonymous, q="scuole", rating="false", language="it")) == 4
    assert lines(anonymous, rating="true") == []
    for query in ("after=x", "after=-1", "language=de"):
        assert anonymous.get(f"{EXPORT}jsonl?{query}").status_code == 400


def test_head_tells_without_streaming(four: list[PublishedClaim], anonymous: APIClient) -> None:
    head = anonymous.head(f"{EXPORT}jsonl", headers={"Accept": "application/jsonl"})
    assert head.status_code == 200
    assert head["Content-Type"] == "application/jsonl"
    assert head["Access-Control-Allow-Origin"] == "*"
    assert "Link" in head["Access-Control-Expose-Headers"]


def test_the_nightly_files_are_listed_and_served(
    four: list[PublishedClaim], anonymous: APIClient, settings: LazySettings, tmp_path: Path
) -> None:
    settings.DUMPS_DIR = tmp_path / "dumps"
    dumps = "/api/v1/verified-claims/dumps/"
    assert anonymous.get(dumps).json() == {"results": []}
    assert anonymous.get(f"{dumps}verified-claims.jsonl.gz").status_code == 404
    assert dump_public() > 0
    listed = anonymous.get(dumps).json()["results"]
    assert len(listed) == 4
    assert {dump["made_at"][-1] for dump in listed} == {"Z"}
    response = anonymous.get(listed[0]["url"])
    whole = gzip.decompress(b"".join(response.streaming_content))
    assert whole.count(b"\n") == 4
    assert response["Content-Type"] == "application/gzip"
    as_bytes = anonymous.get(listed[0]["url"], headers={"Accept": "application/octet-stream"})
    assert as_bytes["Content-Type"] == "application/octet-stream"
    assert gzip.decompress(b"".join(as_bytes.streaming_content)) == whole
    sent = anonymous.get(listed[0]["url"], headers={"Accept-Encoding": "gzip"})
    file = b"".join(sent.streaming_content)
    assert (len(file), "Content-Encoding" in sent.headers) == (listed[0]["size"], False)
    digest = hashlib.sha256(file)
    assert listed[0]["sha256"] == digest.hexdigest()
    assert sent["Repr-Digest"] == f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    for name in ("secret", "..%2Fsecret_key", ".verified-claims.jsonl.gz.x"):
        assert anonymous.get(dumps + name).status_code == 404


@pytest.mark.usefixtures("later")
def test_who_has_last_nights_file_isnt_sent_it_again(
    four: list[PublishedClaim], anonymous: APIClient, settings: LazySettings, tmp_path: Path
) -> None:
    settings.DUMPS_DIR = tmp_path / "dumps"
    dumps = "/api/v1/verified-claims/dumps/"
    dump_public()
    for address in (dumps, f"{dumps}verified-claims.csv.gz"):
        full = anonymous.get(address)
        for mark, asked in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
            short = anonymous.get(address, headers={asked: full[mark]})
            assert (short.status_code, short.content) == (304, b""), (address, mark)
    (settings.DUMPS_DIR / "verified-claims.csv.gz").unlink()
    dump_public()
    assert anonymous.get(address, headers={"If-None-Match": full["ETag"]}).status_code == 200


def test_a_dump_that_breaks_leaves_last_nights_file(tmp_path: Path) -> None:
    name = "verified-claims.jsonl.gz"
    write_dump(tmp_path, name, [b"whole\n"])

    def breaking() -> Any:
        yield b"half\n"
        raise BlockingIOError

    with pytest.raises(BlockingIOError):
        write_dump(tmp_path, name, breaking())
    assert gzip.decompress((tmp_path / name).read_bytes()) == b"whole\n"
    assert [path.name for path in tmp_path.iterdir()] == [name]
