"""Fill `source/psNN/` of an nbgrader course with what students get, and no key.

The notebook is that of `helpkit release`, with nbgrader's marks on its cells: the cell that shows a
part is graded by the machine, and the text above it by people, for parts that people read.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from helpkit.errors import CourseError
from helpkit.exercises.items import Part, load_exercise
from helpkit.journal.files import write_whole
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.release import is_there, release_contents
from helpkit.teacher.course.source import exercise_folder
from helpkit.teacher.grading.keys import Key, SceneKey, WriteKey, load_key
from helpkit.teacher.grading.rubric import RUBRIC
from helpkit.teacher.nbgrader.config import course_config

__all__ = ["SourceFolder", "assignment_name", "fill", "first_cell", "for_people"]

SOURCE: Final = "source"
NEVER: Final = ("key.toml", RUBRIC, "answers", "hand-in")
"""What must not be in `source`, since nbgrader hands out everything there."""

_SCHEMA: Final = 3
_NOTEBOOK: Final = ".ipynb"

Cell = dict[str, Any]


@dataclass(frozen=True)
class SourceFolder:
    """What was written, or would be; `to_add` are lines for a configuration that is left alone."""

    assignment: str
    folder: Path
    written: tuple[Path, ...]
    config: Path
    to_add: tuple[str, ...]


def assignment_name(exercise: str) -> str:
    """The name by which nbgrader knows an exercise."""
    return f"ps{exercise}"


def for_people(part: str) -> str:
    """The cell in which people give points for a part."""
    return f"{part}-read"


def fill(
    course: Course,
    exercise: str,
    language: str,
    nbgrader: Path,
    source: Path | None = None,
    dry_run: bool = False,
) -> SourceFolder:
    """Fill the source folder of an assignment; an existing file that differs stays.

    Args:
        course: gives the seed, the title and the deadline.
        exercise: two digits, such as "01".
        language: of notebook and texts.
        nbgrader: the folder of the nbgrader course.
        source: a folder of exercises, or the exercise; by default as `exercise_folder` finds it.
        dry_run: write nothing.

    Raises:
        CourseError: there is no such exercise, language or notebook, or another file is there.
        ContentError: the exercise has faults; one line per fault.
    """
    name = assignment_name(exercise)
    folder = nbgrader / SOURCE / name
    _check(folder)
    contents = release_contents(course, exercise, language, source)
    teachers = exercise_folder(course, exercise, source)
    marked = {file: _marked(file, data, teachers, language) for file, data in contents.items()}
    files = {folder / file: data for file, data in marked.items()}
    config, text, to_add = course_config(nbgrader, course.root, source)
    new = [path for path, data in files.items() if not is_there(path, data)]
    if text:
        files[config] = text
        new.append(config)
    for path in () if dry_run else new:
        write_whole(path, files[path])
    return SourceFolder(name, folder, tuple(new), config, to_add)


def _check(folder: Path) -> None:
    for name in NEVER:
        if (folder / name).exists():
            raise CourseError(
                f"{folder / name} is there, and nbgrader would hand it out to every student: "
                "move it to another folder"
            )


def _marked(name: str, data: bytes, folder: Path, language: str) -> bytes:
    """The file; a notebook with nbgrader's marks on its cells."""
    if not name.endswith(_NOTEBOOK):
        return data
    notebook = json.loads(data)
    exercise = load_exercise(folder, language)
    key = load_key(folder, exercise)
    for part in exercise.parts.values():
        _mark(notebook["cells"], part, key, name)
    return (json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _mark(cells: list[Cell], part: Part, key: Key, name: str) -> None:
    """Put the points of a part on the cell that shows it, or on the text above, or on both."""
    at = first_cell(cells, part.id)
    if at < 1 or cells[at - 1]["cell_type"] != "markdown":
        raise CourseError(f"{name}: expected a text and then a cell such as ex.sort({part.id!r})")
    people = _of_people(key, part.id)
    if people:
        task = {"task": True, "grade": False, "grade_id": for_people(part.id)}
        cells[at - 1]["metadata"]["nbgrader"] = _BASE | task | {"points": people}
    if part.points > people:
        graded = {"task": False, "grade": True, "grade_id": part.id}
        cells[at]["metadata"]["nbgrader"] = _BASE | graded | {"points": part.points - people}


_BASE: Final[dict[str, Any]] = {"locked": True, "schema_version": _SCHEMA, "solution": False}


def first_cell(cells: Sequence[Any], part: str) -> int:
    """Where a part is shown first; -1 if it is not."""
    call = re.compile(rf"\.\w+\(\s*[\"']{re.escape(part)}[\"']")
    places = (
        at
        for at, cell in enumerate(cells)
        if cell["cell_type"] == "code" and call.search("".join(cell["source"]))
    )
    return next(places, -1)


def _of_people(key: Key, part: str) -> float:
    own = key.parts[part]
    return own.content if isinstance(own, SceneKey | WriteKey) else 0.0
