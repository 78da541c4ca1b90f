"""How the admin panel looks: the house's mark and its blue, so that it is one with the desk."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

LIGHTNESS_AND_CHROMA = {
    50: (97, 0.014),
    100: (93, 0.032),
    200: (88, 0.06),
    300: (81, 0.1),
    400: (71, 0.15),
    500: (59, 0.19),
    600: (49, 0.2),
    700: (43, 0.18),
    800: (38, 0.15),
    900: (33, 0.12),
    950: (26, 0.09),
}
BLUE = {
    str(step): f"oklch({lightness}% {chroma} 260)"
    for step, (lightness, chroma) in LIGHTNESS_AND_CHROMA.items()
}
"""Shades of the desk's #0b57d0, which is the 600."""
BORROWED_WORDS = (
    _("Search apps and models..."),
    _("Type to search"),
    _("No results found"),
    _("This page yielded into no results. Create a new item or reset your filters."),
    _("Reset filters"),
)
"""Texts of the panel's package that come without Italian: named here, ours translate them."""


def mark(request: HttpRequest) -> str:
    """Give the address of the house's mark."""
    return static("vaglio/icon.svg")
