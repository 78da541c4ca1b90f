"""GET /ratings/"""

from __future__ import annotations

from rest_framework.test import APIClient

from annotations.models import Rating


def test_the_scale_comes_in_its_order_with_both_names(ada: APIClient) -> None:
    steps = ada.get("/api/v1/ratings/").json()["results"]
    assert [step["key"] for step in steps] == [
        "true",
        "mostly_true",
        "half_true",
        "misleading",
        "false",
        "outdated",
        "unverifiable",
    ]
    assert (steps[2]["name_it"], steps[2]["name_en"], steps[2]["value"]) == (
        "Vero a metà",
        "Half true",
        3,
    )
    assert steps[5]["value"] is None


def test_a_retired_step_is_left_out(ada: APIClient) -> None:
    Rating.objects.filter(key="misleading").update(is_active=False)
    steps = ada.get("/api/v1/ratings/").json()["results"]
    assert "misleading" not in [step["key"] for step in steps]


def test_strangers_must_log_in(anonymous: APIClient) -> None:
    assert anonymous.get("/api/v1/ratings/").status_code == 401
