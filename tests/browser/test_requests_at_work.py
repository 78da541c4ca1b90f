"""The database is emptied only when the last request is answered."""

from __future__ import annotations

import threading

from django.core.signals import request_finished, request_started

from tests.browser.requests_at_work import answered_in_the_end


def test_who_leaves_waits_for_the_last_answer() -> None:
    answered = threading.Event()

    def answer() -> None:
        answered.set()
        request_finished.send(sender=None)

    late = threading.Timer(0.2, answer)
    with answered_in_the_end():
        request_started.send(sender=None)
        late.start()
    assert answered.is_set()
