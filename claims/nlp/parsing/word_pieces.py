"""A word cut into the pieces that an encoder knows: the likeliest way, as a unigram model says.

Source: Kudo, "Subword Regularization", ACL 2018. Words are cut one by one, as no piece crosses a
space.
"""

from __future__ import annotations

from claims.nlp.parsing.encoder_weights import Pieces

LONGEST_WORD = 64  # the search grows with a word's length; no real word is longer
WORDS_KEPT = 50_000  # a long-lived worker must not grow for ever
SPACE = "\u2581"  # stands in pieces for the space before a word
NEVER = float("-inf")
UNKNOWN_COST = 10.0  # below the least likely piece


class PieceCutter:
    """Cuts words and remembers them."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self._longest = max(map(len, pieces.ids))
        self._unknown = min(pieces.scores) - UNKNOWN_COST
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, word: str, after_space: bool) -> tuple[int, ...]:
        """Ids of a word's pieces; never empty."""
        text = self._written(word, after_space)
        found = self._known.get(text)
        if found is None:
            if len(self._known) > WORDS_KEPT:
                self._known.clear()
            found = self._known[text] = self._likeliest(text) or (self.pieces.unknown,)
        return found

    def _written(self, word: str, after_space: bool) -> str:
        """The word in the characters that pieces are made of."""
        rewritten = self.pieces.rewritten
        text = "".join(rewritten.get(char, char) for char in word[:LONGEST_WORD])
        return (SPACE if after_space else "") + text.replace(" ", SPACE)

    def _likeliest(self, text: str) -> tuple[int, ...]:
        """Ids of the cut with the best sum of scores (Viterbi's search)."""
        size = len(text)
        best = [0.0] + [NEVER] * size
        came: list[tuple[int, int]] = [(0, 0)] * (size + 1)  # (start, id) of the last piece
        for start in range(size):
            for end, piece, score in self._from(text, start):
                if best[start] + score > best[end]:
                    best[end], came[end] = best[start] + score, (start, piece)
        ids, end = [], size
        while end > 0:
            end, piece = came[end]
            ids.append(piece)
        return tuple(reversed(ids))

    def _from(self, text: str, start: int) -> list[tuple[int, int, float]]:
        """(end, id, score) of the pieces that begin here; one unknown character if need be."""
        found = [(start + 1, self.pieces.unknown, self._unknown)]
        for end in range(start + 1, min(len(text), start + self._longest) + 1):
            piece = self.pieces.ids.get(text[start:end], self.pieces.unknown)
            if piece != self.pieces.unknown:
                found.append((end, piece, self.pieces.scores[piece]))
        return found
