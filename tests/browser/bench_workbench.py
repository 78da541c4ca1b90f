"""How fast the workbench is on 10,000 words with 500 claims, twenty of them overlapping.

    python -m pytest tests/browser/bench_workbench.py -s

Prints milliseconds beside the budgets of the interface's design; run by hand on a quiet machine,
never with the tests: timings are no proof on a busy one.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from claims.models import Article, Claim, ExtractionRun, Sentence
from tests.browser.browsers import log_in
from tests.factories import Cast, make_article

WORDS_A_SENTENCE = 20
SENTENCES = 500
OVERLAPPING = 20
FILL = "nella città di Querciola 👶 e perche\u0301 no anche nei borghi vicini lungo il fiume"
BUDGETS = {"marks": 200.0, "stored": 300.0, "frame": 50.0}

# from the last claims' arrival to the frame after the last mark was drawn
WATCH_MARKS = """() => {
  const wanted = %d;
  const look = () => {
    const marks = document.querySelectorAll("mark[data-begins]");
    const begun = new Set([...marks].flatMap((mark) => mark.dataset.begins.split(" ")));
    if (begun.size < wanted) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      const arrived = performance.getEntriesByType("resource")
        .filter((entry) => /articles.[^/]+.(claims)?.?([?]|$)/.test(entry.name))
        .map((entry) => entry.responseEnd);
      window.marksTook = performance.now() - Math.max(...arrived);
    }));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}"""
MARKS_TOOK = """() => new Promise((done) => {
  const look = () => window.marksTook > 0 ? done(window.marksTook) : setTimeout(look, 50);
  look();
})"""
SELECT = """() => new Promise((done) => {
  const paragraph = document.querySelectorAll("p[data-start]")[3];
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(paragraph.lastChild, Math.min(40, paragraph.lastChild.textContent.length));
  const began = performance.now();
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const look = () => [...document.querySelectorAll("button")].some((button) =>
    button.textContent.startsWith("Nuova affermazione"))
    ? done(performance.now() - began) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})"""
STORE = """() => new Promise((done) => {
  const before = document.querySelectorAll("[data-card]").length;
  const field = document.querySelector("[role=dialog] textarea");
  const began = performance.now();
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  const look = () => document.querySelectorAll("[data-card]").length > before
    ? done(performance.now() - began) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})"""
SCROLL = """() => new Promise((done) => {
  const pane = document.querySelector("p[data-start]").closest("section");
  const step = (pane.scrollHeight - pane.clientHeight) / 180;
  let [last, longest, frames] = [performance.now(), 0, 0];
  const next = (now) => {
    if (frames > 1) longest = Math.max(longest, now - last);
    last = now;
    frames += 1;
    pane.scrollTop += step;
    if (frames < 180) requestAnimationFrame(next);
    else done(longest);
  };
  requestAnimationFrame(next);
})"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(people: Cast) -> Article:
    """Give 10,000 words with 500 claims, the last twenty of them over others' words."""
    lines = [f"Nel {1500 + n} nacquero {300 + n} bambini {FILL}." for n in range(SENTENCES)]
    text = "\n".join(lines)
    article = make_article(text, title="Cinquecento affermazioni")
    run = ExtractionRun.objects.create(article=article, extraction_state="done", progress=1.0)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(SENTENCES)]
    Sentence.objects.bulk_create(
        Sentence(
            article=article,
            run=run,
            position=n,
            start=start,
            end=start + len(lines[n]),
            label="checkable",
            check_worthiness=0.8,
        )
        for n, start in enumerate(starts)
    )
    alone = SENTENCES - OVERLAPPING
    spans = [(starts[n], starts[n] + 30) for n in range(alone)]
    spans += [(starts[10 * n] + 9, starts[10 * n] + 50) for n in range(OVERLAPPING)]
    Claim.objects.bulk_create(
        Claim(
            article=article,
            text=text[start:end],
            start=start,
            end=end,
            segments=[[start, end]],
            review_state=("proposed", "accepted")[start % 2],
        )
        for start, end in spans
    )
    return article


def test_the_workbench_keeps_its_budgets(page: Page, people: Cast, article: Article) -> None:
    words = len(article.text.split())
    assert Claim.objects.count() == SENTENCES
    log_in(page, people.ada.username)
    page.add_init_script(f"({WATCH_MARKS % SENTENCES})()")
    page.goto(f"/desk/articles/{article.pk}")
    marks = page.evaluate(MARKS_TOOK)
    expect(page.locator("[data-card]")).to_have_count(SENTENCES)
    page.wait_for_load_state("networkidle")
    told("marks", "first paint of all marks", marks)
    frames = [page.evaluate(SCROLL) for _ in range(3)]
    told("frame", "longest frame while scrolling (best of 3)", min(frames))
    bar = page.evaluate(SELECT)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    stored = page.evaluate(STORE)
    told("stored", f"selection to bar {bar:.0f} + sent to stored {stored:.0f}", bar + stored)
    print(f"on {words} words with {SENTENCES} claims, {OVERLAPPING} of them overlapping")


def told(name: str, what: str, took: Any) -> None:
    """Print one figure beside its budget."""
    verdict = "within" if took <= BUDGETS[name] else "OVER"
    print(f"{what}: {took:.0f} ms ({verdict} {BUDGETS[name]:.0f} ms)")
