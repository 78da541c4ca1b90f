"""Long English sentences read aloud: what hangs on what, and what nobody said."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, "en")).claims]


TOLD = [
    # each side of a semicolon has its own verb
    (
        "A smoke alarm fitted after that fire did not ring; its fuse, according to two tenants, "
        "was taken out last spring.",
        "A smoke alarm was fitted after that fire.",
    ),
    (
        "A bid calling for a second vote has already won 812 backers; 3 per cent of the members, "
        "or about 900 people, would be enough to call a meeting.",
        "3 per cent of the members, or about 900 people, would be enough to call a meeting.",
    ),
    (
        "A decree signed in 2021, which bars the sale of old stoves, may change that; nine regions "
        "are late in applying it.",
        "Nine regions are late in applying it.",
    ),
    # a comma closes what is said of the first name
    (
        "Councillor Rosa Quill, a Green, and Alderman Piet Moss, a Liberal, have shared an office "
        "since June.",
        "Councillor Rosa Quill and Alderman Piet Moss have shared an office since June.",
    ),
    # what opens a second half is of that half
    (
        "Hana Brody bought the vineyard in 2013, planted plums, sold the tractor and, after three "
        "dry summers, gave up wine altogether.",
        "Hana Brody, after three dry summers, gave up wine altogether.",
    ),
    (
        "The kiln, the last one in the town fired with wood, bakes 900 pots a year and, since "
        "April, has also made tiles.",
        "The kiln, since April, has made tiles.",
    ),
    # one subject
    (
        "Fire crews searched the warehouse before the roof was allowed to cool, neighbours said, "
        "and led three men out through a side gate.",
        "Fire crews led three men out through a side gate.",
    ),
    (
        "The orchestra, which has sold two pianos since the flood, said in a letter that it "
        "regretted the delay and was reviewing its plans.",
        "It was reviewing its plans.",
    ),
    # its own auxiliaries, and what ties two clauses
    (
        "The second hearing will be held in Lima from 3 to 9 May and will deal with fishing "
        "quotas, which Peru has cut twice.",
        "The second hearing will deal with fishing quotas.",
    ),
    (
        "The scheme was dropped, a clerk said, because nobody could agree on what counts as work.",
        "A clerk said that the scheme was dropped because nobody could agree on what counts as "
        "work.",
    ),
    # what was done is no place
    (
        "Ada Moen was the first woman to row alone around Cape Varde, a feat that she repeated "
        "twice.",
        "Ada Moen repeated a feat twice.",
    ),
    # what a relative is said of
    (
        "A rule adopted in 2022, which makes the sale of old stoves a crime, may change that.",
        "A rule adopted in 2022 makes the sale of old stoves a crime.",
    ),
    (
        "The garage in the village, which cost £90 a month, was empty.",
        "The garage in the village cost £90 a month.",
    ),
    # verbs that look like nouns, adjectives or participles
    (
        'A church register dated 11 August 1911 lists "one goat" in the hands of a shepherd.',
        'A church register lists "one goat" in the hands of a shepherd.',
    ),
    (
        "Nine votes out of 31,204 separate the two leading parties in Port Ellery.",
        "Nine votes out of 31,204 separate the two leading parties in Port Ellery.",
    ),
    (
        "A muddy crack three metres wide opened in Tarn Street late on Monday, forcing the closure "
        "of a nursery and sending water across the only bridge to the station.",
        "A muddy crack sent water across the only bridge to the station.",
    ),
    (
        "With mortgage rates at a 15-year high and builders going bankrupt at a rate of six a day, "
        "rents in Norway rose by 3.1% in June.",
        "Builders went bankrupt at a rate of six a day.",
    ),
    # what lasts, what two participles share
    (
        "Started by two sisters in a barn in Parma in 1961, bought by a Danish rival in 1990 and "
        "listed in Milan since 2004, Lumetta said it would cut 300 jobs.",
        "Lumetta has been listed in Milan since 2004.",
    ),
    (
        "What alarmed them was the fact that four trustees, including the treasurer, had known of "
        "it since 2019 and told nobody.",
        "Four trustees had told nobody.",
    ),
    # commas and conjunctions of lists
    (
        "A third, smaller ferry is due to sail in autumn.",
        "A third, smaller ferry is due to sail in autumn.",
    ),
    (
        "One lender, Hollis Trust, sent an expert to inspect a Miró and was shown a plaster copy "
        "made, it later turned out, by a set designer in Leeds for £1,100.",
        "Hollis Trust sent an expert to inspect a Miró.",
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_a_long_sentence_is_told(text: str, claim: str) -> None:
    assert claim in texts(text)


UNTOLD = [
    # a subject stays on its side
    (
        "A smoke alarm fitted after that fire did not ring; its fuse, according to two tenants, "
        "was taken out last spring.",
        "According to two tenants, was",
    ),
    (
        "Councillor Rosa Quill, a Green, and Alderman Piet Moss, a Liberal, have shared an office "
        "since June.",
        "Rosa Quill is Alderman",
    ),
    (
        "Having led by two goals at the break, Barnwick, with their keeper Tom Vance nursing a cut "
        "hand and two bruised ribs, lost 3-2.",
        "Barnwick is two",
    ),
    (
        "Hana Brody bought the vineyard in 2013, planted plums, sold the tractor and, after three "
        "dry summers, gave up wine altogether.",
        "sold the tractor after",
    ),
    # what was asked
    (
        "The owner, Ilse Marr, sent flowers but declined to say when the lift was last repaired.",
        "The lift was last repaired.",
    ),
    # a result
    (
        "So loud was the bang that windows broke in Osk, 12 kilometres away.",
        "broke the bang",
    ),
    # who goes bust, what is dated, who says so
    (
        "With mortgage rates at a 12-year high and shops going bust at a rate of six a week, rents "
        "in Norway rose by 3.1% in June.",
        "rates at a 12-year high and shops went",
    ),
    (
        "Notwithstanding any clause to the contrary in the deed dated 9 June 2018, the buyer, "
        "Corran Yards Ltd, was entitled to sell the quay.",
        "clause to the contrary in the deed is",
    ),
    ("Three lorries seen leaving the yard at 16:10, national radio reports.", "are national radio"),
    (
        "After the third count Milena Orth of the Rural League had 9,310 votes and Jan Brill 904.",
        "is the third count",
    ),
    # what stands beside a noun isn't always said of it
    (
        "The blaze, which began in a kitchen of the Corran Inn, a listed hotel built in 1880 and "
        "shut since the flood, spread so fast that the roof had gone, a witness said.",
        "blaze was shut",
    ),
    (
        "The longest-serving of the five jurors, a retired vet who asked not to be named because "
        "she feared the press, said that of the 30 hours they had spent talking, two had been dry.",
        "jurors are a retired vet",
    ),
    (
        "The trial, which hasn't been peer-reviewed, followed 9,300 adults in Norway, two-thirds "
        "of them women, from 2010 to 2020 and found that those who ate fish were 19% less likely "
        "to fall ill.",
        "Norway is",
    ),
    (
        "Not only did the board ignore the warnings of its own engineers, it also cut the budget "
        "for repairs by 40%.",
        "Only did",
    ),
    (
        "Quill left the firm in 2012, when it brought out a third novel under her name that she "
        "had not written.",
        "That she",
    ),
    ("The actor, unhurt but visibly shaken, resumed his speech.", "but, was"),
]


@pytest.mark.parametrize(("text", "words"), UNTOLD)
def test_what_a_long_sentence_does_not_say_is_in_no_claim(text: str, words: str) -> None:
    assert not any(words in claim for claim in texts(text))


def test_what_follows_a_semicolon_is_not_said_by_who_speaks_before_it() -> None:
    text = "Hal Orrin called the ruling a victory for shops; bus firms said they would appeal."
    speakers = {c.text: c.speaker for c in split_text(SplitRequest(text, "en")).claims}
    assert speakers["Bus firms said they would appeal."] is None
