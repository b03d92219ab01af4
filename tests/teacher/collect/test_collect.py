"""Submissions come in from wherever a teacher has them; the same downloads give the same folder."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.collection import collected, read_index
from helpkit.teacher.course.course import read_course
from tests.teacher.collect.downloads_folder import owners, refused, take, write
from tests.teacher.samples import (
    handed,
    tree,
)

RUN_TWO = """
import sys
from pathlib import Path
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course

first = iter(["reading"])

def step(source):
    if next(first, ""):
        print("reading", flush=True)
        sys.stdin.readline()

collect(read_course(Path(sys.argv[1])), "01", Path(sys.argv[2]) / "a", step=step)
"""


def test_again_and_from_elsewhere_changes_nothing(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1"), "01-handin-s2.zip": b"junk"})
    take(course, downloads)
    before = {path: path.stat() for path in course.rglob("*")}
    done = take(course, downloads)
    assert (done.new, {path: path.stat() for path in course.rglob("*")}) == (0, before)
    assert take(course, course.parent).new == 0  # where the copies themselves are passed over


def test_two_batches_in_any_order_make_the_same_folder(course: Path, downloads: Path) -> None:
    write(downloads, {"a/01-handin-s1.zip": handed("s1"), "b/01-handin-s2.zip": handed("s2")})
    take(course, downloads / "a")
    take(course, downloads / "b")
    first = tree(course)
    (course / "collected").rename(course.parent / "old")
    take(course, downloads / "b")
    take(course, downloads / "a")
    assert tree(course) == first


def test_a_dry_run_writes_nothing(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    before = tree(course)
    done = take(course, downloads, dry_run=True)
    assert (done.new, owners(done)) == (1, [("s1", "typed")])
    assert tree(course) == before


def test_a_refused_file_that_was_put_right_is_settled(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": b"junk"})
    collection = take(course, downloads)
    assert not collection.is_whole
    assert collection.refused[0].student == "s1"
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    collection = take(course, downloads)
    assert (len(collection.settled), collection.is_whole) == (1, True)
    # And broken again it is listed again.
    write(downloads, {"01-handin-s1.zip": b"junk"})
    assert len(take(course, downloads).refused) == 1


@pytest.mark.linux
def test_links_and_pipes_are_not_followed(course: Path, downloads: Path) -> None:
    secret = downloads.parent / "secret.zip"
    secret.write_bytes(handed("s1"))
    (downloads / "01-handin-s1.zip").symlink_to(secret)
    (downloads / "folder").symlink_to(downloads.parent)
    (downloads / "bulk.zip").symlink_to(secret)
    os.mkfifo(downloads / "01-handin-s2.zip")
    os.mkfifo(downloads / "pipe.zip")
    collection = take(course, downloads)
    assert owners(collection) == []
    assert refused(collection) == [
        ("01-handin-s1.zip", "this cannot be read (a link is not followed)"),
        ("01-handin-s2.zip", "this is not a file"),
        ("bulk.zip", "this cannot be read (a link is not followed)"),
        ("pipe.zip", "this is not a file"),
    ]


@pytest.mark.linux
def test_a_name_that_is_no_text_is_told_all_the_same(course: Path, downloads: Path) -> None:
    folder = downloads / os.fsdecode(b"Zo\xeb_102_assignsubmission_file_")
    folder.mkdir()
    (folder / "01-handin-s2.zip").write_bytes(handed("s2"))
    (folder / "01-handin-x.zip").write_bytes(b"junk")
    collection = take(course, downloads)
    assert owners(collection) == [("s2", "typed")]
    assert collection.refused[0].source == r"Zo\udceb_102_assignsubmission_file_/01-handin-x.zip"
    assert take(course, downloads).new == 0


def test_downloads_that_are_not_there(course: Path, downloads: Path) -> None:
    with pytest.raises(CourseError, match="gone does not exist; expected a zip, or a folder"):
        take(course, downloads / "gone")


def test_no_course_has_every_exercise(course: Path, downloads: Path) -> None:
    with pytest.raises(CourseError, match="expected"):
        take(course, downloads, "09")


def test_an_empty_course_has_nothing_collected(course: Path) -> None:
    assert collected(read_course(course), "01").missing == ("s1", "s2", "s3")


@pytest.mark.linux
@pytest.mark.parametrize("run", range(20))
def test_of_two_at_once_one_is_sent_away_and_nothing_is_lost(
    course: Path, downloads: Path, run: int
) -> None:
    for name in ("a", "b"):
        write(downloads, {f"{name}/01-handin-{name}{n}.zip": handed(f"{name}{n}") for n in "123"})
    command = [sys.executable, "-c", RUN_TWO, str(course), str(downloads)]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as first:
        assert first.stdin
        assert first.stdout
        assert first.stdout.readline() == "reading\n"  # it is in the middle
        with pytest.raises(CourseError, match="another helpkit is writing in"):
            take(course, downloads / "b")
        assert take(course, downloads / "b", dry_run=True).new == 3
        first.communicate("\n", timeout=20)
    assert first.returncode == 0
    take(course, downloads / "b")
    assert len(read_index(read_course(course), "01")) == 6
