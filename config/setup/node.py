"""Runs a command of the front end with a Node.js that is new enough: `node.py npm run lint`."""

from __future__ import annotations

import os
import sys

from workbench import FRONTEND, node_environment

if __name__ == "__main__":
    os.chdir(FRONTEND)
    environment = node_environment()
    os.environ["PATH"] = environment["PATH"]
    os.execvpe(sys.argv[1], sys.argv[1:], environment)  # noqa: S606
