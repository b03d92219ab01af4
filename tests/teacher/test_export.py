"""Grades on their way to a platform: written, read back, and who has none is named."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from helpkit.errors import CourseError
from helpkit.teacher import export as module
from helpkit.teacher.collect import collect
from helpkit.teacher.collection import collected
from helpkit.teacher.course import read_course
from helpkit.teacher.export import Book, export, gradebook_path
from helpkit.teacher.final import final, marks_path
from helpkit.teacher.gradebook import FORMATS, read
from helpkit.teacher.marks import Marks
from helpkit.teacher.results import write_results
from tests.teacher.classes import FOLDER, graded, sheet_of
from tests.teacher.samples import tree, zipped
from tests.teacher.test_final import CRITERIA, RUBRIC

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

    from helpkit.commands import app

    done = CliRunner().invoke(app, [*map(str, arguments)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_a_gradebook_is_written_and_read_back(marked: Path, form: str) -> None:
    code, said = run("gradebook", "01", "--format", form, "--course", marked)
    path = gradebook_path(read_course(marked), "01", form)
    entries = read(path.read_bytes(), form, "Exercise 01")
    assert [one.points for one in entries] == [10, None, None]
    assert code == 1
    assert "Still to be marked: 1, from s2; no grade yet" in said
    assert f"students 3, with a grade 1; {path} written and read back." in said
    if form != "canvas":
        comment = "\n".join(
            f"{RUBRIC['reflection'].criteria[one].name['en']}: {FORMULA}" for one in CRITERIA
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
    finals = final(course, "01", results, marks, RUBRIC)
    book = Book.of(course, "01", "csv", finals, collected(course, "01"))

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
    assert run("grade", "01", "--course", course)[0] == 0
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
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
    lines = said.splitlines()
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
