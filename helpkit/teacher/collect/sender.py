"""Who handed a file in, as a learning platform names them.

What a platform says comes from a login; what a student types comes from the student. How the
names in a download are read is in `platforms`.
"""

from dataclasses import dataclass
from typing import Final

__all__ = [
    "BLACKBOARD",
    "BRIGHTSPACE",
    "CANVAS",
    "MOODLE",
    "NBGRADER",
    "TEAMS",
    "Sender",
]

MOODLE: Final = "moodle"
CANVAS: Final = "canvas"
BRIGHTSPACE: Final = "brightspace"
BLACKBOARD: Final = "blackboard"
TEAMS: Final = "teams"
NBGRADER: Final = "nbgrader"
NOBODY: Final = ""


@dataclass(frozen=True, order=True, slots=True)
class Sender:
    """A student as a platform names them; `platform` is empty when no platform says anything.

    `number` is that of the participant (Moodle) or the user (Canvas, Brightspace); `login` is a
    user name (Blackboard). `group` is what stands before the student's name in a download by
    groups. `name` is empty where a platform hides it.
    """

    platform: str = NOBODY
    name: str = ""
    number: str = ""
    late: bool = False
    login: str = ""
    group: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """What may be the student's name, most likely first: groups have hyphens too."""
        parts = self.name.split("-") if self.group else [self.name]
        return tuple("-".join(parts[at:]).strip() for at in range(len(parts)))
