"""How each shipped network is trained: what it is made to miss, how long, how fast."""

from __future__ import annotations

from dataclasses import dataclass

WARM_UP = 200  # steps at most, a tenth of the stage at most
LAST_RATE = 0.03  # of the first


@dataclass(frozen=True, slots=True)
class Noise:
    """Shares that are dropped in training, so that nothing is learned by heart."""

    states: float  # of LSTM and biaffine states, the same ones for a whole sentence
    inputs: float  # likewise of word features
    table: float  # of words that lose one of their tables
    context: float  # of words that lose their encoder vector


@dataclass(frozen=True, slots=True)
class Stage:
    """How long and how fast a stage learns; the rate falls from `steady` of the way on.

    last: stop after this epoch, though the rate is planned for all.
    """

    epochs: int
    rate: float
    noise: Noise
    steady: float
    weight_decay: float
    last: int | None = None

    def rate_at(self, step: int, steps: int) -> float:
        """Learning rate of one step."""
        done = step / steps
        falling = 1.0 if done < self.steady else (1 - done) / (1 - self.steady)
        rising = min(1.0, (step + 1) / min(WARM_UP, steps // 10 + 1))
        return self.rate * rising * max(LAST_RATE, falling)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One network: all treebanks together, then Italian alone."""

    seed: int
    joint: Stage
    tuning: Stage


LIGHT = Noise(states=0.33, inputs=0.25, table=0.2, context=0.0)
GENTLE = Noise(states=0.4, inputs=0.33, table=0.33, context=0.0)
JOINT = Stage(epochs=8, rate=2e-3, noise=LIGHT, steady=0.4, weight_decay=0.0, last=6)
TUNING = Stage(epochs=3, rate=7e-4, noise=GENTLE, steady=0.0, weight_decay=0.0)
RECIPES = (Recipe(1, JOINT, TUNING),)
