"""The notebook of the desk: written once, and from then on the teacher's own."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from helpkit.content.types import Content
from helpkit.journal.files import write_whole
from helpkit.teacher.course.course import Course

__all__ = ["DESK", "notebook_path", "write_notebook"]

DESK: Final = "desk"
VERBS: Final = ("marker", "reflections", "agreement", "mirror")


def notebook_path(course: Course, exercise: str) -> Path:
    """Where the notebook of one exercise is."""
    return course.root / DESK / f"{exercise}.ipynb"


def write_notebook(
    course: Course, exercise: str, content: Content, exercises: Path | None = None
) -> Path:
    """Write the notebook if there is none yet; one that exists stays as it is.

    Raises:
        OSError: it cannot be written.
    """
    path = notebook_path(course, exercise)
    if not path.exists():
        cells = [*_cells(exercise, content, exercises)]
        kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
        notebook = {
            "cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5,
        }  # fmt: skip
        write_whole(path, json.dumps(notebook, ensure_ascii=False, indent=1).encode() + b"\n")
    return path


def _cells(exercise: str, content: Content, exercises: Path | None) -> Iterator[dict[str, Any]]:
    texts = content.ui["desk"]
    more = f", exercises={str(exercises.resolve())!r}" if exercises else ""
    begin = f'from helpkit import Desk\ndesk = Desk("{exercise}"{more})\n'
    yield _cell("title", "markdown", texts["head"].format(number=int(exercise)))
    for at, verb in enumerate(VERBS):
        yield _cell(f"{verb}-text", "markdown", texts[f"{verb}-text"])
        yield _cell(verb, "code", f"{'' if at else begin}desk.{verb}()")


def _cell(name: str, kind: str, source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "id": name, "metadata": {}, "source": source}
    if kind == "code":
        hidden = {"jupyter": {"source_hidden": True}}
        cell |= {"metadata": hidden, "outputs": [], "execution_count": None}
    return cell
