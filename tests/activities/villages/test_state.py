"""A run of villages: it counts as the model counts, yields, stops, and enters only what is done."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.villages.activity import VillagesActivity
from helpkit.activities.villages.widget import Villages
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.frontend.lesson_view import VIEW
from helpkit.journal import Journal
from helpkit.models import image_scoring
from tests.activities.lesson_widget import event, on_disk
from tests.frontend.lesson_line import Line

RUNS = 7


def villages(folder: Path, runs: int = RUNS, language: str = "en") -> Villages:
    content = load(language)
    activity = content.activities["02"]["villages"]
    assert isinstance(activity, VillagesActivity)
    journal = Journal(folder, lesson="02", language=language)
    return Villages(replace(activity, runs=runs), content, journal)


def counted(encounters: int, runs: int = RUNS) -> int:
    """The same villages by hand."""
    chances = (random.Random(f"{encounters}-{number}") for number in range(runs))
    return sum(image_scoring.run(chance, encounters=encounters).helps for chance in chances)


async def until(done: Callable[[], bool]) -> None:
    while not done():
        await asyncio.sleep(0)


async def lived(widget: Villages, encounters: int = 125) -> None:
    widget.handle(event("start", "*", encounters))
    await until(lambda: not widget.progress.get("running", True))


def test_a_finished_run_is_the_models_and_is_found_again(tmp_path: Path) -> None:
    widget = villages(tmp_path)
    asyncio.run(lived(widget))
    helping = counted(125)
    assert 0 < helping < RUNS
    assert widget.progress["done"] == RUNS
    assert widget.progress["helping"] == helping
    (saved,) = on_disk(tmp_path)
    assert (saved.item, saved.value) == ("encounters-125", [helping, RUNS])
    sentences = widget.state["picture"]["sentences"]
    assert sentences == villages(tmp_path).state["picture"]["sentences"]
    assert f"in {helping} of {RUNS} villages" in sentences[0]


def test_the_lesson_view_hears_of_a_run_when_it_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VIEW, "_pages", {})
    Lesson("02", answers=tmp_path)
    line = Line()
    line.new()
    asyncio.run(lived(villages(tmp_path)))
    assert line.new() == [{"done": ["villages"]}]
    line.close()


def test_a_run_that_is_stopped_is_not_entered(tmp_path: Path) -> None:
    async def stopped(widget: Villages) -> None:
        widget.handle(event("start", "*", 125))
        await until(lambda: bool(widget.progress))
        widget.handle(event("stop", "*"))
        await asyncio.sleep(0)

    widget = villages(tmp_path)
    asyncio.run(stopped(widget))
    assert widget.progress["running"] is False
    assert widget.progress["done"] < RUNS
    assert on_disk(tmp_path) == []


def moving(widget: Villages) -> list[dict[str, Any]]:
    """The marks of a run that is going."""
    data = widget.state["picture"]["figure"]["data"]
    return [trace for trace in data[1:] if trace["mode"] == "markers"]


def test_a_run_is_drawn_as_it_goes(tmp_path: Path) -> None:
    async def seen(widget: Villages) -> None:
        widget.handle(event("start", "*", 125))
        await until(lambda: bool(moving(widget)))
        done, helping = (widget.progress[key] for key in ("done", "helping"))
        assert 0 < done < RUNS
        assert moving(widget)[0]["x"] == [125]
        assert moving(widget)[0]["y"] == [100 * helping / done]
        assert f"{helping} of {done} villages so far" in widget.state["picture"]["sentences"][0]
        widget.handle(event("try", "*", {"encounters": 300}))
        assert moving(widget), "another knob leaves it where it is"
        widget.handle(event("stop", "*"))
        assert not moving(widget)

    widget = villages(tmp_path)
    asyncio.run(seen(widget))
    asyncio.run(lived(widget))
    assert not moving(widget)


def test_a_slider_is_answered_while_a_run_is_going(tmp_path: Path) -> None:
    async def turned(widget: Villages) -> None:
        widget.handle(event("start", "*", 125))
        await until(lambda: bool(widget.progress))
        widget.handle(event("try", "*", {"encounters": 300}))
        assert widget.state["values"] == {"encounters": 300}
        assert widget.progress["running"]
        await until(lambda: not widget.progress["running"])

    asyncio.run(turned(villages(tmp_path)))
    assert [event_.item for event_ in on_disk(tmp_path)] == ["encounters-125"]


def test_a_second_start_stops_the_first(tmp_path: Path) -> None:
    async def twice(widget: Villages) -> None:
        widget.handle(event("start", "*", 125))
        await until(lambda: bool(widget.progress))
        await lived(widget, 50)

    asyncio.run(twice(villages(tmp_path)))
    assert [event_.item for event_ in on_disk(tmp_path)] == ["encounters-50"]


def test_an_error_in_a_run_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    progress: list[Any] = []

    def broken(*_args: Any, **_more: Any) -> None:
        raise ZeroDivisionError("on purpose")

    async def failed(widget: Villages) -> None:
        monkeypatch.setattr(widget, "send", progress.append)
        monkeypatch.setattr(image_scoring, "run", broken)
        widget.handle(event("start", "*", 125))
        run = widget._run
        assert run
        with pytest.raises(ZeroDivisionError):
            await run
        assert widget.progress["running"] is False

    asyncio.run(failed(villages(tmp_path)))
    assert "ZeroDivisionError: on purpose" in progress[0]["problem"]


@pytest.mark.parametrize(
    "foreign",
    [
        event("start", "*", 130),
        event("start", "*", "125"),
        event("start", "*"),
        event("answer", "encounters-125", [200, 200]),
        event("answer", "encounters", 7),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError):
        villages(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []
