"""The source folder of nbgrader is filled with what students get, and nothing else."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from helpkit.cli.app import app
from helpkit.errors import CourseError
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.nbgrader.assignment import SourceFolder, assignment_name, fill, for_people
from helpkit.teacher.nbgrader.config import CONFIG
from tests.exercises.handed_out import course as ruled
from tests.exercises.samples import FOLDERS, exercise, graded, reference
from tests.teacher.samples import tree

LANGUAGES = ("en", "nl")


def filled(root: Path, number: str = "01", language: str = "en", **more: Any) -> SourceFolder:
    return fill(ruled(root / "course", language), number, language, root / "nb", **more)


def points(folder: Path) -> dict[str, float]:
    """What nbgrader can give, by cell."""
    (path,) = folder.glob("*.ipynb")
    marks = [cell["metadata"].get("nbgrader") for cell in json.loads(path.read_text())["cells"]]
    return {mark["grade_id"]: mark["points"] for mark in marks if mark}


def sums(rows: tuple[ItemResult, ...]) -> Mapping[str, float]:
    """The most that our grader gives, by cell."""
    totals: dict[str, float] = {}
    for row in rows:
        cell = row.part if row.points is not None else for_people(row.part)
        totals[cell] = totals.get(cell, 0) + row.of
    return totals


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_every_exercise_can_earn_in_nbgrader_what_our_grader_gives(
    folder: Path, language: str, tmp_path: Path
) -> None:
    done = filled(tmp_path, folder.name[:2], language)
    assert points(done.folder) == pytest.approx(sums(graded(folder, reference(folder))))
    assert sum(points(done.folder).values()) == sum(
        part.points for part in exercise(folder).parts.values()
    )


def test_it_holds_what_is_released_and_no_key(tmp_path: Path) -> None:
    done = filled(tmp_path)
    assert done.folder == tmp_path / "nb" / "source" / "ps01"
    names = {"01-what-is-help.ipynb", "items.toml", "release.toml", "text/en.toml"}
    assert {*tree(done.folder)} == names
    assert not done.to_add


def test_the_cells_are_those_of_the_notebook_and_locked(tmp_path: Path) -> None:
    (path,) = filled(tmp_path).folder.glob("*.ipynb")
    cells = json.loads(path.read_text())["cells"]
    source = json.loads((FOLDERS[0] / "en.ipynb").read_text())["cells"]
    assert [cell["source"] for cell in cells] == [cell["source"] for cell in source]
    marks = [cell["metadata"]["nbgrader"] for cell in cells if "nbgrader" in cell["metadata"]]
    assert all(mark["locked"] and not mark["solution"] for mark in marks)


def test_twice_gives_the_same_and_dry_writes_nothing(tmp_path: Path) -> None:
    would = filled(tmp_path, dry_run=True)
    assert not tree(tmp_path)
    done = filled(tmp_path)
    assert done.written == would.written
    before = tree(tmp_path)
    assert not filled(tmp_path).written
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["answers", "hand-in", "key.toml", "rubric.toml"])
def test_what_would_reach_every_student_stops_it(tmp_path: Path, name: str) -> None:
    place = tmp_path / "nb" / "source" / "ps01" / name
    place.mkdir(parents=True)
    with pytest.raises(CourseError, match=f"{name} is there, and nbgrader would hand it out"):
        filled(tmp_path)
    assert not tree(tmp_path)


def test_a_notebook_that_a_teacher_changed_stays(tmp_path: Path) -> None:
    (path,) = filled(tmp_path).folder.glob("*.ipynb")
    path.write_text("{}")
    with pytest.raises(CourseError, match="already exists and differs"):
        filled(tmp_path)
    assert path.read_text() == "{}"


def test_a_part_that_no_cell_shows_is_named(tmp_path: Path) -> None:
    own = tmp_path / "01-own"
    for name, data in tree(FOLDERS[0]).items():
        path = own / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.replace(b'ex.sort(\\"classify\\")', b"pass"))
    with pytest.raises(CourseError, match=r"expected a text and then a cell such as ex.sort"):
        filled(tmp_path, source=own)


def test_a_configuration_is_written_once_and_is_python(tmp_path: Path) -> None:
    done = filled(tmp_path)
    text = done.config.read_text("utf-8")
    compile(text, CONFIG, "exec")
    assert 'c.ReadHandIn.course = "../course"' in text.replace("'", '"')
    assert "nbgrader.preprocessors.Execute" not in text


def test_a_teachers_own_configuration_stays_and_what_it_lacks_is_said(tmp_path: Path) -> None:
    own = tmp_path / "nb" / CONFIG
    own.parent.mkdir()
    own.write_text("c = get_config()\nc.CourseDirectory.course_id = 'mine'\n")
    done = filled(tmp_path)
    assert own.read_text() == "c = get_config()\nc.CourseDirectory.course_id = 'mine'\n"
    assert len(done.to_add) == 2
    own.write_text(own.read_text() + "\n".join(done.to_add))
    assert not filled(tmp_path).to_add


def test_a_configuration_with_the_former_name_of_the_module_lacks_nothing(tmp_path: Path) -> None:
    own = filled(tmp_path).config
    text = own.read_text("utf-8")
    former = text.replace("helpkit.teacher.nbgrader.", "helpkit.nbgrader.")
    assert former != text
    own.write_text(former, "utf-8")
    assert not filled(tmp_path).to_add


def test_where_the_keys_are_is_written_if_it_was_said(tmp_path: Path) -> None:
    text = filled(tmp_path, source=FOLDERS[0].parent).config.read_text("utf-8")
    assert "c.ReadHandIn.exercises = " in text


def test_the_command_says_what_it_wrote_and_what_comes_next(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nbgrader = tmp_path / "nb"
    arguments = ["release", "01", "--nbgrader", str(nbgrader), "--course", str(course)]
    app(arguments, standalone_mode=False)
    output = capsys.readouterr().out
    assert f"Wrote {nbgrader / CONFIG}" in output
    assert f"nbgrader generate_assignment {assignment_name('01')}" in output
    (nbgrader / CONFIG).write_text("# mine\n")
    app(arguments, standalone_mode=False)
    assert "is yours and stays as it is; add to it:\n    c.Autograde" in capsys.readouterr().out


def test_the_command_asks_where_to(course: Path) -> None:
    with pytest.raises(CourseError, match="--to FOLDER, or --nbgrader"):
        app(["release", "01", "--course", str(course)], standalone_mode=False)
