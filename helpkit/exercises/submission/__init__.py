"""Submissions: made in the notebook, read by the teacher, and not trusted until then."""

from helpkit.exercises.submission.submission import (
    ABOUT,
    FORMAT,
    MAX_ABOUT,
    MAX_LINE,
    Contents,
    exercise_lesson,
    file_name,
    make,
    read,
)

__all__ = [
    "ABOUT",
    "FORMAT",
    "MAX_ABOUT",
    "MAX_LINE",
    "Contents",
    "exercise_lesson",
    "file_name",
    "make",
    "read",
]
