"""What a click costs does not depend on how much was done before."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from comm.base_comm import BaseComm

from helpkit.frontend.lesson_view import VIEW, Listener
from tests.journal.clicks import CLICKS, Click, fill, opened


class Line(BaseComm):
    """A comm on which nothing travels."""

    def publish_msg(self, *_: Any, **__: Any) -> None:
        """Take what is sent."""


IDS = [click.verb for click in CLICKS]


def calls(widget: Any, event: dict[str, Any]) -> int:
    """How many functions run between the message of the browser and the state it gets."""
    count = 0

    def called(_frame: object, what: str, _argument: object) -> None:
        nonlocal count
        count += what in ("call", "c_call")

    sys.setprofile(called)
    try:
        widget._receive(None, {"id": "1", "event": event}, [])
        json.dumps(widget.state)
    finally:
        sys.setprofile(None)
    return count


def clicked(folder: Path, click: Click, count: int, *, other: bool) -> int:
    """The calls of the third click after so many events; the first ones make its file."""
    fill(folder, click, count, other=other)
    widget = opened(folder, click)
    for number in (1, 2):
        calls(widget, click.event(number))
    return calls(widget, click.event(3))


@pytest.fixture(params=[False, True], ids=["nobody-listens", "a-lesson-view"])
def _page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lesson view is told of each click, or is not there."""
    pages = {"page": Listener(Line(primary=False))} if request.param else {}
    monkeypatch.setattr(VIEW, "_pages", pages)


@pytest.mark.usefixtures("_page")
@pytest.mark.parametrize("other", [False, True], ids=["its-own", "another-activity"])
@pytest.mark.parametrize("click", CLICKS, ids=IDS)
def test_a_click_is_as_much_work_after_many_events_as_after_few(
    tmp_path: Path, click: Click, other: bool
) -> None:
    few = clicked(tmp_path / "few", click, 10, other=other)
    many = clicked(tmp_path / "many", click, 1_000, other=other)
    assert many <= 1.1 * few


@pytest.mark.usefixtures("_page")
@pytest.mark.parametrize("click", CLICKS, ids=IDS)
def test_a_click_looks_twice_into_the_folder_and_reads_no_journal(
    tmp_path: Path, click: Click, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "answers", click, 10)
    widget = opened(tmp_path / "answers", click)
    widget.handle(click.event(1))
    widget.handle({"kind": "refresh"})
    looks: list[Path] = []
    listdir, read = os.listdir, Path.read_bytes

    def lists(folder: Path) -> list[str]:
        looks.append(folder)
        return listdir(folder)

    def reads(path: Path) -> bytes:
        assert path.suffix != ".jsonl", f"{path} was read"
        return read(path)

    monkeypatch.setattr(os, "listdir", lists)
    monkeypatch.setattr(Path, "read_bytes", reads)
    widget._receive(None, {"id": "1", "event": click.event(2)}, [])
    monkeypatch.undo()
    assert len(looks) <= 2
    assert widget.state == opened(tmp_path / "answers", click).state
