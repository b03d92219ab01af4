"""Who handed a file in, as the path tells that a learning platform gave it?

- Moodle: `Zoë Jansen_12345_assignsubmission_file_/01-handin-s2.zip`, or without the folder. The
  number is that of the participant in this one assignment.
- Canvas: `jansenzoe_22_678_01-handin-s2.zip`, with `LATE_` before the numbers when it came late.
  The first number is that of the student.
- nbgrader: `submitted/s2/ASSIGNMENT/01-handin-s2.zip`, beside a file `timestamp.txt`.

What the platform says, it has from a login; what a student types, from the student.
"""

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["CANVAS", "MOODLE", "NBGRADER", "Sender", "batch_of", "sender_of"]

MOODLE: Final = "moodle"
CANVAS: Final = "canvas"
NBGRADER: Final = "nbgrader"
NOBODY: Final = ""

_MOODLE: Final = re.compile(r"(?:^|/)(?P<name>[^/]+)_(?P<number>[0-9]+)_assignsubmission_file_")
_CANVAS: Final = re.compile(
    r"(?:^|/)(?P<name>[^/_]+)_(?P<late>LATE_)?(?P<number>[0-9]+)_[0-9]+_[^/]+$"
)
_NBGRADER: Final = re.compile(r"(?:^|/)submitted/(?P<name>[^/]+)/[^/]+/[^/]+$")


@dataclass(frozen=True, order=True)
class Sender:
    """A student as a platform names them; `platform` is empty when no platform says anything."""

    platform: str = NOBODY
    name: str = ""
    number: str = ""
    late: bool = False


def sender_of(path: str) -> Sender:
    """Who sent the file at this path, in a download or in a zip?"""
    if found := _MOODLE.search(path):
        return Sender(MOODLE, found["name"], found["number"])
    if found := _NBGRADER.search(path):
        return Sender(NBGRADER, found["name"])
    if found := _CANVAS.search(path):
        return Sender(CANVAS, found["name"], found["number"], bool(found["late"]))
    return Sender()


def batch_of(path: str) -> str:
    """What is the same for all files that came with this one; empty without a platform."""
    if found := _MOODLE.search(path):
        return f"{path[: found.start()]}/"
    if found := _NBGRADER.search(path):
        return f"{path[: found.start()]}/submitted/*/{path.split('/')[-2]}/"
    return f"{path[: found.start()]}/" if (found := _CANVAS.search(path)) else ""
