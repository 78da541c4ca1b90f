"""What an outside client sends to /annotations/, and how."""

from __future__ import annotations

import json
from typing import Any

from rest_framework.test import APIClient

from annotations.web_annotation.document import MEDIA_TYPE

CONTAINER = "/api/v1/annotations/"
ROOT = f"http://testserver{CONTAINER}"
PAGE = "https://foglio.example.org/scuole"
TEXT = "👍 Il comune ha aperto 12 scuole. Il caffe\u0300 è freddo. Il comune tace 👶🏽."
LD = {"Accept": MEDIA_TYPE}


def note(exact: str = "aperto 12 scuole", *bodies: dict[str, Any], **more: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": list(bodies),
        "target": {"source": PAGE, "selector": selector},
        **more,
    }


def said(value: str, purpose: str = "commenting") -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


RATED = (said("Sono nove 📊."), said("Falso", "tagging"))


def send(client: APIClient, document: Any, **headers: str) -> Any:
    body = json.dumps(document)
    return client.post(CONTAINER, body, content_type=MEDIA_TYPE, headers={**LD, **headers})


def put(client: APIClient, address: str, document: Any, seen: str) -> Any:
    return client.put(address, document, headers={**LD, "If-Match": seen}, format="json")


def container(client: APIClient, query: str = "", **headers: str) -> Any:
    return client.get(f"{CONTAINER}{query}", headers={**LD, **headers})
