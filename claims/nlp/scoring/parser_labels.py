"""Dependency labels of the Romance treebanks in the set that the Italian ones use."""

from __future__ import annotations

from collections.abc import Sequence

# subtypes that the Italian treebanks know; any other falls back to its main label
SUBTYPES = frozenset(
    {
        "acl:relcl",
        "aux:pass",
        "csubj:pass",
        "det:poss",
        "det:predet",
        "expl:impers",
        "expl:pass",
        "flat:foreign",
        "flat:name",
        "nsubj:pass",
        "obl:agent",
    }
)
CLAUSAL = frozenset({"VERB", "AUX"})


def plain_label(label: str, tag: str) -> str:
    """A label without foreign subtypes; a flat proper noun is part of a name."""
    if label == "flat" and tag == "PROPN":
        return "flat:name"
    return label if label in SUBTYPES else label.split(":")[0]


def repaired_labels(
    labels: Sequence[str], tags: Sequence[str], heads: Sequence[int], treebank: str
) -> list[str]:
    """Undo a treebank's habit: UD_Portuguese-GSD calls the obliques of verbs `nmod`."""
    if treebank != "pt-gsd":
        return list(labels)
    return [
        "obl" if label == "nmod" and head >= 0 and tags[head] in CLAUSAL else label
        for label, head in zip(labels, heads, strict=True)
    ]
