"""The form of every notebook, of lesson or exercise: what a reader may rely on before a run."""

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
from helpkit.content.activity import Activity
from helpkit.exercises.items import PathsPart, load_exercise
from tests.exercises.samples import FOLDERS
from tests.paths import LESSONS

Cell = dict[str, Any]
Notebook = dict[str, Any]

NOTEBOOKS = sorted(LESSONS.glob("*/*.ipynb"))
NUMBERS = sorted({path.name[:2] for path in NOTEBOOKS})
LANGUAGES = sorted(path.name for path in LESSONS.iterdir() if path.is_dir())

SANDBOX = "sandbox"
"""The id of the cell that opens the sandbox; from there on prose is not counted."""
INSIDE = "inside"
"""The id of the one code cell that is meant to be read and so is not folded."""
WORDS = 1200
LINES = 8

PART_VERBS = {
    "choose": "sort",
    "ledger": "ledger",
    "paths": "converse",
    "scene": "scene",
    "write": "reflect",
}
"""The verb of each kind of part of an exercise."""

EXERCISES = [folder / f"{language}.ipynb" for folder in FOLDERS for language in LANGUAGES]
PAIRS = [[path for path in NOTEBOOKS if path.name.startswith(number)] for number in NUMBERS]
PAIRS += [[folder / f"{language}.ipynb" for language in LANGUAGES] for folder in FOLDERS]


def _name(path: Path) -> str:
    return "-".join(path.parts[-2:])


every_lesson = pytest.mark.parametrize("path", NOTEBOOKS, ids=_name)
every_exercise = pytest.mark.parametrize("path", EXERCISES, ids=_name)
every_notebook = pytest.mark.parametrize("path", [*NOTEBOOKS, *EXERCISES], ids=_name)
every_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: _name(pair[0]))


@cache
def _notebook(path: Path) -> Notebook:
    notebook: Notebook = json.loads(path.read_text("utf-8"))
    return notebook


def _cells(path: Path, kind: str) -> list[Cell]:
    return [cell for cell in _notebook(path)["cells"] if cell["cell_type"] == kind]


def _source(cell: Cell) -> str:
    return "".join(cell["source"])


def _language(path: Path) -> str:
    return path.stem if path in EXERCISES else path.parent.name


def _calls(path: Path) -> list[tuple[str, ...]]:
    """Verb and arguments of each call that shows something, in order: ("sort", "formality")."""
    code = "\n".join(_source(cell) for cell in _cells(path, "code"))
    found = []
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=name), attr=verb), args=[_, *_] as arguments
            ) if name.startswith(("ch", "ex")):
                found.append((verb, *(ast.literal_eval(one) for one in arguments)))
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
    for pair in PAIRS:
        assert [_language(path) for path in pair] == LANGUAGES


@every_lesson
def test_it_is_the_file_the_chapter_names(path: Path) -> None:
    assert load(path.parent.name).chapters[path.name[:2]].file == path.name


@every_notebook
def test_it_is_a_valid_notebook_of_format_4_5(path: Path) -> None:
    notebook = _notebook(path)
    nbformat.validate(notebook, version=4, version_minor=5)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


@every_lesson
def test_it_says_its_lesson_and_language_once_and_truly(path: Path) -> None:
    lesson, language = path.name[:2], path.parent.name
    assert _notebook(path)["metadata"]["helpkit"] == {"lesson": lesson, "language": language}
    assert f'Lesson("{lesson}", language="{language}")' in _source(_cells(path, "code")[0])


@every_exercise
def test_it_says_its_exercise_and_language_once_and_truly(path: Path) -> None:
    number, language = path.parent.name[:2], path.stem
    assert _notebook(path)["metadata"]["helpkit"] == {"exercise": number, "language": language}
    assert f'Exercise("{number}", language="{language}")' in _source(_cells(path, "code")[0])


@every_lesson
def test_its_minutes_are_those_of_its_parts_and_of_the_chapter(path: Path) -> None:
    lines = _source(_notebook(path)["cells"][0]).splitlines()
    (times,) = [line for line in lines if re.search(r"\d\d minu", line)]
    total, *parts = map(int, re.findall(r"\d+", times))
    assert total == sum(parts) == load(path.parent.name).chapters[path.name[:2]].minutes


@every_exercise
def test_its_title_is_that_of_the_chapter(path: Path) -> None:
    title = load(path.stem).chapters[path.parent.name[:2]].title
    assert _source(_notebook(path)["cells"][0]).splitlines()[0].endswith(f" · {title}")


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
    assert unfolded == ([] if path in EXERCISES else [INSIDE])


@every_notebook
def test_a_code_cell_is_one_verb(path: Path) -> None:
    lengths = [len(_source(cell).splitlines()) for cell in _cells(path, "code")]
    assert max(lengths) <= LINES
    assert median(lengths) == 1


@every_lesson
def test_there_are_at_most_1200_words_before_the_sandbox(path: Path) -> None:
    assert 0 < _words(_prose(path)) <= WORDS


@every_lesson
def test_every_call_shows_an_activity_of_its_kind(path: Path) -> None:
    activities = _activities(path)
    for verb, activity, *_ in _calls(path):
        assert activity in activities
        assert activities[activity].kind == ("predict" if verb == "reveal" else verb)


@every_lesson
def test_every_activity_is_used(path: Path) -> None:
    assert {activity for _, activity, *_ in _calls(path)} == set(_activities(path))


@every_lesson
def test_every_prediction_comes_before_its_reveal(path: Path) -> None:
    calls = _calls(path)
    predictions = [activity for verb, activity, *_ in calls if verb == "predict"]
    for activity in predictions:
        assert calls.index(("predict", activity)) < calls.index(("reveal", activity))


@every_exercise
def test_every_part_is_shown_once_and_by_its_verb(path: Path) -> None:
    parts = load_exercise(path.parent, path.stem).parts
    wanted: list[tuple[str, ...]] = []
    for key, part in parts.items():
        items = part.items if isinstance(part, PathsPart) else [None]
        wanted += [(PART_VERBS[part.kind], key, *filter(None, [item])) for item in items]
    assert _calls(path) == wanted


@every_exercise
def test_the_last_cell_is_the_button_and_no_cell_hands_in_by_itself(path: Path) -> None:
    sources = [_source(cell) for cell in _cells(path, "code")]
    assert sources[-1] == "ex.hand_in()"
    assert "hand_in" not in "".join(sources[:-1])


@every_exercise
def test_its_prose_is_short(path: Path) -> None:
    assert _words("\n".join(_source(cell) for cell in _cells(path, "markdown"))) <= 300


@every_notebook
def test_it_says_what_to_press_before_anything_else(path: Path) -> None:
    first, second = _notebook(path)["cells"][:2]
    paragraphs = [part for part in _source(first).split("\n\n") if not part.startswith("#")]
    assert "`Run ▸ Run All Cells`" in paragraphs[0]
    assert _source(second).splitlines()[-1].endswith(".start()")


def _links(path: Path) -> list[str]:
    """Where the links within the notebook lead, in their order."""
    sources = "\n".join(_source(cell) for cell in _cells(path, "markdown"))
    return re.findall(r"\]\(#([^)]+)\)", sources)


def _entries(path: Path) -> dict[str, str]:
    """The terms that a lesson lists, by the fragment under which they stand."""
    glossary, chapter = load(path.parent.name).glossary, int(path.name[:2])
    return {f"term-{one.id}": one.term for one in glossary.values() if chapter in one.chapters}


@every_exercise
def test_every_link_within_an_exercise_leads_to_a_heading(path: Path) -> None:
    assert {*_links(path)} <= _headings(path)


@every_lesson
def test_every_link_within_a_lesson_leads_to_a_heading_or_a_term_of_its_list(path: Path) -> None:
    assert {*_links(path)} <= _headings(path) | {*_entries(path)}
    assert _source(_cells(path, "code")[0]).split("\n")[1][:3] + ".terms()" in [
        _source(cell) for cell in _cells(path, "code")
    ]


@every_lesson
def test_a_term_is_marked_once_and_opens_its_entry(path: Path) -> None:
    marked = [one for one in _links(path) if one.startswith("term-")]
    assert marked
    assert len(marked) == len({*marked})


@every_lesson
def test_a_term_in_bold_is_a_link(path: Path) -> None:
    prose = "\n".join(_source(cell) for cell in _cells(path, "markdown"))
    bold = {one.casefold() for one in re.findall(r"(?<!\[)\*\*([^*]+)\*\*", prose)}
    assert bold.isdisjoint(one.casefold() for one in _entries(path).values())


@every_pair
def test_cells_have_the_same_ids_in_every_language(pair: list[Path]) -> None:
    ids = [[cell["id"] for cell in _notebook(path)["cells"]] for path in pair]
    assert all(one == ids[0] for one in ids)
    assert len(set(ids[0])) == len(ids[0])


@every_pair
def test_code_is_the_same_in_every_language_but_for_the_language(pair: list[Path]) -> None:
    sources = [
        [
            _source(cell).replace(f'"{_language(path)}"', '"LANGUAGE"')
            for cell in _cells(path, "code")
        ]
        for path in pair
    ]
    assert all(one == sources[0] for one in sources)


@every_pair
def test_a_language_has_prose_of_its_own(pair: list[Path]) -> None:
    """Prose that stands unchanged in two languages was forgotten by the translator."""
    texts = [{_source(cell) for cell in _cells(path, "markdown")} for path in pair]
    assert not texts[0].intersection(*texts[1:])
