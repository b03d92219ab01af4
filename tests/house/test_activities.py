"""An activity has one name: verb, kind, folder, module, class on the page, texts and tests."""

import inspect
import re
from importlib import import_module

import pytest

from helpkit import Lesson
from helpkit.activities.registry import KINDS
from helpkit.content import languages, load
from tests.house.source import PACKAGE
from tests.paths import ROOT

ACTIVITIES = PACKAGE / "activities"
SHARED = {"outcomes"}
"""What all activities may know of one another is no activity."""

NAME = re.compile(r'^    name = "(\w+)"$', re.MULTILINE)
AREAS = {
    "chart", "common", "desk", "exercise", "feedback", "grading", "journal", "lesson", "mirror",
    "nbgrader", "routes", "scene-faults", "traces", "welcome",
}  # fmt: skip
"""Texts that are of no page alone."""

FOLDERS = sorted(path.parent.name for path in ACTIVITIES.glob("*/__init__.py"))
PAGES = sorted(path.parent.name for path in ACTIVITIES.glob("*/widget.py"))
VERBS = {name for name, _ in inspect.getmembers(Lesson, inspect.isfunction) if name[0] != "_"}


def test_each_verb_is_a_folder_and_each_folder_a_verb() -> None:
    assert {*FOLDERS} - SHARED == VERBS


def test_each_kind_is_a_verb() -> None:
    used = {one.kind for every in load("en").activities.values() for one in every.values()}
    assert used <= KINDS.keys() <= VERBS


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_file_says_of_it_is_in_its_folder(kind: str) -> None:
    assert KINDS[kind].__module__ == f"helpkit.activities.{kind}.activity"
    assert KINDS[kind].__name__ == f"{kind.capitalize()}Activity"


@pytest.mark.parametrize("name", PAGES)
def test_its_page_has_its_name(name: str) -> None:
    folder = ACTIVITIES / name
    widget = getattr(import_module(f"helpkit.activities.{name}.widget"), name.capitalize())
    assert widget.name == name
    assert f'"{name}"' in (folder / f"{name}.js").read_text("utf-8")
    style = folder / f"{name}.css"
    assert not style.exists() or f".hk-{name}" in style.read_text("utf-8")


@pytest.mark.parametrize("language", languages())
def test_texts_are_named_for_the_page_that_shows_them(language: str) -> None:
    names = {name for path in PACKAGE.rglob("*.py") for name in NAME.findall(path.read_text())}
    assert load(language).ui.keys() - names == AREAS


@pytest.mark.parametrize("name", PAGES)
def test_its_tests_have_its_name(name: str) -> None:
    assert list((ROOT / "tests" / "activities" / name).glob("test_*.py"))
