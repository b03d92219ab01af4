"""A worksheet of another assignment gives nobody another's grade."""

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.sender import CANVAS, MOODLE, Sender
from helpkit.teacher.collect.sheet_check import check_sheet
from helpkit.teacher.collect.submission import Submission
from tests.teacher.submissions import ALI, FROM_JAN, FROM_ZOE, JAN, ZOE, entry, grading_worksheet

CLASS = (JAN, ZOE, ALI)
FROM_ALI = Sender(MOODLE, "محمد علي", "103")
NAMED = [
    entry("a", "s1", FROM_JAN),
    entry("b", "s2", FROM_ZOE),
    entry("c", "s3", FROM_ALI),
]
HIDDEN = [entry(f"{n}", f"s{n}", Sender(MOODLE, "", f"10{n}")) for n in (1, 2, 3)]


def checked(submissions: list[Submission], *numbers: str) -> list[str]:
    rows = [(number, "", f"s{n}", "", "-") for n, number in enumerate(numbers, start=1)]
    return check_sheet(grading_worksheet(rows), "Grades.csv", submissions, CLASS)


@pytest.mark.parametrize("submissions", [NAMED, HIDDEN], ids=["named", "hidden"])
def test_the_numbers_of_other_people(submissions: list[Submission]) -> None:
    assert checked(submissions, "101", "102", "103") == []
    assert checked(submissions, "101", "103", "9") == []
    with pytest.raises(
        CourseError, match="gives number 101 to s2, and in the downloads that is s1"
    ):
        checked(submissions, "103", "101", "102")
    with pytest.raises(CourseError, match="none of the numbers"):
        checked(submissions, "7", "8", "9")


def test_one_wrong_id_says_nothing_about_the_worksheet() -> None:
    assert checked([entry("1", "s2", Sender(MOODLE, "", "101"))], "101", "102", "103") == []
    assert checked([entry("1", "x")], "101", "102", "103") == []


def test_the_worksheet_of_another_platform_says_nothing() -> None:
    (said,) = checked([entry("a", "s1", Sender(CANVAS, "jan", "11"))], "101", "102", "103")
    assert said.startswith("Grades.csv is of moodle, and the submissions are of canvas")
