"""Two people in one English sentence: who speaks to whom, or of whom."""

from __future__ import annotations

import pytest

from tests.claims.nlp.speech.said import Said, said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ada Quill defended her colleague Tom Reeve: “He did all he could.”",
            [("He did all he could.", "Ada Quill")],
        ),
        (
            "Tom Reeve, defended by Ada Quill, apologised: “I was wrong.”",
            [("I was wrong.", "Tom Reeve")],
        ),
        (
            "“He did all he could,” Ada Quill said of Tom Reeve.",
            [("He did all he could,", "Ada Quill")],
        ),
        (
            "Turning to Tom Reeve, the chairwoman, Ada Quill, said: “We need deeds.”",
            [("We need deeds.", "Ada Quill")],
        ),
        (
            "Ada Quill's reply to Tom Reeve was brief: “Nonsense, all of it.”",
            [("Nonsense, all of it.", "Ada Quill")],
        ),
        (
            "For his mother, Rose Cole, there is no doubt. “It was him,” she says.",
            [("It was him,", "Rose Cole")],
        ),
        (
            "In an open letter to Tom Reeve, the researchers wrote: “We are not numbers.”",
            [("We are not numbers.", "the researchers")],
        ),
        (
            (
                "While Dan Fox said the system “worked as planned”, Lea Marsh called it “a "
                "shambles”."
            ),
            [("worked as planned", "Dan Fox"), ("a shambles", "Lea Marsh")],
        ),
        (
            "Police said the man had shouted “I'll be back” before fleeing.",
            [("I'll be back", "the man")],
        ),
        (
            "Ms Cole, 61, whose son Dan was killed in 2019, said: “Nothing has changed.”",
            [("Nothing has changed.", "Cole")],
        ),
        (
            "“Nothing has changed,” said Rose Cole, whose son Dan was killed in 2019.",
            [("Nothing has changed,", "Rose Cole")],
        ),
    ],
)
def test_of_two_people_the_right_one_speaks(text: str, said: Said) -> None:
    assert said_in(text, "en") == said
