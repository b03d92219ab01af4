"""Hand an exercise out: a folder for students, and a zip of it, in one language and without a key.

What is included is listed, so that nothing else can get out: key, rubric, another language, the
teacher's own notes, outputs in the notebook. The same exercise and course give the same bytes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from helpkit.errors import ContentError, CourseError
from helpkit.exercises.items import ITEMS, exercise_languages
from helpkit.exercises.release_folder import RELEASE
from helpkit.exercises.rules import exercise_faults
from helpkit.journal.files import write_whole
from helpkit.teacher.course.course import Course, ExerciseRules
from helpkit.teacher.course.source import exercise_folder

__all__ = ["ReleasePaths", "is_there", "release", "release_contents"]

_NOTEBOOK: Final = ("nbformat", "nbformat_minor")
_METADATA: Final = ("helpkit", "kernelspec", "language_info")
_CELL: Final = ("cell_type", "id", "source", "attachments")
_CELL_METADATA: Final = ("jupyter", "tags")
"""Whether a cell is folded, and whether it is for where there is no lesson view."""


@dataclass(frozen=True)
class ReleasePaths:
    """What was handed out, or would be; `written` are the files that are new."""

    folder: Path
    archive: Path
    files: tuple[Path, ...]
    written: tuple[Path, ...]


def release(
    course: Course,
    exercise: str,
    language: str,
    out: Path,
    source: Path | None = None,
    dry_run: bool = False,
) -> ReleasePaths:
    """Write the folder and the zip for students under `out`; files already there must be the same.

    Args:
        course: gives the seed, the title and the deadline.
        exercise: two digits, such as "01".
        language: of notebook and texts.
        out: where to put the folder and the zip.
        source: a folder of exercises, or the exercise; by default as `exercise_folder` finds it.
        dry_run: write nothing.

    Raises:
        CourseError: there is no such exercise, language or notebook, or a different release exists.
        ContentError: the exercise has faults; one line per fault.
    """
    contents = release_contents(course, exercise, language, source)
    name = exercise_folder(course, exercise, source).resolve().name
    files = {out / name / path: data for path, data in contents.items()}
    archive = out / f"{name}.zip"
    files[archive] = _zipped(name, contents)
    new = tuple(path for path, data in files.items() if not is_there(path, data))
    for path in () if dry_run else new:
        write_whole(path, files[path])
    return ReleasePaths(out / name, archive, tuple(files), new)


def release_contents(
    course: Course, exercise: str, language: str, source: Path | None = None
) -> dict[str, bytes]:
    """Every file that a student gets, by its path in the folder.

    Raises:
        CourseError: there is no such exercise, language or notebook.
        ContentError: the exercise has faults; one line per fault.
    """
    rules = course.rules(exercise)
    folder = exercise_folder(course, exercise, source).resolve()
    _check(folder, language)
    return _contents(folder, exercise, language, course, rules)


def _check(folder: Path, language: str) -> None:
    faults = exercise_faults(folder)
    if faults:
        raise ContentError("\n".join(f"{folder.name}/{fault}" for fault in faults))
    known = exercise_languages(folder)
    if language not in known:
        raise CourseError(
            f"language of {folder.name} must be one of {', '.join(known)}, got {language!r}"
        )


def _contents(
    folder: Path, exercise: str, language: str, course: Course, rules: ExerciseRules
) -> dict[str, bytes]:
    text = f"text/{language}.toml"
    return {
        f"{folder.name}.ipynb": _notebook(folder / f"{language}.ipynb"),
        ITEMS: (folder / ITEMS).read_bytes(),
        RELEASE: _about(exercise, language, course, rules),
        text: (folder / text).read_bytes(),
    }


def _about(exercise: str, language: str, course: Course, rules: ExerciseRules) -> bytes:
    # A JSON string is a TOML string as long as it is printable, which a course ensures.
    texts = {
        "exercise": exercise,
        "course": course.title,
        "language": language,
        "seed": course.seed,
    }
    lines = [f"{key} = {json.dumps(text, ensure_ascii=False)}" for key, text in texts.items()]
    lines.append(f"deadline = {rules.deadline.isoformat()}")
    if course.has_zone:
        lines.append(f"timezone = {json.dumps(str(course.zone))}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _notebook(path: Path) -> bytes:
    """The cells, without what running them left behind."""
    try:
        whole = json.loads(path.read_bytes())
        taken = {
            "cells": [_cell(cell) for cell in whole["cells"]],
            "metadata": _taken(whole["metadata"], _METADATA),
            **_taken(whole, _NOTEBOOK),
        }
    except FileNotFoundError as error:
        raise CourseError(f"{path} does not exist: the exercise needs its notebook") from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise CourseError(f"{path} is not a notebook of format 4: {error!r}") from error
    return (json.dumps(taken, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8")


def _cell(cell: Mapping[str, Any]) -> dict[str, Any]:
    taken = _taken(cell, _CELL) | {"metadata": _taken(cell["metadata"], _CELL_METADATA)}
    if cell["cell_type"] == "code":
        taken |= {"execution_count": None, "outputs": []}
    return taken


def _taken(fields: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: fields[name] for name in names if name in fields}


def _zipped(folder: str, contents: Mapping[str, bytes]) -> bytes:
    """No times and no compression, so that every computer makes the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, data in contents.items():
            member = ZipInfo(f"{folder}/{name}")  # without a time: the first of January 1980
            member.create_system = 3
            member.external_attr = 0o100644 << 16
            archive.writestr(member, data)
    return buffer.getvalue()


def is_there(path: Path, data: bytes) -> bool:
    """Is this file there already?

    Raises:
        CourseError: a different one is.
    """
    try:
        same = path.read_bytes() == data
    except FileNotFoundError:
        return False
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}") from error
    if not same:
        raise CourseError(
            f"{path} already exists and differs from what would be released: students may have "
            "it, so it stays; name another folder with --to, or remove it first"
        )
    return True
