"""How the desk's statistics are asked for and how they look in JSON."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.request import Request

from annotations.api.desk.shapes import PersonShape
from annotations.queries.periods import Period
from claims.exchange.strict import QueryInput
from claims.models import Article


class PeriodQuery(QueryInput):
    """The days and the language that are asked for."""

    since = serializers.DateField(required=False, help_text="First day, ISO 8601.")
    until = serializers.DateField(required=False, help_text="Last day, ISO 8601.")
    language = serializers.ChoiceField(choices=Article.Language.choices, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        if "since" in attrs and "until" in attrs and attrs["since"] > attrs["until"]:
            raise serializers.ValidationError({"until": _("The last day is before the first.")})
        return attrs


def period_of(request: Request) -> Period:
    """Read the period that a request asks for."""
    asked = PeriodQuery(data=request.query_params)
    asked.is_valid(raise_exception=True)
    return Period(**asked.validated_data)


class IntervalShape(serializers.Serializer[Any]):
    """A 95% interval."""

    low = serializers.FloatField()
    high = serializers.FloatField()


class AgreementFiguresShape(serializers.Serializer[Any]):
    """Agreement over some claims; null where a figure isn't defined."""

    claims = serializers.IntegerField()
    alpha = serializers.FloatField(
        allow_null=True, help_text="Krippendorff's alpha over the scale."
    )
    alpha_nominal = serializers.FloatField(
        allow_null=True, help_text="The same with all differences alike."
    )
    interval = IntervalShape(allow_null=True, help_text="Of alpha, by bootstrap.")
    alike = serializers.FloatField(
        allow_null=True, help_text="Share of pairs of ratings that are the same."
    )


class LanguageAgreementShape(serializers.Serializer[Any]):
    """Agreement over the claims of one language."""

    language = serializers.ChoiceField(choices=Article.Language.choices)
    agreement = AgreementFiguresShape()


class PairAgreementShape(serializers.Serializer[Any]):
    """How two reviewers agree on the claims both rated."""

    first = PersonShape()
    second = PersonShape()
    claims = serializers.IntegerField()
    kappa = serializers.FloatField(allow_null=True, help_text="Cohen's kappa.")
    alpha = serializers.FloatField(allow_null=True)
    alike = serializers.FloatField(allow_null=True)


class DeskAgreementShape(serializers.Serializer[Any]):
    """Agreement over the claims whose reviews the person who asks may read."""

    desk = AgreementFiguresShape()
    languages = LanguageAgreementShape(many=True)
    pairs = PairAgreementShape(many=True)
