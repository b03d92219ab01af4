"""May this path be written to? Not where the course keeps what it lives from.

The roster, the rules, decisions, marks, what was collected and the results are made with care or
cannot be made again. A slip of the pen after `--to` replaces none of them.
"""

from pathlib import Path
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.collect.collection import COLLECTED
from helpkit.teacher.course.course import COURSE, Course
from helpkit.teacher.course.decisions import DECISIONS
from helpkit.teacher.course.roster import ROSTER
from helpkit.teacher.marking.marks import MARKS
from helpkit.teacher.results.results import GRADED, RESULTS

__all__ = ["refuse_own"]

_FILES: Final = (COURSE, ROSTER, DECISIONS)
_FOLDERS: Final = (COLLECTED, MARKS)


def refuse_own(course: Course, path: Path) -> None:
    """Do nothing, unless the path is one of the course's own.

    Raises:
        CourseError: it is; the sentence says so.
    """
    root, target = course.root.resolve(), path.resolve()
    files = [root / name for name in _FILES]
    files += [root / GRADED / exercise / RESULTS for exercise in course.exercises]
    folders = [root / name for name in _FOLDERS]
    is_file = any(_same(target, own) for own in files)
    is_within = any(_same(above, own) for above in (target, *target.parents) for own in folders)
    if is_file or is_within:
        raise CourseError(
            f"{path} belongs to the course and stays as it is: choose another name after --to"
        )


def _same(path: Path, other: Path) -> bool:
    """Names can differ in capitals and mean one file."""
    return path == other or (path.exists() and other.exists() and path.samefile(other))
