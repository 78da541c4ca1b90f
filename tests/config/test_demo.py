"""`manage.py demo` comes up, says where it is, and leaves no process behind however it ends."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from django.core.management import CommandError

from config.management.commands.demo import free_port
from tests.config.installation import Installation, eventually, installation, kill

pytestmark = [
    pytest.mark.flow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]


def start_demo(home: Installation) -> tuple[subprocess.Popen[str], str]:
    """Start it without sample content; give the program and the address it printed."""
    demo = home.start("manage.py", "demo", "--no-content", PYTHONUNBUFFERED="1")
    assert demo.stdout is not None
    said = ""
    for line in demo.stdout:
        said += line
        if found := re.search(r"Vaglio is at (\S+)/ ", line):
            return demo, found[1]
    raise AssertionError(said)


def health_of(address: str) -> object:
    with urllib.request.urlopen(f"{address}/healthz/") as answer:
        return json.load(answer)


def is_packed(address: str) -> bool:
    """Say whether a file comes compressed to who takes that."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip, br"})
    with urllib.request.urlopen(asked) as answer:
        return answer.headers["Content-Encoding"] == "br"


def test_two_demos_run_at_once_and_neither_ctrl_c_nor_kill_leaves_anything(
    home: Installation,
) -> None:
    with installation() as other:
        demo, first = start_demo(home)
        killed, second = start_demo(other)
        assert first != second
        for address in (first, second):
            assert health_of(address) == {"database": True, "broker": True}
        for path in ("/accounts/login/", "/static/vaglio/site.css"):
            with urllib.request.urlopen(f"{first}{path}") as answer:
                assert answer.status == 200
        assert is_packed(f"{first}/static/vaglio/site.css")
        demo.send_signal(signal.SIGINT)
        said, _ = demo.communicate(timeout=60)
        assert demo.returncode == 0, said
        assert "Stopped" in said
        assert "Traceback" not in said
        eventually(lambda: not home.processes(), "nothing is left of the first")
        assert health_of(second) == {"database": True, "broker": True}
        kill(killed.pid)
        eventually(lambda: not other.processes(), "nothing is left of the second", seconds=20)


def test_a_port_in_use_is_refused_in_words() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        with pytest.raises(CommandError, match="choose one with --port"):
            free_port(busy.getsockname()[1], 1)
