"""What whole English articles bring, read aloud: who says it, who does it, and what never is."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import Candidate, SplitRequest


def claims(text: str) -> dict[str, Candidate]:
    return {claim.text: claim for claim in split_text(SplitRequest(text, "en")).claims}


TOLD = [
    # inserted sayings leave the subject to what is said
    ("The firm, said Ada Vex, lost $3m in 2019.", "The firm lost $3m in 2019."),
    # a condition without "if"
    (
        "Had the pumps worked, the cellar would have stayed dry, the inquiry found.",
        "Had the pumps worked, the cellar would have stayed dry, the inquiry found.",
    ),
    # participles and pasts
    (
        "Unlike the toll dropped in 2018, the fee does not apply to lorries.",
        "The toll was dropped in 2018.",
    ),
    (
        "A trust set up to house sailors paid £2m to firms in Malta, an inquiry by the Post found.",
        "A trust paid £2m to firms in Malta.",
    ),
    (
        "Accounts filed in May show the school spent just £3,000 on chairs.",
        "The school spent just £3,000 on chairs.",
    ),
    (
        "The moss found in Wales differed from earlier samples.",
        "The moss differed from earlier samples.",
    ),
    (
        "The lab does not know how it spreads, but suspects that rats carry it.",
        "The lab suspects that rats carry it.",
    ),
    # one thing is not several
    (
        "Shares in Orrin, the largest maker of tiles in Spain, fell 3%.",
        "Orrin is the largest maker of tiles in Spain.",
    ),
    # each infinitive has one "to"
    (
        "The firm plans to close its mill in Kassel, with a loss of 40 jobs, and to invest €5m in "
        "a kiln.",
        "The firm plans to invest €5m in a kiln.",
    ),
    # what is said of whom is named to a post, of a trial that will be, of the dead
    (
        "Orrin Plc named Tom Vex as finance director, replacing Jo Fry.",
        "Tom Vex replaced Jo Fry.",
    ),
    (
        "A second trial, involving 50 nurses in four towns, will begin next spring.",
        "A second trial will involve 50 nurses in four towns.",
    ),
    ("Her husband, the painter Willem Fry, died in 2004.", "Willem Fry was a painter."),
    ("Winger Tom Vex missed the game in May 2019.", "Tom Vex is a winger."),
    ("Health minister Ada Vex resigned in May 2019.", "Ada Vex is health minister."),
    # a relative says which, and the clause goes on
    (
        "Rents doubled in 2019 because towns that had saved cash on heating spent it on roofs.",
        "Towns that had saved cash on heating spent it on roofs.",
    ),
    (
        "In 1961 she won a place at Bangor University, where she read law.",
        "At Bangor University she read law.",
    ),
    # words that stand for a noun before
    (
        "Sales of cans to brewers slid 9%, while those to dairies jumped 22%.",
        "Sales to dairies jumped 22%.",
    ),
    (
        "Petrol cars pay half the rate, while electric ones are free until 2029.",
        "Electric cars are free until 2029.",
    ),
    (
        "Ruth Fry was a nurse. She died at home on 3 November 2019, her daughter said.",
        "Ruth Fry's daughter said that Ruth Fry died at home on 3 November 2019.",
    ),
    # the second half goes without its verb
    (
        "40 children got the vaccine and 38 a placebo.",
        "40 children got the vaccine and 38 a placebo.",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_told(text: str, told: str) -> None:
    assert told in claims(text)


NEVER = [
    ("The town had planned to shut the baths in 2019, saving £40,000 a year.", "saved"),
    ("Forecasters expect 30mm of rain, raising fears for the dam.", "raise"),
    ("Either she did not read it in 2019 or she did not want us to, he said.", "She did not read"),
    ("About 12,000 people were moved, many to tents on a field.", "many"),
    ("First sold in 1994, the pill costs about 4p.", "First sold in 1994."),
    ("Born in 1934, the second of four children, she left school in 1950.", "second of four"),
    ("She saw 412 species, three of them new to science.", "412 species, three"),
    ("Prof Mark Fry of the Lund Institute called the result of 2019 sound.", "an of"),
    ("Her thesis, on the mosses of the north Pennines, won a prize in 1960.", "Pennines is"),
    ("Of the dead, a woman and her son were found in 2019. Ada Vex wept.", "Ada Vex's son"),
    (
        "She spent the fund on horses, a flat in Oslo and school fees, she said in May 2019.",
        "Horses are",
    ),
    ("The team followed 1,204 nurses aged 60 to 79 for five years.", "were aged"),
    ("Shares in Orrin, the largest maker of tiles in Spain, fell 3%.", "Shares in Orrin are"),
]


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_never_told(text: str, never: str) -> None:
    assert not any(never in told for told in claims(text))


SAID = [
    ("They said the firm lost $3m in 2019.", "The firm lost $3m in 2019.", "They"),
    ("Both said the firm lost $3m in 2019.", "The firm lost $3m in 2019.", "Both"),
    ("One of them said the firm lost $3m in 2019.", "The firm lost $3m in 2019.", "One of them"),
    ("Some say the bridge was built in 1890.", "The bridge was built in 1890.", "Some"),
    (
        "Rents have doubled since May, she says, because 20 mills closed.",
        "Rents have doubled since May.",
        "she",
    ),
    ("The firm, said Ada Vex, lost $3m in 2019.", "The firm lost $3m in 2019.", "Ada Vex"),
    (
        "The union said the price of bread that came from Derby rose by 5%.",
        "The price of bread that came from Derby rose by 5%.",
        "the union",
    ),
]


@pytest.mark.parametrize(("text", "told", "name"), SAID)
def test_has_its_speaker(text: str, told: str, name: str) -> None:
    speaker = claims(text)[told].speaker
    assert speaker is not None
    assert speaker.name.lower() == name.lower()


def test_what_one_was_only_assured_of_is_no_fact() -> None:
    told = claims("The fund said it had been assured that Orrin made $3m in 2019.")
    assert "Orrin made $3m in 2019." not in told


def test_who_objects_is_no_source() -> None:
    told = claims("Unions claim that 40 schools hold asbestos, although the ministry disputes it.")
    assert told["The ministry disputes it."].speaker is None


def test_both_of_a_denied_pair_are_denied() -> None:
    told = claims("Neither the abbot nor his deputy attended the vote in 2019.")
    assert all(claim.negated for claim in told.values())


def test_who_lied_denies_nothing() -> None:
    assert not claims("She said the firm had lied in May 2019.")[
        "The firm had lied in May 2019."
    ].negated
