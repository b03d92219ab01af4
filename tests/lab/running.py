"""`helpkit lab` and `helpkit desk` as people start them, with a home of their own."""

import os
import pty
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from helpkit.lab.surroundings import HOMELESS

PATIENCE = 60
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/lab\S*")


@dataclass(frozen=True)
class Lab:
    """A running `helpkit lab`, or `helpkit desk`."""

    address: str
    course: Path
    home: Path
    process: "subprocess.Popen[bytes]"
    output: Path

    def ask(self, path: str, body: bytes | None = None, method: str = "PUT") -> bytes:
        """Get, or put or post a body, by Jupyter's own interface."""
        parts = urlsplit(self.address)
        request = urllib.request.Request(
            f"{parts.scheme}://{parts.netloc}/{path}",
            body,
            {"Authorization": f"token {parts.query.removeprefix('token=')}"},
            method="GET" if body is None else method,
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            content: bytes = answer.read()
        return content


def running_lab(course: Path, home: Path, *options: str) -> AbstractContextManager[Lab]:
    """The lessons, as `helpkit lab` opens them."""
    return running(course, home, "lab", str(course), *options)


def homeless_lab(course: Path, home: Path) -> AbstractContextManager[Lab]:
    """The lessons, opened by somebody whose home is no folder at all."""
    home.mkdir()
    nowhere = home / "file"
    nowhere.touch()
    environment = {name: text for name, text in os.environ.items() if name not in HOMELESS}
    environment["HOME"] = str(nowhere / "home")
    return running(course, home, "lab", str(course), environment=environment)


def running_desk(course: Path, home: Path, exercise: str) -> AbstractContextManager[Lab]:
    """What people read, as `helpkit desk` opens it."""
    return running(course, home, "desk", exercise, "--course", str(course))


@contextmanager
def running(
    course: Path, home: Path, *arguments: str, environment: dict[str, str] | None = None
) -> Iterator[Lab]:
    """Start a command in a terminal, as people do, and stop it at the end."""
    home.mkdir(exist_ok=True)
    output = home / "output"
    keyboard, terminal = pty.openpty()
    command = [sys.executable, "-m", "helpkit", *arguments, "--no-browser"]
    with output.open("wb") as log:
        process = subprocess.Popen(
            command,
            env=environment or _environment(home),
            stdin=terminal,
            stdout=log,
            stderr=log,
        )
    try:
        yield Lab(_address(process, output), course, home, process, output)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        os.close(keyboard)
        os.close(terminal)


def _environment(home: Path) -> dict[str, Any]:
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    return os.environ | {name: str(home / folder) for name, folder in own.items()}


def _address(process: "subprocess.Popen[bytes]", output: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        address = ADDRESS.search(output.read_text("utf-8"))
        if address:
            return address[0]
        time.sleep(0.1)  # between two looks
    pytest.fail(f"helpkit lab did not start:\n{output.read_text('utf-8')}")
