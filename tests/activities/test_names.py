"""An activity has one name: its verb, kind, folder, widget, module, root class and tests."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest

from helpkit import Lesson
from helpkit.activities.registry import KINDS
from helpkit.frontend.base import ActivityWidget
from tests.paths import ROOT

ACTIVITIES = ROOT / "helpkit" / "activities"
TESTS = ROOT / "tests" / "activities"

FOLDERS = {path.parent.name for path in ACTIVITIES.glob("*/__init__.py")} - {"outcomes"}
READ = {"questions", "routes"}
"""Verbs that show a text and no widget."""
SHOWN = sorted(FOLDERS - READ)
WITHOUT_KIND = READ | {"lessons", "start", "share", "terms", "reveal"}
"""Verbs that show no activity of their own."""


def widgets(folder: str) -> list[type[ActivityWidget]]:
    """The public widget classes that a folder defines."""
    module = import_module(f"helpkit.activities.{folder}.widget")
    return [
        member
        for name, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__
        and issubclass(member, ActivityWidget)
        and not name.startswith("_")
    ]


def test_the_verbs_of_a_lesson_are_the_folders() -> None:
    verbs = {name for name, _ in inspect.getmembers(Lesson, inspect.isfunction) if name[0] != "_"}
    assert verbs == FOLDERS


def test_the_kinds_are_the_folders_of_activities() -> None:
    assert {*KINDS} == FOLDERS - WITHOUT_KIND
    assert {*KINDS} == {path.parent.name for path in ACTIVITIES.glob("*/activity.py")}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_file_says_of_an_activity_is_in_its_folder(kind: str) -> None:
    assert KINDS[kind].__module__ == f"helpkit.activities.{kind}.activity"
    assert KINDS[kind].__name__ == f"{kind.capitalize()}Activity"


@pytest.mark.parametrize("folder", SHOWN)
def test_a_folder_has_one_widget_of_its_name(folder: str) -> None:
    (widget,) = widgets(folder)
    assert (widget.__name__, widget.name) == (folder.capitalize(), folder)


@pytest.mark.parametrize("folder", SHOWN)
def test_its_module_and_its_style_have_the_name(folder: str) -> None:
    module = (ACTIVITIES / folder / f"{folder}.js").read_text("utf-8")
    assert f'mount("{folder}"' in module or f'exploration("{folder}")' in module
    styles = {path.name for path in (ACTIVITIES / folder).glob("*.css")}
    assert f"{folder}.css" in styles or not styles, "two have no style of their own"


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_its_tests_have_the_name(folder: str) -> None:
    assert _tests(TESTS / folder), f"nothing tests {folder}"


def _tests(folder: Path) -> list[Path]:
    return list(folder.glob("test_*.py"))
