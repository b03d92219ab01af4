"""The notebooks that this project ships, and what can be read in them without a run."""

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.exercises.samples import FOLDERS
from tests.paths import LESSONS

Cell = dict[str, Any]
Notebook = dict[str, Any]

NOTEBOOKS = sorted(LESSONS.glob("*/0[1-9]-*.ipynb"))
WELCOMES = sorted(LESSONS.glob("*/00-*.ipynb"))
NUMBERS = sorted({path.name[:2] for path in NOTEBOOKS})
LANGUAGES = sorted(path.name for path in LESSONS.iterdir() if path.is_dir())
EXERCISES = [folder / f"{language}.ipynb" for folder in FOLDERS for language in LANGUAGES]
PAIRS = [[path for path in NOTEBOOKS if path.name.startswith(number)] for number in NUMBERS]
PAIRS += [WELCOMES]
PAIRS += [[folder / f"{language}.ipynb" for language in LANGUAGES] for folder in FOLDERS]

SANDBOX = "sandbox"
"""The id of the cell that opens the sandbox; from there on prose is not counted."""
ELSEWHERE = "elsewhere"
"""The id and the tag of the cell that only those see who have no lesson view."""


def _name(path: Path) -> str:
    return "-".join(path.parts[-2:])


every_lesson = pytest.mark.parametrize("path", NOTEBOOKS, ids=_name)
every_exercise = pytest.mark.parametrize("path", EXERCISES, ids=_name)
every_notebook = pytest.mark.parametrize("path", [*WELCOMES, *NOTEBOOKS, *EXERCISES], ids=_name)
every_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: _name(pair[0]))


@cache
def notebook(path: Path) -> Notebook:
    """The whole file."""
    tree: Notebook = json.loads(path.read_text("utf-8"))
    return tree


def markdown(path: Path) -> list[Cell]:
    """The cells of prose, in order."""
    return [cell for cell in notebook(path)["cells"] if cell["cell_type"] == "markdown"]


def code(path: Path) -> list[Cell]:
    """The cells of code, in order."""
    return [cell for cell in notebook(path)["cells"] if cell["cell_type"] == "code"]


def source(cell: Cell) -> str:
    """What stands in a cell."""
    return "".join(cell["source"])


def language(path: Path) -> str:
    """The language of a lesson by its folder, of an exercise by its name."""
    return path.stem if path in EXERCISES else path.parent.name


def titles(cell: Cell) -> list[str]:
    """The headings of a cell."""
    return re.findall(r"^#+ (.+)$", source(cell), re.MULTILINE)


def fragment(title: str) -> str:
    """By which JupyterLab finds a heading."""
    return title.replace(" ", "-")


def parts(path: Path) -> dict[str, list[Cell]]:
    """The cells of each part, by the id of the cell whose heading begins it."""
    cells: dict[str, list[Cell]] = {}
    for cell in notebook(path)["cells"]:
        if cell["cell_type"] == "markdown" and titles(cell):
            cells[cell["id"]] = []
        cells[next(reversed(cells))].append(cell)
    return cells


def calls(cells: list[Cell]) -> list[tuple[str, ...]]:
    """Verb and arguments of each call that shows something, in order: ("sort", "formality")."""
    lines = [source(cell) for cell in cells if cell["cell_type"] == "code"]
    verbs = []
    for node in ast.walk(ast.parse("\n".join(lines))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr=verb), args=[_, *_] as arguments
            ) if name.startswith(("ch", "ex")):
                verbs.append((verb, *(ast.literal_eval(argument) for argument in arguments)))
    return verbs


def prose(path: Path) -> str:
    """What a lesson view shows before the sandbox, without the addresses of links."""
    cells = markdown(path)
    end = next(at for at, cell in enumerate(cells) if cell["id"] == SANDBOX)
    texts = [source(cell) for cell in cells[:end] if cell["id"] != ELSEWHERE]
    return re.sub(r"\]\([^)]*\)", "]", "\n".join(texts))


def words(text: str) -> int:
    """How many words there are."""
    return len(re.findall(r"\w+(?:[^\w\s]\w+)*", text))
