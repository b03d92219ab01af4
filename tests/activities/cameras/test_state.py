"""One evening, two cameras: two marks, and after them what each camera saw."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.cameras.activity import CamerasActivity
from helpkit.activities.cameras.widget import Cameras
from helpkit.content import equations, load, sentiments
from helpkit.errors import HelpkitError
from helpkit.models.affect_control import impression
from tests.activities.lesson_widget import event, made, on_disk


def cameras(folder: Path, language: str = "en") -> Cameras:
    return made(Cameras, "one-evening", folder, language)


def marked(folder: Path, account: str, stage: str) -> Cameras:
    widget = cameras(folder)
    widget.handle(event("answer", "account", account))
    widget.handle(event("answer", "stage", stage))
    return widget


def test_nothing_is_told_before_it_is_asked_for(tmp_path: Path) -> None:
    widget = marked(tmp_path, "meal", "joke")
    assert widget.state == {"marks": {"account": "meal", "stage": "joke"}, "shown": None}
    for reading in widget.activity.readings.values():
        assert reading.reason not in f"{widget.view}{widget.state}"


@pytest.mark.parametrize(
    ("account", "stage", "verdicts"),
    [
        ("telephone", "joke", ["same", "same"]),
        ("applause", "applause", ["accepted", "accepted"]),
        ("shelf", "thanks", ["differs", "differs"]),
    ],
)
def test_marks_beside_ours(tmp_path: Path, account: str, stage: str, verdicts: list[str]) -> None:
    widget = marked(tmp_path, account, stage)
    widget.handle(event("reveal", "*"))
    shown = widget.state["shown"]
    assert [shown[name]["verdict"] for name in ("account", "stage")] == verdicts
    assert (shown["account"]["ours"], shown["stage"]["ours"]) == (7, 5)
    assert [ours["confidence"] for ours in shown.values()] == ["judgement", "judgement"]


def test_the_pictures_say_what_the_models_say(tmp_path: Path) -> None:
    widget = marked(tmp_path, "telephone", "joke")
    widget.handle(event("reveal", "*"))
    shown = widget.state["shown"]
    assert (
        "Ruth’s account stands at −4.6 and Sam’s at 3.2"
        in shown["account"]["picture"]["sentences"][0]
    )
    friend, mock = sentiments()["friend"].epa, sentiments()["mock"].epa
    strain = impression(friend, mock, friend, equations("nc1978")).deflection
    assert shown["stage"]["picture"]["rows"][4]["cells"][0]["text"] == f"{strain:.2f}"
    heights = shown["stage"]["picture"]["figure"]["data"][0]["y"]
    assert max(heights) == heights[4], "the joke is the line that strains most"


def test_everything_is_found_again_in_the_other_language(tmp_path: Path) -> None:
    marked(tmp_path, "dishes", "joke").handle(event("reveal", "*"))
    again = cameras(tmp_path, "nl")
    assert again.state["marks"] == {"account": "dishes", "stage": "joke"}
    assert again.state["shown"]["account"]["reason"].startswith("Na de boekenkast")


@pytest.mark.parametrize(
    "sent",
    [
        event("answer", "account", "encore"),
        event("answer", "sound", "joke"),
        event("answer", "stage", ["joke"]),
        event("answer", ["stage"], "joke"),
        event("reveal", "*"),
        event("reveal", "account"),
        event("choice", "account", "joke"),
    ],
)
def test_what_it_does_not_take(tmp_path: Path, sent: dict[str, Any]) -> None:
    widget = cameras(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(sent)
    assert on_disk(tmp_path) == []


def test_every_line_has_a_cast_and_each_camera_a_reading() -> None:
    activity = load("en").activities["02"]["one-evening"]
    assert isinstance(activity, CamerasActivity)
    kinds = {
        (
            sentiments()[line.event.actor].kind,
            sentiments()[line.event.behavior].kind,
            sentiments()[line.event.object].kind,
        )
        for line in activity.lines.values()
    }
    assert kinds == {("identity", "behavior", "identity")}


def test_our_readings_say_what_the_pictures_show(tmp_path: Path) -> None:
    widget = marked(tmp_path, "telephone", "joke")
    widget.handle(event("reveal", "*"))
    account, stage = (widget.state["shown"][name]["picture"] for name in ("account", "stage"))
    a, b = (picture_line["y"] for picture_line in account["figure"]["data"][:2])
    apart = [abs(x - y) for x, y in zip(a, b, strict=True)]
    assert apart[0] == max(apart), "after the bookcase they are far apart"
    assert apart[2] < 2, "thanks and a meal bring them nearly level"
    assert (a[4], b[4]) == (a[3], b[3]) == (a[2], b[2]), "the joke costs nobody a favour"
    assert a[5] < a[4], "at line 6 Ruth gives once more"
    assert (a[6], b[6]) == (a[5], b[5]), "at line 7 both curves stay flat"
    strains = stage["figure"]["data"][0]["y"]
    assert strains.index(max(strains)) == 4
    fitting = [strains[number - 1] for number in (1, 2, 3, 6)]
    assert max(fitting) < max(strains) / 4, "what suits friends strains it far less"
