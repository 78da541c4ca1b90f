"""Who speaks in English sentences where a name stands nearer than the one who does."""

from __future__ import annotations

import pytest

from tests.claims.nlp.speech.said import Said, said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "Chile's coach Ana Ruiz praised the crowd. Denmark's coach complained about "
                'the court, which he described as "slower than wet sand".'
            ),
            [("slower than wet sand", "Denmark's coach")],
        ),
        (
            (
                "A copy of the report seen by this paper is unsigned and says that two of "
                'the cables were "corroded beyond repair". Tom Reed did not comment.'
            ),
            [("corroded beyond repair", "A copy of the report seen by this paper")],
        ),
        (
            'Anna Neri and Hugh Banks said: "We will vote against the bill."',
            [("We will vote against the bill.", "Anna Neri and Hugh Banks")],
        ),
        (
            '"We will vote against the bill," Anna Neri and Hugh Banks said.',
            [("We will vote against the bill,", "Anna Neri and Hugh Banks")],
        ),
        (
            (
                "The minister, Ada Quill, met union leader Tom Reeve on Monday, saying the "
                "plan was “dead in the water”."
            ),
            [("dead in the water", "Ada Quill")],
        ),
        (
            "Tom Reeve, who met Ada Quill on Monday, said: “We are close to a deal.”",
            [("We are close to a deal.", "Tom Reeve")],
        ),
        (
            (
                "“We are close to a deal,” Reeve told the Daily Herald after meeting Ada "
                "Quill. Tom Reeve leads the union."
            ),
            [("We are close to a deal,", "Tom Reeve")],
        ),
        (
            (
                "A neighbour, who asked not to be named, told the broadcaster Channel Six: "
                "“I heard two bangs.”"
            ),
            [("I heard two bangs.", "A neighbour")],
        ),
        (
            "“I heard two bangs,” said a neighbour who asked not to be named.",
            [("I heard two bangs,", "a neighbour")],
        ),
        (
            (
                "Defence lawyer Ida Moss said her client was “a scapegoat”. The prosecutor, "
                "Leo Hart, called that “nonsense”."
            ),
            [("a scapegoat", "Ida Moss"), ("nonsense", "Leo Hart")],
        ),
        (
            "In a statement the airline said it was “deeply sorry” and would pay refunds.",
            [("deeply sorry", "the airline")],
        ),
        (
            "Judge Mary Finch told Alan Poe: “You betrayed your patients.”",
            [("You betrayed your patients.", "Mary Finch")],
        ),
        (
            "According to Poe's lawyer, Ida Moss, the evidence was “thin at best”.",
            [("thin at best", "Ida Moss")],
        ),
        (
            "Asked by Carl Voss whether he would resign, Alan Poe replied: “Not a chance.”",
            [("Not a chance.", "Alan Poe")],
        ),
        (
            "Her memoir “The Long Way Home” sold a million copies.",
            [],
        ),
        (
            (
                "“It's over,” Poe posted on X. “Thank you all.” Alan Poe had run the clinic "
                "since 2009."
            ),
            [("It's over,", "Alan Poe"), ("Thank you all.", "Alan Poe")],
        ),
        (
            "“It's a great day,” said Mayor Ann Lowe, flanked by Governor Bill Tate.",
            [("It's a great day,", "Ann Lowe")],
        ),
        (
            (
                "Ann Lowe's office declined to comment. A spokesman for the mayor called the "
                "report “fiction”."
            ),
            [("fiction", "A spokesman for the mayor")],
        ),
        (
            "— Who closed the road? asked the judge.",
            [("Who closed the road?", "the judge")],
        ),
        (
            "The plan was described as “dead in the water” by union leader Tom Reeve.",
            [("dead in the water", "Tom Reeve")],
        ),
        (
            "Alan Poe has been called “a disgrace” by Ann Lowe.",
            [("a disgrace", "Ann Lowe")],
        ),
        (
            (
                "The director, Karl Weiss, spoke of a miracle. The unions were not "
                "convinced: “The exits had been locked for months.”"
            ),
            [("The exits had been locked for months.", "The unions")],
        ),
        (
            (
                "The leader of Mossford council, Derek Alder, has resigned after messages in "
                "which he called residents “whingers” were leaked."
            ),
            [("whingers", "Derek Alder")],
        ),
        (
            (
                "“I would want to see more,” says Tom Hearn. In an email, Hearn's colleague "
                "Mai Tran wrote that the dating was “solid as a rock”."
            ),
            [("I would want to see more,", "Tom Hearn"), ("solid as a rock", "Mai Tran")],
        ),
        (
            "“I thought we were dead and buried,” admitted Harriers boss Neil Frost.",
            [("I thought we were dead and buried,", "Neil Frost")],
        ),
        (
            (
                "Cross-examined by Hugh Lyle, Gloria Simms was calm. She accepted that she "
                "had “had a glass or two”."
            ),
            [("had a glass or two", "Gloria Simms")],
        ),
        (
            (
                "Bert Higgs has died aged 97. His daughter, Molly, remembers him whistling. "
                "“You could set your watch by Dad,” she says."
            ),
            [("You could set your watch by Dad,", "Molly")],
        ),
        (
            (
                "The mayor, Cllr Sunita Rao: “Bert was Harbour Street.” A plaque reading “He "
                "lit our way” will be unveiled."
            ),
            [("Bert was Harbour Street.", "Sunita Rao"), ("He lit our way", "A plaque")],
        ),
    ],
)
def test_speech_belongs_to_its_grammatical_speaker(text: str, said: Said) -> None:
    assert said_in(text, "en") == said
