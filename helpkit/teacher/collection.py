"""What was collected for one exercise, and which of a student's submissions counts.

Of several, the latest before the deadline counts; if there is none before it, the latest of all,
unless the course refuses late work. All are kept. The time is the platform's if it gives one, else
that of the latest event, by the student's own clock.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.course import Course, ExerciseRules, Late
from helpkit.teacher.matching import Match, Roster, matched
from helpkit.teacher.sender import CANVAS, MOODLE
from helpkit.teacher.sighting import INDEX, Sighting, from_lines

__all__ = [
    "COLLECTED",
    "UNMATCHED",
    "Collection",
    "Counted",
    "collected",
    "copy_path",
    "folder",
    "read_index",
    "sort_out",
]

COLLECTED: Final = "collected"
UNMATCHED: Final = "_unmatched"
"""No student has this id, because an id begins with a letter or a digit."""

_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Counted:
    """One submission by a student, wherever it was found."""

    student: str
    sha256: str
    at: str
    says: str
    by: str
    late: bool
    made: str = ""
    counts: bool = False

    def days_late(self, rules: ExerciseRules) -> int:
        """How many days after the deadline have begun? At least one if it is late at all."""
        if not self.late or not self.at:
            return int(self.late)
        after = datetime.fromisoformat(self.at) - rules.deadline
        return max(1, ceil(after.total_seconds() / _DAY))


@dataclass(frozen=True)
class Collection:
    """All that came in for one exercise.

    `hand_ins` are in order of student and time; `unmatched` and `refused` come with the reason;
    `refused_of` names the student whose submission was refused, if that is known; `missing` are
    the students without any. `participants` has Moodle's number for each student.
    """

    exercise: str
    hand_ins: tuple[Counted, ...]
    unmatched: tuple[tuple[Sighting, str], ...]
    refused: tuple[Sighting, ...]
    refused_of: Mapping[Sighting, str]
    missing: tuple[str, ...]
    participants: Mapping[str, str] = field(default_factory=dict)

    @property
    def counting(self) -> dict[str, Counted]:
        """The submission that counts, by student."""
        return {one.student: one for one in self.hand_ins if one.counts}

    @property
    def is_whole(self) -> bool:
        """Was everything accepted, and is it clear whose it is?"""
        return not self.refused and not self.unmatched


def collected(course: Course, exercise: str) -> Collection:
    """What the course folder holds.

    Raises:
        CourseError: the course does not have this exercise, or the index cannot be read.
    """
    return sort_out(read_index(course, exercise), course, exercise)


def read_index(course: Course, exercise: str) -> list[Sighting]:
    """The sightings of all the times this was collected; none if it never was.

    Raises:
        CourseError: the index cannot be read.
    """
    path = folder(course, exercise) / INDEX
    try:
        return from_lines(path.read_bytes(), str(path))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error


def folder(course: Course, exercise: str) -> Path:
    """Where the copies of one exercise are."""
    return course.root / COLLECTED / exercise


def copy_path(course: Course, exercise: str, student: str, sha256: str) -> Path:
    """Where the copy of a submission is; `student` is empty for one that is unmatched."""
    return folder(course, exercise) / (student or UNMATCHED) / f"{sha256}.zip"


def sort_out(sightings: list[Sighting], course: Course, exercise: str) -> Collection:
    """Whose is what, and what counts? A pure function of its arguments.

    Raises:
        CourseError: the course does not have this exercise.
    """
    rules = course.rules(exercise)
    matches = matched(sightings, Roster(course.students))
    whole = sorted(one for one in matches if not one.refused)
    found = {one: matches[one] for one in whole if matches[one].student}
    hand_ins = tuple(_counted(found, rules))
    present = {one.student for one in hand_ins}
    refused = tuple(sorted(one for one in matches if one.refused))
    return Collection(
        exercise,
        hand_ins,
        tuple((one, matches[one].by) for one in whole if one not in found),
        refused,
        {one: matches[one].student for one in refused},
        tuple(one.id for one in course.students if one.id not in present),
        _participants(matches),
    )


def _participants(matches: Mapping[Sighting, Match]) -> dict[str, str]:
    sent = ((matches[one].student, one.sender) for one in sorted(matches))
    return {who: by.number for who, by in sent if who and by.platform == MOODLE}


def _counted(found: Mapping[Sighting, Match], rules: ExerciseRules) -> list[Counted]:
    places: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for one, match in found.items():
        places[match.student, one.sha256].append(_at_its_place(one, match, rules))
    each = sorted((min(seen, key=_trust) for seen in places.values()), key=_in_order)
    last = {(one.student, one.late): one for one in each}
    return [replace(one, counts=one is _choice(one.student, last, rules)) for one in each]


def _at_its_place(one: Sighting, match: Match, rules: ExerciseRules) -> Counted:
    # Canvas gives no time, but says whether it was late by its own clock.
    knows = one.sender.platform == CANVAS
    late = one.sender.late if knows else one.time.at > rules.closes
    says = CANVAS if knows else one.time.says
    return Counted(match.student, one.sha256, one.time.at, says, match.by, late, one.time.made)


def _trust(one: Counted) -> tuple[bool, bool, str, str]:
    """One submission in two places: what a platform says comes first, then what is earlier."""
    return one.says == "events", one.late, one.at, one.by


def _in_order(one: Counted) -> tuple[str, str, str, str]:
    return one.student, one.at, one.made, one.sha256


def _choice(
    student: str, last: Mapping[tuple[str, bool], Counted], rules: ExerciseRules
) -> Counted | None:
    """The last one in time, or else the last of all if late work is accepted."""
    late = None if rules.late is Late.REFUSE else last.get((student, True))
    return last.get((student, False), late)
