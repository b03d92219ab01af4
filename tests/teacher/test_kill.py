"""kill -9 anywhere in a command, and run it again: the same folder, byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

import helpkit
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from helpkit.teacher.marking.marks import Marks, marks_path
from tests.teacher.classes import FOLDER, sheet_of
from tests.teacher.gradebook.test_export import run
from tests.teacher.gradebook.test_grade import CRITERIA
from tests.teacher.samples import NOW, handed, tree

pytestmark = pytest.mark.linux

COLLECTOR = Path(__file__).parent / "children" / "collector.py"
MARKER = Path(__file__).parent / "children" / "marker.py"
FILES = 4
STOPS = 2 * FILES  # with half a draft and with the whole file, for three copies and the index


@pytest.fixture
def whole(course: Path, downloads: Path) -> dict[str, bytes]:
    """What a collection that nobody killed leaves behind."""
    for student in ("s1", "s2", "nobody"):
        (downloads / f"01-handin-{student}.zip").write_bytes(handed(student))
    (downloads / "01-handin-s3.zip").write_bytes(b"junk")
    collect(read_course(course), "01", downloads, now=NOW)
    found = tree(course)
    shutil.rmtree(course / "collected")
    return found


def killed_at(stop: int, *child: Path) -> bool:
    """Let it come so far and kill it; did it come so far?"""
    environment = {**os.environ, "PYTHONPATH": str(Path(helpkit.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, *child],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(stop):
            assert _last(process.stdout) == "here\n"
            process.stdin.write("\n")
            process.stdin.flush()
        came = _last(process.stdout) == "here\n"
        process.kill()
    return came


def _last(told: IO[str]) -> str:
    """The next stop, or the end; what a command says besides is passed over."""
    return next((line for line in told if line in ("here\n", "done\n")), "")


@pytest.mark.parametrize("stop", range(STOPS))
def test_a_killed_collection_is_done_again(
    course: Path, downloads: Path, whole: dict[str, bytes], stop: int
) -> None:
    assert killed_at(stop, COLLECTOR, course, downloads)
    assert tree(course) != whole or stop == STOPS - 1
    collect(read_course(course), "01", downloads, now=NOW)
    assert tree(course) == whole


def test_these_are_all_places_where_it_writes(
    course: Path, downloads: Path, whole: dict[str, bytes]
) -> None:
    assert not killed_at(STOPS, COLLECTOR, course, downloads)


PAGES = 2
GIVEN = 2 * (2 + PAGES)  # the results, the gradebook and the pages


@pytest.fixture
def marked(course: Path, downloads: Path) -> Path:
    """A class that was collected, and a teacher who gave marks."""
    for student in ("s1", "s2"):
        (downloads / f"01-handin-{student}.zip").write_bytes(sheet_of(student))
    collect(read_course(course), "01", downloads)
    marks = Marks(marks_path(read_course(course), "01"))
    for criterion in CRITERIA:
        spot = {"exercise": "01", "student": "s1", "item": "reflection", "marker": "an"}
        marks.record(**spot, criterion=criterion, value=2, comment="Good.")
    return course


def given_back(course: Path) -> dict[str, bytes]:
    """What stands in the course after everything was run to the end."""
    own = ["--course", course, "--exercises", FOLDER["01"]]
    run("grade", "01", *own)
    run("gradebook", "01", "--format", "csv", *own)
    run("feedback", "01", *own)
    return tree(course)


@pytest.mark.parametrize("stop", range(GIVEN))
def test_a_killed_grader_is_run_again(marked: Path, tmp_path: Path, stop: int) -> None:
    other = shutil.copytree(marked, tmp_path / "other")
    whole = given_back(other)
    assert len(whole) == 2 + 3 + 1 + 2 + PAGES  # course, collected, marks, graded, feedback
    assert killed_at(stop, MARKER, marked, FOLDER["01"])
    assert tree(marked / "marks") == tree(other / "marks")
    assert tree(marked) != whole or stop == GIVEN - 1
    assert given_back(marked) == whole


def test_these_are_all_places_where_a_grader_writes(marked: Path) -> None:
    assert not killed_at(GIVEN, MARKER, marked, FOLDER["01"])
