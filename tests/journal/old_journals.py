"""Journals that were written at commit bf76ea5, and what the page showed of them then.

One learner did lessons 1, 2 and 6 in English and Dutch, in one answers folder: `old/01`, `old/02`
and `old/06` are its segments. `old/01.en.json` holds the state of each activity as it was shown in
English. Student s1 did exercises 2 and 6, which were handed out in Dutch, in two folders. A picture
is kept as its sentences and its table; what plotly draws is the same numbers.

`old/exercise-06-2` is of the day on which the conversations came out in their second edition: one
of the four was played under another student number.

A state may change when a text or a reading of ours is corrected, and never because the code moved.
`python -m tests.journal.old_journals` writes all states anew: look at the difference.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from helpkit import Exercise, Lesson
from tests.exercises.handed_out import handed_out, opened

__all__ = [
    "EXERCISES",
    "LANGUAGES",
    "LESSONS",
    "OLD",
    "answers",
    "golden",
    "shown",
    "shown_exercise",
]

OLD = Path(__file__).parent / "old"
LESSONS = ("01", "02", "06")
LANGUAGES = ("en", "nl")
EXERCISES = {"exercise-02": "02", "exercise-06": "06", "exercise-06-2": "06"}

VERBS = {"choice": "choose"}
PART_VERBS = {"choose": "sort", "write": "reflect", "paths": "converse"}
"""The verbs of kinds of activities, and of kinds of parts, that have another name."""


def answers(root: Path) -> Path:
    """The learner's answers folder, as a copy."""
    folder = root / "answers"
    folder.mkdir()
    for file in (OLD / "helpkit.json", *OLD.glob("??/*.jsonl")):
        shutil.copy(file, folder)
    return folder


def shown(lesson: str, language: str, folder: Path) -> dict[str, Any]:
    """The state of every widget of a lesson, by the id of its activity."""
    opened = Lesson(lesson, language, folder)
    return {name: plain(widget.state) for name, widget in _widgets(opened)}


def _widgets(lesson: Lesson) -> Iterator[tuple[str, Any]]:
    yield "start", lesson.start()
    for key, activity in lesson.content.activities[lesson.lesson].items():
        yield key, getattr(lesson, VERBS.get(activity.kind, activity.kind))(key)
        if activity.kind == "predict":
            yield f"{key} reveal", lesson.reveal(key)
    yield "share", lesson.share()


def shown_exercise(name: str, root: Path) -> dict[str, Any]:
    """The state of every widget of an exercise, by the id of its part or conversation."""
    folder = handed_out(root, EXERCISES[name], "nl")
    shutil.copytree(OLD / name, folder / "answers")
    return {key: plain(widget.state) for key, widget in _parts(opened(folder))}


def _parts(exercise: Exercise) -> Iterator[tuple[str, Any]]:
    yield "start", exercise.start()
    for key, part in exercise.parts.items():
        show = getattr(exercise, PART_VERBS.get(part.kind, part.kind))
        if part.kind == "paths":
            yield from ((item, show(key, item)) for item in part.items)
        else:
            yield key, show(key)
    yield "hand_in", exercise.hand_in()


def plain(state: Any) -> Any:
    """A state as JSON keeps it: without figures, and its numbers alike on every machine."""
    if isinstance(state, dict):
        return {str(key): plain(part) for key, part in state.items() if key != "figure"}
    if isinstance(state, list | tuple):
        return [plain(part) for part in state]
    return float(f"{state:.9g}") if isinstance(state, float) else state


def golden(name: str, language: str) -> dict[str, Any]:
    """The states that were shown of a lesson or an exercise."""
    states: dict[str, Any] = json.loads((OLD / f"{name}.{language}.json").read_text("utf-8"))
    return states


def write(name: str, language: str, states: dict[str, Any]) -> None:
    """Keep these states from now on."""
    text = json.dumps(states, ensure_ascii=False, indent=1)
    (OLD / f"{name}.{language}.json").write_text(text + "\n", "utf-8")


def main() -> None:
    """Write the states of all lessons anew, from the journals."""
    with TemporaryDirectory() as root:
        folder = answers(Path(root))
        for lesson in LESSONS:
            for language in LANGUAGES:
                write(lesson, language, shown(lesson, language, folder))
        for name in EXERCISES:
            write(name, "nl", shown_exercise(name, Path(root) / name))


if __name__ == "__main__":
    main()
