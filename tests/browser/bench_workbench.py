"""How fast the workbench is on 10,000 words with 500 claims, twenty of them overlapping.

    python -m pytest tests/browser/bench_workbench.py -s

Prints milliseconds beside the budgets of the interface's design; run by hand on a quiet machine,
never with the tests: timings are no proof on a busy one.
"""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Browser, Page, expect

from claims.models import Article, Claim, ExtractionRun, Sentence
from tests.browser.browsers import log_in
from tests.factories import Cast, make_article

WORDS_A_SENTENCE = 20
SENTENCES = 500
OVERLAPPING = 20
RUNS = 7
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
SELECT = """(at) => new Promise((done) => {
  const paragraph = document.querySelectorAll("p[data-start]")[at];
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
  const cards = document.getElementsByClassName(
    document.querySelector("[data-card]").parentElement.classList[0]);
  const before = cards.length;
  const field = document.querySelector("[role=dialog] textarea");
  performance.clearResourceTimings();
  performance.mark("store-begins");
  const began = performance.now();
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  const look = () => {
    if (cards.length === before) return requestAnimationFrame(look);
    performance.mark("store-ends");
    const [asked] = performance.getEntriesByType("resource")
      .filter((entry) => entry.name.endsWith("/claims/"));
    return done([performance.now() - began, asked.responseEnd - asked.startTime]);
  };
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


def test_the_workbench_keeps_its_budgets(
    browser: Browser, page: Page, people: Cast, article: Article, tmp_path: Path
) -> None:
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
    runs = [store_claim(browser, page, 3 + 4 * run, tmp_path / "trace.json") for run in range(RUNS)]
    bar, sent, answered, drawn = (median(figures) for figures in zip(*runs, strict=True))
    told("stored", f"selection to bar {bar:.0f} + sent to stored {sent:.0f}", bar + sent)
    print(f"medians of {RUNS}; of it the server's answer {answered:.0f} ms;", end=" ")
    print(f"CPU of the page's main thread from sent to stored: {drawn:.0f} ms")
    print("CPU of the server for one claim: {:.0f} ms, {} statements".format(*server_cost(article)))
    print(f"on {words} words with {SENTENCES} claims, {OVERLAPPING} of them overlapping")


def store_claim(browser: Browser, page: Page, at: int, trace: Path) -> tuple[float, ...]:
    """Make a claim of the words in paragraph `at`; give milliseconds.

    Until the bar stands there, from sent to drawn, of that the server's answer, and the CPU that
    the page's main thread needed from sent to drawn.
    """
    bar = page.evaluate(SELECT, at)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_load_state("networkidle")
    browser.start_tracing(page=page, path=trace, categories=["toplevel", "blink.user_timing"])
    sent, answered = page.evaluate(STORE)
    browser.stop_tracing()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    return bar, sent, answered, main_thread_cpu(trace)


def main_thread_cpu(trace: Path) -> float:
    """Sum the CPU milliseconds of tasks between the two marks, on the thread that set them."""
    events = json.loads(trace.read_text())["traceEvents"]
    begins, ends = (
        next(event for event in events if event["name"] == name)
        for name in ("store-begins", "store-ends")
    )
    tasks = [
        event
        for event in events
        if (event["pid"], event["tid"]) == (begins["pid"], begins["tid"])
        and event["name"].endswith("RunTask")
        and begins["ts"] <= event["ts"] + event.get("dur", 0)
        and event["ts"] <= ends["ts"]
    ]
    return sum(event.get("tdur", 0) for event in tasks) / 1000


def server_cost(article: Article) -> tuple[float, int]:
    """Give the median CPU milliseconds of storing a claim, and how many statements it takes."""
    client = Client()
    client.force_login(get_user_model().objects.get(username="ada"))
    address, costs = f"/api/v1/articles/{article.pk}/claims/", []
    for run in range(RUNS):
        body = {"start": 7 + run, "end": 60, "text": f"{run}"}
        began = time.process_time()
        answer = client.post(address, body, content_type="application/json")
        costs.append(1000 * (time.process_time() - began))
        assert answer.status_code == HTTPStatus.CREATED, answer.content
    with CaptureQueriesContext(connection) as asked:
        client.post(address, {"start": 6, "end": 60}, content_type="application/json")
    return median(costs), len(asked)


def told(name: str, what: str, took: Any) -> None:
    """Print one figure beside its budget."""
    verdict = "within" if took <= BUDGETS[name] else "OVER"
    print(f"{what}: {took:.0f} ms ({verdict} {BUDGETS[name]:.0f} ms)")
