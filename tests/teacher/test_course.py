"""The two files of a course: made, read, and each fault told in a sentence."""

from pathlib import Path

import pytest

from helpkit.content import languages
from helpkit.errors import CourseError, UnknownIdError
from helpkit.teacher.course import Late, Shows, new_course, read_course
from tests.teacher.samples import COURSE


def told(root: Path) -> list[str]:
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
    assert rules.feedback == (Shows.POINTS, Shows.MESSAGES, Shows.COMMENTS)
    assert [student.name for student in read.students] == ["Jan de Vries", "Zoë Jansen", "محمد علي"]
    assert read.students[0].extra == {"Section": "A"}


def test_a_course_does_not_have_every_exercise(course: Path) -> None:
    with pytest.raises(CourseError, match=r"expected \[exercises.06\], got 01, 02"):
        read_course(course).rules("06")


@pytest.mark.parametrize("language", languages())
def test_a_new_course_needs_only_its_students(tmp_path: Path, language: str) -> None:
    root = tmp_path / "mine"
    _, roster = new_course(root, language)
    assert told(root) == ["roster.csv holds only a header; expected lines below it"]
    with roster.open("a", encoding="utf-8") as file:
        file.write("s1,Jan de Vries,,\n")
    assert read_course(root).language == language
    assert [*read_course(root).exercises] == ["01"]


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
    assert told(tmp_path) == [
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
         "title, language, seed, exercises, seats"),
        ('seed = "autumn"', 'seed = "autumn"\nseats = true',
         "seats: expected a whole number from 1 to 100000, got True"),
        ("+01:00", "", "[exercises.01] deadline: expected a time with its offset from UTC such as "
         "2026-12-04T17:00:00+01:00, got 2026-12-04T17:00:00"),
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
    assert told(course) == [f"course.toml{separator}{sentence}"]


def test_more_students_than_seats(course: Path) -> None:
    (course / "course.toml").write_text("seats = 2\n" + COURSE, "utf-8")
    assert told(course) == [
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
    assert told(course) == [
        "roster.csv line 2: name is empty; expected the name of s1",
        "roster.csv line 3: student 'S1' is in line 2 too; expected it once",
        "roster.csv line 3: canvas '1' is in line 2 too; expected it once",
        f"roster.csv line 4: {rule} '../x'",
        f"roster.csv line 5: {rule} 'con'",
    ]
