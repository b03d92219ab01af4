"""`nbgrader_config.py` of an nbgrader course: written once, and never over a teacher's own file.

nbgrader ignores a `--config` option with no more than a warning, so it has to be this file. It is
the teacher's own Python; nothing here runs it or changes it.
"""

import os
from pathlib import Path
from typing import Final

__all__ = ["CONFIG", "course_config"]

CONFIG: Final = "nbgrader_config.py"

_HEAD: Final = """\
# Written by `helpkit release --nbgrader`, and yours from now on.
c = get_config()

# The name of the course, which students see.
c.CourseDirectory.course_id = {name}

# A submission is read as data: no kernel is started, and nothing that a student wrote is run.
{lines}
"""
_FORMER: Final = "helpkit.nbgrader.preprocessor"
"""Where the preprocessor once was; a configuration that says so still works."""

_MODULE: Final = "helpkit.teacher.nbgrader.preprocessor"
_READS: Final = f"""\
c.Autograde.autograde_preprocessors = ["{_MODULE}.ReadHandIn", \
"nbgrader.preprocessors.AssignLatePenalties", "nbgrader.preprocessors.CheckCellMetadata"]"""


def course_config(
    nbgrader: Path, course: Path, exercises: Path | None
) -> tuple[Path, bytes, tuple[str, ...]]:
    """The file, what to write if it does not exist, and which lines it lacks if it does.

    Args:
        nbgrader: the folder of the nbgrader course.
        course: that of the helpkit course.
        exercises: where the exercises with their keys are, if that was said.
    """
    path = nbgrader / CONFIG
    lines = [_READS, f"c.ReadHandIn.course = {_place(course, nbgrader)}"]
    if exercises:
        lines.append(f"c.ReadHandIn.exercises = {_place(exercises, nbgrader)}")
    if not path.exists():
        name = ascii(nbgrader.resolve().name)
        return path, _HEAD.format(name=name, lines="\n".join(lines)).encode(), ()
    text = path.read_text("utf-8", "replace").replace(_FORMER, _MODULE)
    there = {line.strip() for line in text.splitlines()}
    return path, b"", tuple(line for line in lines if line not in there)


def _place(folder: Path, start: Path) -> str:
    """A folder as Python writes it, seen from another one, so that both can move together."""
    try:
        return ascii(Path(os.path.relpath(folder.resolve(), start.resolve())).as_posix())
    except ValueError:  # another drive of Windows
        return ascii(folder.resolve().as_posix())
