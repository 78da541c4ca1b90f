"""Addresses of a newsroom's webhooks, below /api/v1/webhooks/."""

from __future__ import annotations

from django.urls import URLPattern, path

from annotations.api.newsroom import webhook_deliveries as log
from annotations.api.newsroom import webhooks

ONE = "webhooks/<uuid:endpoint_id>/"
webhook_urls: list[URLPattern] = [
    path("webhooks/", webhooks.Webhooks.as_view(), name="webhooks"),
    path(ONE, webhooks.Webhook.as_view(), name="webhook"),
    path(f"{ONE}rotate-secret/", webhooks.WebhookSecretRotation.as_view()),
    path(f"{ONE}pause/", webhooks.WebhookPause.as_view()),
    path(f"{ONE}resume/", webhooks.WebhookResume.as_view()),
    path(f"{ONE}test/", log.WebhookTest.as_view()),
    path(f"{ONE}replay/", log.WebhookReplay.as_view()),
    path(f"{ONE}deliveries/", log.WebhookDeliveries.as_view()),
    path(
        f"{ONE}deliveries/<int:delivery_id>/replay/",
        log.WebhookDeliveryReplay.as_view(),
    ),
]
