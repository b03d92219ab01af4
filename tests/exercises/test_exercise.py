"""An exercise opens in the folder that was handed out, and says in a sentence where it does not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from helpkit import Exercise
from helpkit.content import load
from helpkit.errors import ContentError, HelpkitError, UnknownIdError
from helpkit.exercises.items import ClassifyPart, LedgerPart, PathsPart, ScenePart, WritePart
from helpkit.exercises.progress import asked
from helpkit.exercises.release_folder import find_release
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import Journal
from tests.exercises.handed_out import handed_out, known, opened, points
from tests.exercises.samples import FOLDERS, reference


def refusal(folder: Path, number: str = "01", language: str = "nl") -> str:
    with chdir(folder), pytest.raises(HelpkitError) as refused:
        Exercise(number, language)
    return str(refused.value)


def test_it_opens_where_it_was_handed_out_and_below(tmp_path: Path) -> None:
    folder = handed_out(tmp_path, language="nl")
    below = folder / "hand-in" / "mine"
    below.mkdir(parents=True)
    for place in (folder, below):
        with chdir(place):
            assert [*Exercise("01", "nl").parts] == ["classify", "status-risks", "reflection"]
    assert find_release(below) == folder


def test_elsewhere_it_says_what_to_do(tmp_path: Path) -> None:
    sentence = load("nl").ui["exercise"]["not-released"].format(folder=tmp_path)
    assert refusal(tmp_path) == sentence


def test_another_number_or_language_is_said(tmp_path: Path) -> None:
    folder = handed_out(tmp_path, language="en")
    texts = load("nl").ui["exercise"]
    assert refusal(folder, "02") == texts["other-exercise"].format(exercise="'02'", got="01")
    assert refusal(folder, "01") == texts["other-release"].format(language="'nl'", got="en")
    with chdir(folder), pytest.raises(UnknownIdError, match="one of en, nl, got 'fr'"):
        Exercise("01", "fr")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('seed = "autumn"', "seed = 3", "seed: expected a text, got 3"),
        ('seed = "autumn"', "", "seed: expected a text, got None"),
        ("2026-12-04T17:00:00+01:00", "2026-12-04", "deadline: expected a time"),
        ("=", "==", "cannot be read"),
    ],
)
def test_a_damaged_release_is_said(tmp_path: Path, old: str, new: str, expected: str) -> None:
    folder = handed_out(tmp_path)
    path = folder / "release.toml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(ContentError, match=rf"^release\.toml.*{expected}"):
        opened(folder)


def test_an_unknown_part_names_the_nearest(tmp_path: Path) -> None:
    exercise = opened(handed_out(tmp_path))
    with pytest.raises(UnknownIdError) as refused:
        exercise.sort("clasify")
    assert str(refused.value).endswith("classify, status-risks. Did you mean 'classify'?")
    with pytest.raises(UnknownIdError, match="'classify'"):
        exercise.reflect("classify")


def test_an_unknown_conversation_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match=r"'team-day'.*team-day-levelled"):
        opened(handed_out(tmp_path, "06")).converse("reach", "team-day")


def test_nothing_is_written_before_the_student_does_something(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    exercise = opened(folder)
    for widget in (
        exercise.start(),
        exercise.sort("classify"),
        exercise.reflect("reflection"),
        exercise.hand_in(),
    ):
        assert widget.language == "en"
    assert sorted(tmp_path.rglob("*")) == before


def test_its_answers_lie_in_a_file_of_their_own_name(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    known(folder)
    names = sorted(path.name for path in (folder / "answers").iterdir())
    assert [name.partition(".")[0] for name in names] == ["exercise-01", "helpkit"]


def test_answers_from_a_file_of_the_old_name_are_read(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    known(folder, "s7")
    (segment,) = (folder / "answers").glob("exercise-01.*")
    segment.rename(segment.with_name(f"lesson-{segment.name}"))
    assert opened(folder).student == "s7"


def solve(exercise: Exercise, folder: Path) -> None:
    """Let the widgets take what somebody answers who knows it all."""
    known_all = reference(folder)
    for name, part in exercise.parts.items():
        mine = {spot: known_all[name][spot] for spot in asked(part, exercise.issued(part))}
        match part:
            case ClassifyPart():
                send(exercise.sort(name), "answer", mine)
            case LedgerPart():
                typed = {x: y if isinstance(y, str) else f"{y:.2f}" for x, y in mine.items()}
                whole = {spot: text.removesuffix(".00") for spot, text in typed.items()}
                send(exercise.ledger(name), "answer", whole)
            case PathsPart():
                for item, play in mine.items():
                    send(exercise.converse(name, item), "answer", {"alone.1": said(play)})
            case ScenePart():
                send(exercise.scene(name), "reflection", mine)
            case WritePart():
                send(exercise.reflect(name), "reflection", mine)


def said(play: Any) -> object:
    """What the page sends of a play."""
    return play["said"]


def send(widget: ActivityWidget, kind: str, values: Mapping[str, object]) -> None:
    for item, value in values.items():
        widget.handle({"kind": kind, "item": item, "value": value, "private": False})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_the_widgets_take_and_the_button_hands_in_earns_full_marks(
    folder: Path, tmp_path: Path
) -> None:
    number = folder.name[:2]
    exercise = known(handed_out(tmp_path, number))
    solve(exercise, folder)
    button = exercise.hand_in()
    assert [row["id"] for row in button.state["parts"] if row["done"] < row["of"]] == []
    button.handle({"kind": "hand_in", "item": "zip", "value": "press"})
    earned = points(tmp_path / "course", exercise.release.folder / "hand-in", number)
    by_people = {"reflection": 12, "rewrite": 12, "build": 12}
    assert earned == {
        name: part.points - by_people.get(name, 0) for name, part in exercise.parts.items()
    }


def test_inside_a_course_the_answers_lie_with_those_of_the_lessons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HELPKIT_ANSWERS", raising=False)
    lesson = Journal(tmp_path / "answers", lesson="01", language="en")
    lesson.record(activity="formality", item="directions", value="informal")
    lesson.record(activity="share", item="lesson", value=True, kind="share")
    with chdir(handed_out(tmp_path)):
        exercise = Exercise("01")
        exercise.start().handle({"kind": "answer", "item": "student", "value": "s1"})
        button = exercise.hand_in()
        button.handle({"kind": "hand_in", "item": "zip", "value": "press"})
    assert exercise.journal.folder == tmp_path / "answers"
    assert button.state["latest"]["lesson"] == 1


def test_it_works_with_only_the_package_and_never_loads_a_key(tmp_path: Path) -> None:
    folder = handed_out(tmp_path / "out")
    site = tmp_path / "site"
    package = Path(str(find_package()))
    shutil.copytree(package, site / "helpkit", ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import sys; from helpkit import Exercise; import helpkit; print(helpkit.__file__)\n"
        "ex = Exercise('01'); s = ex.start(); widgets = [ex.sort('classify'), ex.hand_in()]\n"
        "s.handle({'kind': 'answer', 'item': 'student', 'value': 's1'})\n"
        "ex.hand_in().handle({'kind': 'hand_in', 'item': 'zip', 'value': 'press'})\n"
        "print([name for name in sys.modules if 'grading' in name or 'teacher' in name])"
    )
    environment = os.environ | {"PYTHONPATH": str(site)}
    environment.pop("HELPKIT_ANSWERS", None)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    where, loaded = done.stdout.splitlines()
    assert Path(where).is_relative_to(site)
    assert loaded == "[]"
    assert (folder / "hand-in" / "01-handin-s1.zip").is_file()
    assert (folder / "answers").is_dir()


def find_package() -> Path:
    import helpkit

    return Path(helpkit.__file__).parent
