"""Who is logged in."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponseBase
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request

from annotations.api.access.desk_access import answer
from annotations.api.desk.inputs import MeInput
from annotations.api.desk.shapes import MeShape
from annotations.policies import roles_of
from annotations.queries.people import display_name
from annotations.services.reviewers import change_profile
from claims.exchange.desk import DeskView, person_of


class MeView(DeskView):
    """One's own profile; open to any account, so that one without a role learns so."""

    permission_classes = [IsAuthenticated]

    @extend_schema(operation_id="me", tags=["desk"], responses=MeShape)
    def get(self, request: Request) -> HttpResponseBase:
        """Say who is logged in and which roles they have."""
        return answer(request, _me(person_of(request)))

    @extend_schema(operation_id="me_update", tags=["desk"], request=MeInput, responses=MeShape)
    def patch(self, request: Request) -> HttpResponseBase:
        """Keep the language in which the person reads the desk, and whether they get mails."""
        given = MeInput(data=request.data)
        given.is_valid(raise_exception=True)
        user = person_of(request)
        change_profile(user=user, **given.validated_data)
        return answer(request, _me(User.objects.select_related("reviewer").get(pk=user.pk)))


def _me(user: User) -> dict[str, object]:
    reviewer = getattr(user, "reviewer", None)
    return MeShape(
        {
            "id": str(user.pk),
            "username": user.get_username(),
            "display_name": display_name(user),
            "roles": sorted(roles_of(user)),
            "interface_language": reviewer.interface_language if reviewer else get_language(),
            "reviews_needed": settings.REVIEWS_NEEDED,
            "mail_notifications": reviewer.mail_notifications if reviewer else True,
            "mail_is_configured": settings.MAIL_NOTIFICATIONS,
            "may_open_panel": user.is_staff,
        }
    ).data
