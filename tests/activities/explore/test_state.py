"""Knobs: what is let go of is kept, what is only tried is drawn, and nothing else is taken."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.explore.activity import ExploreActivity
from helpkit.activities.explore.widget import Explore
from helpkit.content import load
from helpkit.content.knobs import Knob
from helpkit.content.prose import Prose
from helpkit.errors import HelpkitError
from helpkit.frontend.knobs import fits
from tests.activities.lesson_widget import event, made, on_disk

NO_WORDS = Prose("")


def explore(folder: Path, language: str = "en", activity: str = "who-will-help") -> Explore:
    return made(Explore, activity, folder, language)


def attempt(n: int, ratio: float, **more: Any) -> dict[str, Any]:
    return event("try", "*", {"n": n, "cost-benefit": ratio} | more)


def test_a_knob_that_is_let_go_of_is_found_again(tmp_path: Path) -> None:
    widget = explore(tmp_path)
    before = widget.state["picture"]
    assert widget.state["values"] == {"n": 5, "cost-benefit": 0.25}
    widget.handle(event("answer", "n", 10))
    assert widget.state["values"]["n"] == 10
    assert widget.state["picture"] != before
    assert explore(tmp_path).state == widget.state
    assert explore(tmp_path, "nl").state["values"] == widget.state["values"]


def test_a_try_is_drawn_and_not_recorded(tmp_path: Path) -> None:
    widget = explore(tmp_path)
    widget.handle(attempt(12, 0.5))
    tried = widget.state["picture"]
    assert "12 people" in tried["sentences"][0]
    assert on_disk(tmp_path) == []
    assert explore(tmp_path).state["values"]["n"] == 5


def test_back_to_the_start(tmp_path: Path) -> None:
    widget = explore(tmp_path)
    first = widget.state
    widget.handle(event("answer", "n", 10))
    widget.handle(event("answer", "n"))
    assert widget.state == first


def test_one_knob_at_a_time_and_then_all(tmp_path: Path) -> None:
    widget = explore(tmp_path, activity="too-much-help")
    assert widget.state["open"] == ["value"]
    widget.handle(event("reveal", "open.repaid"))
    assert widget.state["open"] == ["value", "repaid"]
    widget.handle(event("reveal", "*"))
    assert widget.state["open"] == list(widget.activity.knobs)
    assert explore(tmp_path, activity="too-much-help").state == widget.state


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "n", 21),
        event("answer", "n", 1),
        event("answer", "n", 2.5),
        event("answer", "n", True),
        event("answer", "n", "5"),
        event("answer", "m", 5),
        event("reveal", "open.m"),
        event("reveal", "n"),
        event("choice", "n", 5),
        event("try", "*", {"n": 5}),
        attempt(5, 0.25, m=1),
        attempt(500, 0.25),
        event("try", "*", [5, 0.25]),
        event("try", "*"),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = explore(tmp_path)
    before = widget.state
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert widget.state == before
    assert on_disk(tmp_path) == []


def test_a_choice_is_kept_and_found_again(tmp_path: Path) -> None:
    widget = explore(tmp_path, activity="losing-face")
    assert widget.state["values"]["audience"] == "none"
    widget.handle(event("answer", "audience", "public"))
    assert widget.state["values"]["audience"] == "public"
    assert widget.state["picture"]["sentences"][0].startswith("The scene breaks")
    assert explore(tmp_path, activity="losing-face").state == widget.state
    widget.handle(event("answer", "audience"))
    assert widget.state["values"]["audience"] == "none"


def test_a_choice_can_be_tried_beside_numbers(tmp_path: Path) -> None:
    widget = explore(tmp_path, activity="losing-face")
    values = widget.state["values"] | {"audience": "boss", "grant": 5}
    widget.handle(event("try", "*", values))
    assert widget.state["values"] == values
    assert on_disk(tmp_path) == []


@pytest.mark.parametrize("value", ["everybody", "", 1, True, ["public"], 0.5])
def test_an_option_that_is_not_there_is_refused(tmp_path: Path, value: Any) -> None:
    widget = explore(tmp_path, activity="losing-face")
    with pytest.raises(HelpkitError):
        widget.handle(event("answer", "audience", value))
    with pytest.raises(HelpkitError):
        widget.handle(event("try", "*", widget.state["values"] | {"audience": value}))
    assert on_disk(tmp_path) == []


def test_a_value_that_can_no_longer_be_is_passed_over(tmp_path: Path) -> None:
    widget = explore(tmp_path)
    widget.journal.record(activity="who-will-help", item="n", kind="answer", value=2.75)
    assert explore(tmp_path).state["values"]["n"] == 5


@given(st.integers(0, 40), st.sampled_from([0.05, 0.1, 0.25, 0.5, 1.0]))
def test_every_step_fits_and_half_a_step_does_not(number: int, step: float) -> None:
    knob = Knob(
        low=1, high=1 + 40 * step, step=step, start=1, label=NO_WORDS, hint=NO_WORDS, shown=NO_WORDS
    )
    assert fits(knob, 1 + number * step)
    assert not fits(knob, 1 + (number + 0.5) * step)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_exploration_starts_and_tells_where_it_comes_from(
    tmp_path: Path, language: str
) -> None:
    for key, activity in load(language).activities["02"].items():
        if isinstance(activity, ExploreActivity):
            widget = explore(tmp_path, language, key)
            assert widget.view["provenance"]["says"]
            assert widget.view["provenance"]["leaves_out"]
            assert widget.state["picture"]["sentences"]
