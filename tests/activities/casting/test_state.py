"""Casting: the scene is kept, its numbers are those of the model, and nothing else is taken."""

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from helpkit.activities.casting.activity import CastingActivity
from helpkit.activities.casting.widget import LONGEST, Casting
from helpkit.content import sentiments
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk

HELP = {"by": "first", "act": "help"}
THANK = {"by": "second", "act": "thank"}


def cast(folder: Path, language: str = "en") -> Casting:
    return made(Casting, "casting", folder, language)


def scene(*events: Any, **other: Any) -> dict[str, Any]:
    base = {"first": "nurse", "second": "patient", "culture": "nc1978", "events": list(events)}
    return event("answer", "scene", base | other)


def strains(widget: Casting) -> list[str]:
    return [row["cells"][0]["text"] for row in widget.state["picture"]["rows"]]


def test_it_starts_with_a_bystander_and_a_victim(tmp_path: Path) -> None:
    widget = cast(tmp_path)
    assert widget.state["scene"]["first"] == "bystander"
    assert strains(widget) == ["9.54"]
    assert on_disk(tmp_path) == []


def test_the_scene_is_found_again_and_cleared(tmp_path: Path) -> None:
    widget = cast(tmp_path)
    first = widget.state
    widget.handle(scene(HELP, HELP, HELP))
    assert strains(widget) == ["3.28", "5.85", "10.83"]
    assert cast(tmp_path).state == widget.state
    assert strains(cast(tmp_path, "nl")) == ["3,28", "5,85", "10,83"]
    widget.handle(scene())
    assert strains(widget) == []
    assert widget.state["repairs"] == []
    widget.handle(event("answer", "scene"))
    assert widget.state == first


def test_repairs_come_from_helping_only(tmp_path: Path) -> None:
    widget = cast(tmp_path)
    activity = widget.activity
    assert isinstance(activity, CastingActivity)
    for events in ([HELP], [HELP, THANK], [HELP, {"by": "second", "act": "mock"}]):
        widget.handle(scene(*events))
        assert len(widget.state["repairs"]) == 3
        assert {repair["act"] for repair in widget.state["repairs"]} <= {*activity.helping}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_experiment_can_be_played(tmp_path: Path, language: str) -> None:
    widget = cast(tmp_path, language)
    for experiment in widget.view["experiments"]:
        widget.handle(event("answer", "scene", experiment["scene"]))
        assert widget.state["scene"] == experiment["scene"]
        assert experiment["label"]


def test_every_act_and_role_has_its_words(tmp_path: Path) -> None:
    widget = cast(tmp_path)
    behaviors = {act for group in widget.acts.values() for act in group}
    assert all("{actor}" in widget.view["terms"][act]["does"] for act in behaviors)
    assert all(widget.view["terms"][role]["the"] for role in widget.roles)
    assert behaviors <= {key for key, term in sentiments().items() if term.kind == "behavior"}
    assert sum(map(len, widget.acts.values())) == len(behaviors), "each act in one group only"


def test_a_step_takes_at_most_20_ms(tmp_path: Path) -> None:
    widget = cast(tmp_path)
    widget.handle(scene(*[HELP] * LONGEST, culture="germany2007"))
    times = []
    for _ in range(5):
        start = perf_counter()
        widget.restored()
        times.append(perf_counter() - start)
    assert min(times) < 0.02


@pytest.mark.parametrize(
    "foreign",
    [
        scene(HELP, first="passer-by"),
        scene(HELP, first="help"),
        scene(HELP, first=["nurse"]),
        scene(HELP, first="patient"),
        scene(HELP, culture="mars1999"),
        scene(HELP, first="bystander", culture="germany2007"),
        scene(HELP | {"by": "third"}),
        scene(HELP | {"act": "nurse"}),
        scene(HELP | {"act": ["help"]}),
        scene(HELP | {"more": 1}),
        scene("help"),
        scene(*[HELP] * (LONGEST + 1)),
        scene(HELP, events="help"),
        scene(HELP, more=1),
        event("answer", "scene", "nurse helps patient"),
        event("answer", "events", []),
        event("choice", "scene", None),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = cast(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == []


def test_a_scene_that_can_no_longer_be_is_passed_over(tmp_path: Path) -> None:
    old = scene(HELP, first="passer-by")["value"]
    cast(tmp_path).journal.record(activity="casting", item="scene", kind="answer", value=old)
    assert cast(tmp_path).state["scene"]["first"] == "bystander"
