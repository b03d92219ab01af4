"""The commands of `helpkit decide`: what is kept, what counts then, and what is refused."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import read_index
from helpkit.teacher.collect.decide import changes, decide, extended, moment_of, named, withdrawal
from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.collect.submission import Submission
from helpkit.teacher.course.course import Course, advice, read_course
from helpkit.teacher.course.decisions import Decision, Kind
from helpkit.teacher.course.lock import alone
from tests.teacher.samples import COURSE, LATE, handed, tree


@pytest.fixture
def mine(course: Path, downloads: Path) -> Path:
    """A course in Amsterdam with a submission on time, a late one and a stranger's."""
    (course / "course.toml").write_text(f'timezone = "Europe/Amsterdam"\n{COURSE}', "utf-8")
    for name, data in (("a", handed("s1")), ("b", handed("s2", LATE)), ("x", handed("s9"))):
        (downloads / f"{name}.zip").write_bytes(data)
    collect(read_course(course), "01", downloads)
    return course


def sha256(course: Path, source: str) -> str:
    (each,) = (each for each in read_index(read_course(course), "01") if each.source == source)
    return each.sha256


def run(course: Path, line: str, reason: str = "because") -> "subprocess.CompletedProcess[str]":
    words = [*line.split(), *(("--reason", reason) if reason else ())]
    return subprocess.run(
        [sys.executable, "-m", "helpkit", "decide", *words, "--course", str(course)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
    )


def test_a_decision_is_kept_and_the_next_step_is_said(mine: Path) -> None:
    done = run(mine, "owner 01 x.zip s3", "She showed it to me; “really”, \\o/")
    assert (done.returncode, done.stderr) == (0, "")
    start = sha256(mine, "x.zip")
    assert done.stdout.startswith(f"Exercise 01: {start[:8]} is that of s3; ")
    assert done.stdout.endswith(". Next:  helpkit grade 01\n")
    assert done.stdout.count("\n") == 1
    decision = read_course(mine).decisions.submission("01", start)
    assert decision
    assert decision.student == "s3"
    assert decision.reason == "She showed it to me; “really”, \\o/"
    assert decision.made


def test_an_extension_and_points_and_what_is_taken_back(mine: Path) -> None:
    assert (
        "s2: extension until 2026-12-06 17:00 CET; "
        in run(mine, "extension 01 s2 2026-12-06T17:00").stdout
    )
    assert run(mine, "points 01 s3 7.5").stdout == (
        "Exercise 01: s3: 7.5 of 10 points by hand. Next:  helpkit gradebook 01\n"
    )
    assert run(mine, "withdraw points 01 s3", "not").returncode == 0
    lines = run(mine, "list 01", "").stdout.splitlines()
    when = r" \(\d{4}-\d\d-\d\d \d\d:\d\d CES?T\)"
    shapes = [
        rf"1\. Exercise 01: s2: extension until 2026-12-06 17:00 CET{when}: because",
        rf"2\. Exercise 01: s3: 7\.5 of 10 points by hand{when}, no longer stands: because",
        rf"3\. Exercise 01: s3: points withdrawn{when}: not",
    ]
    assert len(lines) == len(shapes)
    assert all(map(re.fullmatch, shapes, lines))
    assert read_course(mine).decisions.points("01", "s3") is None
    assert run(mine, "list 02", "").stdout == "No decisions.\n"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("owner 01 nope s2", "'nope' fits no submissions of exercise 01: expected 4 or more "
         "of the first letters of its sha256, or its source, as  helpkit collect  shows it"),
        ("owner 01 x.zip s4", "nothing is decided: expected a student of roster.csv, got 's4'"),
        ("owner 07 x.zip s2", "course.toml: expected [exercises.07], got 01, 02"),
        ("handed-in-at 01 b.zip 2026-12-01", "expected a day and a time such as 2026-12-04T17:00, "
         "got '2026-12-01'"),
        ("extension 01 s2 2026-12-01T10:00", "expected a time after the deadline of exercise 01, "
         "2026-12-04T17:00:00+01:00, got 2026-12-01T10:00:00+01:00"),
        ("points 01 s2 11", "nothing is decided: decisions.toml [decision 1] points: expected "
         "points from 0 to 10, those of exercise 01, got 11.0"),
        ("withdraw points 01 s2", "'s2' fits no decisions (points) in exercise 01: none stands"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_one_sentence_and_keeps_nothing(
    mine: Path, line: str, sentence: str
) -> None:
    before = tree(mine)
    done = run(mine, line)
    assert done.returncode == 2
    assert done.stderr.strip().endswith(sentence)
    assert "Traceback" not in done.stderr
    assert tree(mine) == before


@pytest.mark.parametrize("reason", ["", " ", "two\nlines", "\x1b[2Jgone", "\u202eback"])
def test_a_reason_is_a_text_on_one_line(mine: Path, reason: str) -> None:
    done = run(mine, "leave-out 01 b.zip", reason)
    assert done.returncode == 2
    assert "reason" in done.stderr
    assert not (mine / "decisions.toml").exists()


def made(course: Course) -> Decision:
    return Decision("01", "ill", student="s1", points=3.0)


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"# mine, without an end of line",
        b"\xef\xbb\xbf# from Notepad\r\n\r\n[[decision]]\r\nexercise = '01'\r\nstudent = 's2'\r\n"
        b"points = 4 # by mail\r\nreason = 'oral'",
    ],
)
def test_what_was_in_the_file_stays_byte_for_byte(mine: Path, before: bytes) -> None:
    path = mine / "decisions.toml"
    path.write_bytes(before)
    read = read_course(mine)
    after = decide(read, made(read))
    assert path.read_bytes().startswith(before)
    assert after.decisions == read_course(mine).decisions
    assert len(after.decisions) == len(read.decisions) + 1


def test_a_file_that_cannot_be_added_to_stays_as_it_is(mine: Path) -> None:
    path = mine / "decisions.toml"
    path.write_text("decision = []\n", "utf-8")
    before = path.read_bytes()
    read = read_course(mine)
    with pytest.raises(CourseError, match=r"nothing is decided: decisions\.toml: not readable"):
        decide(read, made(read))
    assert path.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_not_added_to(mine: Path) -> None:
    read = read_course(mine)
    decide(read, made(read))
    before = (mine / "decisions.toml").read_bytes()
    with pytest.raises(CourseError, match="does not hold what it held"):
        decide(read, made(read))
    assert (mine / "decisions.toml").read_bytes() == before


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_new_file_begins_with_what_can_be_written_in_it(mine: Path, language: str) -> None:
    rules = (mine / "course.toml").read_text("utf-8").replace('"en"', f'"{language}"')
    (mine / "course.toml").write_text(rules, "utf-8")
    read = read_course(mine)
    decide(read, made(read))
    text = (mine / "decisions.toml").read_text("utf-8")
    head, _, tables = text.partition("\n\n")
    assert all(line.startswith("#") for line in head.splitlines())
    assert {"submission", "student", "left_out", "at", "until", "points"} <= {
        *re.findall(r"\w+", head)
    }
    assert tables.startswith("[[decision]]")
    example = "\n".join(
        line[2:] for line in head.splitlines() if re.match(r"# \[\[|# \w+ = ", line)
    )
    (mine / "decisions.toml").write_text(example.replace("s7", "s1"), "utf-8")
    assert read_course(mine).decisions.extension("01", "s1")


def test_while_another_is_writing_nothing_is_decided(mine: Path) -> None:
    with alone(mine):
        done = run(mine, "points 01 s1 3")
    assert done.returncode == 2
    assert "another helpkit is writing" in done.stderr
    assert not (mine / "decisions.toml").exists()


SENDER = Sender()


def place(source: str, sha256: str, refused: str = "") -> Submission:
    return Submission(source, sha256, SENDER, refused=refused)


def test_a_submission_is_named_by_its_source_or_first_letters() -> None:
    submissions = [
        place("x/a.zip", "ab" * 32),
        place("y.zip", "ab" * 32),
        place("z\x1b.zip", "cd" * 32),
    ]
    assert named(submissions, "y.zip", "01").sha256 == "ab" * 32
    assert named(submissions, "ABAB", "01").start == "ab" * 8
    assert named(submissions, "z\\x1b.zip", "01").sha256 == "cd" * 32
    with pytest.raises(CourseError, match="'abc' fits no submissions"):
        named(submissions, "abc", "01")


def test_a_name_that_fits_several_is_refused_and_says_which() -> None:
    submissions = [place("a.zip", "ab" * 32), place("abab", "cd" * 32), place("abab", "", "torn")]
    with pytest.raises(CourseError, match="'abab' fits 2 submissions of exercise 01: ") as error:
        named(submissions, "abab", "01")
    assert f"{'ab' * 8} (a.zip); {'cd' * 8} (abab): give one of these" in str(error.value)


def test_a_moment_is_in_the_zone_of_the_course(mine: Path) -> None:
    read = read_course(mine)
    assert moment_of("2026-12-01 10:00", read).isoformat() == "2026-12-01T10:00:00+01:00"
    with pytest.raises(CourseError, match=r"Europe/Amsterdam is at \+01:00 from UTC then"):
        moment_of("2026-12-01T10:00+02:00", read)
    (mine / "course.toml").write_text(COURSE, "utf-8")
    with pytest.raises(CourseError, match="expected a time with its offset"):
        moment_of("2026-12-01T10:00", read_course(mine))


def test_what_is_taken_back_is_the_one_that_stands(mine: Path) -> None:
    start = sha256(mine, "b.zip")[:16]
    course = decide(read_course(mine), Decision("01", "copied", start, left_out=True))
    taken = withdrawal(course, Kind.LEAVE_OUT, "01", start[:4].upper(), "mistake")
    assert (taken.submission, taken.withdrawn) == (start, Kind.LEAVE_OUT)
    assert withdrawal(course, Kind.LEAVE_OUT, "01", "b.zip", "mistake") == taken
    after = decide(course, taken)
    assert after.decisions.submission("01", sha256(mine, "b.zip")) is None
    with pytest.raises(CourseError, match="fits no decisions"):
        withdrawal(after, Kind.LEAVE_OUT, "01", start, "again")


def test_an_extension_needs_a_later_time(mine: Path) -> None:
    read = read_course(mine)
    later = extended(read, "01", "s1", "2026-12-04T17:01", "ill")
    assert decide(read, later).deadline("01", "s1").isoformat() == "2026-12-04T17:01:00+01:00"
    with pytest.raises(CourseError, match="expected a time after the deadline"):
        extended(read, "01", "s1", "2026-12-04T17:00", "ill")


def test_what_counts_now_is_told_for_whom_it_changes() -> None:
    def counted(student: str, sha256: str, late: bool = False) -> Submission:
        return Submission("a.zip", sha256, SENDER, student=student, late=late, counts=True)

    before = {"s1": counted("s1", "a" * 64), "s2": counted("s2", "b" * 64, late=True)}
    after = {"s2": counted("s2", "b" * 64), "s3": counted("s3", "c" * 64, late=True)}
    assert [*changes(before, before)] == []
    assert [*changes(before, after)] == [
        "s1: nothing counts now",
        "s2: bbbbbbbb counts now, in time",
        "s3: cccccccc counts now, late",
    ]


def test_a_student_with_a_decision_may_leave_the_class(mine: Path) -> None:
    assert run(mine, "extension 01 s3 2026-12-11T17:00:00+01:00").returncode == 0
    roster = mine / "roster.csv"
    left = [line for line in roster.read_text("utf-8").splitlines() if not line.startswith("s3,")]
    roster.write_text("\n".join(left) + "\n", "utf-8")
    course = read_course(mine)
    assert [each.student for each in course.decisions] == ["s3"]
    assert any(
        "[decision 1] student: expected a student of roster.csv" in s for s in advice(course)
    )
    wrong = run(mine, "extension 01 s3 2026-12-12T17:00:00+01:00")
    assert (wrong.returncode, "nothing is decided: expected a student" in wrong.stderr) == (2, True)
    assert run(mine, "withdraw extension 01 s3").returncode == 0
    assert not any("student:" in each for each in advice(read_course(mine)))
