"""What formgrader shows of a hand-in: text, in the language of the student, without the key."""

import shutil
from pathlib import Path

import pytest

from helpkit.content import languages, load
from helpkit.exercises.sheet import sheet
from helpkit.exercises.submission import read
from helpkit.teacher.course.course import FeedbackPart
from helpkit.teacher.grading.grader import AnsweredSheet, Grader
from helpkit.teacher.nbgrader.part_texts import not_read, texts
from helpkit.teacher.results.answers import answers_of
from helpkit.teacher.results.result import Result
from tests.exercises.handed_out import course, handed_out, opened
from tests.exercises.samples import FOLDERS, SEED, best_play, exercise, key, person, reference
from tests.journal.old_journals import OLD
from tests.teacher.classes import sheet_of

POINTS = (FeedbackPart.POINTS, FeedbackPart.MESSAGES)


def seen(
    folder: Path, root: Path, shows: tuple[FeedbackPart, ...] = POINTS, language: str = "en"
) -> dict[str, str]:
    """The text of each part for somebody who knows it all."""
    number = folder.name[:2]
    return texts_of(folder, root, sheet_of("s1", number=number, language=language), shows, language)


def texts_of(
    folder: Path,
    root: Path,
    data: bytes,
    shows: tuple[FeedbackPart, ...] = POINTS,
    language: str = "en",
) -> dict[str, str]:
    """The text of each part of a submission of student s1."""
    grader = Grader(exercise(folder, language), key(folder), load(language))
    answers = answers_of("s1", folder.name[:2], read(data))
    parts = grader.exercise.parts.items()
    issued = {name: sheet(part, SEED, "s1") for name, part in parts}
    rows = grader.grade(AnsweredSheet("s1", SEED, issued, answers.by_part))
    result = Result("s1", "", language, 0, "graded", "", rows)
    return dict(texts(course(root), shows, grader, answers, result))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_every_part_says_its_points_and_what_was_written(folder: Path, tmp_path: Path) -> None:
    parts = seen(folder, tmp_path)
    assert parts.keys() == exercise(folder).parts.keys()
    for name, part in exercise(folder).parts.items():
        if part.kind == "write":
            assert str(reference(folder)[name].popitem()[1]) in parts[name]
        elif part.kind != "scene":
            assert f"{part.points:g} of {part.points:g} points" in parts[name]


def test_it_is_in_the_language_of_the_hand_in(tmp_path: Path) -> None:
    parts = seen(FOLDERS[0], tmp_path, language="nl")
    assert "18 van de 18 punten" in parts["classify"]
    assert "Je docent" in parts["reflection"]


@pytest.mark.parametrize("shows", [POINTS, (FeedbackPart.POINTS,), ()])
def test_it_says_no_more_than_the_course_allows(
    shows: tuple[FeedbackPart, ...], tmp_path: Path
) -> None:
    text = "".join(seen(FOLDERS[0], tmp_path, shows).values())
    assert ("points" in text) == (FeedbackPart.POINTS in shows)
    items = key(FOLDERS[0]).parts["classify"].items
    assert not [item for item in items.values() if str(item.reason["en"]) in text]
    assert "Our reading" not in text


def test_a_reason_cannot_steer_a_terminal() -> None:
    text = not_read("\x1b[2J\u202eevil", load("en"))
    assert text.startswith("This submission could not be read")
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("language", languages())
def test_a_conversation_is_shown_with_the_person_who_was_met(tmp_path: Path, language: str) -> None:
    content = load(language)
    words, item = content.ui["feedback"], "team-day-empty"
    text = seen(FOLDERS[2], tmp_path, language=language)["reach"]
    scene = content.scenes["team-day"].in_mood(person(item))
    name = scene.temperaments[person(item)].name
    assert words["conversation-with"].format(client=scene.client, name=name) in text
    node = scene.first
    for choice in best_play(item)["said"]:
        assert f"  {scene.nodes[node].choices[choice].says}\n" in text
        node = scene.nodes[node].choices[choice].next


@pytest.mark.parametrize("language", languages())
def test_what_was_played_and_handed_in_before_still_opens_and_is_told(
    tmp_path: Path, language: str
) -> None:
    """The journal of a student who played the first edition."""
    folder = handed_out(tmp_path, "06", language)
    shutil.copytree(OLD / "exercise-06", folder / "answers")
    homework = opened(folder)
    button = homework.hand_in()
    button.handle({"kind": "hand_in", "item": "zip", "value": "press"})
    (data,) = (path.read_bytes() for path in (folder / "hand-in").iterdir())
    text = texts_of(FOLDERS[2], tmp_path, data, language=language)["reach"]
    content = load(language)
    assert button.state["parts"][0]["done"] == 0
    for sentence in (
        content.ui["feedback"]["state-earlier"],
        content.ui["grading"]["earlier-edition"],
    ):
        assert text.count(sentence) == len(homework.parts["reach"].items)
    first = content.earlier_scenes["team-day-1"].nodes["m1"].choices
    assert sum(choice.says in text for choice in first.values()) > 0
