"""Every notebook runs from top to bottom in a fresh kernel, with real widgets."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from helpkit.content import load
from helpkit.teacher.course.course import read_course
from helpkit.teacher.marking.notebook import write_notebook
from tests.exercises.handed_out import NUMBERS, handed_out
from tests.paths import LESSONS
from tests.teacher.classes import FOLDER
from tests.teacher.marking.classes import class_of

NOTEBOOKS = sorted(LESSONS.glob("*/*.ipynb"))
WIDGET = "application/vnd.jupyter.widget-view+json"
NO_WIDGET = {"questions", "routes", "inside"}
"""The cells that show text instead of a widget."""


def run(path: Path, folder: Path) -> Any:
    """Execute a copy; the kernel starts in the folder, as a learner's does."""
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, resources=resources).execute()
    return notebook


def shows(notebook: Any) -> None:
    """Every cell with code shows one thing, and nearly every one a widget."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            kinds = {one.output_type for one in cell.outputs}
            assert kinds == {"execute_result"}, (cell.id, cell.outputs)
            data = cell.outputs[0].data
            assert (WIDGET in data) == (cell.id not in NO_WIDGET), cell.id


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_cell_runs_and_shows_what_it_should(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HELPKIT_ANSWERS", raising=False)
    shows(run(path, tmp_path))
    assert not list(tmp_path.rglob("*")), "running a lesson writes nothing"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("number", NUMBERS)
def test_an_exercise_that_was_handed_out_runs_and_writes_nothing(
    number: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HELPKIT_ANSWERS", raising=False)
    folder = handed_out(tmp_path, number, language)
    before = sorted(tmp_path.rglob("*"))
    shows(run(folder / f"{folder.name}.ipynb", folder))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("number", ["01", "06"])
def test_the_notebook_of_the_desk_runs_and_writes_nothing(
    number: str, language: str, tmp_path: Path
) -> None:
    course = read_course(class_of(tmp_path / "course", language, number))
    path = write_notebook(course, number, load(language), FOLDER[number])
    before = sorted(tmp_path.rglob("*"))
    shows(run(path, path.parent))
    assert sorted(tmp_path.rglob("*")) == before


def test_there_is_a_lesson_in_each_language() -> None:
    assert {path.parent.name for path in NOTEBOOKS} == {"en", "nl"}
