import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tornado.websocket import websocket_connect

from helpkit.lab.surroundings import HOMELESS, KERNELS, surroundings
from tests.lab.running import Lab, homeless_lab

USUAL = {name: Path("home", name) for name in HOMELESS}
SHADOWS = "types.py", "random.py", "helpkit.py", "json.py"
CODE = """
import helpkit, json, random, tempfile, types
found = {"started": random.random() >= 0, "lesson": helpkit.Lesson("01") is not None}
"""


def test_who_may_write_at_home_keeps_everything_there() -> None:
    assert surroundings(Path("course"), USUAL, lambda _: True) == KERNELS


@pytest.mark.parametrize("name", HOMELESS)
def test_what_cannot_be_written_at_home_goes_to_the_course_folder(name: str) -> None:
    variables = surroundings(Path("course"), USUAL, lambda place: place != USUAL[name])
    assert variables == KERNELS | {name: str(Path("course", HOMELESS[name]))}


def test_without_a_home_the_course_folder_is_enough(tmp_path: Path) -> None:
    """And files that are called as Python's own modules, beside the notebook, shadow nothing."""
    course = tmp_path / "course"
    (course / "en").mkdir(parents=True)
    for name in SHADOWS:
        (course / "en" / name).write_text("raise RuntimeError('not the real one')")
    with homeless_lab(course, tmp_path / "no-home") as lab:
        assert run(lab, CODE, "found") == "{'started': True, 'lesson': True}"
        assert not (tmp_path / "no-home" / "home").exists()


def run(lab: Lab, code: str, expression: str) -> str:
    """What the expression is after the code, in a kernel for a notebook of the course."""
    asked = {"path": "en/mine.ipynb", "name": "mine", "type": "notebook", "kernel": {}}
    made = json.loads(lab.ask("api/sessions", json.dumps(asked).encode(), "POST"))
    reply = asyncio.run(asyncio.wait_for(executed(lab, made["kernel"]["id"], code, expression), 60))
    assert reply["status"] == "ok", reply
    return str(reply["user_expressions"]["it"]["data"]["text/plain"])


async def executed(lab: Lab, kernel: str, code: str, expression: str) -> dict[str, Any]:
    """The kernel's reply, by way of the server, as a page hears it."""
    parts = urlsplit(lab.address)
    line = await websocket_connect(
        f"ws://{parts.netloc}/api/kernels/{kernel}/channels?{parts.query}"
    )
    header = {"msg_id": "asked", "msg_type": "execute_request", "session": "test", "username": ""}
    content = {"code": code, "silent": False, "user_expressions": {"it": expression}}
    message = {"header": header | {"version": "5.3"}, "parent_header": {}, "metadata": {}}
    await line.write_message(json.dumps(message | {"content": content, "channel": "shell"}))
    while True:
        heard = json.loads(await line.read_message() or "{}")
        if heard["msg_type"] == "execute_reply":
            break
    line.close()
    while await line.read_message() is not None:
        pass  # until the server has heard that we go
    return dict(heard["content"])
