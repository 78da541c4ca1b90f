"""An annotation written by an outside client, so that the demonstration's moderator finds one."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib.auth.models import User

from annotations.models import OutsideAnnotation
from annotations.services.reviewing.outside import Addresses, write_outside
from claims.models import Article

AUTHOR, ARTICLE = "owen", "it-caldo"
WORDS = "La Regione, che dovrebbe pagarne la metà, non ha ancora risposto"
NOTE = (
    "Da chiedere all'ufficio stampa della Regione: la richiesta di fondi risulta protocollata? "
    "Se sì, la frase andrebbe datata."
)


def annotate_from_outside(articles: Mapping[str, Article], people: Mapping[str, User]) -> bool:
    """Write it as a client of the container would; False when there is one already."""
    if OutsideAnnotation.objects.exists():
        return False
    document = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "commenting",
        "generator": {"type": "Software", "name": "Taccuino (esempio)"},
        "body": {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/plain",
            "language": "it",
            "value": NOTE,
        },
        "target": {
            "source": articles[ARTICLE].canonical_url,
            "selector": {"type": "TextQuoteSelector", "exact": WORDS},
        },
    }
    site = settings.SITE_URL
    at = Addresses(f"{site}/api/v1/annotations/", f"{site}/methodology/#")
    write_outside(document=document, by=people[AUTHOR], at=at)
    return True
