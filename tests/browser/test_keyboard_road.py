"""From the log-in to ten reviews with evidence, and the mouse is never touched."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Annotation, Evidence, Source
from annotations.services.citing.copies import attach_copy
from claims.models import Article, Claim
from tests.browser.sessions import come_as
from tests.factories import Cast, make_claim, make_split_article

CLAIMS = 10
MOST_KEYS = 6
"""Keys a claim may cost beyond typed words; a chord such as Ctrl+Enter is one."""
REGISTER = "Registro dell’anagrafe 👶. " + " ".join(
    f"Nel {1990 + number} i nati a Querciola furono {300 + 7 * number}." for number in range(CLAIMS)
)
TEXT = "\n".join(
    f"Nel {1990 + number} a Querciola nacquero {300 + 7 * number} bambini 👶, anzi perche\u0301 no."
    for number in range(CLAIMS)
)
LEAVE_MOUSE = """() => {
  window.mouseWasUsed = false;
  for (const kind of ["pointerdown", "mousedown", "touchstart"])
    addEventListener(kind, () => { window.mouseWasUsed = true; }, true);
}"""

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Keyboard:
    """Presses keys and counts them; words typed are counted apart."""

    page: Page
    pressed: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press each key or chord once."""
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed.append(key)

    def write(self, words: str) -> None:
        """Type words into the field that has the focus."""
        self.page.keyboard.type(words)


@pytest.fixture
def article(people: Cast) -> Article:
    """Give an article with ten claims, every second one a proposal still, and a kept source."""
    article = make_split_article(TEXT, title="Le nascite a Querciola")
    for number, line in enumerate(TEXT.split("\n")):
        state = Claim.ReviewState.PROPOSED if number % 2 else Claim.ReviewState.ACCEPTED
        make_claim(article, line.partition(" 👶")[0], review_state=state, check_worthiness=0.8)
    source = Source.objects.create(
        url="https://anagrafe.example/nati", title="Registro delle nascite", publisher="Anagrafe"
    )
    other = Source.objects.create(url="https://bus.example/orari", title="Gli orari dei bus")
    attach_copy(source=source, content=REGISTER.encode(), text=REGISTER, by=people.bruno)
    attach_copy(source=other, content=b"Il bus parte.", text="Il bus parte.", by=people.bruno)
    return article


def test_ten_claims_are_reviewed_with_evidence_by_keyboard_alone(
    page: Page, people: Cast, article: Article, complaints: list[str]
) -> None:
    page.add_init_script(f"({LEAVE_MOUSE})()")
    keys = Keyboard(page)
    log_in_by_keys(keys, people.ada.username)
    open_article_by_keys(keys, article.title)
    costs = [review_by_keys(keys, number) for number in range(CLAIMS)]
    print(f"keys a claim beyond typed words: {costs}, most {max(costs)} of {MOST_KEYS}")

    assert max(costs) <= MOST_KEYS
    assert not page.evaluate("window.mouseWasUsed")
    reviews = Annotation.objects.filter(author=people.ada).order_by("claim__start")
    assert [review.rating_id for review in reviews] == ["true"] * CLAIMS
    for number, evidence in enumerate(Evidence.objects.order_by("annotation__claim__start")):
        excerpt = f"Nel {1990 + number} i nati a Querciola furono {300 + 7 * number}."
        assert (evidence.excerpt, evidence.stance) == (excerpt, "supports")
        assert evidence.source.title == "Registro delle nascite"
        assert evidence.start == REGISTER.index(excerpt)

    keys.press("Control+z")
    expect(page.get_by_text("Annullato: valutazione inviata.")).to_be_visible()
    assert Annotation.objects.filter(withdrawn_at=None).count() == CLAIMS - 1
    keys.press("Control+Shift+z")
    expect(page.get_by_text("Ripetuto: valutazione inviata.")).to_be_visible()
    assert Annotation.objects.filter(withdrawn_at=None).count() == CLAIMS


def test_what_is_written_without_a_connection_is_sent_when_it_is_back(
    page: Page, people: Cast, article: Article
) -> None:
    keys = Keyboard(page)
    log_in_by_keys(keys, people.ada.username)
    open_article_by_keys(keys, article.title)
    expect(page.get_by_role("heading", name="La tua valutazione")).to_be_visible()
    page.context.set_offline(True)
    keys.press("1", "r")
    keys.write("Il registro ne conta 300 👶.")
    keys.press("Control+Enter")
    expect(page.get_by_text("Una valutazione aspetta la connessione")).to_be_visible()
    assert not Annotation.objects.exists()
    page.context.set_offline(False)
    expect(page.get_by_text("che aspettava la connessione è stata inviata")).to_be_visible()
    assert Annotation.objects.get().rationale == "Il registro ne conta 300 👶."
    expect(page.get_by_text("aspetta la connessione", exact=False)).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_open_claim_stands_whole_below_the_choice_of_claims(
    page: Page, people: Cast, article: Article, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    come_as(page, people.ada.username)
    page.goto(f"/desk/articles/{article.pk}")
    expect(page.locator("[data-card]")).to_have_count(CLAIMS)
    for _ in range(5):
        page.keyboard.press("j")
    head = page.locator("[data-card][aria-expanded=true]")
    expect(head).to_be_focused()
    choice = page.get_by_role("group", name="Affermazioni mostrate")
    below = choice.evaluate("group => group.getBoundingClientRect().bottom")
    assert head.evaluate("head => head.getBoundingClientRect().top") >= below


def log_in_by_keys(keys: Keyboard, username: str) -> None:
    """Fill the log-in page in, from one field to the next by Tab."""
    keys.page.goto("/accounts/login/?next=/desk/")
    field = keys.page.locator("input[name=login]")
    while not field.evaluate("field => field === document.activeElement"):
        keys.press("Tab")
    keys.write(username)
    keys.press("Tab")
    keys.write("password")
    keys.press("Enter")
    keys.page.wait_for_url("**/desk/**")


def open_article_by_keys(keys: Keyboard, title: str) -> None:
    """Open the first article of the list."""
    expect(keys.page.get_by_role("link", name=title)).to_be_visible()
    keys.press("Enter")
    expect(keys.page.get_by_role("heading", level=1, name=title)).to_be_visible()
    expect(keys.page.locator("[data-card]")).to_have_count(CLAIMS)
    keys.press("j")


def review_by_keys(keys: Keyboard, number: int) -> int:
    """Accept if need be, rate, cite, say why, send; give how many keys it cost."""
    page = keys.page
    before = len(keys.pressed)
    opener = page.locator("[data-card]").nth(number)
    expect(opener).to_have_attribute("aria-expanded", "true")
    if number % 2:
        keys.press("a")
    expect(page.get_by_role("heading", name="La tua valutazione")).to_be_visible()
    keys.press("1", "e", "Enter")
    expect(page.get_by_role("radio", name="la sostiene")).to_be_focused()
    keys.press("s")
    expect(page.get_by_label("Motivazione")).to_be_focused()
    keys.write(f"Il registro ne conta {300 + 7 * number}.")
    keys.press("Control+Enter")
    if number < CLAIMS - 1:
        expect(opener).to_have_attribute("aria-expanded", "false")
    else:
        expect(page.get_by_role("button", name="Ritira")).to_be_visible()
    return len(keys.pressed) - before
