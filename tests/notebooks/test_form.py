"""The form of every lesson's notebook: what a reader may rely on before anything is run."""

import ast
import json
import re
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import nbformat
import pytest

from helpkit.content import load
from helpkit.content.kinds import Activity
from tests.verbs import SHOWS

Cell = dict[str, Any]
Notebook = dict[str, Any]

LESSONS = Path(__file__).parents[2] / "lessons"
NOTEBOOKS = sorted(LESSONS.glob("*/*.ipynb"))
NUMBERS = sorted({path.name[:2] for path in NOTEBOOKS})
LANGUAGES = sorted(path.name for path in LESSONS.iterdir() if path.is_dir())

SANDBOX = "sandbox"
"""The id of the cell that opens the sandbox; from there on prose is not counted."""
INSIDE = "inside"
"""The id of the one code cell that is meant to be read and so is not folded."""
WORDS = 1200
LINES = 8

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
every_lesson = pytest.mark.parametrize("number", NUMBERS)


@cache
def _notebook(path: Path) -> Notebook:
    notebook: Notebook = json.loads(path.read_text("utf-8"))
    return notebook


def _cells(path: Path, kind: str) -> list[Cell]:
    return [cell for cell in _notebook(path)["cells"] if cell["cell_type"] == kind]


def _source(cell: Cell) -> str:
    return "".join(cell["source"])


def _pair(number: str) -> list[Path]:
    return [path for path in NOTEBOOKS if path.name.startswith(number)]


def _calls(path: Path) -> list[tuple[str, str]]:
    """Verb and activity of each call that shows one, in order: ("sort", "formality")."""
    code = "\n".join(_source(cell) for cell in _cells(path, "code"))
    found = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr=verb),
                args=[ast.Constant(value=str(activity))],
            ) if name.startswith("ch"):
                found.append((verb, activity))
    return found


def _activities(path: Path) -> dict[str, Activity]:
    return dict(load(path.parent.name).activities[path.name[:2]])


def _prose(path: Path) -> str:
    """The Markdown before the sandbox, without the addresses of links."""
    cells = _notebook(path)["cells"]
    end = next(at for at, cell in enumerate(cells) if cell["id"] == SANDBOX)
    texts = [_source(cell) for cell in cells[:end] if cell["cell_type"] == "markdown"]
    return re.sub(r"\]\([^)]*\)", "]", "\n".join(texts))


def _words(text: str) -> int:
    return len(re.findall(r"\w+(?:[^\w\s]\w+)*", text))


def _headings(path: Path) -> set[str]:
    """The fragments by which JupyterLab finds a heading."""
    sources = "\n".join(_source(cell) for cell in _cells(path, "markdown"))
    return {title.replace(" ", "-") for title in re.findall(r"^#+ (.+)$", sources, re.MULTILINE)}


def test_each_lesson_stands_in_every_language() -> None:
    assert NUMBERS
    for number in NUMBERS:
        assert [path.parent.name for path in _pair(number)] == LANGUAGES


@every_notebook
def test_it_is_the_file_the_chapter_names(path: Path) -> None:
    assert load(path.parent.name).chapters[path.name[:2]].file == path.name


@every_notebook
def test_it_is_a_valid_notebook_of_format_4_5(path: Path) -> None:
    notebook = _notebook(path)
    nbformat.validate(notebook, version=4, version_minor=5)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


@every_notebook
def test_it_says_its_lesson_and_language_once_and_truly(path: Path) -> None:
    lesson, language = path.name[:2], path.parent.name
    assert _notebook(path)["metadata"]["helpkit"] == {"lesson": lesson, "language": language}
    assert f'Lesson("{lesson}", language="{language}")' in _source(_cells(path, "code")[0])


@every_notebook
def test_it_holds_no_outputs_and_no_execution_counts(path: Path) -> None:
    for cell in _cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@every_notebook
def test_only_the_code_that_is_meant_to_be_read_is_unfolded(path: Path) -> None:
    unfolded = [
        cell["id"]
        for cell in _cells(path, "code")
        if cell["metadata"] != {"jupyter": {"source_hidden": True}}
    ]
    assert unfolded == [INSIDE]


@every_notebook
def test_a_code_cell_is_one_verb(path: Path) -> None:
    lengths = [len(_source(cell).splitlines()) for cell in _cells(path, "code")]
    assert max(lengths) <= LINES
    assert median(lengths) == 1


@every_notebook
def test_there_are_at_most_1200_words_before_the_sandbox(path: Path) -> None:
    assert 0 < _words(_prose(path)) <= WORDS


@every_notebook
def test_every_call_shows_an_activity_of_its_kind(path: Path) -> None:
    activities = _activities(path)
    for verb, activity in _calls(path):
        assert activity in activities
        assert activities[activity].kind == SHOWS[verb]


@every_notebook
def test_every_activity_is_used(path: Path) -> None:
    assert {activity for _, activity in _calls(path)} == set(_activities(path))


@every_notebook
def test_every_prediction_comes_before_its_reveal(path: Path) -> None:
    calls = _calls(path)
    predictions = [activity for verb, activity in calls if verb == "predict"]
    for activity in predictions:
        assert calls.index(("predict", activity)) < calls.index(("reveal", activity))


@every_notebook
def test_it_says_what_to_press_before_anything_else(path: Path) -> None:
    first, second = _notebook(path)["cells"][:2]
    paragraphs = [part for part in _source(first).split("\n\n") if not part.startswith("#")]
    assert "`Run ▸ Run All Cells`" in paragraphs[0]
    assert _source(second).splitlines()[-1].endswith(".start()")


@every_notebook
def test_every_link_within_the_notebook_leads_to_a_heading(path: Path) -> None:
    sources = "\n".join(_source(cell) for cell in _cells(path, "markdown"))
    links = set(re.findall(r"\]\(#([^)]+)\)", sources))
    assert links <= _headings(path)


@every_lesson
def test_cells_have_the_same_ids_in_every_language(number: str) -> None:
    ids = [[cell["id"] for cell in _notebook(path)["cells"]] for path in _pair(number)]
    assert all(one == ids[0] for one in ids)
    assert len(set(ids[0])) == len(ids[0])


@every_lesson
def test_code_is_the_same_in_every_language_but_for_the_language(number: str) -> None:
    sources = [
        [
            _source(cell).replace(f'"{path.parent.name}"', '"LANGUAGE"')
            for cell in _cells(path, "code")
        ]
        for path in _pair(number)
    ]
    assert all(one == sources[0] for one in sources)


@every_lesson
def test_a_language_has_prose_of_its_own(number: str) -> None:
    """Prose that stands unchanged in two languages was forgotten by the translator."""
    texts = [{_source(cell) for cell in _cells(path, "markdown")} for path in _pair(number)]
    assert not texts[0].intersection(*texts[1:])
