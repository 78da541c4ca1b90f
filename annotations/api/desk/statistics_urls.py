"""Addresses of the desk's figures and of one's notifications, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, path

from annotations.api.desk import agreement, dashboard, notifications

statistics_urls: list[URLPattern] = [
    path("agreement/", agreement.AgreementView.as_view(), name="agreement"),
    path("dashboard/", dashboard.DashboardView.as_view(), name="dashboard"),
    path("notifications/", notifications.NotificationsView.as_view(), name="notifications"),
    path(
        "notifications/unread/",
        notifications.UnreadView.as_view(),
        name="notifications_unread",
    ),
    path(
        "notifications/read/",
        notifications.NotificationsReadView.as_view(),
        name="notifications_read",
    ),
    path(
        "notifications/<uuid:notification_id>/read/",
        notifications.NotificationReadView.as_view(),
        name="notification_read",
    ),
]
