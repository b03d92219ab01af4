"""`helpkit progress`: what the journals hold, and nothing is changed."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpkit.content import load
from helpkit.journal import Journal
from helpkit.journal.lesson_view import LESSON_VIEW
from tests.activities.lesson_widget import look_around
from tests.cli.samples import Run


def test_progress_shows_what_the_journals_hold(run: Run, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "course" / "answers")
    for item in ("directions", "homework"):
        journal.record(activity="formality", item=item, value="informal")
    journal.record(activity="formality", item="directions", kind="reveal", value=None)
    done = run("progress")
    assert done.returncode == 0, done.stderr
    assert load("en").activities["01"]["formality"].title in done.stdout
    assert "answers 2, reveals 1" in done.stdout
    assert str(journal.folder) in done.stdout


@pytest.mark.linux
def test_progress_speaks_the_time_of_this_computer(run: Run, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "course" / "answers")
    kept = journal.record(activity="formality", item="directions", value="informal")
    utc = datetime.fromisoformat(kept.at).replace(tzinfo=None)
    for zone, hours in (("UTC", 0), ("Pacific/Kiritimati", 14)):
        done = run("progress", TZ=zone)
        assert f"{utc + timedelta(hours=hours):%Y-%m-%d %H:%M}" in done.stdout
        assert "Last (your time)" in done.stdout


def test_progress_only_reads(run: Run, tmp_path: Path) -> None:
    done = run("progress", "nowhere")
    assert done.returncode == 0
    assert "No answers yet." in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_progress_tells_what_is_wrong_with_the_journals(run: Run, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "course" / "answers")
    journal.record(activity="formality", item="directions", value="informal")
    with journal.segment.open("ab") as file:
        file.write(b'{"torn')
    done = run("progress")
    assert done.returncode == 0
    assert journal.segment.name in done.stdout
    assert "could not be read" in done.stdout


def test_progress_follows_the_answers_folder_that_is_named(run: Run, tmp_path: Path) -> None:
    done = run("progress", HELPKIT_ANSWERS=str(tmp_path / "elsewhere"))
    assert str(tmp_path / "elsewhere") in done.stdout


def test_progress_says_nothing_of_how_a_lesson_is_looked_at(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "course" / "answers"
    look_around(folder)
    assert "No answers yet." in run("progress").stdout
    Journal(folder).record(activity="formality", item="directions", value="informal")
    shown = run("progress").stdout
    assert "answers 1" in shown
    assert LESSON_VIEW not in shown
