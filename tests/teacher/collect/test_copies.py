"""The copies and the index stay whole, whatever happened to them."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.collection import collected, copy_path, read_index
from helpkit.teacher.course.course import read_course
from helpkit.teacher.results.answers import read_copy
from tests.teacher.collect.downloads_folder import take, write
from tests.teacher.samples import (
    LATE,
    ON_TIME,
    handed,
    tree,
    version,
)


def test_an_index_that_somebody_changed_is_told(course: Path, downloads: Path) -> None:
    write(course, {"collected/01/collected.jsonl": b'{"source":"x"}\n'})
    with pytest.raises(CourseError, match=r"collected.jsonl line 1: expected a line that helpkit"):
        take(course, downloads)


def old_index(course: Path, *lines: tuple[str, bytes, str]) -> None:
    """What a helpkit wrote that knew nothing of origins and of when it was collected."""
    folder = course / "collected" / "01"
    index = [
        {
            "source": source,
            "sha256": sha256(data).hexdigest(),
            "sender": {"platform": "", "name": "", "number": "", "late": False},
            "student": student,
            "time": {"at": ON_TIME, "says": "events", "made": ON_TIME},
            "refused": "",
        }
        for source, data, student in lines
    ]
    write(
        folder,
        {"collected.jsonl": b"".join(json.dumps(each).encode() + b"\n" for each in index)}
        | {f"{who}/{sha256(data).hexdigest()}.zip": data for _, data, who in lines},
    )


def test_the_index_of_an_older_helpkit_is_read(course: Path, downloads: Path) -> None:
    old_index(course, ("a.zip", version("s1"), "s1"), ("b.zip", version("s1", LATE), "s1"))
    collection = collected(read_course(course), "01")
    assert [each.student for each in collection.counting.values()] == ["s1"]
    assert collection.is_whole  # both are of one journal, which stands in the copies
    assert take(course, downloads).is_whole
    assert all(each.origin for each in read_index(read_course(course), "01"))


def test_two_works_in_an_older_index_are_told_apart(course: Path) -> None:
    old_index(course, ("a.zip", version("s1"), "s1"), ("b.zip", handed("s1"), "s1"))
    assert collected(read_course(course), "01").withheld == {"s1"}


def test_a_decision_about_a_file_that_cannot_be_read(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": b""})
    (each,) = take(course, downloads).refused
    decision = f"[[decision]]\nexercise = '01'\nsubmission = '{each.sha256[:8]}'\nleft_out = true"
    (course / "decisions.toml").write_text(f"{decision}\nreason = 'Empty.'\n", "utf-8")
    assert collected(read_course(course), "01").is_whole


def test_a_copy_is_found_when_a_decision_gives_it_to_somebody_else(
    course: Path, downloads: Path
) -> None:
    data = handed("s1")
    write(downloads, {"a.zip": data})
    take(course, downloads)
    seal = sha256(data).hexdigest()
    decision = f"[[decision]]\nexercise = '01'\nsubmission = '{seal[:8]}'\nstudent = 's2'"
    (course / "decisions.toml").write_text(f"{decision}\nreason = 'Hers.'\n", "utf-8")
    read = read_course(course)
    assert read_copy(read, "01", collected(read, "01").counting["s2"]).contents.student == "s1"
    take(course, downloads)
    assert copy_path(read, "01", "s2", seal).read_bytes() == data


def test_a_copy_that_was_damaged_is_made_again(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    take(course, downloads)
    whole = tree(course)
    (copy,) = (course / "collected" / "01" / "s1").iterdir()
    copy.write_bytes(b"")
    assert take(course, downloads).new == 1
    assert tree(course) == whole


def test_a_copy_that_is_gone_for_good_is_told(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    take(course, downloads)
    (copy,) = (course / "collected" / "01" / "s1").iterdir()
    copy.unlink()
    (downloads / "01-handin-s1.zip").unlink()
    with pytest.raises(CourseError, match=r"\.zip is gone, and it is not in the downloads"):
        take(course, downloads)
