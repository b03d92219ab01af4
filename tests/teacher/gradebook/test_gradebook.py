"""Gradebooks are checked by reading them back, as a platform and a spreadsheet would."""

import csv
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import CourseError, OutOfRangeError
from helpkit.teacher.course.cell_text import inert, original
from helpkit.teacher.course.roster import Student
from helpkit.teacher.gradebook.formats import FORMATS, read, write
from helpkit.teacher.gradebook.grade import Grade
from helpkit.teacher.gradebook.gradebook import Gradebook, GradebookEntry

JAN = Student("s1", "Jan de Vries", canvas="11", extra={"SIS User ID": "007", "Section": "A"})
ZOE = Student("s2", '=HYPERLINK("x";"Zoë")', canvas="22")
GRADES = Gradebook(
    "csv",
    "Exercise 1 (4711)",
    10,
    (JAN, ZOE),
    {
        "s1": Grade("s1", 7.5, 10, comment='Good, "really";\nnext time more'),
        "s2": Grade("s2", None, 10, comment="-2 for the end"),
    },
    {"s1": "101", "s2": "102"},
)
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.builds(
    str.__add__, st.sampled_from(["'", "''", *STARTS]), st.text("=+-@'\t\r\n,;\"a", max_size=8)
)
forms = pytest.mark.parametrize("form", FORMATS)


def written(form: str, book: Gradebook = GRADES, **fields: Any) -> bytes:
    return write(replace(book, form=form, **fields))


def rows(data: bytes) -> list[list[str]]:
    return [*csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)]


def test_the_columns_of_a_canvas() -> None:
    assert rows(written("canvas")) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Exercise 1 (4711)"],
        ["    Points Possible", "", "", "", "", "10"],
        ["Jan de Vries", "11", "007", "", "A", "7.5"],
        ['\'=HYPERLINK("x";"Zoë")', "22", "", "", "", ""],
    ]


def test_the_columns_of_a_moodle() -> None:
    head, first, second = rows(written("moodle"))
    assert {"Identifier", "Grade", "Last modified (grade)"} <= {*head}
    comment = 'Good, "really";<br>\nnext time more'  # Moodle shows it as HTML
    assert first == ["Participant 101", "Jan de Vries", "", "s1", "7.5", "10", "-", comment]
    assert second[4:] == ["", "10", "-", "'-2 for the end"]


def test_a_plain_one_says_who_is_not_graded() -> None:
    data = written("csv")
    assert data.startswith("\ufeff".encode())
    assert [row[3:6] for row in rows(data)[1:]] == [["7.5", "10", "yes"], ["", "10", "no"]]


@forms
def test_what_is_written_is_read_back(form: str) -> None:
    first, second = read(written(form), form, GRADES.column)
    key, comments = ("11", ("", "")) if form == "canvas" else ("s1", _comments())
    assert first == GradebookEntry(key, JAN.name, 7.5, comments[0])
    assert (second.name, second.points, second.comment) == (ZOE.name, None, comments[1])


def _comments() -> tuple[str, str]:
    return GRADES.comment(JAN), GRADES.comment(ZOE)


@forms
@settings(deadline=None)
@given(name=texts, comment=texts, points=st.none() | st.integers(0, 1000).map(lambda n: n / 100))
def test_any_text_comes_back_and_is_never_a_formula(
    form: str, name: str, comment: str, points: float | None
) -> None:
    student = Student("s1", name, canvas="7", extra={"Section": comment})
    grade = Grade("s1", points, 10, comment=comment)
    data = write(Gradebook(form, "Exercise", 10, (student,), {"s1": grade}))
    (entry,) = read(data, form, "Exercise")
    assert (entry.name, entry.points) == (name, points)
    assert entry.comment == ("" if form == "canvas" else comment)
    for row in rows(data):
        assert not any(cell.startswith(STARTS) for cell in row if cell != "-")


@forms
def test_no_grade_is_never_a_zero(form: str) -> None:
    grades = {"s1": Grade("s1", None, 10), "s2": Grade("s2", 0, 10)}
    data = written(form, grades=grades)
    assert [entry.points for entry in read(data, form, GRADES.column)] == [None, 0]


@settings(deadline=None)
@given(texts)
def test_inert_has_a_way_back(text: str) -> None:
    assert original(inert(text)) == text
    assert not inert(text).startswith(STARTS)


@pytest.mark.parametrize("points", [-1, float("nan"), float("inf")])
def test_points_that_are_none(points: float) -> None:
    with pytest.raises(OutOfRangeError, match="points of s1 must be 0 or more, or None, got"):
        Grade("s1", points, 10)


def test_what_a_gradebook_cannot_be() -> None:
    with pytest.raises(CourseError, match="a gradebook is one of canvas, moodle, csv, got 'xls'"):
        written("xls")
    with pytest.raises(CourseError, match="a column in Canvas cannot be called 'ID'"):
        written("canvas", column="ID")
    with pytest.raises(CourseError, match="has the column ID number; this file does not"):
        read(written("csv"), "moodle")
