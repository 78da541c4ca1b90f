"""A stage's learning rate rises, stands and falls as planned."""

import pytest

from claims.nlp.training.parser_recipes import LIGHT, Stage

STAGE = Stage(epochs=2, rate=1.0, noise=LIGHT, steady=0.5, weight_decay=0.0)


@pytest.mark.parametrize(
    ("step", "rate"), [(0, 1 / 200), (99, 0.5), (200, 1.0), (2000, 1.0), (3000, 0.5), (3999, 0.03)]
)
def test_the_rate_rises_stands_and_falls(step: int, rate: float) -> None:
    assert STAGE.rate_at(step, 4000) == pytest.approx(rate, abs=0.002)


def test_a_short_stage_warms_up_in_a_tenth_of_its_steps():
    assert STAGE.rate_at(10, 100) == 1.0
    assert STAGE.rate_at(0, 100) < 0.1
