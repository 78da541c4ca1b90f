"""/articles/ with what people do about them: whose claims they hold.

The articles are as `claims.api` shows them (config/decisions/0010).
"""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework.exceptions import ValidationError

from annotations.api.desk.queue import ME, NOBODY
from annotations.queries.queue import articles_held_by
from claims.api.articles import ArticleFilter, ArticlesView
from claims.exchange.desk import person_of
from claims.models import Article

HOLDER = {"type": "string", "pattern": "^(me|nobody|[0-9]{1,9})?$"}


class DeskArticleFilter(ArticleFilter):
    """What the list of articles can be narrowed by, the people at work on them included."""

    assigned_to = django_filters.CharFilter(method="for_person")

    class Meta(ArticleFilter.Meta):
        fields = [*ArticleFilter.Meta.fields, "assigned_to"]

    @extend_schema_field(HOLDER)
    def for_person(self, found: QuerySet[Article], name: str, value: str) -> QuerySet[Article]:
        """Articles of which `me` or the person with this id holds a claim, or `nobody` does."""
        if value == NOBODY:
            return articles_held_by(found, None)
        if value == ME:
            return articles_held_by(found, person_of(self.request).pk)
        if not value.isdecimal() or len(value) > 9:
            raise ValidationError({name: [_("An id, “me” or “nobody”.")]})
        return articles_held_by(found, int(value))


class DeskArticlesView(ArticlesView):
    """The list of articles, and the door for new ones."""

    filterset_class = DeskArticleFilter
