"""The set-up's steps: done once, done again when what they read changes, plain when they fail."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from config.env import BASE_DIR

SETUP = BASE_DIR / "config" / "setup"
NAMES = ("steps", "packages", "messages", "workbench", "browser")


@pytest.fixture
def setup(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Give the scripts as modules; they are run as files beside each other, not as a package."""
    monkeypatch.syspath_prepend(str(SETUP))
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        sys.modules.pop(name, None)


def fake_node(folder: Path, version: str) -> None:
    for name, words in (("node", version), ("npm", "11.0.0")):
        (folder / name).write_text(f"#!/bin/sh\necho {words}\n")
        (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("version", "from_wheel"),
    [("v18.20.1", True), ("v20.18.9", True), ("v20.19.0", False), ("v24.1.0", False)],
)
def test_node_comes_from_the_wheel_only_where_the_machine_has_none_new_enough(
    setup: dict[str, ModuleType],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    from_wheel: bool,
) -> None:
    fake_node(tmp_path, version)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(setup["workbench"], "_node_of_wheel", lambda: Path("/wheel"))
    path = setup["workbench"].node_environment()["PATH"]
    assert path.startswith("/wheel:") is from_wheel


def test_packages_are_installed_once_and_again_when_the_lock_changes(
    setup: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages, done = setup["packages"], []
    monkeypatch.setattr(packages, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(packages, "BASE", tmp_path)
    monkeypatch.setattr(setup["steps"], "BASE", tmp_path)
    monkeypatch.setattr(packages, "_works", lambda: True)
    monkeypatch.setattr(packages, "run", done.append)
    lock = tmp_path / "requirements.lock"
    for content in ("one==1\n", "one==1\n", "one==2\n"):
        lock.write_text(content)
        packages.install_packages("requirements.lock")
    assert len(done) == 2
    assert "--require-hashes" in done[0]


def test_a_step_that_failed_is_done_again(
    setup: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = setup["packages"]
    monkeypatch.setattr(packages, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(packages, "_works", lambda: True)

    def fail(command: list[str]) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(packages, "run", fail)
    with pytest.raises(subprocess.CalledProcessError):
        packages.install_packages("requirements.lock")
    assert not (tmp_path / "stamps").exists()


def test_a_failing_command_shows_what_it_said(
    setup: dict[str, ModuleType], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        setup["steps"].run([sys.executable, "-c", "print('perché'); raise SystemExit(3)"])
    assert "perché" in capsys.readouterr().out


def test_a_digest_knows_names_and_contents(
    setup: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = setup["steps"]
    monkeypatch.setattr(steps, "BASE", tmp_path)
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x")
    second.write_text("x")
    digests = {steps.digest([first]), steps.digest([second]), steps.digest([first, second])}
    second.write_text("y")
    digests.add(steps.digest([first, second]))
    assert len(digests) == 4


def test_without_a_browser_it_is_said_plainly(
    setup: dict[str, ModuleType],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(setup["browser"].os, "geteuid", lambda: 1000)
    setup["browser"].find_browser()
    said = capsys.readouterr().out
    assert "LEFT OUT" in said
    assert "apt-get install chromium" in said


def test_no_lock_carries_an_address() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock", "config/setup/node.lock"):
        words = (BASE_DIR / lock).read_text()
        assert "://" not in words
        assert words.count("==") <= words.count("--hash=sha256:")
    assert '"resolved"' not in (BASE_DIR / "frontend" / "package-lock.json").read_text()
