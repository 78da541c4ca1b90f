"""Every process of the project multiplies matrices by one thread, unless somebody chose."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from config.matrix_threads import SETTINGS, keep_to_one_thread


def test_one_thread_is_asked_for() -> None:
    environment: dict[str, str] = {}
    keep_to_one_thread(environment)
    assert environment == {"OPENBLAS_NUM_THREADS": "1"}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_number_that_somebody_set_stands(name: str) -> None:
    environment = {name: "4"}
    keep_to_one_thread(environment)
    assert environment == {name: "4"}


def test_it_is_asked_for_before_numpy_is_loaded() -> None:
    code = (
        "import os, sys, config; assert 'numpy' not in sys.modules;"
        " assert os.environ['OPENBLAS_NUM_THREADS'] == '1'"
    )
    bare = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    subprocess.run([sys.executable, "-c", code], check=True, env=bare)
