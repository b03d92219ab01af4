"""Journals of before open with every answer in place."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from tests.journal.old_journals import (
    EXERCISES,
    LANGUAGES,
    LESSONS,
    OLD,
    answers,
    golden,
    shown,
    shown_exercise,
)

SHOWS_ONLY = {"timeline", "predictions"}
"""The kinds of activities that take no answers."""

NEWER: set[str] = set()
"""Activities that came into the lessons after the journals were written."""


def events(lesson: str) -> list[dict[str, Any]]:
    """The events of a lesson, as they stand in its files."""
    files = [file.read_bytes() for file in OLD.glob(f"{lesson}/*.jsonl")]
    return [json.loads(line) for line in b"\n".join(files).split(b"\n") if line]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_activity_shows_what_it_showed(tmp_path: Path, lesson: str, language: str) -> None:
    states = shown(lesson, language, answers(tmp_path))
    expected = golden(lesson, language)
    assert states.keys() - NEWER == expected.keys()
    for name, state in expected.items():
        assert states[name] == state, name


@pytest.mark.parametrize("name", EXERCISES)
def test_every_part_of_an_exercise_shows_what_it_showed(tmp_path: Path, name: str) -> None:
    states, expected = shown_exercise(name, tmp_path), golden(name, "nl")
    assert states.keys() == expected.keys()
    for part, state in expected.items():
        assert states[part] == state, part


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_activity_that_takes_answers_is_in_the_journal(tmp_path: Path, lesson: str) -> None:
    activities = Lesson(lesson, answers=tmp_path).content.activities[lesson]
    answered = {
        key for key, activity in activities.items() if activity.kind not in SHOWS_ONLY
    } - NEWER
    recorded = {event["activity"].partition(".")[0] for event in events(lesson)}
    assert recorded - {"share"} == answered


def test_every_kind_of_event_is_in_the_journals() -> None:
    kinds = {event["kind"] for lesson in LESSONS for event in events(lesson)}
    assert kinds == {"prediction", "answer", "reveal", "choice", "reflection", "vote", "share"}


def test_opening_changes_no_file(tmp_path: Path) -> None:
    folder = answers(tmp_path)
    before = {file: file.read_bytes() for file in folder.iterdir()}
    shown("01", "nl", folder)
    assert {file: file.read_bytes() for file in folder.iterdir()} == before
