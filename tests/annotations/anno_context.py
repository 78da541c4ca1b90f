"""A JSON-LD context for the terms that our annotations and their container use.

The tests load it in the place of http://www.w3.org/ns/anno.jsonld, which no package carries and
which tests may not fetch. The IRIs are those of the Web Annotation Vocabulary.
"""

from __future__ import annotations

from typing import Any

OA = "http://www.w3.org/ns/oa#"
_CLASSES = (
    "Annotation",
    "TextualBody",
    "SpecificResource",
    "TextQuoteSelector",
    "TextPositionSelector",
    "TimeState",
)
_MOTIVATIONS = ("assessing", "classifying", "commenting", "linking", "tagging", "highlighting")

CONTEXT: dict[str, Any] = {
    "oa": OA,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in (*_CLASSES, *_MOTIVATIONS)},
    **{
        name: {"@type": "@id", "@id": iri}
        for name, iri in {
            "body": "oa:hasBody",
            "target": "oa:hasTarget",
            "source": "oa:hasSource",
            "selector": "oa:hasSelector",
            "state": "oa:hasState",
            "cached": "oa:cachedSource",
            "via": "oa:via",
            "canonical": "oa:canonical",
            "creator": "dcterms:creator",
            "partOf": "as:partOf",
            "first": "as:first",
            "last": "as:last",
            "next": "as:next",
            "prev": "as:prev",
        }.items()
    },
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "Person": "foaf:Person",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "bodyValue": "oa:bodyValue",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "name": "foaf:name",
    "label": "rdfs:label",
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "sourceDate": {"@id": "oa:sourceDate", "@type": "xsd:dateTime"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
}
LDP: dict[str, Any] = {
    "ldp": "http://www.w3.org/ns/ldp#",
    "BasicContainer": "ldp:BasicContainer",
}
DOCUMENTS = {
    "http://www.w3.org/ns/anno.jsonld": {"@context": CONTEXT},
    "http://www.w3.org/ns/ldp.jsonld": {"@context": LDP},
}


def load_context(url: str, options: Any) -> dict[str, Any]:
    """Give a context by its address, as pyld asks for one; nothing is fetched."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": DOCUMENTS[url],
    }
