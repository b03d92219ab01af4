"""A platform's file is read in any language, and a file of neither platform is told."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import CourseError
from helpkit.teacher.collect.platform_date import dates_of, is_dated
from helpkit.teacher.collect.worksheet import read_worksheet
from tests.teacher.sheets import AT, CANVAS, CLASS, HEADINGS, moodle

ZONE = ZoneInfo("Europe/Amsterdam")
NAME, ID, EMAIL, SUBMITTED, COMMENT = 1, 2, 3, 8, 10
languages = pytest.mark.parametrize("language", HEADINGS)


@languages
@pytest.mark.parametrize("cut", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_moodle_in_any_language(language: str, cut: str, encoding: str) -> None:
    sheet = read_worksheet(moodle(language, cut=cut).encode(encoding), ZONE)
    assert sheet.platform == "moodle"
    assert [(row.number, row.name, row.id_number, row.email) for row in sheet.rows] == [*CLASS]
    assert [row.at for row in sheet.rows] == [AT, "", ""]
    assert sheet.headings[sheet.columns.grade] == HEADINGS[language][5]
    assert sheet.maximum(sheet.columns.grade) == 10
    assert sheet.faults == ()


MORE = {
    "team": {5: ("Group", "Group A")},
    "marker": {5: ("Marker", "Ms. Smit")},
    "workflow": {7: ("Marking workflow state", "Not marked")},
    "text": {9: ("Online text", "<p>Hello, at 12:30</p>")},
    "dates": {5: ("Due date", "Friday, 4 December 2026, 5:00 PM")},
    "department": {4: ("Department", "7")},
    "outcomes": {10: ("x", "")},
}


@languages
@pytest.mark.parametrize("more", MORE)
def test_options_of_an_assignment_add_columns(language: str, more: str) -> None:
    sheet = read_worksheet(moodle(language, more=MORE[more]).encode(), ZONE)
    assert [(row.number, row.name, row.id_number, row.email) for row in sheet.rows] == [*CLASS]
    assert sheet.headings[sheet.columns.grade] == HEADINGS[language][5]
    assert sheet.headings[sheet.columns.changeable] == HEADINGS[language][7]
    assert sheet.headings[sheet.columns.graded] == HEADINGS[language][9]
    assert [row.at for row in sheet.rows] == [AT, "", ""]


@languages
@pytest.mark.parametrize(
    ("without", "row"),
    [
        ((ID,), ("101", "Jan de Vries", "", "jan@school.nl", AT)),
        ((ID, EMAIL), ("101", "Jan de Vries", "", "", AT)),
        ((NAME, ID, EMAIL), ("101", "", "", "", AT)),
        ((SUBMITTED,), ("101", "Jan de Vries", "s1", "jan@school.nl", "")),
        ((COMMENT,), ("101", "Jan de Vries", "s1", "jan@school.nl", AT)),
    ],
)
def test_what_a_school_does_not_show_is_not_there(
    language: str, without: tuple[int, ...], row: tuple[str, ...]
) -> None:
    sheet = read_worksheet(moodle(language, without=without).encode(), ZONE)
    first = sheet.rows[0]
    assert (first.number, first.name, first.id_number, first.email, first.at) == row
    assert (sheet.columns.comment == -1) == (COMMENT in without)


def test_a_scale_is_no_number() -> None:
    sheet = read_worksheet(moodle(most="Poor\nGood", grades={"s1": "Good"}).encode(), ZONE)
    assert [row.name for row in sheet.rows] == [name for _, name, _, _ in CLASS]
    assert sheet.maximum(sheet.columns.grade) is None


def test_canvas() -> None:
    sheet = read_worksheet(CANVAS.encode(), ZONE)
    assert sheet.platform == "canvas"
    assert [(row.number, row.name, row.id_number, row.email) for row in sheet.rows[:2]] == [
        ("11", "Jan de Vries", "s1", "jan@school.nl"),
        ("22", "Zoë Jansen", "s2", "zoe@school.nl"),
    ]
    assert sheet.assignments == {"Exercise 1 (4711)": 5, "Exercise 2 (4712)": 6}
    assert sheet.maximum(5) == 10


def test_a_file_of_neither_says_which_columns_came() -> None:
    with pytest.raises(CourseError, match=r"expected Moodle’s grading worksheet or .* came: a, b$"):
        read_worksheet(b"a,b\n1,2\n", ZONE)
    with pytest.raises(CourseError, match="the worksheet is empty; expected"):
        read_worksheet(b"", ZONE)


def test_a_time_that_cannot_be_read_is_told() -> None:
    text = moodle().replace("Wednesday, 2 December", "Tuesday, 2 December")
    sheet = read_worksheet(text.encode(), ZONE, "Grades.csv")
    assert sheet.rows[0].at == ""
    assert sheet.faults == (
        "Grades.csv: the time 'Tuesday, 2 December 2026, 3:45 PM' cannot be read",
    )


@pytest.mark.parametrize(
    "cell",
    [
        "Saturday, 24 October 2026, 3:45 PM", "Saturday, October 24, 2026, 3:45\u202fPM",
        "zaterdag, 24 oktober 2026, 15:45", "Samstag, 24. Oktober 2026, 15:45",
        "samedi 24 octobre 2026, 15:45", "samedi 24 octobre 2026 à 15h45",
        "sábado, 24 de octubre de 2026, 15:45", "sabato, 24 ottobre 2026, 15:45",
        "sobota, 24 października 2026, 15:45", "subota, 24. listopada 2026, 15:45",
        "lördag, 24 oktober 2026, 15:45", "суббота, 24 октября 2026, 15:45",
        "السبت، 24 أكتوبر 2026، 3:45 م", "Σάββατο, 24 Οκτωβρίου 2026, 3:45 μμ",
        "2026. október 24., szombat, 15:45", "2026年10月24日 土曜日 15:45",
        "2026年10月24日 星期六 15:45", "2026년 10월 24일 토요일 15:45", "2026-10-24 15:45",
    ],
)  # fmt: skip
def test_dates_as_people_read_them(cell: str) -> None:
    assert dates_of([cell, "-", cell, ""], ZONE).at == ("2026-10-24T13:45:00.000Z", "") * 2
    assert is_dated(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "Friday, 24 October 2026, 3:45 PM",  # it was a Saturday
        "24 October 2026, 3:45 PM",  # in which language?
        "24.10.2026 15:45", "Saturday, 24 October 2026", "Saturday, 31 November 2026, 3:45 PM",
        "Saturday, 24 October 2026, 13:45 PM", "Saturday, 24 October 2026, 3:45 in the afternoon",
        "yesterday", "12:00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(cell: str) -> None:
    dates = dates_of([cell], ZONE)
    assert (dates.at, dates.unread) == (("",), (cell,))


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)),
    st.sampled_from(["%A, %d %B %Y, %I:%M %p", "%A, %B %d, %Y, %H:%M"]),
)
def test_a_moment_survives_being_written_out(moment: datetime, form: str) -> None:
    dates = dates_of([moment.strftime(form)], ZoneInfo("UTC"))
    assert dates.at == (f"{moment:%Y-%m-%dT%H:%M}:00.000Z",)
