"""What a newsroom brings, read aloud in English: what is told, and what never may be."""

from __future__ import annotations

import pytest

from claims.nlp.extract import split_text
from claims.nlp.types import SplitRequest


def texts(text: str) -> list[str]:
    return [claim.text for claim in split_text(SplitRequest(text, "en")).claims]


TOLD = [
    # a main verb behind an aside
    ("The clinic, run by two nurses, opened in May 2019.", "The clinic opened in May 2019."),
    ("The road, closed for six hours, reopened at 2am.", "The road was closed for six hours."),
    ("The road, closed for six hours, reopened at 2am.", "The road reopened at 2am."),
    (
        "Italy's interior minister, Carla Ferri, blamed smugglers.",
        "Carla Ferri blamed smugglers.",
    ),
    (
        "The board chose Denise Vex, who followed Carl Boyd, fired in 2021 for fraud.",
        "Carl Boyd was fired in 2021 for fraud.",
    ),
    # a quotation that a colon leads in ends where it ends
    (
        'Judge Helen Vex told him: "You betrayed the town." Prosecutor Simon Fell said the money '
        "had been spent on 3 holidays.",
        "The money had been spent on 3 holidays.",
    ),
    # what is said goes on behind who says it
    (
        "Power would be back by Monday, Orla Networks said, unless the 40 crews are late.",
        "Power would be back by Monday unless the 40 crews are late.",
    ),
    (
        "Some 1,870 people have drowned, the agency says, as against 1,420 in all of last year.",
        "The agency says that some 1,870 people have drowned, as against 1,420 in all of last "
        "year.",
    ),
    ('"We won," said Ada Vex, adding that 40 people came.', "Ada Vex added that 40 people came."),
    # what an aside tells of
    (
        "Born in Leith in 1933, the daughter of a smith, she left school at 14.",
        "She was born in Leith in 1933.",
    ),
    (
        "Lars Vex, who lost his boat, a trawler built in 1962, disputed the figure.",
        "Lars Vex's boat is a trawler built in 1962.",
    ),
    (
        "The former chairman of Lloyds, who is 71, left with £3m.",
        "The former chairman of Lloyds is 71.",
    ),
    (
        "Revenue rose to £1.4bn, driven by demand for frozen meals.",
        "Revenue was driven by demand for frozen meals.",
    ),
    (
        "Two other men, both from Leeds, were arrested on 3 May.",
        "Two other men are both from Leeds.",
    ),
    (
        "At Hill Primary in Dartford, head teacher Amara Vex teaches a class of 34.",
        "Amara Vex is a head teacher.",
    ),
    # figures keep their verb
    ("Turnout was 71%, the lowest since voting became free in 1988.", "Turnout was 71%."),
    ("Turnout in Dunmore was 38.2%, officials say.", "Turnout in Dunmore was 38.2%."),
    # a verb that opens a condition
    (
        "Were the wall to fail, 4,000 homes would flood.",
        "Were the wall to fail, 4,000 homes would flood.",
    ),
    # what is denied or singled out
    (
        "It is not the mayor who pays for the bridge.",
        "It is not the mayor who pays for the bridge.",
    ),
    (
        "It was not Ann Cole who drew the map in 1968.",
        "It was not Ann Cole who drew the map in 1968.",
    ),
    # how much goes with what happened
    (
        "The union refused an offer of 5% over two years, saying that inflation had reached 8.7%.",
        "The union said that inflation had reached 8.7%.",
    ),
    (
        "Novarra unveiled the N7, claiming that it uses 40% less power than the Z9.",
        "Novarra claimed that it uses 40% less power than the Z9.",
    ),
    (
        "The 11-mile line was first proposed in 1999 and approved by voters in 2008.",
        "The 11-mile line was approved by voters in 2008.",
    ),
    # names and titles
    (
        'Margaret "Peggy" Lorne has died aged 91. She married Alan Lorne in 1960. '
        "Dr Lorne spent 30 years at the institute.",
        "Dr Lorne spent 30 years at the institute.",
    ),
    ("Prosecutor Simon Fell asked for 3 years.", "Simon Fell is a prosecutor."),
    (
        "Sixteen-year-old Anya Vex won in 41 moves. Vex had lost 3 times before.",
        "Anya Vex had lost 3 times before.",
    ),
    # a time takes its clause in
    (
        "I decided in March 2022, when the minister refused to publish the report.",
        "In March 2022 the minister refused to publish the report.",
    ),
    (
        "It has been shut since Saturday, when 3 thieves dug up a kilometre of cable.",
        "On Saturday 3 thieves dug up a kilometre of cable.",
    ),
    # words stay where they belong
    (
        "Families want a public inquiry, which the health secretary has so far refused to order.",
        "The health secretary has so far refused to order a public inquiry.",
    ),
    (
        "More than 90 vessels, 23 of which were carrying oil, had been waiting.",
        "23 of more than 90 vessels were carrying oil.",
    ),
    (
        "Captain Rajiv Vex has been questioned but not detained since 3 May.",
        "Captain Rajiv Vex has not been detained since 3 May.",
    ),
    (
        "The company, co-founded by Jana Vex in 2021, employs 85 people.",
        "The company was co-founded by Jana Vex in 2021.",
    ),
]
NEVER = [
    (
        "China approved 10 new coal plants in the first quarter, fewer than half as many as a "
        "year before.",
        ("China is",),
    ),
    (
        "The minister ruled out closing 3 museums, as some politicians had demanded.",
        ("Some politicians",),
    ),
    (
        "It was Hugh Vex, the harbour master, who ordered the pier closed in 1968.",
        ("It was Hugh Vex.",),
    ),
    (
        "People who sleep less than six hours a night are 27% more likely to fall ill, according "
        "to a study published in the Journal of Cardiac Medicine.",
        ("People sleep",),
    ),
    ("Had Vex not hit the post in the 70th minute, it would have been a draw.", ("Had Vex",)),
    (
        "Born in Leith in 1933, the daughter of a smith, she left school at 14.",
        ("1933 is", "daughter of a smith was", "daughter of a smith left"),
    ),
    (
        "Lars Vex, who lost his boat, a trawler built in 1962, disputed the figure.",
        ("Vex is a trawler",),
    ),
    ("Two other men, both from Leeds, were arrested on 3 May.", ("Leeds is",)),
    ("The boat carried 150 people, most of them from Eritrea.", ("people are most",)),
    ("Shares fell 7% in early trading, their lowest since May.", ("trading is",)),
    (
        "Gusts of 158km/h were recorded at Dunmore, the highest since records began in 1957.",
        ("Dunmore, the highest", "Dunmore is"),
    ),
    ("It found methane but no ammonia, which suggests 3 things.", ("No ammonia suggests",)),
    ("Critics of caps, including the Treasury, say they cost £3m.", ("Treasury is",)),
    (
        "The inquiry, which began on 4 July, the day after the chairman resigned, takes 18 months.",
        ("inquiry is the day",),
    ),
    (
        "At Hill Primary in Dartford, head teacher Amara Vex teaches a class of 34.",
        ("is Hill Primary",),
    ),
    ("Sen. Ann O'Dowd (R-La.) voted on 3 May.", ("is R-La",)),
    ("Col. A. B. Strand (ret.) sent 3 letters.", ("is ret",)),
    (
        "Orrin Foods Plc (LSE: ORF) today reported profits of £74.3m for the six months to 30 "
        "June, compared with £61.8m in the same period of 2023.",
        ("is LSE", "is ORF"),
    ),
    (
        "Power would be back by Monday, Orla Networks said, unless the 40 crews are late.",
        ("Monday.", "late that power"),
    ),
    ('"We won," said Ada Vex, adding that 40 people came.', ("won Ada",)),
    ("The clinic, run by two nurses, opened in May 2019.", ("clinic was opened", ", opened")),
    ("The road, closed for six hours, reopened at 2am.", ("was reopened", "road closed")),
    (
        "The board chose Denise Vex, who followed Carl Boyd, fired in 2021 for fraud.",
        ("Vex was fired",),
    ),
    # who "he" and "she" never are
    (
        "Ilda Moreno, 61, won in 2019. Her party, the Civic Alliance, lost 12 seats. "
        '"I ask those who didn\'t vote for me to give me a chance," she told supporters.',
        ("Alliance:", "Alliance told"),
    ),
    (
        "One survivor, who gave his name only as Abdel, said 40 people were dead. "
        '"We called for help for ten hours," he said, "and no one came." '
        "Italy's interior minister, Carla Ferri, blamed smugglers.",
        ("Ferri: ", "Ferri said"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_what_is_told(text: str, claim: str) -> None:
    assert claim in texts(text)


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_what_is_never_told(text: str, never: tuple[str, ...]) -> None:
    told = texts(text)
    assert not [claim for claim in told for words in never if words in claim]


def test_the_sign_for_number_denies_nothing() -> None:
    text = "Ruth Vex, the Coast Guard's No. 2 official, spoke on 3 May 2021."
    assert not [c.text for c in split_text(SplitRequest(text, "en")).claims if c.negated]


def candidates(text: str) -> list[str]:
    claims = split_text(SplitRequest(text, "en")).claims
    return [shown for claim in claims for word in claim.unresolved for shown in word.candidates]


def test_candidates_read_as_they_would_within_a_sentence() -> None:
    shown = candidates(
        "Small farms in Uganda grow the varieties that people eat. They have lost 3 crops. None of "
        "the five firms answered in 2019. It was paid £3m. It fell in May."
    )
    assert "the small farms in Uganda" in shown
    assert not [one for one in shown if "None" in one or "Small" in one]
