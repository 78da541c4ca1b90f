"""What changed in the API, for those whose programs rely on it; the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class ApiChange:
    """One day's changes. All are additions: what stood before still holds."""

    on: date
    words: tuple[str | Promise, ...]


API_CHANGES = (
    ApiChange(
        date(2026, 11, 27),
        (
            _("The OpenAPI file tells what fields mean, and what webhooks send."),
            _("What can’t be read is refused by a title of its own kind."),
            _("The address /api/v1/ names all others."),
            _("Nightly dumps are listed with their SHA-256."),
            _("A card’s frame keeps to maxwidth and maxheight, and speaks as its page does."),
            _("Words are counted before spaces at their ends go; days still to come get 409."),
            _("A message that closes its webhook is given up; resuming sends it again."),
        ),
    ),
    ApiChange(
        date(2026, 11, 26),
        (
            _("A source without a web address is named as a document: its url is empty."),
            _("ClaimReview says who publishes, with a mark, and where a claim stood first."),
            _("The OpenAPI file lies at /api/openapi.json too, and in the API catalog."),
            _("What doesn’t fit what is here now is refused by 409, what can’t be read by 422."),
            _("Every claim says whom we asked for a reply, and what they answered."),
            _("Exports in four forms that go on where they broke, and nightly dumps."),
            _("Search past typing errors, several orders; a delta says what left its filters."),
            _("Google’s claims:search, for programs that speak it already."),
            _("Annotations by the W3C’s protocol, to read and to write."),
            _("Answers compressed with gzip for who takes it."),
            _("Error reports: send one, and read what came of those on a claim."),
            _("A card to embed and an oEmbed provider."),
            _("A feed of corrections and withdrawals."),
            _("API keys with scopes and an expiry; RateLimit headers on every answer."),
            _("Webhooks by the Standard Webhooks specification."),
            _("Matching: which claims of a text have been checked."),
            _("An example for every operation in the OpenAPI document."),
            _("Verified claims with filters, search, versions, delta and tombstones."),
            _("ClaimReview by content negotiation; feeds as Atom, RSS and JSON Feed."),
        ),
    ),
)
