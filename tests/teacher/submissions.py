"""Submissions and a course, made by hand: what was collected, without any file."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from helpkit.teacher.collect.sender import MOODLE, Sender
from helpkit.teacher.collect.submission import Submission, Time
from helpkit.teacher.collect.worksheet import Worksheet, read_worksheet
from helpkit.teacher.course.course import Course, ExerciseRules
from helpkit.teacher.course.decisions import Decision, Decisions
from helpkit.teacher.course.roster import Student
from tests.teacher.samples import ON_TIME

JAN, ZOE, ALI = (
    Student("s1", "Jan de Vries", canvas="11"),
    Student("s2", "Zoë Jansen", canvas="22", extra={"mail": "zoe@school.nl"}),
    Student("s3", "محمد علي", moodle="33"),
)
FROM_JAN, FROM_ZOE = Sender(MOODLE, "Jan de Vries", "101"), Sender(MOODLE, "Zoë Jansen", "102")
NOBODY: Final = Sender()
MALLORY: Final = Sender(MOODLE, "Mallory", "666")
DEADLINE: Final = datetime(2026, 12, 4, 16, tzinfo=UTC)
COLLECTED: Final = "2026-12-06T00:00:00.000Z"


def course_of(*decisions: Decision, **fields: Any) -> Course:
    """A course of three with one exercise."""
    rules = ExerciseRules(DEADLINE, 10.0)
    course = Course(
        Path("course"), "Helping", "en", "seed",
        exercises={"01": rules}, students=(JAN, ZOE, ALI), decisions=Decisions(decisions),
    )  # fmt: skip
    return replace(course, **fields)


def entry(
    source: str, typed: str = "s1", sender: Sender = NOBODY, at: str = ON_TIME, **fields: Any
) -> Submission:
    """A line of the index; it comes from a journal of its own unless `origin` says so."""
    seal = sha256(source.encode()).hexdigest()
    fields = {"origin": seal[:16], "collected": COLLECTED, "time": Time(at, made=at), **fields}
    return Submission(source, seal, sender, typed, **fields)


def decided(about: Submission, **fields: Any) -> Decision:
    """What the teacher decided about a submission."""
    return Decision("01", "I know.", submission=about.sha256[:8], **fields)


def grading_worksheet(rows: Iterable[tuple[str, str, str, str, str]]) -> Worksheet:
    """Moodle's: participant, name, ID number, e-mail address and time of each."""
    heading = (
        "Identifier,Full name,ID number,Email address,Status,Grade,Maximum grade,"
        "Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments"
    )
    lines = [
        f'Participant {number},{name},{key},{mail},Submitted for grading,,100.00,Yes,"{at}",-,'
        for number, name, key, mail, at in rows
    ]
    return read_worksheet("\r\n".join([heading, *lines, ""]).encode("utf-8-sig"))
