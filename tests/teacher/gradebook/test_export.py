"""Grades on their way to a platform: written, read back, and who has none is named."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import collected
from helpkit.teacher.course.course import read_course
from helpkit.teacher.feedback.moodle_zip import member_name
from helpkit.teacher.gradebook import export as module
from helpkit.teacher.gradebook.export import export, gradebook_path
from helpkit.teacher.gradebook.formats import FORMATS, read
from helpkit.teacher.gradebook.grade import class_grades
from helpkit.teacher.gradebook.gradebook import Gradebook
from helpkit.teacher.marking.marks import Marks, marks_path
from helpkit.teacher.results.results import write_results
from tests.teacher.classes import FOLDER, graded, sheet_of
from tests.teacher.gradebook.test_grade import CRITERIA, RUBRIC
from tests.teacher.samples import tree, zipped
from tests.teacher.sheets import CANVAS, moodle

FORMULA = "=cmd|'/c calc'!A1,\"x\"\n@next"


@pytest.fixture
def marked(course: Path, downloads: Path) -> Path:
    """One is marked, one waits, one never came."""
    bulk = {
        "Jan de Vries_101_assignsubmission_file_/01-handin-s1.zip": sheet_of("s1"),
        "Zoë Jansen_102_assignsubmission_file_/01-handin-s2.zip": sheet_of("s2"),
    }
    (downloads / "moodle.zip").write_bytes(zipped(bulk))
    read = read_course(course)
    write_results(read, graded(course, downloads))
    marks = Marks(marks_path(read, "01"))
    for criterion in CRITERIA:
        spot = {"exercise": "01", "student": "s1", "item": "reflection", "marker": "an"}
        marks.record(**spot, criterion=criterion, value=3, comment=FORMULA)
    return course


def run(*arguments: object) -> tuple[int, str]:
    """The command, in this process."""
    from typer.testing import CliRunner

    from helpkit.cli.app import app

    done = CliRunner().invoke(app, [*map(str, arguments)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_a_gradebook_is_written_and_read_back(marked: Path, form: str) -> None:
    code, said = run("gradebook", "01", "--format", form, "--course", marked)
    path = gradebook_path(read_course(marked), "01", form)
    entries = read(path.read_bytes(), form, "Exercise 01")
    assert [entry.points for entry in entries] == [10, None, None]
    assert code == 1
    assert "Still to be marked: 1, from s2; no grade yet" in said
    assert f"students 3, with a grade 1; {path} written and read back." in said
    if form != "canvas":
        comment = "\n".join(
            f"{RUBRIC['reflection'].criteria[criterion].name['en']}: {FORMULA}"
            for criterion in CRITERIA
        )
        assert entries[0].comment == comment
    before = path.stat()
    run("gradebook", "01", "--format", form, "--course", marked)
    assert path.stat() == before


def test_moodle_has_its_numbers_from_what_it_sent(marked: Path, tmp_path: Path) -> None:
    _, said = run(
        "gradebook", "01", "--format", "moodle", "--course", marked, "--to", tmp_path / "m.csv"
    )
    text = (tmp_path / "m.csv").read_text("utf-8")
    cells = [row[0] for row in csv.reader(StringIO(text, newline=""))]
    assert cells == ["Identifier", "Participant 101", "Participant 102", ""]
    assert "No participant number: s3" in said


def test_a_dry_run_writes_nothing(marked: Path) -> None:
    before = tree(marked)
    code, said = run("gradebook", "01", "--format", "csv", "--course", marked, "--dry-run")
    assert (code, tree(marked)) == (1, before)
    assert "with a grade 1; nothing written." in said


def test_a_file_that_says_something_else_is_told(
    marked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = read_course(marked)
    results = graded(marked, marked)
    marks, _ = Marks(marks_path(course, "01")).read()
    grades = class_grades(course, "01", results, marks, RUBRIC)
    book = Gradebook.of(course, "01", "csv", grades, collected(course, "01"))

    def careless(path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.replace(b"10,10,yes", b"1,10,yes"))

    monkeypatch.setattr(module, "write_whole", careless)
    with pytest.raises(CourseError, match="does not read back as it was written: do not import"):
        export(course, book, marked / "book.csv")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "xls"], "a gradebook is one of canvas, moodle, csv, got 'xls'"),
        (["--format", "csv", "--to", "."], "\\. is a folder; expected the name of a file"),
        (["--format", "csv", "--to", "course.toml/x"], "no grade is lost: put it right and run"),
    ],
)
def test_what_cannot_be_written_is_told(
    marked: Path, arguments: list[Any], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(marked)
    before = tree(marked)
    with pytest.raises(CourseError, match=sentence):
        run("gradebook", "01", *arguments)
    assert tree(marked) == before


def test_results_must_be_there_and_new(course: Path, downloads: Path) -> None:
    with pytest.raises(CourseError, match="run  helpkit grade 01  first"):
        run("gradebook", "01", "--format", "csv", "--course", course)
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    collect(read_course(course), "01", downloads)
    run("grade", "01", "--course", course)
    (downloads / "2.zip").write_bytes(sheet_of("s2"))
    collect(read_course(course), "01", downloads)
    with pytest.raises(CourseError, match="grade again:  helpkit grade 01"):
        run("gradebook", "01", "--format", "csv", "--course", course)


def test_what_grade_says(marked: Path, downloads: Path) -> None:
    (downloads / "01-handin-s3.zip").write_bytes(b"junk")
    run("collect", "01", downloads, "--course", marked)
    before = tree(marked)
    code, said = run(
        "grade", "01", "--course", marked, "--exercises", FOLDER["01"].parent, "--dry-run"
    )
    assert (code, tree(marked)) == (1, before)
    known = said.splitlines()
    lines = known[next(at for at, line in enumerate(known) if line.startswith("Not graded")) :]
    assert lines[0].startswith("Not graded s3: this is not a readable zip")
    assert lines[1].startswith("classify: students 2, mean 18.0 of 18.0, blank 0%")
    assert lines[3] == "reflection: students 2, still to be marked 2"
    assert lines[4] == (
        "Exercise 01: graded 2, refused 1, missing 0; still to be marked 2; nothing written."
    )


def test_who_was_refused_is_named_as_soon_as_it_is_known(marked: Path, downloads: Path) -> None:
    (downloads / "01-handin-s3.zip").write_bytes(b"junk")
    run("collect", "01", downloads, "--course", marked)
    with pytest.raises(CourseError, match="grade again"):
        run("gradebook", "01", "--format", "csv", "--course", marked)
    run("grade", "01", "--course", marked)
    code, said = run("gradebook", "01", "--format", "csv", "--course", marked)
    assert (code, "Refused: s3; no grade yet" in said) == (1, True)


ROWS = (
    ("101", "Jan de Vries", "s1", "jan@school.nl"),
    ("102", "Zoë Jansen", "s2", "zoe@school.nl"),
)


def test_grades_go_into_the_file_that_moodle_exported(marked: Path, tmp_path: Path) -> None:
    path = tmp_path / "Grades.csv"
    path.write_text(text := moodle("nl", most="10,00", rows=ROWS), "utf-8")
    code, said = run("gradebook", "01", "--into", path, "--course", marked)
    copy = marked / "graded" / "01" / "Grades.csv"
    assert copy.read_text("utf-8") == text.replace(",,", ",10,", 1)
    assert path.read_text("utf-8") == text
    assert code == 1
    assert said.splitlines()[-2:] == [
        "No grade yet, left as it is: s2",
        f"Exercise 01: students 3, with a grade 1; {copy} written and read back.",
    ]
    run("gradebook", "01", "--into", path, "--course", marked, "--to", path, "--comments")
    assert "'=cmd" not in path.read_text("utf-8")  # the comment begins with the criterion
    assert "=cmd|" in path.read_text("utf-8")


def test_a_dry_run_into_a_file_writes_nothing(marked: Path, tmp_path: Path) -> None:
    (tmp_path / "Grades.csv").write_text(moodle(rows=ROWS), "utf-8")
    before = tree(tmp_path)
    _, said = run(
        "gradebook", "01", "--into", tmp_path / "Grades.csv", "--course", marked, "--dry-run"
    )
    assert (tree(tmp_path), "nothing written." in said) == (before, True)


def mark(course: Path, student: str) -> None:
    marks = Marks(marks_path(read_course(course), "01"))
    for criterion in CRITERIA:
        spot = {"exercise": "01", "student": student, "item": "reflection", "marker": "an"}
        marks.record(**spot, criterion=criterion, value=3, comment="")


def test_a_grade_without_a_line_is_exit_status_1(marked: Path, tmp_path: Path) -> None:
    (tmp_path / "Grades.csv").write_text(moodle(rows=ROWS[1:]), "utf-8")
    mark(marked, "s2")
    code, said = run("gradebook", "01", "--into", tmp_path / "Grades.csv", "--course", marked)
    assert code == 1
    assert "No line in Grades.csv: s1" in said.splitlines()
    (tmp_path / "Grades.csv").write_text(moodle(rows=ROWS), "utf-8")
    assert run("gradebook", "01", "--into", tmp_path / "Grades.csv", "--course", marked)[0] == 0


def test_canvas_needs_to_know_the_column(marked: Path, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(CANVAS, "utf-8")
    with pytest.raises(CourseError, match=r"course.toml \[exercises.01\] has no column: add the"):
        run("gradebook", "01", "--into", tmp_path / "c.csv", "--course", marked)
    rules = (marked / "course.toml").read_text("utf-8")
    with_column = rules.replace("points = 10", 'points = 10\ncolumn = "Exercise 1 (4711)"', 1)
    (marked / "course.toml").write_text(with_column, "utf-8")
    _, said = run("gradebook", "01", "--into", tmp_path / "c.csv", "--course", marked, "--comments")
    assert "Canvas takes no comments from a file; they are on the feedback pages" in said
    copy = (marked / "graded" / "01" / "c.csv").read_text("utf-8")
    assert copy == CANVAS.replace(",A,,9.00", ",A,10,9.00")


def test_without_a_column_canvas_would_make_a_new_assignment(marked: Path) -> None:
    _, said = run("gradebook", "01", "--format", "canvas", "--course", marked)
    assert "so Canvas would make a new assignment 'Exercise 01': add the heading" in said


def test_a_dutch_course_gets_a_file_for_a_dutch_spreadsheet(marked: Path) -> None:
    rules = (marked / "course.toml").read_text("utf-8").replace('"en"', '"nl"')
    (marked / "course.toml").write_text(rules.replace("points = 10", "points = 7.5"), "utf-8")
    run("gradebook", "01", "--format", "csv", "--course", marked)
    data = gradebook_path(read_course(marked), "01", "csv").read_bytes()
    assert (
        data.decode("utf-8-sig").splitlines()[1].startswith("s1;Jan de Vries;Exercise 01;7,5;7,5;")
    )
    assert [entry.points for entry in read(data, "csv")] == [7.5, None, None]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "say which: --into FILE, .* or --format canvas, moodle or csv"),
        (["--into", "nowhere.csv"], r"nowhere.csv cannot be read \(No such file"),
        (["--into", "roster.csv"], "roster.csv: expected Moodle’s grading worksheet or Canvas’s"),
        (["--into", "g.csv", "--format", "canvas"], "g.csv is a file of moodle, not canvas: leave"),
        *(
            (["--format", "csv", "--to", name], f"{name} belongs to the course and stays as it is")
            for name in (
                "roster.csv", "course.toml", "decisions.toml", "graded/01/results.jsonl",
                "collected/01/index.jsonl", "marks/01/new.csv", "graded/../roster.csv",
            )
        ),
        (["--format", "csv", "--to", "notes.txt"], "notes.txt is no gradebook and stays as it is"),
        (["--into", "g.csv", "--to", "notes.txt"], "notes.txt is no gradebook and stays as it is"),
    ],
)  # fmt: skip
def test_nothing_of_the_course_is_replaced(
    marked: Path, arguments: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (marked / "notes.txt").write_text("mine", "utf-8")
    (marked / "g.csv").write_text(moodle(rows=ROWS), "utf-8")
    monkeypatch.chdir(marked)
    before = tree(marked)
    with pytest.raises(CourseError, match=sentence):
        run("gradebook", "01", *arguments)
    assert tree(marked) == before


def test_a_gradebook_may_replace_a_gradebook(marked: Path) -> None:
    run("gradebook", "01", "--format", "csv", "--course", marked, "--to", marked / "g.csv")
    run("gradebook", "01", "--format", "moodle", "--course", marked, "--to", marked / "g.csv")
    assert (marked / "g.csv").read_text("utf-8").startswith("Identifier,")


def test_a_zip_of_feedback_for_moodle(marked: Path) -> None:
    assert run("feedback", "01", "--moodle", "--course", marked)[0] == 1
    path = marked / "feedback" / "01" / "01-feedback-moodle.zip"
    pages = {page.name: page.read_bytes() for page in path.parent.glob("*.html")}
    with ZipFile(path) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    page = "01-feedback-s1.html"  # s2 still has to be marked, so that page is not final
    assert packed == {f"Jan de Vries_101_assignsubmission_file_{page}": pages[page]}
    before = path.read_bytes()
    run("feedback", "01", "--moodle", "--course", marked)
    assert path.read_bytes() == before


def test_who_has_no_number_is_not_in_the_zip(course: Path, downloads: Path) -> None:
    (downloads / "01-handin-s1.zip").write_bytes(sheet_of("s1"))
    write_results(read_course(course), graded(course, downloads))
    mark(course, "s1")
    code, said = run("feedback", "01", "--moodle", "--course", course)
    assert code == 1
    assert "No participant number, so not in the zip: s1; collect again with  --worksheet" in said


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("Jan de Vries", "Jan de Vries_11_assignsubmission_file_p.html"),
        ("a_b/c\\d\n", "a b c d_11_assignsubmission_file_p.html"),
        ("..~ Jan", "Jan_11_assignsubmission_file_p.html"),
        ("__", "student_11_assignsubmission_file_p.html"),
        ("محمد علي", "محمد علي_11_assignsubmission_file_p.html"),
    ],
)
def test_a_name_in_the_zip_is_taken_apart_by_moodle(name: str, member: str) -> None:
    assert member_name(name, "11", "p.html") == member
    assert member.split("_", 4)[1:] == ["11", "assignsubmission", "file", "p.html"]
