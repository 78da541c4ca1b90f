"""What can go wrong with annotations from outside clients."""

from __future__ import annotations

from claims.errors import DomainError


class MalformedAnnotation(DomainError):
    """A document that is no Web Annotation; `errors` points to what is wrong."""

    code = "malformed-annotation"
    title = "This is no annotation of the W3C's Web Annotation Data Model."
    http = 400


class NotAnchored(DomainError):
    """An annotation whose selectors find nothing in the article."""

    code = "not-anchored"
    title = "The annotation's selectors don't find their words in the article."


class AmbiguousAnchor(DomainError):
    """An annotation whose words stand in the article more than once."""

    code = "ambiguous-anchor"
    title = "The annotation's words stand in the article more than once."


class TargetMoved(DomainError):
    """A review can't move to the words of another claim."""

    code = "target-moved"
    title = "A review stays with the claim that it is about."


class OriginChanged(DomainError):
    """A change that names another canonical address, or another origin, than the annotation has."""

    code = "origin-changed"
    title = "Where an annotation comes from doesn't change."


class AnnotationGone(DomainError):
    """An annotation that its author took back."""

    code = "annotation-gone"
    title = "This annotation was taken back."
    http = 410
