"""When each came, and which one counts."""

from datetime import timedelta
from pathlib import Path

import pytest

from helpkit.teacher.collect.collection import collected, read_index
from helpkit.teacher.course.course import read_course
from tests.teacher.collect.downloads_folder import take, write
from tests.teacher.samples import (
    COURSE,
    LATE,
    NOW,
    ON_TIME,
    handed,
    tree,
    version,
)


@pytest.mark.parametrize(("exercise", "counts"), [("01", LATE), ("02", "")])
def test_late_work_counts_as_the_course_says(
    course: Path, downloads: Path, exercise: str, counts: str
) -> None:
    write(downloads, {f"{exercise}-handin-s1.zip": handed("s1", LATE, exercise)})
    collection = take(course, downloads, exercise)
    assert [each.at for each in collection.counting.values()] == ([counts] if counts else [])
    assert collection.submissions[0].late
    assert collection.missing == ("s2", "s3")
    assert collection.submissions[0].days == 1


def test_of_several_the_latest_before_the_deadline_counts(course: Path, downloads: Path) -> None:
    times = ["2026-12-01T10:00:00.000Z", ON_TIME, LATE]
    write(downloads, {f"{i}/01-handin-s1.zip": version("s1", at) for i, at in enumerate(times)})
    collection = take(course, downloads)
    assert [(each.at, each.counts) for each in collection.submissions] == [
        (times[0], False),
        (ON_TIME, True),
        (LATE, False),
    ]
    assert len(tree(course / "collected" / "01" / "s1")) == 3
    longer = COURSE.replace("2026-12-04", "2026-12-06")
    (course / "course.toml").write_text(longer, "utf-8")
    assert collected(read_course(course), "01").counting["s1"].at == LATE


def test_the_moment_when_it_was_first_seen_is_kept(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    take(course, downloads)
    take(course, downloads, now=NOW + timedelta(days=1))
    take(course, downloads / "01-handin-s1.zip", now=NOW + timedelta(days=2))
    (each,) = read_index(read_course(course), "01")
    assert each.collected == "2026-12-06T00:00:00.000Z"


def test_a_time_after_the_moment_of_collecting_is_strange(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    collection = take(course, downloads, now=NOW - timedelta(days=7))
    assert [each.student for each in collection.strange] == ["s1"]
    assert not collection.is_whole
