"""kill -9 anywhere in a collection, and collect again: the same folder, byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import helpkit
from helpkit.teacher.collect import collect
from helpkit.teacher.course import read_course
from tests.teacher.samples import handed, tree

pytestmark = pytest.mark.linux

CHILD = Path(__file__).parent / "children" / "collector.py"
FILES = 4
STOPS = 2 * FILES  # with half a draft and with the whole file, for three copies and the index


@pytest.fixture
def whole(course: Path, downloads: Path) -> dict[str, bytes]:
    """What a collection that nobody killed leaves behind."""
    for student in ("s1", "s2", "nobody"):
        (downloads / f"01-handin-{student}.zip").write_bytes(handed(student))
    (downloads / "01-handin-s3.zip").write_bytes(b"junk")
    collect(read_course(course), "01", downloads)
    found = tree(course)
    shutil.rmtree(course / "collected")
    return found


def killed_at(stop: int, course: Path, downloads: Path) -> bool:
    """Let it come so far and kill it; did it come so far?"""
    environment = {**os.environ, "PYTHONPATH": str(Path(helpkit.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, CHILD, course, downloads],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(stop):
            assert process.stdout.readline() == "here\n"
            process.stdin.write("\n")
            process.stdin.flush()
        came = process.stdout.readline() == "here\n"
        process.kill()
    return came


@pytest.mark.parametrize("stop", range(STOPS))
def test_a_killed_collection_is_done_again(
    course: Path, downloads: Path, whole: dict[str, bytes], stop: int
) -> None:
    assert killed_at(stop, course, downloads)
    assert tree(course) != whole or stop == STOPS - 1
    collect(read_course(course), "01", downloads)
    assert tree(course) == whole


def test_these_are_all_places_where_it_writes(
    course: Path, downloads: Path, whole: dict[str, bytes]
) -> None:
    assert not killed_at(STOPS, course, downloads)
