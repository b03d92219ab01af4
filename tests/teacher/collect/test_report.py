"""What a teacher is told of what came in: whose word it is, what waits, and what to type."""

from pathlib import Path

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.report import questions, report
from helpkit.teacher.collect.sorting import sort_out
from tests.teacher.gradebook.test_export import run
from tests.teacher.samples import handed, version, zipped
from tests.teacher.submissions import FROM_ZOE, course_of, decided, entry

ZONE = 'title = "Helping"\ntimezone = "Europe/Amsterdam"'


@pytest.fixture(autouse=True)
def past(course: Path) -> None:
    """Reports go by today, and it must be after the deadline."""
    rules = (course / "course.toml").read_text("utf-8")
    rules = rules.replace("2026-12", "2024-12").replace('title = "Helping"', ZONE)
    (course / "course.toml").write_text(rules, "utf-8")


def put(downloads: Path, **files: bytes) -> None:
    for name, data in files.items():
        (downloads / f"{name}.zip").write_bytes(data)


def collect(course: Path, downloads: Path, *more: object) -> tuple[int, list[str]]:
    code, said = run("collect", "01", downloads, "--course", course, *more)
    return code, said.splitlines()


def in_time(student: str, day: int = 3, **fields: str) -> bytes:
    at, began = f"2024-12-0{day}T10:00:00.000Z", "2024-12-01T09:00:00.000Z"
    return version(student, at, began, **fields)


def test_the_platform_is_believed_and_the_teacher_told(course: Path, downloads: Path) -> None:
    names = (("Jan de Vries", "s1"), ("Zoë Jansen", "s1"), ("محمد علي", "s3"))
    bulk = {
        f"{name}_{at}_assignsubmission_file/01-handin-{typed}.zip": in_time(typed, value=name)
        for at, (name, typed) in enumerate(names)
    }
    put(downloads, bulk=zipped(bulk))
    code, said = collect(course, downloads)
    assert (code, said) == (
        1,
        [
            "Unmatched: bulk.zip/Zoë Jansen_1_assignsubmission_file/01-handin-s1.zip: moodle says "
            "s2, and s1 was typed, who handed in the same work",
            "Nothing from: s2",
            "Exercise 01: submissions 2, students 2, unmatched 1, refused 0; new copies 3.",
        ],
    )


def test_a_contest_is_said_with_what_to_type(course: Path, downloads: Path) -> None:
    put(downloads, a=in_time("s1"), b=handed("s1", "2024-12-03T11:00:00.000Z"))
    code, (line, missing, counts) = collect(course, downloads)
    assert code == 1
    assert line.startswith("Contested s1: a.zip (")
    assert "and b.zip (" in line
    assert "so none of it counts. Decide whose each is:  helpkit decide owner 01 " in line
    assert missing == "Nothing from: s2, s3"
    assert "submissions 0, students 0, unmatched 0, refused 0, contested 1;" in counts
    typed = line.partition("helpkit ")[2].replace("…", "hers").split()
    assert "SUBMISSION" in typed, "which of the two is the teacher's to say"
    with pytest.raises(CourseError, match="'SUBMISSION' fits no submissions"):
        run(*typed, "--course", course)
    first = line.partition("a.zip (")[2][:8]
    hers = [first if word == "SUBMISSION" else word for word in typed]
    assert run(*hers, "--course", course)[0] == 0
    code, said = collect(course, downloads)
    assert (code, said[0]) == (0, "s1: decided: hers"), said
    assert "submissions 1, students 1, unmatched 0, refused 0, settled 1;" in said[-1]


def test_grade_says_it_too(course: Path, downloads: Path) -> None:
    put(downloads, a=in_time("s1"), b=handed("s1", "2024-12-03T11:00:00.000Z"))
    collect(course, downloads)
    code, said = run("grade", "01", "--course", course)
    assert code == 1
    assert "Contested s1: " in said
    assert "Not graded s1: different work came in this name: decide whose it is" in said


def test_times_are_those_of_the_clock_on_the_wall(course: Path, downloads: Path) -> None:
    put(downloads, a=in_time("s1", day=5))
    code, said = collect(course, downloads)
    late = "s1: late according to the student's clock (2024-12-05 11:00 CET); counts"
    assert (code, said[0]) == (0, late)


def test_nothing_came(course: Path, downloads: Path) -> None:
    (downloads / "holiday.jpg").write_bytes(b"")
    code, said = collect(course, downloads)
    assert code == 1
    assert said[-2] == (
        f"Nothing in {downloads} could be a submission for exercise 01: expected files such as "
        "01-handin-STUDENT.zip, or the zip in which a platform gives them"
    )
    with pytest.raises(CourseError, match="say where the submissions are"):
        run("collect", "01", "--course", course)


def test_did_you_mean(course: Path, downloads: Path) -> None:
    (course / "roster.csv").write_text("student,name\n123456,Jan\n", "utf-8")
    put(downloads, a=in_time("0123456"))
    code, said = collect(course, downloads)
    assert code == 1
    assert said[0].endswith("number; did you mean 123456?")


def test_what_waits_for_a_decision() -> None:
    strange = entry("a.zip", "s1", at="2030-01-01T00:00:00.000Z")
    lost = decided(entry("gone.zip"), left_out=True)
    course = course_of(lost)
    said = [*questions(sort_out([strange], course, "01"), course)]
    assert said == [
        "Strange time of s1: the student's clock (2030-01-01 00:00 UTC): it was collected before "
        "that, 2026-12-06 00:00 UTC. If you know better:  helpkit decide handed-in-at 01 "
        f"{strange.sha256[:8]} TIME --reason …",
        f"Decision about {lost.submission}: a submission of that name was never collected",
    ]


def test_whose_word_it_is() -> None:
    course, each = course_of(), entry("a.zip", "s1", FROM_ZOE)
    said = [*report(sort_out([each], course, "01"), course)]
    assert said[0] == (
        "Look at s2: moodle says s2, and s1 was typed. If that is right:  helpkit decide owner 01 "
        f"{each.sha256[:8]} s2 --reason …"
    )
    course = course_of(decided(each, student="s2"))
    said = [*report(sort_out([each], course, "01"), course)]
    assert said == ["s2: decided: I know.", "Nothing from: s1, s3"]
