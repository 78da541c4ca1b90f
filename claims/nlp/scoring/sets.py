"""The development sets and the figures that each one gives, with the targets beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from claims.nlp.extract import split_text
from claims.nlp.scoring.counts import Counts
from claims.nlp.scoring.figures import Figure
from claims.nlp.scoring.gold_articles import Article, read_gold, score_articles
from claims.nlp.scoring.labelled_sentences import (
    checkable_accuracy,
    objective_macro_f1,
    read_lines,
    worthy_f1,
)
from claims.nlp.scoring.pace import measure_pace
from claims.nlp.scoring.propositions import score_claims, score_propositions
from claims.nlp.scoring.recognizers import Share, score_cases
from claims.nlp.scoring.trained import claim_figures, proposition_figure
from claims.nlp.scoring.treebank import score_treebank
from claims.nlp.types import SplitDocument, SplitRequest

BALANCED = 0.1  # how far recall of claims may lie from precision


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """`needs` are the files or folders below the data folder without which nothing is measured."""

    name: str
    needs: tuple[str, ...]
    figures: Callable[[Path], Iterator[Figure]]


_CLAIM_TARGETS = {"it": (0.65, 0.78), "en": (0.72, 0.80)}


def _articles(language: str, data: Path) -> Iterator[Figure]:
    name = f"gold_dev_{language}"
    score = score_articles(read_gold(data / "gold_dev" / "dev", language), _split)
    counts = score.counts
    claims = counts["claims_at_8"]
    target, beyond = _CLAIM_TARGETS[language]
    yield Figure(name, "claim F1@.8", claims.f1, target, beyond, f"{score.articles} articles")
    yield Figure(name, "claim P@.8", claims.precision)
    near = abs(claims.precision - claims.recall) <= BALANCED
    note = f"{'within' if near else 'not within'} .10 of P"
    yield Figure(name, "claim R@.8", claims.recall, note=note)
    yield Figure(name, "claim F1@.5", counts["claims_at_5"].f1)
    yield Figure(name, "text_f1", score.text_f1, 0.88, 0.93)
    yield Figure(name, "sentence F1", counts["sentences"].f1, 0.98, 0.99)
    yield Figure(name, "quote F1", counts["quotes"].f1, 0.92, 0.96, _asked(counts["quotes"]))
    yield Figure(name, "speaker accuracy", score.speaker_accuracy, 0.85, 0.95)
    yield Figure(name, "quantity F1", counts["quantities"].f1, 0.92, 0.97)
    yield Figure(name, "date F1", counts["dates"].f1, 0.92, 0.97, _asked(counts["dates"]))
    yield Figure(name, "check F1", counts["checked"].f1, 0.97, 0.99)
    yield Figure(name, "check AP", score.check_ap, 0.99, 0.99)


def _split(article: Article) -> SplitDocument:
    return split_text(SplitRequest(article["text"], article["language"]))


def _asked(counts: Counts) -> str:
    return f"{counts.right + counts.missed} asked"


def _trained(data: Path) -> Iterator[Figure]:
    yield from claim_figures()


def _policlaim(data: Path) -> Iterator[Figure]:
    rows = read_lines(data / "policlaim_en" / "train.jsonl")
    yield Figure("policlaim_en", "accuracy", checkable_accuracy(rows), 0.80, 0.863)


def _subjectivity(data: Path) -> Iterator[Figure]:
    rows = read_lines(data / "subjectivity_it" / "dev_test.jsonl")
    note = "dev_test; `subjective` up to .5 taken as OBJ"
    yield Figure("subjectivity_it", "macro-F1", objective_macro_f1(rows), 0.72, 0.81, note)


def _checkworthiness(data: Path) -> Iterator[Figure]:
    rows = read_lines(data / "checkworthiness_en" / "devtest.jsonl")
    yield Figure("checkworthiness_en", "F1", worthy_f1(rows), 0.82, 0.90, "devtest, score >= .5")


def _propsegment(data: Path) -> Iterator[Figure]:
    rows = read_lines(data / "propsegment_en" / "dev.jsonl")
    yield proposition_figure()
    found, claims = score_propositions(rows), score_claims(rows)
    note = f"{_sides(found)}; its weights have seen these sentences"
    yield Figure("propsegment_en", "the same, in sample", found.f1, note=note)
    yield Figure("propsegment_en", "claims, F1@.8", claims.f1, note=_sides(claims))


def _sides(counts: Counts) -> str:
    return f"P {counts.precision:.3f} R {counts.recall:.3f}"


def _recognizers(language: str, data: Path) -> Iterator[Figure]:
    name = f"recognizers_{language}"
    whole = Share()
    for kind, measure in (("number", "numbers"), ("unit", "units"), ("datetime", "dates")):
        cases = read_lines(data / name / f"{kind}.dev.jsonl")
        share = score_cases(cases, language, kind)
        whole += share
        yield Figure(name, measure, share.share, 0.80, 0.97, _scope(share))
    yield Figure(name, "all that is news", whole.share, 0.80, 0.97, f"{whole.asked} asked")


def _scope(share: Share) -> str:
    out = Counter(share.left_out).most_common()
    left = ", ".join(f"{count} {reason}" for reason, count in out)
    return f"{share.asked} asked; left out: {left}" if left else f"{share.asked} asked"


def _parse(data: Path) -> Iterator[Figure]:
    score = score_treebank(data / "treebank_it" / "it_test_pudnews.conllu")
    yield Figure("treebank_it", "LAS", score.las, 0.885, 0.90, f"UAS {score.uas:.3f}")
    yield Figure(
        "treebank_it", "mean F of clauses", score.splitting, 0.73, 0.80, "conj, relcl, advcl"
    )


def _pace(language: str, data: Path) -> Iterator[Figure]:
    pace = measure_pace(data / "gold_dev" / "dev", language)
    name = f"pace_{language}"
    note = f"{pace.words_a_second:.0f} against {pace.parser_words_a_second:.0f} words a CPU second"
    yield Figure(name, "speed against parser", pace.ratio, 0.5, 0.8, note)
    yield Figure(name, "first split, s", pace.first_split, 4.0, 2.0, less_is_better=True)
    yield Figure(name, "peak memory, MB", pace.peak_megabytes, 700, 400, less_is_better=True)


def all_sets() -> tuple[LabelledSet, ...]:
    """Every set in the order of the table."""
    gold, dates = "gold_dev/dev", ("number", "unit", "datetime")
    return (
        *(LabelledSet(f"gold_dev_{c}", (gold,), partial(_articles, c)) for c in ("it", "en")),
        LabelledSet("trained", (), _trained),
        LabelledSet("policlaim_en", ("policlaim_en/train.jsonl",), _policlaim),
        LabelledSet("subjectivity_it", ("subjectivity_it/dev_test.jsonl",), _subjectivity),
        LabelledSet("checkworthiness_en", ("checkworthiness_en/devtest.jsonl",), _checkworthiness),
        LabelledSet("propsegment_en", ("propsegment_en/dev.jsonl",), _propsegment),
        *(
            LabelledSet(
                f"recognizers_{c}",
                tuple(f"recognizers_{c}/{kind}.dev.jsonl" for kind in dates),
                partial(_recognizers, c),
            )
            for c in ("it", "en")
        ),
        LabelledSet("treebank_it", ("treebank_it/it_test_pudnews.conllu",), _parse),
        *(LabelledSet(f"pace_{c}", (gold,), partial(_pace, c)) for c in ("it", "en")),
    )
