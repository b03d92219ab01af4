"""The form of every notebook, of lesson or exercise: what a reader may rely on before a run."""

import re
from pathlib import Path
from statistics import median

import nbformat

from helpkit.content import load
from helpkit.content.activity import Activity
from helpkit.exercises.items import PathsPart, load_exercise
from tests.notebooks.shipped import (
    LANGUAGES,
    NOTEBOOKS,
    NUMBERS,
    PAIRS,
    calls,
    code,
    every_exercise,
    every_lesson,
    every_notebook,
    every_pair,
    language,
    markdown,
    notebook,
    prose,
    source,
    words,
)

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


def _activities(path: Path) -> dict[str, Activity]:
    return dict(load(path.parent.name).activities[path.name[:2]])


def test_each_lesson_stands_in_every_language() -> None:
    assert NUMBERS
    for pair in PAIRS:
        assert [language(path) for path in pair] == LANGUAGES


@every_lesson
def test_it_is_the_file_the_chapter_names(path: Path) -> None:
    assert load(path.parent.name).chapters[path.name[:2]].file == path.name


@every_notebook
def test_it_is_a_valid_notebook_of_format_4_5(path: Path) -> None:
    tree = notebook(path)
    nbformat.validate(tree, version=4, version_minor=5)
    assert (tree["nbformat"], tree["nbformat_minor"]) == (4, 5)
    assert tree["metadata"]["kernelspec"]["name"] == "python3"


@every_lesson
def test_it_says_its_lesson_and_language_once_and_truly(path: Path) -> None:
    lesson, language = path.name[:2], path.parent.name
    assert notebook(path)["metadata"]["helpkit"] == {"lesson": lesson, "language": language}
    assert f'Lesson("{lesson}", language="{language}")' in source(code(path)[0])


@every_exercise
def test_it_says_its_exercise_and_language_once_and_truly(path: Path) -> None:
    number, language = path.parent.name[:2], path.stem
    assert notebook(path)["metadata"]["helpkit"] == {"exercise": number, "language": language}
    assert f'Exercise("{number}", language="{language}")' in source(code(path)[0])


@every_lesson
def test_its_minutes_are_those_of_its_parts_and_of_the_chapter(path: Path) -> None:
    lines = source(notebook(path)["cells"][0]).splitlines()
    (times,) = [line for line in lines if re.search(r"\d\d minu", line)]
    total, *parts = map(int, re.findall(r"\d+", times))
    assert total == sum(parts) == load(path.parent.name).chapters[path.name[:2]].minutes


@every_exercise
def test_its_title_is_that_of_the_chapter(path: Path) -> None:
    title = load(path.stem).chapters[path.parent.name[:2]].title
    assert source(notebook(path)["cells"][0]).splitlines()[0].endswith(f" · {title}")


@every_notebook
def test_it_holds_no_outputs_and_no_execution_counts(path: Path) -> None:
    for cell in code(path):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@every_notebook
def test_only_the_code_that_is_meant_to_be_read_is_unfolded(path: Path) -> None:
    unfolded = [
        cell["id"]
        for cell in code(path)
        if cell["metadata"] != {"jupyter": {"source_hidden": True}}
    ]
    assert unfolded == ([INSIDE] if path in NOTEBOOKS else [])


@every_notebook
def test_a_code_cell_is_one_verb(path: Path) -> None:
    lengths = [len(source(cell).splitlines()) for cell in code(path)]
    assert max(lengths) <= LINES
    assert median(lengths[1:] or [1]) == 1


@every_lesson
def test_there_are_at_most_1200_words_before_the_sandbox(path: Path) -> None:
    assert 0 < words(prose(path)) <= WORDS


@every_lesson
def test_every_call_shows_an_activity_of_its_kind(path: Path) -> None:
    activities = _activities(path)
    for verb, activity, *_ in calls(code(path)):
        assert activity in activities
        assert activities[activity].kind == ("predict" if verb == "reveal" else verb)


@every_lesson
def test_every_activity_is_used(path: Path) -> None:
    assert {activity for _, activity, *_ in calls(code(path))} == set(_activities(path))


@every_lesson
def test_every_prediction_comes_before_its_reveal(path: Path) -> None:
    order = calls(code(path))
    predictions = [activity for verb, activity, *_ in order if verb == "predict"]
    for activity in predictions:
        assert order.index(("predict", activity)) < order.index(("reveal", activity))


@every_exercise
def test_every_part_is_shown_once_and_by_its_verb(path: Path) -> None:
    parts = load_exercise(path.parent, path.stem).parts
    wanted: list[tuple[str, ...]] = []
    for key, part in parts.items():
        items = part.items if isinstance(part, PathsPart) else [None]
        wanted += [(PART_VERBS[part.kind], key, *filter(None, [item])) for item in items]
    assert calls(code(path)) == wanted


@every_exercise
def test_the_last_cell_is_the_button_and_no_cell_hands_in_by_itself(path: Path) -> None:
    sources = [source(cell) for cell in code(path)]
    assert sources[-1] == "ex.hand_in()"
    assert "hand_in" not in "".join(sources[:-1])


@every_exercise
def test_its_prose_is_short(path: Path) -> None:
    assert words("\n".join(source(cell) for cell in markdown(path))) <= 300


@every_pair
def test_cells_have_the_same_ids_in_every_language(pair: list[Path]) -> None:
    ids = [[cell["id"] for cell in notebook(path)["cells"]] for path in pair]
    assert all(one == ids[0] for one in ids)
    assert len(set(ids[0])) == len(ids[0])


@every_pair
def test_code_is_the_same_in_every_language_but_for_the_language(pair: list[Path]) -> None:
    sources = [
        [source(cell).replace(f'"{language(path)}"', '"LANGUAGE"') for cell in code(path)]
        for path in pair
    ]
    assert all(one == sources[0] for one in sources)


@every_pair
def test_a_language_has_prose_of_its_own(pair: list[Path]) -> None:
    """Prose that stands unchanged in two languages was forgotten by the translator."""
    texts = [{source(cell) for cell in markdown(path)} for path in pair]
    assert not texts[0].intersection(*texts[1:])
