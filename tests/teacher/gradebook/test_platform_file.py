"""Grades go into the platform's own file, and nothing else in it changes."""

import csv
from io import StringIO
from itertools import chain, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import CourseError
from helpkit.teacher.collect.worksheet import read_worksheet
from helpkit.teacher.course.roster import Student
from helpkit.teacher.gradebook.grade import Grade
from helpkit.teacher.gradebook.gradebook import Gradebook
from helpkit.teacher.gradebook.platform_file import PlatformFile, column_for, fill_sheet
from tests.teacher.sheets import CANVAS, CLASS, HEADINGS, moodle

STUDENTS = (
    Student("s1", "Jan de Vries", canvas="11"),
    Student("s2", "Zoë Jansen", canvas="22"),
    Student("s3", "محمد علي", canvas="33"),
)
languages = pytest.mark.parametrize("language", HEADINGS)


def grades(*points: float | None, comment: str = "", possible: float = 10) -> Gradebook:
    pairs = [*zip(STUDENTS, points, strict=False)]
    return Gradebook(
        "moodle", "x", possible, tuple(student for student, _ in pairs),
        {own.id: Grade(own.id, earned, possible, comment=comment) for own, earned in pairs},
        dict(zip(("s1", "s2", "s3"), ("101", "102", "103"), strict=True)),
    )  # fmt: skip


def done(text: str, book: Gradebook, wanted: str = "", *, comments: bool = False) -> PlatformFile:
    sheet = read_worksheet(text.encode(), name="Grades.csv")
    column = column_for(sheet, wanted, "course.toml [exercises.01]")
    return fill_sheet(sheet, book, column, comments=comments)


def changed(before: str, after: bytes) -> list[tuple[str, str]]:
    """The cells that differ, as they were and as they are."""
    old, new = (
        chain.from_iterable(csv.reader(StringIO(text, newline="")))
        for text in (before, after.decode())
    )
    return [(cell, other) for cell, other in zip_longest(old, new) if cell != other]


@languages
def test_only_grades_are_filled_in(language: str) -> None:
    text = moodle(language)
    file = done(text, grades(7.5, 10, None))
    assert file.data.decode() == text.replace(",,10.00,", ",7.5,10.00,", 1).replace(
        ",,10.00,", ",10,10.00,", 1
    )
    assert (file.count, file.lost) == (2, ())
    assert file.notes == ("No grade yet, left as it is: s3",)


@pytest.mark.parametrize(
    ("most", "cut", "cell"),
    [("10,00", ",", '"7,5"'), ("10,00", ";", '"7,5"'), ("10.00", ";", "7.5"), ("10", ";", '"7,5"')],
)
def test_numbers_are_written_as_the_file_writes_them(most: str, cut: str, cell: str) -> None:
    text = moodle("nl", most=most, cut=cut)
    assert f"{cut}{cell}{cut}" in done(text, grades(7.5, None, None)).data.decode()


def test_what_moodle_will_make_of_it_is_told() -> None:
    friday = "Friday, 4 December 2026, 9:05 AM"
    text = moodle(grades={"s1": "7.50", "s2": "6.00"}, graded={"s1": friday, "s2": friday},
                  changeable={"s3": "No"})  # fmt: skip
    assert done(text, grades(7.5, 8, 9)).notes == (
        "Moodle has this grade already: s1",
        "Replaces a grade in Moodle: s2 (6.00 there)",
        "Moodle will skip, because the grade cannot be changed there: s3",
    )


def test_moodle_reads_dates_in_english_only() -> None:
    text = moodle("nl", grades={"s1": "6.00"}, graded={"s1": "vrijdag, 4 december 2026, 09:05"})
    (note, _) = done(text, grades(7, None, 8)).notes
    assert note == (
        "Moodle will skip, because it reads dates in English only, unless you tick ‘Allow updating "
        "records that have been modified more recently in Moodle than in the spreadsheet’: "
        "s1 (6.00 there)"
    )


def test_who_has_no_grade_keeps_what_stands_there() -> None:
    text = moodle(grades={"s1": "7.50"}, comments={"s1": "<p>Typed there</p>"})
    file = done(text, grades(None, None, None, comment="ours"), comments=True)
    assert file.data.decode() == text
    assert file.notes == ("No grade yet, left as it is: s1 (7.50 there), s2, s3",)


def test_comments_only_if_wanted_and_never_an_empty_one() -> None:
    text = moodle(comments={"s1": "<p>Typed there</p>"})
    assert changed(text, done(text, grades(7, comment="<b>\nGood")).data) == [("", "7")]
    assert changed(text, done(text, grades(7, comment=""), comments=True).data) == [("", "7")]
    file = done(text, grades(7, comment="=1<b>\nGood"), comments=True)
    assert changed(text, file.data) == [
        ("", "7"), ("<p>Typed there</p>", "'=1&lt;b&gt;<br>\nGood")
    ]  # fmt: skip
    assert "Replaces a comment in Moodle: s1" in file.notes


def test_students_and_lines_without_each_other_are_named() -> None:
    text = moodle(rows=(*CLASS[:2], ("104", "Kim =1\x1b[31m", "s9", "kim@school.nl")))
    file = done(text, grades(7, 8, 9))
    assert file.lost == ("s3",)
    assert file.notes == (
        "No line in Grades.csv: s3",
        "Nobody on the roster, left as it is: Grades.csv line 4 (Participant 104 Kim =1\\x1b[31m)",
    )


def test_two_lines_for_one_student_get_nothing() -> None:
    text = moodle(rows=(*CLASS, ("104", "J. Vries", "s1", "j@school.nl")))
    file = done(text, grades(7, None, None))
    assert (file.data.decode(), file.lost) == (text, ("s1",))
    assert file.notes[-1] == "More than one line in Grades.csv, left as they are: s1"


def test_a_namesake_who_is_not_in_the_class_gets_no_grade() -> None:
    text = moodle(rows=(("104", "Jan de Vries", "s9", "other@school.nl"), *CLASS))
    file = done(text, grades(7, None, None))
    assert changed(text, file.data) == [("", "7")]
    assert file.data.decode().splitlines()[2].startswith("Participant 101,Jan de Vries,s1")
    assert ",7,10.00," in file.data.decode().splitlines()[2]


def test_anonymous_submissions_go_by_the_number_of_the_participant() -> None:
    text = moodle(without=(1, 2, 3))
    lines = done(text, grades(7, 8, None)).data.decode().splitlines()
    assert [",7," in lines[1], ",8," in lines[2]] == [True, True]


@pytest.mark.parametrize(
    ("most", "sentence"),
    [
        ("100.00", "has a maximum of 100 points, and the course of 10: make them the same"),
        ("Poor\nGood", "has no maximum, so this assignment takes a scale or no grades"),
    ],
)
def test_other_points_are_refused(most: str, sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        done(moodle(most=most), grades(7))


@pytest.mark.parametrize("wanted", ["Exercise 1 (4711)", "Exercise 1", "An older title (4711)"])
def test_canvas_gets_only_our_column(wanted: str) -> None:
    file = done(CANVAS, grades(7.5, 8, 6), wanted)
    assert changed(CANVAS, file.data) == [("", "7.5"), ("", "8")]
    assert file.notes == (
        "Canvas has this grade already: s3",
        "Nobody on the roster, left as it is: Grades.csv line 7 (Student, Test 99)",
    )


def test_who_is_excused_in_canvas_stays_so() -> None:
    file = done(CANVAS, grades(9, 8, 7), "Exercise 2 (4712)")
    assert changed(CANVAS, file.data) == [("", "7")]
    assert "Excused or not assigned in Canvas, left as it is: s2 (EX there)" in file.notes


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("", r"course.toml \[exercises.01\] has no column: add .* in Grades.csv it could be: "
             r"Exercise 1 \(4711\), Exercise 2 \(4712\)$"),
        ("Essay (9)", r"Grades.csv has no column 'Essay \(9\)', .*; it could be: Exercise 1"),
    ],
)  # fmt: skip
def test_an_unknown_column_is_no_new_assignment(wanted: str, sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        done(CANVAS, grades(7), wanted)


@given(
    st.sampled_from([*HEADINGS]),
    st.sampled_from([",", ";", "\t"]),
    st.lists(st.none() | st.integers(0, 1000).map(lambda n: n / 100), min_size=3, max_size=3),
    st.sampled_from(["10.00", "10,00", "10"]),
)
def test_every_grade_comes_back(
    language: str, cut: str, points: list[float | None], most: str
) -> None:
    text = moodle(language, cut=cut, most=most)
    given_grades = grades(*points)
    back = read_worksheet(done(text, given_grades).data, name="Grades.csv")
    read = [line.text(back.columns.grade).replace(",", ".") for line in back.lines]
    assert [float(row) if row else None for row in read] == points
