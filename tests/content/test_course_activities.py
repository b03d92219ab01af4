"""A lesson reads its own activities, and a fault in another lesson is none of its business."""

import pytest

from helpkit.content import faults, load
from helpkit.errors import ContentError
from tests.content.conftest import Spoil


def test_a_lesson_opens_although_another_is_broken(spoil: Spoil) -> None:
    folder = spoil("data/activities/02.toml", 'kind = "sort"', 'kind = "sart"')
    activities = load("en", folder).activities
    assert "formality" in activities["01"]
    with pytest.raises(ContentError, match=r"data/activities/02\.toml \[metaphors\] kind"):
        activities["02"]


def test_the_check_reads_every_lesson(spoil: Spoil) -> None:
    spoil("data/activities/02.toml", 'kind = "sort"', 'kind = "sart"')
    folder = spoil("text/nl/activities/06.toml", "title = ", "titel = ")
    files = {fault.file for fault in faults(folder)}
    assert files == {"data/activities/02.toml", "text/nl/activities/06.toml"}


def test_a_lesson_is_read_once() -> None:
    activities = load("en").activities
    assert activities["01"] is activities["01"]


def test_lessons_are_those_with_a_file(spoil: Spoil) -> None:
    folder = spoil("data/activities/02.toml", 'kind = "sort"', 'kind = "sart"')
    activities = load("en", folder).activities
    assert [*activities] == ["01", "02", "06"]
    assert len(activities) == 3
    assert "02" in activities
    assert "03" not in activities
    assert activities.get("03") is None
