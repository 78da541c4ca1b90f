"""What stands in the API's examples for whole objects, for parameters and for plain types.

SHAPES: by the name of a shape, or `Shape.property` for an object within one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotations.api.desk.web_annotations import EXAMPLE
from config.example_story import API, ARTICLE_ID, CLAIM_ID, NOON, OTHER_ID, SITE, SOURCE_ID

BY_TYPE: Mapping[str, Any] = {
    "uuid": OTHER_ID,
    "date-time": NOON,
    "date": "2024-09-03",
    "uri": f"{SITE}/claims/{CLAIM_ID}/",
    "email": "redazione@example.org",
    "integer": 1,
    "number": 0.83,
    "boolean": True,
}

PARAMETERS: Mapping[str, Any] = {
    "claim_id": CLAIM_ID,
    "article_id": ARTICLE_ID,
    "source_id": SOURCE_ID,
    "form": "atom",
    "If-Match": '"3"',
    "If-None-Match": '"5f1d7e40c7f24bd2"',
    "url": f"{SITE}/claims/{CLAIM_ID}/",
    "q": "scuole nuove",
}

SHAPES: Mapping[str, Any] = {
    "Start": {
        "name": "Vaglio",
        "version": "1.0.0",
        "verified_claims": f"{API}/verified-claims/",
        "export": f"{API}/verified-claims/export.jsonl",
        "dumps": f"{API}/verified-claims/dumps/",
        "match": f"{API}/verified-claims/match/",
        "claims_search": f"{API}/claims:search",
        "feed": f"{API}/feeds/verified-claims.atom",
        "corrections_feed": f"{API}/feeds/corrections.atom",
        "oembed": f"{API}/oembed/",
        "webhooks": f"{API}/webhooks/",
        "annotations": f"{API}/annotations/",
        "schema": f"{API}/schema/",
        "docs": f"{API}/docs/",
        "guide": f"{SITE}/en/docs/guide/",
        "changes": f"{SITE}/en/docs/changes/",
        "problems": f"{SITE}/en/problems/",
    },
    "Problem": {
        "type": f"{SITE}/problems/invalid-input/",
        "title": "The input isn't valid.",
        "status": 400,
        "code": "invalid-input",
        "detail": "This field is required.",
        "errors": [{"detail": "This field is required.", "pointer": "/words"}],
    },
    "WebAnnotation": EXAMPLE.value,
    "WebAnnotationInput": EXAMPLE.value,
    "ArticleInput": {"url": "https://foglio.example.org/scuole", "language": "it"},
    "SourceInput": {"url": "https://comune.example.org/registro", "title": "Registro delle scuole"},
    "NewSourceInput": {
        "url": "https://comune.example.org/registro",
        "title": "Registro delle scuole",
        "publisher": "Comune di Prova",
    },
    "AssigningInput": {"claims": [CLAIM_ID], "reviewer": 7, "due_at": NOON},
    "BulkDecisionInput": {
        "act": "dismiss",
        "reason": "opinion",
        "claims": [{"id": CLAIM_ID, "version": 2}],
    },
    "CopyInput": {"text": "Scuole aperte nell’anno: nove."},
    "VerdictInput": {
        "rating": "false",
        "reason": "Il registro del comune fa fede.",
        "replaces": None,
    },
    "Extraction": {
        "state": "done",
        "progress": 1.0,
        "pipeline": "it-vaglio 1.0",
        "problem": "",
        "detail": "",
        "model_problem": "",
    },
    "Copy.problem": "",
    "Link": {"state": "alive", "problem": "", "checked_at": NOON},
    "Error": {},
}
