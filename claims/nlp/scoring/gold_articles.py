"""The splitter's documents against articles labelled by hand.

Gold: one JSON file an article, as `data/gold_dev` and `export_corrections` have them: id, language,
text, sentences [{start, end, label yes|no|either}], claims [{statement, segments, must}], quotes
[{start, end, speaker}], quantities [{start, end, value}], dates [{start, end, edtf}]. Counts are
added up over articles (micro-average).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.nlp.scoring.counts import Counts, average_precision, one_to_one, overlap, total
from claims.nlp.types import DateExpression, Quantity, Quote, Sentence, SplitDocument

Article = dict[str, Any]
_TRIMMED = " \t\n\r\"'“”«»„‘’.,;:!?…-–—()"
_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article; pairs for what is no count: (score, is checkable), word F1s, speaker right."""

    sentences: Counts
    checked: Counts
    claims_at_8: Counts
    claims_at_5: Counts
    quotes: Counts
    quantities: Counts
    dates: Counts
    check_scores: tuple[tuple[float, bool], ...] = ()
    wordings: tuple[float, ...] = ()
    speakers: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldScore:
    """All articles of one language."""

    counts: dict[str, Counts] = field(default_factory=dict)
    check_ap: float = 0.0
    text_f1: float = 0.0
    speaker_accuracy: float = 0.0
    articles: int = 0


_COUNTED = (
    "sentences", "checked", "claims_at_8", "claims_at_5", "quotes", "quantities", "dates",
)  # fmt: skip


def read_gold(folder: Path, language: str) -> list[Article]:
    """The labelled articles of one language, by file name; empty when the folder isn't there."""
    read = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
    return [article for article in read if article["language"] == language]


def score_articles(
    articles: Iterable[Article], split: Callable[[Article], SplitDocument]
) -> GoldScore:
    """Split every article and add up."""
    scores = [score_article(article, split(article)) for article in articles]
    return GoldScore(
        counts={name: total(getattr(score, name) for score in scores) for name in _COUNTED},
        check_ap=average_precision(pair for score in scores for pair in score.check_scores),
        text_f1=_mean([value for score in scores for value in score.wordings]),
        speaker_accuracy=_mean([float(right) for score in scores for right in score.speakers]),
        articles=len(scores),
    )


def score_article(article: Article, found: SplitDocument) -> ArticleScore:
    """One article against the splitter's document for its text."""
    text = article["text"]
    checked, check_scores = _checked(article["sentences"], found.sentences)
    at_8, at_5, wordings = _claims(article, found)
    quotes, speakers = _quotes(text, article["quotes"], found.quotes)
    return ArticleScore(
        sentences=_sentences(text, article["sentences"], found.sentences),
        checked=checked,
        claims_at_8=at_8,
        claims_at_5=at_5,
        quotes=quotes,
        quantities=_facts(article["quantities"], found.quantities, _same_value),
        dates=_facts(article["dates"], [d for d in found.dates if d.edtf], _same_date),
        check_scores=check_scores,
        wordings=wordings,
        speakers=speakers,
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def _sentences(text: str, gold: list[Article], found: Sequence[Sentence]) -> Counts:
    """Boundaries, exact after trimming."""
    wanted = {_trim(text, sentence["start"], sentence["end"]) for sentence in gold}
    given = {_trim(text, sentence.start, sentence.end) for sentence in found}
    return Counts(len(wanted & given), len(given - wanted), len(wanted - given))


def _checked(
    gold: list[Article], found: Sequence[Sentence]
) -> tuple[Counts, tuple[tuple[float, bool], ...]]:
    """Checkable or not, asked of the found sentence that covers most of each labelled one."""
    counts, scores = [], []
    for sentence in gold:
        if sentence["label"] == "either":
            continue
        best = _covering(sentence, found)
        wanted = sentence["label"] == "yes"
        said = best is not None and best.label == "checkable"
        counts.append(Counts(wanted and said, said and not wanted, wanted and not said))
        scores.append((best.check_worthiness if best else 0.0, wanted))
    return total(counts), tuple(scores)


def _covering(gold: Article, found: Sequence[Sentence]) -> Sentence | None:
    def shared(sentence: Sentence) -> int:
        return min(sentence.end, int(gold["end"])) - max(sentence.start, int(gold["start"]))

    best = max(found, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _claims(article: Article, found: SplitDocument) -> tuple[Counts, Counts, tuple[float, ...]]:
    """Token sets matched one to one, right at a Jaccard of .8 and of .5 (PropSegmEnt); word F1s.

    A claim that only one of two labellers saw (must: false) costs nothing, found or not.
    """
    tokens = [m.span() for m in _TOKEN.finditer(article["text"])]
    gold = [_tokens_in(tokens, claim["segments"]) for claim in article["claims"]]
    given = [_tokens_in(tokens, [(s.start, s.end) for s in c.segments]) for c in found.claims]
    overlaps = [[overlap(one, other) for other in given] for one in gold]
    pairs = one_to_one(overlaps)
    must = [claim.get("must", True) for claim in article["claims"]]
    counts = []
    for bar in (0.8, 0.5):
        hits = [(i, j) for i, j in pairs if overlaps[i][j] >= bar]
        right = sum(must[i] for i, _ in hits)
        counts.append(Counts(right, len(given) - len(hits), sum(must) - right))
    wordings = [
        word_f1(found.claims[j].text, article["claims"][i]["statement"])
        for i, j in pairs
        if overlaps[i][j] >= 0.5
    ]
    return counts[0], counts[1], tuple(wordings)


def _tokens_in(
    tokens: Sequence[tuple[int, int]], segments: Iterable[Sequence[int]]
) -> frozenset[int]:
    return frozenset(
        start for first, last in segments for start, end in tokens if first <= start and end <= last
    )


def word_f1(one: str, other: str) -> float:
    """Words shared by two texts, counted with repetition, case put aside."""
    left = Counter(word.lower() for word in _TOKEN.findall(one))
    right = Counter(word.lower() for word in _TOKEN.findall(other))
    words = left.total() + right.total()
    return 2 * (left & right).total() / words if words else 0.0


def _quotes(
    text: str, gold: list[Article], found: Sequence[Quote]
) -> tuple[Counts, tuple[bool, ...]]:
    """Spans that overlap at .9 once marks are trimmed; for those found: is the last name there."""
    given = [set(range(*_trim(text, quote.start, quote.end))) for quote in found]
    used: set[int] = set()
    speakers = []
    for quote in gold:
        wanted = set(range(*_trim(text, quote["start"], quote["end"])))
        hit = next(
            (j for j, g in enumerate(given) if j not in used and overlap(wanted, g) >= 0.9), None
        )
        if hit is None:
            continue
        used.add(hit)
        names = (quote.get("speaker") or "").lower().split()
        speaker = found[hit].speaker
        speakers.append(bool(names) and speaker is not None and names[-1] in speaker.name.lower())
    return Counts(len(used), len(found) - len(used), len(gold) - len(used)), tuple(speakers)


def _facts(
    gold: list[Article], found: Sequence[Any], same: Callable[[Article, Any], bool]
) -> Counts:
    """Equal values whose spans touch, each found one used once."""
    used: set[int] = set()
    for fact in gold:
        for j, given in enumerate(found):
            touches = min(given.end, fact["end"]) > max(given.start, fact["start"])
            if j not in used and touches and same(fact, given):
                used.add(j)
                break
    return Counts(len(used), len(found) - len(used), len(gold) - len(used))


def _same_value(gold: Article, found: Quantity) -> bool:
    wanted = float(gold["value"])
    return abs(found.value - wanted) < 1e-6 * max(1.0, abs(wanted))


def _same_date(gold: Article, found: DateExpression) -> bool:
    return found.edtf == str(gold["edtf"])
