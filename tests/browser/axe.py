"""A look at pages: axe at every shape once, and contrast on everything in both themes.

What a theme can break alone is contrast; names, roles, order and sizes are the same in both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from django.conf import settings
from playwright.sync_api import Page

HERE = Path(__file__).parent
AXE = Path(settings.BASE_DIR) / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
THEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
"""The last is the one in which the next page opens."""
TURNED = """theme => new Promise((done, failed) => {
  let left = 600;
  const shown = () => document.documentElement.dataset.mantineColorScheme ?? theme;
  const look = () => {
    if (shown() === theme) done();
    else if (left-- > 0) requestAnimationFrame(look);
    else failed(new Error(`the page stays ${shown()}`));
  };
  look();
})"""
"""Stylesheets follow the theme at once, the desk in its next frame."""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(slots=True)
class Eye:
    """One that remembers the shapes it saw, on whatever screen they stood."""

    axe: str = field(default_factory=lambda: AXE.read_text("utf-8"))
    unseen: str = field(default_factory=lambda: (HERE / "unseen.js").read_text("utf-8"))
    contrast: str = field(default_factory=lambda: (HERE / "contrast.js").read_text("utf-8"))
    seen: list[str] = field(default_factory=list)

    def faults(self, page: Page, name: str) -> list[str]:
        """Look at what stands there in both themes; one line for each rule broken."""
        found = self._broken_rules(page)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            page.evaluate(TURNED, theme)
            found += [f"{theme}: {words}" for words in page.evaluate(self.contrast)]
        return [f"{name}: {words}" for words in found]

    def _broken_rules(self, page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(self.axe)  # by the debugger: the page's policy forbids scripts
        answer = page.evaluate(self.unseen, [TAGS, self.seen])
        self.seen += answer["shapes"]
        return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in answer["violations"]]
