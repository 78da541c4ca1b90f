"""The article's own words of a claim, in pieces: marked where they express it."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.documents.public_document import PublicClaim


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the article's words; `marked` where it belongs to the claim."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The pieces in order, and whether the article goes on before and after them."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


def quotation(claim: PublicClaim) -> Passage:
    """Show a claim's words among those around them."""
    return Passage(
        pieces=marked_pieces(claim),
        cut_before=claim.start > len(claim.prefix),
        cut_after=claim.suffix[-1:].isspace(),  # a suffix that was cut ends where a word begins
    )


def marked_pieces(claim: PublicClaim) -> tuple[Piece, ...]:
    """Cut the passage along the claim's segments; joined, the pieces give the passage back.

    Segments are spans in the article; what overlaps is marked once.
    """
    passage = claim.prefix + claim.exact + claim.suffix
    shift = claim.start - len(claim.prefix)
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(claim.segments):
        begin, stop = max(at, start - shift), min(end - shift, len(passage))
        if stop > begin:
            pieces += [Piece(passage[at:begin], False), Piece(passage[begin:stop], True)]
            at = stop
    pieces.append(Piece(passage[at:], False))
    return tuple(piece for piece in pieces if piece.text)
