"""Of whom English "her" is told."""

from __future__ import annotations

from tests.claims.nlp.phrasing.test_read_aloud import texts


def test_her_in_what_is_told_of_a_woman_is_left_open() -> None:
    text = (
        "Directed by Orla Finnegan, the play tells of a woman who lights the lamp for eleven "
        "nights while her husband lies dead upstairs."
    )
    assert "Orla Finnegan's husband lies dead upstairs." not in texts(text, "en")


def test_a_husband_is_no_woman() -> None:
    text = (
        "Margaret Ellison has died aged 93. Rejected by three firms, she joined Halcrow & "
        "Dean, where she met her future husband, the surveyor Alan Ellison. Her footbridge, "
        "opened in 1968 and listed in 2004, was built for half the price of the concrete span "
        "that the city had planned. After it was damaged by a barge in 1991, she came out of "
        "retirement to supervise the repairs without a fee. Ellison wrote four books, among "
        "them The Honest Beam, which has been translated into nine languages. She turned down "
        "an honour in 1985 because, she said, nobody had thought of honouring the welders. A "
        "keen swimmer, she swam in the sea every day until she was 90. Her husband died in "
        "2001. She is survived by her daughters, Ruth and Jean, and five grandchildren."
    )
    assert not [told for told in texts(text, "en") if told.startswith("The future husband is")]
