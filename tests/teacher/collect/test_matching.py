"""Whose is it? What a platform says goes first, then what was typed."""

import pytest

from helpkit.teacher.collect.matching import Roster, matched
from helpkit.teacher.collect.sender import (
    BLACKBOARD,
    BRIGHTSPACE,
    CANVAS,
    MOODLE,
    NBGRADER,
    TEAMS,
    Sender,
)
from helpkit.teacher.collect.submission import DECIDED, Submission
from helpkit.teacher.course.roster import Student
from tests.teacher.submissions import (
    ALI,
    FROM_JAN,
    FROM_ZOE,
    JAN,
    MALLORY,
    ZOE,
    decided,
    entry,
    grading_worksheet,
)

CLASS = (JAN, ZOE, ALI)


def whose(*submissions: Submission, roster: Roster | None = None) -> list[tuple[str, str]]:
    matches = matched(submissions, roster or Roster(CLASS))
    return [(each.student, each.by) for each in matches]


@pytest.mark.parametrize(
    "sender",
    [
        Sender(MOODLE, "Jan de Vries", "101"),
        Sender(MOODLE, "Group A-Jan de Vries", "101", group="Group A"),
        Sender(CANVAS, "devriesjan", "5"),
        Sender(CANVAS, "", "11"),
        Sender(BRIGHTSPACE, "Jan de Vries", "123456"),
        Sender(BLACKBOARD, login="s1"),
        Sender(TEAMS, "de Vries, Jan"),
        Sender(NBGRADER, "s1"),
    ],
)
def test_a_platform_names_a_student(sender: Sender) -> None:
    assert whose(entry("a.zip", "typo", sender)) == [("s1", sender.platform)]


def test_the_platform_goes_before_what_was_typed_and_says_so() -> None:
    submission = entry("a.zip", "s1", FROM_ZOE)
    (match,) = matched([submission], Roster(CLASS))
    assert (match.student, match.by) == ("s2", "moodle")
    assert match.note == "moodle says s2, and s1 was typed"


def test_the_same_work_of_the_student_who_was_typed_is_nobodys() -> None:
    mine = entry("a.zip", "s1", FROM_JAN)
    copied = entry("b.zip", "s1", FROM_ZOE, origin=mine.origin)
    why = "moodle says s2, and s1 was typed, who handed in the same work"
    assert whose(mine, copied) == [("s1", "moodle"), ("", why)]
    # Refused work is nobody's proof.
    broken = entry("a.zip", "s1", FROM_JAN, refused="junk", origin=copied.origin)
    assert whose(broken, copied)[1] == ("s2", "moodle")


def test_a_slip_of_the_pen_does_not_matter_where_the_platform_knows() -> None:
    assert whose(entry("a.zip", "s11", FROM_JAN)) == [("s1", "moodle")]


def test_without_a_platform_what_was_typed_counts_and_then_the_file_name() -> None:
    assert whose(entry("a.zip", "S1 ")) == [("s1", "typed")]
    assert whose(entry("01-handin-s2.zip", "x")) == [("s2", "file name")]
    assert whose(entry("a.zip", "s1", MALLORY)) == [("s1", "typed")]


def test_a_number_in_the_roster_is_no_platforms_word() -> None:
    """It may be that of another assignment: everybody has another number there."""
    hidden = Sender(MOODLE, "", "33")
    assert whose(entry("a.zip", "x", hidden)) == [("s3", "moodle")]
    ((student, why),) = whose(entry("a.zip", "s1", hidden))
    assert student == ""
    assert "may be of another assignment" in why
    named = Sender(MOODLE, "Jan de Vries", "33")
    assert whose(entry("a.zip", "x", named)) == [("s1", "moodle")]


@pytest.mark.parametrize(
    "row",
    [
        ("7", "J.", "s1", "", "-"),
        ("7", "Jan de Vries", "", "", "-"),
        ("7", "Zoë Jansen", "s1", "zoe@school.nl", "-"),
    ],
)
def test_the_worksheet_says_who_has_a_number(row: tuple[str, str, str, str, str]) -> None:
    roster = Roster(CLASS, grading_worksheet([row]))
    assert whose(entry("a.zip", "s3", Sender(MOODLE, "", "7")), roster=roster) == [("s1", "moodle")]
    assert roster.numbers(MOODLE) == {"s1": "7"}
    assert roster.numbers(CANVAS) == {}


def test_the_worksheet_knows_a_student_by_their_address() -> None:
    roster = Roster(CLASS, grading_worksheet([("7", "Z.", "", "Zoe@School.nl", "-")]))
    assert roster.sent(Sender(MOODLE, "", "7"))[0] == "s2"


def test_a_decision_goes_before_everything() -> None:
    submission = entry("a.zip", "s1", FROM_JAN)
    (match,) = matched([submission], Roster(CLASS), lambda _: decided(submission, student="s3"))
    assert (match.student, match.by) == ("s3", DECIDED)


def test_what_two_students_share_names_nobody() -> None:
    twins = (Student("t1", "Kim Bos"), Student("t2", "Kim Bos"))
    submission = entry("a.zip", "x", Sender(MOODLE, "Kim Bos", "1"))
    assert matched([submission], Roster(twins))[0].student == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0123456", "123456"),
        ("123456", "123456"),
        ("I23456", "123456"),
        ("12345", "123456"),
        ("123465", "123456"),
        ("s123456", "123456"),
        ("00a7", "oa7"),
        ("999", ""),
        ("", ""),
    ],
)
def test_an_id_that_was_almost_right(typed: str, meant: str) -> None:
    roster = Roster([Student("123456", "A"), Student("oa7", "B"), Student("777777", "C")])
    assert roster.near(typed) == meant
