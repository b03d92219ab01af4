"""Where the teacher's full exercise is: items, key, rubric and texts in one folder."""

from pathlib import Path

from helpkit.errors import CourseError
from helpkit.exercises.items import ITEMS
from helpkit.teacher.course.course import Course

__all__ = ["exercise_folder"]

_OURS = Path(__file__).parents[3] / "exercises"
"""In a clone; the installed package has no keys."""


def exercise_folder(course: Course, exercise: str, source: Path | None = None) -> Path:
    """The folder of one exercise: the one given, else the course's own, else that of the clone.

    A teacher's own or changed exercises are in the course's `exercises/`; `given` may be such a
    folder of exercises, or the exercise itself.

    Raises:
        CourseError: there is none.
    """
    places = (source,) if source else (course.root / "exercises", _OURS)
    for place in places:
        if (place / ITEMS).is_file() and place.name.startswith(exercise):
            return place
        for folder in sorted(place.glob(f"{exercise}-*")):
            if (folder / ITEMS).is_file():
                return folder
    looked = ", ".join(map(str, places))
    raise CourseError(
        f"exercise {exercise} is not in {looked}: take the exercises folder of helpkit's "
        "repository and name it with --exercises"
    )
