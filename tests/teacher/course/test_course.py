"""The two files of a course: made, read, and each fault told in a sentence."""

from pathlib import Path

import pytest

from helpkit.content import languages
from helpkit.errors import CourseError, UnknownIdError
from helpkit.teacher.course.course import FeedbackPart, Late, advice, new_course, read_course
from tests.teacher.samples import COURSE


def faults(root: Path) -> list[str]:
    with pytest.raises(CourseError) as told_by:
        read_course(root)
    return str(told_by.value).splitlines()


def test_a_course_holds_what_its_files_say(course: Path) -> None:
    read = read_course(course)
    assert (read.title, read.language, read.seed, read.seats) == ("Helping", "en", "autumn", None)
    assert [*read.exercises] == ["01", "02"]
    rules = read.rules("01")
    assert (rules.points, rules.late) == (10, Late.ACCEPT)
    assert rules.closes == "2026-12-04T16:00:00.000Z"
    assert rules.feedback == (FeedbackPart.POINTS, FeedbackPart.MESSAGES, FeedbackPart.COMMENTS)
    assert [student.name for student in read.students] == ["Jan de Vries", "Zoë Jansen", "محمد علي"]
    assert read.students[0].extra == {"Section": "A"}


def test_a_course_does_not_have_every_exercise(course: Path) -> None:
    with pytest.raises(CourseError, match=r"expected \[exercises.06\], got 01, 02"):
        read_course(course).rules("06")


@pytest.mark.parametrize("language", languages())
def test_a_new_course_needs_only_its_students(tmp_path: Path, language: str) -> None:
    root = tmp_path / "mine"
    _, roster = new_course(root, language)
    assert faults(root) == ["roster.csv holds only a header; expected lines below it"]
    with roster.open("a", encoding="utf-8") as file:
        file.write("s1,Jan de Vries,,\n")
    assert read_course(root).language == language
    assert [*read_course(root).exercises] == ["01"]
    assert [*advice(read_course(root))] == []


def test_every_language_has_the_same_rules(tmp_path: Path) -> None:
    made = [new_course(tmp_path / language, language) for language in languages()]
    codes = [[line for line in paths[0].read_text("utf-8").splitlines() if line] for paths in made]
    kept = [[line for line in code if line[0] != "#"][2:] for code in codes]
    assert len({tuple(line for line in lines if "seed" not in line) for lines in kept}) == 1


@pytest.mark.parametrize("name", ["course.toml", "roster.csv"])
def test_a_new_course_replaces_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(CourseError, match=f"{name} already exists and stays as it is"):
        new_course(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_course_in_a_language_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match="language must be one of en, nl, got 'fr'"):
        new_course(tmp_path, "fr")


def test_no_course_says_how_one_is_made(tmp_path: Path) -> None:
    assert faults(tmp_path) == [
        f"{tmp_path / 'course.toml'} does not exist: create it with  helpkit course new {tmp_path}",
        f"{tmp_path / 'roster.csv'} does not exist; expected the path of a CSV file",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "Helping"', "title = 3", "title: expected a text on one line, got 3"),
        ('seed = "autumn"', "", "seed: missing"),
        ('"en"', '"fr"', "language: expected one of en, nl, got 'fr'"),
        ('seed = "autumn"', 'seed = "autumn"\ncolour = 1', "colour: unknown key; expected one of "
         "title, language, seed, exercises, seats, timezone"),
        ('seed = "autumn"', 'seed = "autumn"\nseats = true',
         "seats: expected a whole number from 1 to 100000, got True"),
        ("+01:00", "", "[exercises.01] deadline: expected a time with its offset from UTC such as "
         "2026-12-04T17:00:00+01:00, or a timezone for the whole course, got 2026-12-04T17:00:00"),
        ("T17:00:00+01:00", "", "[exercises.01] deadline: expected a day and a time such as "
         "2026-12-04T17:00:00, got 2026-12-04"),
        ("points = 10", "points = '10'",
         "[exercises.01] points: expected a number from 0 to 10000, got '10'"),
        ("points = 10", "points = nan",
         "[exercises.01] points: expected a number from 0 to 10000, got nan"),
        ("points = 10", "", "[exercises.01] points: missing"),
        ('"refuse"', '"never"',
         "[exercises.02] late: expected one of accept, refuse, lower, got 'never'"),
        ('"refuse"', '"accept"\nfeedback = ["key"]', "[exercises.02] feedback: expected a list "
         "drawn from points, messages, readings, comments, got ['key']"),
        ("exercises.02", "exercises.2", 
         "[exercises] 2: expected a number of two digits such as 01"),
        ("[exercises.02]", "[exercises.02", "not readable as TOML: Expected ']' at the end of a "
         "table declaration (at line 8, column 14)"),
    ],
)  # fmt: skip
def test_each_fault_of_the_rules(course: Path, old: str, new: str, sentence: str) -> None:
    assert old in COURSE
    (course / "course.toml").write_text(COURSE.replace(old, new, 1), "utf-8")
    separator = ": " if sentence.startswith("not") else " "
    assert faults(course) == [f"course.toml{separator}{sentence}"]


def test_every_unknown_key_has_its_own_line(course: Path) -> None:
    rules = COURSE.replace("points = 10", "point = 10\nweight = 2", 1)
    (course / "course.toml").write_text(f"colour = 1\nname = 'x'\n{rules}", "utf-8")
    places = [line.partition(":")[0] for line in faults(course)]
    assert sorted(places) == [
        "course.toml [exercises.01] point",
        "course.toml [exercises.01] points",
        "course.toml [exercises.01] weight",
        "course.toml colour",
        "course.toml name",
    ]


def placed(root: Path, deadline: str, zone: str = "Europe/Amsterdam") -> None:
    """The course, with a zone and another deadline of exercise 01."""
    rules = COURSE.replace("2026-12-04T17:00:00+01:00", deadline, 1)
    (root / "course.toml").write_text(f'timezone = "{zone}"\n{rules}', "utf-8")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-12-04T17:00:00", "2026-12-04T17:00:00+01:00"),
        ("2026-12-04 17:00:00", "2026-12-04T17:00:00+01:00"),
        ("2026-10-24T20:00:00", "2026-10-24T20:00:00+02:00"),
        ("2026-10-24T20:00:00+02:00", "2026-10-24T20:00:00+02:00"),
        ("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00"),
    ],
)
def test_a_deadline_is_in_the_zone_of_the_course(course: Path, written: str, meant: str) -> None:
    placed(course, written)
    read = read_course(course)
    assert str(read.zone) == "Europe/Amsterdam"
    assert read.rules("01").deadline.isoformat() == meant
    assert read.deadline("01", "s1") == read.rules("01").deadline


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("2026-12-04T17:00:00+02:00", "Europe/Amsterdam is at +01:00 from UTC then: expected "
         "2026-12-04T16:00:00+01:00 or 2026-12-04T17:00:00 without an offset, got "
         "2026-12-04T17:00:00+02:00"),
        ("2026-07-04T17:00:00Z", "Europe/Amsterdam is at +02:00 from UTC then: expected "
         "2026-07-04T19:00:00+02:00 or 2026-07-04T17:00:00 without an offset, got "
         "2026-07-04T17:00:00+00:00"),
        ("2027-03-28T02:30:00", "expected a time that exists; the clocks of Europe/Amsterdam skip "
         "2027-03-28T02:30:00"),
        ("1066-10-14T09:00:00", "expected a year from 1970 to 9997, got 1066-10-14T09:00:00"),
    ],
)  # fmt: skip
def test_a_deadline_that_does_not_fit_the_zone(course: Path, written: str, sentence: str) -> None:
    placed(course, written)
    assert faults(course) == [f"course.toml [exercises.01] deadline: {sentence}"]


@pytest.mark.parametrize(
    ("name", "got"),
    [
        ("Europe/Amstredam", "'Europe/Amstredam'; did you mean Europe/Amsterdam?"),
        ("Europe", "'Europe'"),
        ("../secret", "'../secret'"),
        ("leapseconds", "'leapseconds'"),
    ],
)
def test_a_zone_that_is_not_there(course: Path, name: str, got: str) -> None:
    placed(course, "2026-12-04T17:00:00", name)
    (line,) = faults(course)
    assert line.startswith(
        f"course.toml timezone: expected the name of a zone such as Europe/Amsterdam, got {got}"
    )


def test_a_course_without_a_zone_is_advised_to_have_one(course: Path) -> None:
    (line,) = advice(read_course(course))
    assert line.startswith("course.toml has no timezone: add for example  timezone = ")
    placed(course, "2026-12-04T17:00:00")
    assert [*advice(read_course(course))] == []


def test_a_deadline_that_comes_twice_is_said(course: Path) -> None:
    placed(course, "2026-10-25T02:30:00")
    assert [*advice(read_course(course))] == [
        "course.toml [exercises.01] deadline: clocks show this time twice that night; "
        "2026-10-25T02:30:00+02:00 is meant"
    ]


def test_a_deadline_for_ever_needs_no_zone(course: Path) -> None:
    rules = COURSE.replace("2026-12-04T17:00:00+01:00", "9999-12-31T23:59:59+01:00")
    (course / "course.toml").write_text(rules, "utf-8")
    assert read_course(course).rules("01").closes == "9999-12-31T22:59:59.000Z"


def test_an_extension_is_a_later_deadline_of_one_student(course: Path) -> None:
    placed(course, "2026-12-04T17:00:00")
    table = '[[decision]]\nexercise = "01"\nstudent = "s2"\nreason = "ill"\nuntil = '
    (course / "decisions.toml").write_text(f"{table}2026-12-11T17:00:00\n", "utf-8")
    read = read_course(course)
    assert read.deadline("01", "s2").isoformat() == "2026-12-11T17:00:00+01:00"
    assert read.deadline("01", "s1") == read.rules("01").deadline
    (course / "decisions.toml").write_text(f"{table}2026-12-01T17:00:00\n", "utf-8")
    read = read_course(course)
    assert read.deadline("01", "s2") == read.rules("01").deadline
    assert [*advice(read)] == [
        "decisions.toml [decision 1] until: not later than the deadline of exercise 01, so the "
        "deadline counts"
    ]


def test_faults_in_the_decisions_are_faults_of_the_course(course: Path) -> None:
    (course / "decisions.toml").write_bytes(b"[[decision]]\nexercise = '\xff'")
    assert faults(course)[0].startswith("decisions.toml: not readable as TOML: 'utf-8' codec")


def test_more_students_than_seats(course: Path) -> None:
    (course / "course.toml").write_text("seats = 2\n" + COURSE, "utf-8")
    assert faults(course) == [
        "roster.csv has 3 students; expected at most 2, the seats in course.toml"
    ]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("cut", [",", ";"])
def test_a_roster_as_spreadsheets_write_it(course: Path, mark: str, cut: str) -> None:
    lines = [("student", "name", "SIS User ID"), ("s1", '"Vries; de, Jan"', "007")]
    text = mark + "\r\n".join(map(cut.join, lines))
    (course / "roster.csv").write_bytes(text.encode())
    (student,) = read_course(course).students
    assert (student.id, student.name, student.extra) == (
        "s1", "Vries; de, Jan", {"SIS User ID": "007"},
    )  # fmt: skip


def test_each_fault_of_the_roster(course: Path) -> None:
    lines = ["student,name,canvas", "s1,,1", "S1,Bo,1", "../x,Di,", "con,Ed,"]
    (course / "roster.csv").write_text("\n".join(lines), "utf-8")
    rule = (
        "student must be an id of a-z, 0-9 and . _ @ + - with a letter or digit first and last, "
        "at most 64 characters, got"
    )
    assert faults(course) == [
        "roster.csv line 2: name is empty; expected the name of s1",
        "roster.csv line 3: student 'S1' is in line 2 too; expected it once",
        "roster.csv line 3: canvas '1' is in line 2 too; expected it once",
        f"roster.csv line 4: {rule} '../x'",
        "roster.csv line 5: student 'con' is a name that Windows keeps for itself, so it cannot be "
        "that of a folder; expected another id",
    ]
