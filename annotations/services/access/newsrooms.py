"""Newsrooms: registered by one of their own, approved by a moderator."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError
from django.utils.translation import gettext as _

from annotations import policies
from annotations.errors.newsroom import NewsroomTaken, NotANewsroomEditor
from annotations.models import Newsroom, NewsroomEditor
from annotations.services.acting import act_of
from claims.errors import NotAllowed, WrongState


def register_newsroom(*, name: str, website: str, by: User) -> Newsroom:
    """Register a newsroom with its first editor; nothing works before it is approved.

    Raises NewsroomTaken.
    """
    if NewsroomEditor.objects.filter(user=by).exists():
        raise NewsroomTaken(_("Your account looks after a newsroom already."))
    try:
        with act_of(by):
            newsroom = Newsroom.objects.create(name=name.strip(), website=website, created_by=by)
            NewsroomEditor.objects.create(newsroom=newsroom, user=by)
    except IntegrityError as error:
        raise NewsroomTaken(_("A newsroom of this name is registered already.")) from error
    return newsroom


def add_editor(*, newsroom: Newsroom, username: str, by: User) -> NewsroomEditor:
    """Let a colleague look after the newsroom too. Raises NotANewsroomEditor, NewsroomTaken."""
    must_manage(newsroom, by)
    colleague = User.objects.filter(username=username.strip(), is_active=True).first()
    if colleague is None:
        raise NewsroomTaken(_("No account has this user name."))
    try:
        with act_of(by):
            return NewsroomEditor.objects.create(newsroom=newsroom, user=colleague)
    except IntegrityError as error:
        raise NewsroomTaken(_("This account looks after a newsroom already.")) from error


def approve_newsroom(*, newsroom: Newsroom, by: User, now: datetime.datetime) -> None:
    """Let the newsroom's keys and webhooks work. Raises NotAllowed, WrongState."""
    _must_moderate(by)
    with act_of(by):
        held = Newsroom.objects.select_for_update().get(pk=newsroom.pk)
        if held.approved_at is not None:
            raise WrongState(_("The newsroom is approved already."))
        held.approved_at, held.approved_by = now, by
        held.save(update_fields=["approved_at", "approved_by"])


def withdraw_approval(*, newsroom: Newsroom, by: User) -> None:
    """Shut all keys and webhooks of the newsroom at once. Raises NotAllowed, WrongState."""
    _must_moderate(by)
    with act_of(by):
        held = Newsroom.objects.select_for_update().get(pk=newsroom.pk)
        if held.approved_at is None:
            raise WrongState(_("The newsroom isn’t approved."))
        held.approved_at, held.approved_by = None, None
        held.save(update_fields=["approved_at", "approved_by"])


def must_edit(newsroom: Newsroom, by: User) -> None:
    """Let through who looks after the newsroom. Raises NotANewsroomEditor."""
    if not NewsroomEditor.objects.filter(newsroom=newsroom, user=by).exists():
        raise NotANewsroomEditor


def must_manage(newsroom: Newsroom, by: User) -> None:
    """Let through who looks after the newsroom, and moderators. Raises NotANewsroomEditor."""
    if not policies.may_moderate(by):
        must_edit(newsroom, by)


def _must_moderate(by: User) -> None:
    if not policies.may_moderate(by):
        raise NotAllowed
