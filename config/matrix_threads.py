"""Each process multiplies matrices by one thread.

Workers stand beside each other and take an article each. numpy's OpenBLAS would start a thread a
core in every one of them, and its threads wait for one another in a busy loop: beside two other
busy programs on two cores a split took eight times the processor's time.
"""

from __future__ import annotations

from collections.abc import MutableMapping

SETTINGS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


def keep_to_one_thread(environment: MutableMapping[str, str]) -> None:
    """Ask for one thread unless somebody set a number; numpy reads it when it is loaded."""
    if not any(name in environment for name in SETTINGS):
        environment[SETTINGS[0]] = "1"
