"""A picture on its own carries its figure; what is picked comes out."""

from typing import Any

import pytest

from helpkit.activities.map.picture import heatmap
from helpkit.content import load
from helpkit.frontend.charts.chart import Chart
from helpkit.frontend.charts.picture import Picture


def picture(language: str = "en", number: int = 2) -> Picture:
    content = load(language)
    down, across = content.dimensions["one_down"], content.dimensions["arena"]
    return heatmap({("client", "one_to_one"): number}, down, across, content.ui["map"])


def test_a_chart_carries_figure_and_twin_and_no_library() -> None:
    chart = Chart(picture(), load("en"))
    assert chart.state == picture().as_json()
    assert chart.state["rows"][0]["cells"][0]["text"] == "2"
    assert len(str(chart.state)) < 5_000


PICK = {"id": "pick-1", "event": {"kind": "pick", "item": "client/one_to_one"}}
"""As the page says that a mark was clicked."""


def test_another_picture_replaces_it() -> None:
    chart = Chart(picture(), load("en"))
    chart.show(picture(number=7))
    assert chart.state["figure"]["data"][0]["z"][0][0] == 7


def test_what_is_picked_comes_out() -> None:
    found: list[str] = []
    chart = Chart(picture(), load("en"), found.append)
    chart._receive(chart, PICK, [])
    assert found == ["client/one_to_one"]


def test_a_callback_that_raises_is_told_and_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    chart = Chart(picture("nl"), load("nl"), lambda key: print(1 / 0))
    monkeypatch.setattr(chart, "send", told.append)
    with pytest.raises(ZeroDivisionError):
        chart._receive(chart, PICK, [])
    assert told[0]["id"] == "pick-1"
    assert told[0]["problem"].startswith("Er ging iets mis in helpkit (ZeroDivisionError")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_language_has_the_words_of_a_drawing(language: str) -> None:
    chart = Chart(picture(language), load(language))
    assert set(chart.drawing) == {"picture", "decimal", "thousands"}
    assert "{name}" in chart.drawing["picture"]
