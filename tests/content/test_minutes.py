"""The minutes of a lesson's activities and of its text add up to what the lesson promises."""

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from helpkit.content import load
from tests.paths import LESSONS

NOTEBOOKS = sorted(LESSONS.glob("*/0[1-9]-*.ipynb"))
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
READING = 200  # words a minute, of a careful reader at B1: see bench/minutes.py
SHOWN = re.compile(r'ch\d\.(?!reveal)\w+\("([\w-]+)"\)')


def halves(path: Path) -> tuple[list[Any], list[Any]]:
    """The cells of the lesson itself, and those from *More, if you like* on."""
    cells = nbformat.read(path, as_version=4).cells
    (at,) = (number for number, cell in enumerate(cells) if cell.id == "sandbox")
    return cells[1:at], cells[at:]


def shown(cells: list[Any]) -> list[str]:
    return [key for cell in cells for key in SHOWN.findall(cell.source)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_what_stands_under_more_is_extra(path: Path) -> None:
    core, more = halves(path)
    activities = load("en").activities[path.name[:2]]
    assert sorted(shown(core)) == sorted(key for key, each in activities.items() if not each.extra)
    assert sorted(shown(more)) == sorted(key for key, each in activities.items() if each.extra)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_activities_and_text_take_what_the_lesson_says(path: Path) -> None:
    core, _ = halves(path)
    content = load("en")
    activities = content.activities[path.name[:2]]
    prose = " ".join(cell.source for cell in core if cell.cell_type == "markdown")
    minutes = sum(activities[key].minutes for key in shown(core))
    whole = minutes + len(WORD.findall(prose)) / READING
    assert whole == pytest.approx(content.chapters[path.name[:2]].minutes, rel=0.1)
