"""What the lesson view gets to know of the course."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

import helpkit
from helpkit.content import languages, load
from helpkit.lab.course_folder import lessons_folder
from helpkit.lab.course_json import course, course_json, exercises_folder
from helpkit.teacher.course.course import read_course
from helpkit.teacher.course.release import release_contents

Notebook = dict[str, Any]

EXERCISES = ("01", "02", "06")
COURSE = 'title = "Helping"\nlanguage = "en"\nseed = "autumn"\n' + "".join(
    f"[exercises.{exercise}]\ndeadline = 2026-12-04T17:00:00+01:00\npoints = 10\n"
    for exercise in EXERCISES
)


@pytest.fixture(scope="module")
def ours() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(course_json())
    return whole


def entry(ours: dict[str, Any], kind: str, number: str, language: str) -> Notebook:
    about = {"kind": kind, "number": number, "language": language}
    (match,) = (each for each in ours["notebooks"] if about.items() <= each.items())
    return dict(match)


def code(notebook: bytes | str) -> list[str]:
    cells = json.loads(notebook)["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def test_it_names_this_version_and_every_language(ours: dict[str, Any]) -> None:
    assert ours["version"] == helpkit.__version__
    assert {id: each["name"] for id, each in ours["languages"].items()} == {
        "en": "English",
        "nl": "Nederlands",
    }


def test_it_has_the_words_of_the_lesson_view(tmp_path: Path) -> None:
    words = {"go-on": "Verder"}
    content = dataclasses.replace(load("nl"), ui={"lesson_view": words, "other": {"a": "b"}})
    assert course([content], tmp_path, tmp_path)["languages"]["nl"]["words"] == words


def test_every_notebook_we_ship_is_in_it_once(ours: dict[str, Any]) -> None:
    lessons = {path.relative_to(lessons_folder()) for path in lessons_folder().glob("*/*.ipynb")}
    exercises = {(path.parent.name, path.stem) for path in exercises_folder().glob("*/*.ipynb")}
    files = [(each["kind"], each["language"], each["file"]) for each in ours["notebooks"]]
    assert len(files) == len(set(files))
    assert set(files) == {
        *(("lesson", path.parent.name, path.name) for path in lessons),
        *(("exercise", language, f"{folder}.ipynb") for folder, language in exercises),
    }
    assert {language for _, language, _ in files} == set(languages())


def test_a_lesson_has_what_the_map_of_lessons_says(ours: dict[str, Any]) -> None:
    lesson = entry(ours, "lesson", "02", "nl")
    chapter = load("nl").chapters["02"]
    assert (lesson["title"], lesson["minutes"]) == (chapter.title, chapter.minutes)
    assert lesson["file"] == chapter.file
    activities = load("nl").activities["02"]
    assert lesson["activities"] == {id: each.minutes for id, each in activities.items()}
    assert all(minutes > 0 for minutes in lesson["activities"].values())


def test_what_is_no_chapter_is_called_as_it_calls_itself(ours: dict[str, Any]) -> None:
    assert entry(ours, "exercise", "01", "nl")["title"] == "Opgave 1 · Wat is hulp?"
    assert entry(ours, "exercise", "01", "en")["title"] == "Exercise 1 · What is help?"


def test_the_code_is_that_of_the_notebook_in_its_order(ours: dict[str, Any]) -> None:
    path = lessons_folder() / "en" / "01-what-is-help.ipynb"
    assert entry(ours, "lesson", "01", "en")["code"] == code(path.read_text("utf-8"))


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_a_student_gets_is_known(
    ours: dict[str, Any], tmp_path: Path, exercise: str, language: str
) -> None:
    (tmp_path / "course.toml").write_text(COURSE, "utf-8")
    (tmp_path / "roster.csv").write_text("student,name\ns1,Jan\n", "utf-8")
    handed_out = release_contents(read_course(tmp_path), exercise, language)
    known = entry(ours, "exercise", exercise, language)
    assert known["code"] == code(handed_out[known["file"]])


def test_lines_that_are_stored_one_by_one_are_the_same_code(tmp_path: Path) -> None:
    """JupyterLab gives the page the source of a cell in one piece."""
    cell = {"cell_type": "code", "source": ["a = 1\n", "a"], "metadata": {}}
    notebook = {"cells": [cell], "metadata": {"helpkit": {"lesson": "01"}}}
    lessons = tmp_path / "lessons"
    (lessons / "en").mkdir(parents=True)
    (lessons / "en" / "01.ipynb").write_text(json.dumps(notebook), "utf-8")
    (lesson,) = course([load("en")], lessons, tmp_path / "none")["notebooks"]
    assert lesson["code"] == ["a = 1\na"]


def test_nothing_of_a_key_is_in_it(ours: dict[str, Any]) -> None:
    assert {name for each in ours["notebooks"] for name in each} == {
        *("kind", "number", "language", "file", "title", "minutes", "activities", "code")
    }
