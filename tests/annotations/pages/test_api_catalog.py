"""Programs find the API from the site's address alone."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.test import Client


def test_the_catalog_leads_to_descriptions_that_are_there(db: None, client: Client) -> None:
    answer = client.get("/.well-known/api-catalog")
    assert answer["Content-Type"].startswith("application/linkset+json; profile=")
    assert answer["Access-Control-Allow-Origin"] == "*"
    own, *described = answer.json()["linkset"]
    assert [part["anchor"] for part in described] == [part["href"] for part in own["item"]]
    assert len(described) == 2
    names = ("service-desc", "service-doc")
    links = [link for name in names for part in described for link in part[name]]
    for link in links:
        found = client.get(urlsplit(link["href"]).path)
        assert found.status_code == 200
        assert found["Content-Type"].startswith(link["type"])
    head = client.head("/.well-known/api-catalog")
    assert (head.status_code, head["Link"]) == (200, answer["Link"])


def test_the_openapi_file_is_where_other_apis_have_theirs(db: None, client: Client) -> None:
    promised = client.get("/api/v1/schema/")
    for path in ("/api/openapi.json", "/api/v1/openapi.json"):
        found = client.get(path)
        assert (found.status_code, found.content) == (200, promised.content)
        assert found["ETag"] == promised["ETag"]
