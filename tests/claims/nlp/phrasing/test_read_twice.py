"""English claims that must read as sentences of their own: split again, each gives itself."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, "en")).claims]


TOLD = [
    # who speaks before the verb speaks, however long the name; who hears, or a day, doesn't
    (
        "The ferry was late twice, Dr Ida Marsh, the island's chief surgeon, told passengers.",
        "Ida Marsh told passengers that the ferry was late twice.",
    ),
    (
        "Four barns burnt down overnight, firefighters in North Dalby said last night.",
        "Firefighters in North Dalby said last night that four barns burnt down overnight.",
    ),
    (
        '"We ran out of salt before noon," Ida Marsh, one of the bakers, told customers.',
        "Ida Marsh told customers: “We ran out of salt before noon”.",
    ),
    # an object stands behind its verb
    (
        "The frame, which she built herself in Dalby, weighs two kilos.",
        "She built the frame herself in Dalby.",
    ),
    (
        "The pond freezes with a rattle that the skaters call the bell of the dead.",
        "The skaters call a rattle the bell of the dead.",
    ),
    (
        "Ida Marsh, whom he once sent off in a final, praised the referee.",
        "He once sent Ida Marsh off in a final.",
    ),
    (
        "The inn, whose roof the owner mended in May, opened on Sunday.",
        "The owner mended the inn’s roof in May.",
    ),
    # several own with an apostrophe alone
    (
        "The nurse found nine jars whose labels did not match the list.",
        "Nine jars’ labels did not match the list.",
    ),
    # whom the verb agrees with does it
    (
        "Shares in the brewery, which employs 90 people, fell on Monday.",
        "The brewery employs 90 people.",
    ),
    # both halves of what is said are told
    (
        '"Some come back at noon," says Ida Vale-Marsh, "because they miss the bell."',
        "Ida Vale-Marsh says: “Some come back at noon, because they miss the bell”.",
    ),
    (
        '"There is one point where you cannot turn back," explained the skipper, Ida Marsh, '
        '"and everyone goes quiet there."',
        "The skipper, Ida Marsh, explained: “There is one point where you cannot turn back, "
        "and everyone goes quiet there”.",
    ),
    (
        "A wooden mill of the same size would have been cheaper, admits Marsh, "
        "but would rot within a decade.",
        "Marsh admits that a wooden mill of the same size would have been cheaper, "
        "but would rot within a decade.",
    ),
    # no comma parts a subject from its verb
    (
        "In 1999 another doctor, Ida Marsh, had to treat her own knee for weeks.",
        "In 1999 Ida Marsh had to treat her own knee for weeks.",
    ),
    (
        "The shed, thought to hold six boats, has been claimed by both owners.",
        "The shed was thought to hold six boats.",
    ),
    (
        "Brunex is recalling 31,000 lamps sold in Denmark since 2022, because they can burst.",
        "31,000 lamps have been sold in Denmark since 2022.",
    ),
    # who is aged is so many years old
    (
        "A second man, aged 21, who cannot be named for legal reasons, will be tried next month "
        "for helping him.",
        "A second man, aged 21, cannot be named for legal reasons.",
    ),
    # what was done is passive, wherever its auxiliary stands
    (
        "Letters later obtained by a local paper showed that the mill had been sold.",
        "Letters were later obtained by a local paper.",
    ),
    (
        "The drawings have been submitted to the council but not yet reviewed.",
        "The drawings have not yet been reviewed.",
    ),
    # "that" before several is no article; a word that no longer opens its sentence has no capital
    (
        "The sailors noted that ropes can stretch and that high-ranking officers wore clogs.",
        "High-ranking officers wore clogs.",
    ),
    (
        "Its debts, which it used to cover with a loan from the mill, have doubled.",
        "It used to cover its debts with a loan from the mill.",
    ),
    (
        "Two years after fining the brewery £9,000, Ida Marsh has joined its board.",
        "Ida Marsh fined the brewery £9,000.",
    ),
]
NEVER = [
    (
        "The council has closed two bridges, as is usual in spring, and will open a ford.",
        "Is usual",
    ),
    ("All but nine of the boats have sunk, which means that the ferry must wait.", "Which"),
    ("He signed a law that the senate passed in 1974 but that had never been used.", "That had"),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_what_is_told(text: str, claim: str) -> None:
    assert claim in texts(text)


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_what_is_never_told(text: str, never: str) -> None:
    assert not [claim for claim in texts(text) if claim.startswith(never)]
