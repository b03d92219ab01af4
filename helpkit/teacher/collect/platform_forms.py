"""How does each platform write the path of a file that a student sent?

Each form is published, most of them in source that makes or takes apart such downloads:

- Moodle (`mod/assign/classes/downloader.php`, before 4.1 `mod/assign/locallib.php`): a folder
  `Zoë Jansen_12_assignsubmission_file` (before 3.9 with one more `_`), or without folders
  `Zoë Jansen_12_assignsubmission_file_01-handin-s2.zip`. The number is that of the participant in
  this one assignment. Groups stand before the name, `Group A-Zoë Jansen_12`; names that are hidden
  are `Participant_12` in the language of the site. A `_` in a name has become a space.
- Canvas (`lib/content_zipper.rb`): `jansenzoe_22_678_01-handin-s2.zip`, with `_LATE` before the
  number of the user when it came late; in small letters; names that are hidden are `anon_x1Y2z`.
- Brightspace (scripts of teachers that take it apart, for instance one that knows
  `397063-2557369 - Mary-Ann Smith - Sep 24, 2024 926 PM`): a folder, or the beginning of the name.
- Blackboard (`kwurst/bb-file-cleanup`, `vangef/BBGradebookOrganiser`; in Dutch `poging`):
  `Exercise 1_s1234_attempt_2026-10-24-15-30-05_01-handin-s1.zip`, and a `.txt` for each attempt.
- Teams (`lwchkg/teams_assignment_explorer`): `Submitted files/Zoë Jansen/Exercise 1/Version 1/…`,
  and `Working files/Zoë Jansen/Exercise 1/…`.
- nbgrader (its documentation): `submitted/s2/ASSIGNMENT/…`, beside a file `timestamp.txt`.

Google Classroom gives a file no name of its own: what is in its folder in Drive is called what the
student called it. So it says nothing about who sent what.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from helpkit.teacher.collect.sender import (
    BLACKBOARD,
    BRIGHTSPACE,
    CANVAS,
    MOODLE,
    NBGRADER,
    TEAMS,
    Sender,
)

__all__ = ["Batch", "Hit", "hits_in"]

_LONGEST: Final = 1000
"""No platform makes a longer path, and looking into one may cost much."""

_DATE: Final = (
    r"(?P<at>(?:[0-9]{1,2} [^\W\d_]{3,12}\.? [0-9]{4}|[^\W\d_]{3,12}\.? [0-9]{1,2}, [0-9]{4})"
    r" [0-9]{3,4}(?: [AP]M)?)"
)
_WHO: Final = r"(?:^|/)(?P<number>[0-9]+)-[0-9]+ - (?P<name>[^/]+?) - " + _DATE
_MOODLE: Final = r"(?:^|/)(?P<name>[^/_]+)_(?P<number>[0-9]+)_assignsubmission_[a-z]+"


_LEFT_OVER: Final = re.compile(r"[0-9]+_")
"""What follows Canvas's numbers, if the first of them was part of a name."""


Batch = tuple[str, str, bool]
"""A platform, the folder above what it made, and whether it made a folder."""


@dataclass(frozen=True)
class _PathForm:
    """How a platform writes a path; `of_folder` when that is more than the name of a file."""

    platform: str
    pattern: re.Pattern[str]
    of_folder: bool = False


_FORMS: Final = (
    _PathForm(MOODLE, re.compile(_MOODLE + r"_?/"), of_folder=True),
    _PathForm(MOODLE, re.compile(_MOODLE + r"_(?=[^/])")),
    _PathForm(BRIGHTSPACE, re.compile(_WHO + r"/"), of_folder=True),
    _PathForm(BRIGHTSPACE, re.compile(_WHO + r" - (?=[^/])")),
    _PathForm(
        TEAMS,
        re.compile(
            r"(?:^|/)(?:Submitted|Working) files/(?P<name>[^/]+)/(?P<assignment>[^/]+)/"
            r"(?:Version [0-9]+/)?",
            re.IGNORECASE,
        ),
        of_folder=True,
    ),
    _PathForm(
        NBGRADER,
        re.compile(r"(?:^|/)submitted/(?P<name>[^/]+)/(?P<assignment>[^/]+)/"),
        of_folder=True,
    ),
    _PathForm(
        BLACKBOARD,
        re.compile(
            r"(?:^|/)(?P<title>[^/]+?)_(?P<login>[^/_]+)_[^\W\d_]+_"
            r"(?P<at>[0-9]{4}(?:-[0-9]{2}){5})(?:_(?=[^/])|(?=\.txt$))"
        ),
    ),
    _PathForm(
        CANVAS,
        re.compile(
            r"(?:^|/)(?!gradebook_)(?:(?!anon_|LATE_)(?P<name>\w+?)_)?(?P<late>LATE_)?"
            r"(?P<number>[0-9]+|anon_[0-9A-Za-z]+)_[0-9]+_(?=[^/])"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A path that looks like one of a platform; `above` is what stands before that."""

    path: str
    form: _PathForm
    match: re.Match[str]

    @property
    def key(self) -> Batch:
        """The files that were sent together with it are those of this key."""
        return self.form.platform, self.above, self.form.of_folder

    @property
    def above(self) -> str:
        """What is before the part that the platform made."""
        return self.path[: self.match.start()]

    @property
    def own(self) -> str:
        """What the student called it."""
        return self.path[self.match.end() :]

    @property
    def sender(self) -> Sender:
        """Who sent it; in Canvas's form nobody in particular, if that is not clear."""
        # Whoever is called `jan_11` there moves the numbers on, and the last one is left over.
        if self.form.platform == CANVAS and (
            again := self.form.pattern.match(self.own) or _LEFT_OVER.match(self.own)
        ):
            return self._unclear(again)
        parts = self.match.groupdict()
        name, number, login = (parts.get(key) or "" for key in ("name", "number", "login"))
        return Sender(self.form.platform, name, number, bool(parts.get("late")), login)

    def _unclear(self, again: re.Match[str]) -> Sender:
        """Nobody in particular: a name or a file that somebody chose looks like a number."""
        which = self.match[0].lstrip("/") + again[0].rstrip("_")
        late = self.match["late"] or again.groupdict().get("late")
        return Sender(CANVAS, number=which, late=bool(late))

    @property
    def batch(self) -> str:
        """What all files that came with it have in common."""
        assignment = self.match.groupdict().get("assignment", "")
        return f"{self.form.platform}:{self.above}/{assignment}"

    @property
    def stamp(self) -> str:
        """The time in the path, on the platform's own clock."""
        return _iso(self.match.groupdict().get("at") or "")


def hits_in(path: str) -> Iterator[Hit]:
    """What the path looks like, by the form of each platform."""
    for form in _FORMS if len(path) <= _LONGEST else ():
        match = form.pattern.search(path)
        if match and not (form.platform == CANVAS and _is_capital(match)):
            yield Hit(path, form, match)


def _is_capital(match: re.Match[str]) -> bool:
    name = match["name"] or ""
    return name != name.lower()


_MONTHS: Final = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8,
                  "sep": 9, "oct": 10, "nov": 11, "dec": 12,
                  "maa": 3, "mrt": 3, "mei": 5, "okt": 10}  # fmt: skip


def _iso(at: str) -> str:
    """The time on the platform's own clock, without a zone; empty if it is no time we know."""
    words = at.replace(",", "").split()
    if len(words) == 1:
        words = [*at.split("-")]
        return _moment(*words) if len(words) == 6 else ""
    if len(words) < 4:
        return ""
    day, month = (words[0], words[1]) if words[0].isdigit() else (words[1], words[0])
    hour, minute = words[3][:-2], words[3][-2:]
    if words[4:]:
        hour = str(int(hour) % 12 + 12 * (words[4] == "PM"))
    return _moment(words[2], str(_MONTHS.get(month[:3].lower(), 0)), day, hour, minute, "0")


def _moment(*parts: str) -> str:
    try:
        year, month, day, hour, minute, second = map(int, parts)
        return datetime(year, month, day, hour, minute, second).isoformat()
    except ValueError:
        return ""
