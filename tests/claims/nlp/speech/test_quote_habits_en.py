"""How the English press quotes: a case a habit, words and speaker."""

from __future__ import annotations

import pytest

from claims.nlp.naming.names import find_names
from claims.nlp.sentences import split_sentences
from claims.nlp.speech.quotes import find_quotes
from claims.nlp.speech.speech_filter import SpeechFilter, speech_filter

Said = list[tuple[str, str | None]]


def found(text: str, used: SpeechFilter) -> Said:
    sentences = split_sentences(text, "en")
    names = find_names(text, "en", sentences)
    quotes = find_quotes(text, "en", sentences, names, used)
    return [(text[q.start : q.end], q.speaker and q.speaker.name) for q in quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mayor Tom Reed arrived late. “We are fine,” the mayor said.",
            [("We are fine,", "Tom Reed")],
        ),
        (
            "“We are fine”, said Tom Reed, who runs the shop. “For now.”",
            [("We are fine", "Tom Reed"), ("For now.", "Tom Reed")],
        ),
        (
            "Tom Reed, a fisherman, disagrees: “We are not fine.”",
            [("We are not fine.", "Tom Reed")],
        ),
        (
            "According to Tom Reed, the plan is “a joke on all of us”.",
            [("a joke on all of us", "Tom Reed")],
        ),
        (
            (
                "Tom Reed said the plan was “a joke on all of us”, adding that "
                "“nobody asked” the town."
            ),
            [("a joke on all of us", "Tom Reed"), ("nobody asked", "Tom Reed")],
        ),
        (
            (
                "“We waited,” said Ana Ruiz.\n\n“We waited for years.\n\n“And nobody "
                "came,” she added."
            ),
            [
                ("We waited,", "Ana Ruiz"),
                ("We waited for years.", "Ana Ruiz"),
                ("And nobody came,", "Ana Ruiz"),
            ],
        ),
        (
            '"We waited," Ana Ruiz, 45, a nurse from Leeds, told the BBC. "Nobody came."',
            [("We waited,", "Ana Ruiz"), ("Nobody came.", "Ana Ruiz")],
        ),
        (
            "'We waited for years,' said Ana Ruiz. 'It's the dogs' bowl that hurt.'",
            [("We waited for years,", "Ana Ruiz"), ("It's the dogs' bowl that hurt.", "Ana Ruiz")],
        ),
        (
            "“He told me ‘go home’ and I went,” said Ana Ruiz.",
            [("He told me ‘go home’ and I went,", "Ana Ruiz")],
        ),
        ("The so-called “smart” meter is sold as “GreenBox”.", []),
        ("The film “A Long Night” opens on Friday.", []),
        (
            "Asked whether she would run again, Ana Ruiz said: “Not this year.”",
            [("Not this year.", "Ana Ruiz")],
        ),
        (
            "“Not this year.” That was the answer Ana Ruiz gave on Monday.",
            [("Not this year.", "Ana Ruiz")],
        ),
        (
            "Ana Ruiz tweeted: “Not this year. Sorry, all 😀.”",
            [("Not this year. Sorry, all 😀.", "Ana Ruiz")],
        ),
        (
            "A spokesperson for Brunex said: “We don't comment on rumours.”",
            [("We don't comment on rumours.", "A spokesperson for Brunex")],
        ),
        (
            ("The company, Brunex, declined to comment. “It is under review,” a spokeswoman said."),
            [("It is under review,", "a spokeswoman")],
        ),
        (
            ("“It was,” he said, “the worst day of my life.” Lee Ford had never been so tired."),
            [("It was,", "Lee Ford"), ("the worst day of my life.", "Lee Ford")],
        ),
        (
            "Lee Ford was tired. “It was,” he said, “the worst day of my life.”",
            [("It was,", "Lee Ford"), ("the worst day of my life.", "Lee Ford")],
        ),
        (
            (
                "Senator Ana Ruiz and Governor Lee Ford met on Monday. “We agreed "
                "on nothing,” the governor said."
            ),
            [("We agreed on nothing,", "Lee Ford")],
        ),
        ("Residents are furious. “They lied to us,” said one.", [("They lied to us,", "one")]),
        (
            "“They lied to us,” wrote the judges in their ruling.",
            [("They lied to us,", "the judges")],
        ),
        (
            (
                "Q: Are you tired?\nA: I am happy and tired.\nQ: Why?\nA: Because it "
                "is over now.\n\nAna Ruiz is the mayor."
            ),
            [("I am happy and tired.", "Ana Ruiz"), ("Because it is over now.", "Ana Ruiz")],
        ),
        ("Ana Ruiz, who famously said “never again”, is back.", [("never again", "Ana Ruiz")]),
        (
            "Shares in Brunex Ltd fell. “We are sorry,” the company said.",
            [("We are sorry,", "Brunex Ltd")],
        ),
        (
            '"I\'m 68," says Ana Ruiz. "I have no time."',
            [("I'm 68,", "Ana Ruiz"), ("I have no time.", "Ana Ruiz")],
        ),
        (
            "He called it ‘a cruel joke’ and left. Lee Ford was not amused.",
            [("a cruel joke", "Lee Ford")],
        ),
    ],
)
def test_english_habits_are_read_with_and_without_the_filter(text: str, said: Said) -> None:
    assert found(text, speech_filter()) == said
    assert found(text, SpeechFilter()) == said
