"""Exercises as students get them: form, faults, both languages, and transfer instead of recall."""

import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpkit.content import load
from helpkit.content.files import FOLDER
from helpkit.errors import ContentError, UnknownIdError
from helpkit.exercises.items import ClassifyPart, exercise_languages, load_exercise
from helpkit.exercises.options import QUESTIONS, options
from helpkit.exercises.rules import exercise_faults
from helpkit.models.dialogue import DIAGNOSTIC, FORMS
from helpkit.teacher.grading.key_rules import key_faults
from tests.exercises.samples import CONTENT, FOLDERS, exercise, key
from tests.language import english_in
from tests.paths import EXERCISES

LANGUAGES = ("en", "nl")
every_exercise = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
every_language = pytest.mark.parametrize("language", LANGUAGES)
POOLS = [(0, "classify", "formality"), (0, "status-risks", "risk"), (1, "metaphors", "picture")]
POOLS.append((2, "forms", "form"))

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Replace a text that stands in one file of a copy; return the folder of that exercise."""
    copy = Path(shutil.copytree(EXERCISES, tmp_path / "exercises"))

    def replace(name: str, old: str, new: str) -> Path:
        path = next(copy.glob(name))
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return copy / path.relative_to(copy).parts[0]

    return replace


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in exercise_faults(folder) or key_faults(folder)]


@every_exercise
def test_our_exercises_have_no_faults(folder: Path) -> None:
    assert faults(folder) == []
    assert exercise_languages(folder) == LANGUAGES


@every_exercise
@every_language
def test_a_folder_that_was_handed_out_loads_without_its_key(
    folder: Path, language: str, tmp_path: Path
) -> None:
    student = tmp_path / folder.name
    shutil.copytree(folder, student, ignore=shutil.ignore_patterns("key.toml", "rubric.toml"))
    for other in {*LANGUAGES} - {language}:
        (student / f"text/{other}.toml").unlink()
    assert load_exercise(student, language) == load_exercise(folder, language)
    assert exercise_faults(student) == []
    with pytest.raises(UnknownIdError, match=f"must be one of {language}, got 'fr'"):
        load_exercise(student, "fr")


EXTRA = '[status-risks.items]\nown.text = "Van mij."'
SPOILS = [
    ("01*/items.toml", "take = 4", "take = 9", "items.toml [classify] items: expected at least 18"),
    ("01*/items.toml", '"risk"', '"mood"', "items.toml [status-risks] questions: expected one of"),
    ("01*/items.toml", 'kind = "write"', 'kind = "sing"', "items.toml [reflection] kind: expected"),
    ("01*/text/nl.toml", "task =", "tasks =", "text/nl.toml [classify] task: missing"),
    (
        "01*/text/nl.toml",
        "spare-key.text",
        "spare-kee.text",
        "[classify] items.spare-key.text: missing",
    ),
    ("01*/text/nl.toml", "[status-risks.items]", EXTRA, "text/en.toml [status-risks] items.own"),
    ("02*/items.toml", "A1 b B2 A3", "A1 b c", "expected moves such as 'A1 b B2', got 'A1 b c'"),
    ("02*/items.toml", "A1 A2 B3", "A1 a A2", "no thanks yet where thanks are asked for"),
    ("06*/items.toml", 'scene = "team-day"', 'scene = "day"', "expected one of export-button, tea"),
    (
        "01*/key.toml",
        "[classify.items.pram-stairs]",
        "[classify.items.pram]",
        "pram-stairs: missing",
    ),
    ("01*/key.toml", '"looking-away"', '"looking"', "expected one of barging-in, letting-go"),
    ("01*/key.toml", "says.nl =", "says.de =", "says.nl: missing"),
    ("01*/key.toml", "reason.nl =", "reason.fr =", "reason.nl: missing"),
    ("01*/key.toml", "[reflection]", "[reflections]", "there is no such part in the items"),
    ("02*/key.toml", "mistakes.sign", "mistakes.signs", "mistakes.sign: missing"),
    (
        "06*/key.toml",
        "full = 2",
        "full = 3",
        "[reach] points: expected 12 as in key.toml, got 8",
    ),
    ("02*/items.toml", "points = 8", "", "[metaphors] points: expected 8 as in key.toml, got 0"),
    ("06*/key.toml", "sound = 2, ", "", "key.toml [build] points.sound: missing"),
    ("06*/rubric.toml", "nl = ", "de = ", "rubric.toml [build] criteria.episode.name.nl: missing"),
    ("06*/rubric.toml", "passes = 8", "", "rubric.toml [build] passes: missing"),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), SPOILS)
def test_a_fault_is_one_line_with_its_place(
    spoil: Spoil, name: str, old: str, new: str, expected: str
) -> None:
    lines = faults(spoil(name, old, new))
    assert any(expected in line for line in lines), lines
    assert all("\n" not in line for line in lines)


def test_a_fault_raises_where_an_exercise_is_loaded(spoil: Spoil) -> None:
    folder = spoil("01*/items.toml", "take = 4", "")
    with pytest.raises(ContentError, match=r"items\.toml \[classify\] take: missing"):
        load_exercise(folder)


def test_a_folder_that_is_no_exercise_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match="is this an exercise folder"):
        load_exercise(tmp_path)
    assert [str(fault) for fault in exercise_faults(tmp_path)]


@pytest.mark.parametrize(("folder", "name", "question"), POOLS)
def test_pools_are_large_and_balanced(folder: int, name: str, question: str) -> None:
    items = key(FOLDERS[folder]).parts[name].items
    counts = Counter(item.answers[question].value for item in items.values())
    sizes = {"formality": 12, "risk": 4, "picture": 16, "form": 4}
    assert counts == dict.fromkeys(options(question, CONTENT), sizes[question])


def test_the_same_change_is_judged_the_same_everywhere() -> None:
    """High involvement is formal by our own criterion only, so it is accepted and never the key."""
    items = key(FOLDERS[0]).parts["classify"].items.values()
    counts = Counter(item.answers["criterion"].value for item in items)
    assert counts == dict.fromkeys({*options("criterion", CONTENT)} - {"involvement"}, 12)
    for item in items:
        right = item.answers["criterion"]
        assert right.accepted == (("involvement",) if right.value == "occasion" else ())
        assert item.confidence == "by_criterion"


@every_language
def test_the_last_sentence_alone_changes_something(language: str) -> None:
    change = {"en": "Suppose ", "nl": "Stel dat "}[language]
    for item in exercise(FOLDERS[0], language).parts["classify"].items.values():
        *_, last = re.split(r"(?<=[.?!]) ", item.text)
        assert item.text.count(change) == 1
        assert last.startswith(change)
        assert len(item.text.split()) <= 45


@every_language
def test_every_question_has_labels(language: str) -> None:
    content = load(language)
    for question in QUESTIONS:
        assert all(options(question, content).values())
    assert (*options("form", content),) == FORMS
    assert {*DIAGNOSTIC} < {*options("form", content)}
    with pytest.raises(UnknownIdError, match="question must be one of formality"):
        options("mood", content)


def leaves(tree: Any) -> Iterator[str]:
    """Every text of a tree."""
    if isinstance(tree, dict):
        for value in tree.values():
            yield from leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value)
    else:
        yield str(tree)


def plain(text: str) -> str:
    """A text without capitals, accents of typing and signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def lessons(language: str) -> str:
    """Everything a learner reads in the lessons, notebooks too."""
    files = [*(FOLDER / "text" / language).rglob("*.toml")]
    texts = [text for path in files for text in leaves(tomllib.loads(path.read_text("utf-8")))]
    notebooks = (EXERCISES.parent / "lessons" / language).glob("*.ipynb")
    texts += [path.read_text("utf-8") for path in notebooks]
    return f" {' | '.join(map(plain, texts))} "


@every_language
def test_no_item_stands_in_a_lesson(language: str) -> None:
    known = lessons(language)
    pool = [
        item.text
        for folder in FOLDERS
        for part in exercise(folder, language).parts.values()
        if isinstance(part, ClassifyPart)
        for item in part.items.values()
    ]
    assert len(pool) == 36 + 16 + 32 + 36
    assert len({*map(plain, pool)}) == len(pool)
    assert [text for text in pool if f" {plain(text)} " in known] == []


@every_exercise
def test_no_english_is_left_in_the_dutch(folder: Path) -> None:
    texts = [*leaves(tomllib.loads((folder / "text/nl.toml").read_text("utf-8")))]
    for name in ("key.toml", "rubric.toml"):
        texts += dutch(tomllib.loads((folder / name).read_text("utf-8")))
    assert {text: english_in(text) for text in texts if english_in(text)} == {}


def dutch(tree: Any) -> Iterator[str]:
    """Every text that stands under a key `nl`."""
    if isinstance(tree, list):
        for value in tree:
            yield from dutch(value)
    elif isinstance(tree, dict):
        for name, value in tree.items():
            if name == "nl":
                yield value
            else:
                yield from dutch(value)


@every_exercise
def test_prose_has_typographic_quotes(folder: Path) -> None:
    for path in folder.rglob("*.toml"):
        for text in leaves(tomllib.loads(path.read_text("utf-8"))):
            assert not {'"', "'"} & {*text}, text


def test_the_two_languages_say_different_things() -> None:
    for folder in FOLDERS:
        english, other = (exercise(folder, language) for language in LANGUAGES)
        for name, part in english.parts.items():
            assert part.title != other.parts[name].title
            assert part.task != other.parts[name].task
