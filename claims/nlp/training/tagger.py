"""Train the Italian tagger, lemmatiser and name finder; treebanks and names in, a pipeline out.

    python -m claims.nlp.training.tagger --data DATA [--out DIR] [--steps N]

DATA holds `treebank_it` and `names_it`. spaCy's trainer does the work, as tagger.cfg and
tagger_names.cfg say. Chosen on the treebank's development part; its test part is only measured,
and names in those sentences are not learned.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from claims.nlp.scoring.parser_treebanks import Treebanks, read_treebanks
from claims.nlp.training.tagger_texts import named_docs, tagged_doc, tagged_docs, write_docs

HERE = Path(__file__).parent
DEFAULT_OUT = HERE.parent / "weights" / "it_tagger"
SEED = 0
FACTS = {
    "name": "vaglio_tagger",
    "version": "0.2.0",
    "description": "Italian tagger, lemmatiser and names for Vaglio; see README.md",
    "author": "Vaglio",
    "license": "CC BY-SA 4.0",
}


def main() -> None:
    """Train both halves, put them together, store them, print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--steps", type=int, help="stop after so many, to try the command out")
    arguments = parser.parse_args()
    banks = read_treebanks(arguments.data)
    learned, chosen_on, measured_on = names_apart(banks, arguments.data / "names_it")
    tagger = tagger_from(banks, arguments.steps)
    names = trained("tagger_names.cfg", learned, chosen_on, arguments.steps)
    tagger.add_pipe("ner", source=names)
    tagger.meta.update(FACTS)
    arguments.out.mkdir(parents=True, exist_ok=True)
    tagger.to_disk(arguments.out)
    report(tagger, "names", measured_on)
    for name, sentences in (("dev", banks.dev), ("test", banks.test)):
        report(tagger, name, [tagged_doc(tagger, [sentence]) for sentence in sentences])


def names_apart(banks: Treebanks, folder: Path) -> tuple[list[Doc], list[Doc], list[Doc]]:
    """Texts with names to learn from, to choose on and to measure on, as the treebank is cut."""
    dev = {sentence.identifier for sentence in banks.dev}
    test = {sentence.identifier for sentence in banks.test}
    pairs = list(named_docs(spacy.blank("it"), folder))
    return (
        [doc for identifier, doc in pairs if identifier not in dev | test],
        [doc for identifier, doc in pairs if identifier in dev],
        [doc for identifier, doc in pairs if identifier in test],
    )


def tagger_from(banks: Treebanks, steps: int | None) -> Language:
    """Tagger and lemmatiser, learned from the treebank."""
    blank = spacy.blank("it")
    random = Random(SEED)  # noqa: S311 - repeatable, no secret
    return trained(
        "tagger.cfg",
        tagged_docs(blank, banks.italian, random),
        tagged_docs(blank, banks.dev, random),
        steps,
    )


def trained(
    settings: str, learned: Iterable[Doc], chosen_on: Iterable[Doc], steps: int | None
) -> Language:
    """Run spaCy's trainer and load its best pipeline."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        overrides: dict[str, object] = {
            "paths.train": str(write_docs(learned, room / "train.spacy")),
            "paths.dev": str(write_docs(chosen_on, room / "dev.spacy")),
        }
        if steps:
            overrides |= {"training.max_steps": steps, "training.eval_frequency": steps}
        train(HERE / settings, room / "out", overrides=overrides)
        return spacy.load(room / "out" / "model-best")


def report(nlp: Language, name: str, gold: list[Doc]) -> None:
    """Print what the documents can tell: tags, features, lemmas, names."""
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
    shown = ("pos_acc", "morph_acc", "lemma_acc", "ents_f", "ents_p", "ents_r")
    facts = {key: round(scores[key], 4) for key in shown if scores.get(key) is not None}
    print(f"{name}: {len(gold)} texts {facts}")


if __name__ == "__main__":
    main()
