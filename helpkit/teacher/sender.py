"""Who handed a file in, according to the path that a learning platform gave it?

- Moodle: `Zoë Jansen_12345_assignsubmission_file_/01-handin-s2.zip`, or without the folder. The
  number is that of the participant in this one assignment.
- Canvas: `jansenzoe_22_678_01-handin-s2.zip`, with `LATE_` before the numbers when it came late.
  The first number is that of the student.
- nbgrader: `submitted/s2/ASSIGNMENT/01-handin-s2.zip`, beside a file `timestamp.txt`.

What a platform says comes from a login; what a student types comes from the student.
"""

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["CANVAS", "MOODLE", "NBGRADER", "Sender", "batch_of", "sender_of"]

MOODLE: Final = "moodle"
CANVAS: Final = "canvas"
NBGRADER: Final = "nbgrader"
NOBODY: Final = ""

_FORMS: Final = {
    MOODLE: re.compile(
        r"(?:^|/)(?P<who>(?P<name>[^/]+?)_(?P<number>[0-9]+))_assignsubmission_file_"
    ),
    NBGRADER: re.compile(r"(?:^|/)submitted/(?P<who>(?P<name>[^/]+))/(?P<assignment>[^/]+)/"),
    CANVAS: re.compile(
        r"(?:^|/)(?P<who>(?P<name>[^/_]+)_(?P<late>LATE_)?(?P<number>[0-9]+))_[0-9]+_[^/]+$"
    ),
}


@dataclass(frozen=True, order=True, slots=True)
class Sender:
    """A student as a platform names them; `platform` is empty when no platform says anything."""

    platform: str = NOBODY
    name: str = ""
    number: str = ""
    late: bool = False


def sender_of(path: str) -> Sender:
    """Who sent the file at this path, in a download or in a zip?"""
    platform, found = _outermost(path)
    if found is None:
        return Sender()
    parts = found.groupdict()
    return Sender(platform, parts["name"], parts.get("number", ""), bool(parts.get("late")))


def batch_of(path: str) -> str:
    """What all files that came with this one have in common; empty without a platform."""
    _, found = _outermost(path)
    return f"{path[: found.start()]}/{found.groupdict().get('assignment', '')}" if found else ""


def _outermost(path: str) -> tuple[str, re.Match[str] | None]:
    """What comes first in the path, for that is the platform's; a student can choose the rest."""
    found = [(name, match) for name, form in _FORMS.items() if (match := form.search(path))]
    ends = [(match.start(), match.end("who"), name, match) for name, match in found]
    return min(ends, key=lambda one: one[:2])[2:] if ends else (NOBODY, None)
