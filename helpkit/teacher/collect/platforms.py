"""Who sent each file of a download, by the part of its path that the platform made?

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

A student chooses the names of files, and of folders in a zip, and may choose one that looks like a
platform's. So a platform is known by all of a download, not by one name. In a zip, nine of ten of
the files that could be submissions must be of its form, and there must be more senders than there
are submissions beside the zip that no platform sent: among those it may be a student's. Where the
name of the file itself is all there is, two senders at least must be there: one file that looks
like a platform's is nobody's word. On the disk this is asked of the files in the folder that are
called like submissions, and a folder of a platform is taken as it is, because the teacher unpacked
it. What comes first in a path is the platform's; what comes after it is the student's.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from helpkit.exercises.submission import ABOUT
from helpkit.teacher.collect.download_file import is_zip, typed_in
from helpkit.teacher.collect.sender import (
    BLACKBOARD,
    BRIGHTSPACE,
    CANVAS,
    MOODLE,
    NBGRADER,
    TEAMS,
    Sender,
)

__all__ = ["NOTHING_SENT", "Sent", "senders"]

_LONGEST: Final = 1000
"""No platform makes a longer path, and looking into one may cost much."""

_GROUPS: Final = 3
"""Fewer names that all have a hyphen may be double names."""

_DATE: Final = (
    r"(?P<at>(?:[0-9]{1,2} [^\W\d_]{3,12}\.? [0-9]{4}|[^\W\d_]{3,12}\.? [0-9]{1,2}, [0-9]{4})"
    r" [0-9]{3,4}(?: [AP]M)?)"
)
_WHO: Final = r"(?:^|/)(?P<number>[0-9]+)-[0-9]+ - (?P<name>[^/]+?) - " + _DATE
_MOODLE: Final = r"(?:^|/)(?P<name>[^/_]+)_(?P<number>[0-9]+)_assignsubmission_[a-z]+"


_LEFT_OVER: Final = re.compile(r"[0-9]+_")
"""What follows Canvas’s numbers, if the first of them was part of a name."""


_Key = tuple[str, str, bool]
"""A platform, the folder above what it made, and whether it made a folder."""


@dataclass(frozen=True)
class _Form:
    """How a platform writes a path; `of_folder` when that is more than the name of a file."""

    platform: str
    pattern: re.Pattern[str]
    of_folder: bool = False


_FORMS: Final = (
    _Form(MOODLE, re.compile(_MOODLE + r"_?/"), of_folder=True),
    _Form(MOODLE, re.compile(_MOODLE + r"_(?=[^/])")),
    _Form(BRIGHTSPACE, re.compile(_WHO + r"/"), of_folder=True),
    _Form(BRIGHTSPACE, re.compile(_WHO + r" - (?=[^/])")),
    _Form(
        TEAMS,
        re.compile(
            r"(?:^|/)(?:Submitted|Working) files/(?P<name>[^/]+)/(?P<assignment>[^/]+)/"
            r"(?:Version [0-9]+/)?",
            re.IGNORECASE,
        ),
        of_folder=True,
    ),
    _Form(
        NBGRADER,
        re.compile(r"(?:^|/)submitted/(?P<name>[^/]+)/(?P<assignment>[^/]+)/"),
        of_folder=True,
    ),
    _Form(
        BLACKBOARD,
        re.compile(
            r"(?:^|/)(?P<title>[^/]+?)_(?P<login>[^/_]+)_[^\W\d_]+_"
            r"(?P<at>[0-9]{4}(?:-[0-9]{2}){5})(?:_(?=[^/])|(?=\.txt$))"
        ),
    ),
    _Form(
        CANVAS,
        re.compile(
            r"(?:^|/)(?!gradebook_)(?:(?!anon_|LATE_)(?P<name>\w+?)_)?(?P<late>LATE_)?"
            r"(?P<number>[0-9]+|anon_[0-9A-Za-z]+)_[0-9]+_(?=[^/])"
        ),
    ),
)


_NOBODY: Final = Sender()


@dataclass(frozen=True, slots=True)
class Sent:
    """What the path of a file says: who sent it and when, and what the student called it.

    `batch` is what all files that came with it have in common; empty without a platform.
    """

    sender: Sender = _NOBODY
    batch: str = ""
    own: str = ""
    stamp: str = ""


NOTHING_SENT: Final = Sent()


@dataclass(frozen=True, slots=True)
class _Hit:
    """A path that looks like one of a platform; `above` is what stands before that."""

    path: str
    form: _Form
    match: re.Match[str]

    @property
    def key(self) -> _Key:
        return self.form.platform, self.above, self.form.of_folder

    @property
    def above(self) -> str:
        return self.path[: self.match.start()]

    @property
    def own(self) -> str:
        return self.path[self.match.end() :]

    @property
    def sender(self) -> Sender:
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
        assignment = self.match.groupdict().get("assignment", "")
        return f"{self.form.platform}:{self.above}/{assignment}"

    @property
    def stamp(self) -> str:
        return _iso(self.match.groupdict().get("at") or "")


def senders(paths: Iterable[str], *, whole: bool = False, beside: int = 0) -> dict[str, Sent]:
    """Who sent each file, where a platform says so.

    Args:
        paths: the files.
        whole: these are all files of a zip.
        beside: how many submissions are beside that zip, without a platform.
    """
    paths = [*paths]
    hits = {path: [*_hits(path)] for path in paths if len(path) <= _LONGEST}
    batches: dict[_Key, list[_Hit]] = defaultdict(list)
    for hit in (one for found in hits.values() for one in found):
        batches[hit.key].append(hit)
    known = _known_in_zip(paths, batches, beside) if whole else _known_on_disk(paths, batches)
    chosen = {
        path: min(sure, key=lambda one: (len(one.above), not one.form.of_folder))
        for path, found in hits.items()
        if (sure := [one for one in found if one.key in known])
    }
    return dict(_told(chosen))


def _hits(path: str) -> Iterator[_Hit]:
    for form in _FORMS:
        match = form.pattern.search(path)
        if match and not (form.platform == CANVAS and _is_capital(match)):
            yield _Hit(path, form, match)


def _is_capital(match: re.Match[str]) -> bool:
    name = match["name"] or ""
    return name != name.lower()


def _known_in_zip(paths: list[str], batches: Mapping[_Key, list[_Hit]], beside: int) -> set[_Key]:
    """The platforms that made a zip, each with the folders above."""
    counted = {path for path in paths if is_zip(path) or _is_unpacked(path)}
    made: dict[str, list[_Hit]] = defaultdict(list)
    for key, hits in batches.items():
        made[key[0]] += hits
    sure = {
        platform
        for platform, hits in made.items()
        if _persons(hits) > max(beside, not any(one.form.of_folder for one in hits))
        if len(counted & {one.path for one in hits}) * 10 >= len(counted) * 9
    }
    return {key for key in batches if key[0] in sure}


def _known_on_disk(paths: list[str], batches: Mapping[_Key, list[_Hit]]) -> set[_Key]:
    """The platforms that made what is in folders."""
    beside: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        if typed_in(path) or _is_unpacked(path):
            beside[path.rpartition("/")[0]].add(path)
    known = {key for key, hits in batches.items() if key[2] or _is_of_all(hits, beside[key[1]])}
    folders = {key for key in known if key[0] == NBGRADER}
    others = [one for key in known - folders for one in batches[key]]
    return known - {key for key in folders if _is_only_called_so(batches[key], others)}


def _is_unpacked(path: str) -> bool:
    return path.endswith(ABOUT)


def _is_of_all(hits: list[_Hit], beside: set[str]) -> bool:
    mine = {one.path for one in hits}
    return _persons(hits) > 1 and len(mine) * 10 >= len(mine | beside) * 9


def _persons(hits: Iterable[_Hit]) -> int:
    senders = (one.sender for one in hits)
    return len({one.name or one.number or one.login for one in senders})


def _is_only_called_so(mine: list[_Hit], others: list[_Hit]) -> bool:
    """Is this a folder called `submitted`, and the download of another platform is in it?"""
    if any(map(_is_of_a_notebook, mine)):
        return False
    paths = {one.path for one in mine if is_zip(one.path) or _is_unpacked(one.path)}
    inside = [one for one in others if one.path in paths]
    return _persons(inside) > 1 and len({one.path for one in inside}) * 10 >= len(paths) * 9


def _is_of_a_notebook(hit: _Hit) -> bool:
    return hit.own == "timestamp.txt" or ("/" not in hit.own and hit.own.endswith(".ipynb"))


def _told(chosen: Mapping[str, _Hit]) -> Iterator[tuple[str, Sent]]:
    batches: dict[str, list[_Hit]] = defaultdict(list)
    for hit in chosen.values():
        batches[hit.batch].append(hit)
    for batch, hits in batches.items():
        named = {one.path: one.sender for one in hits}
        for path, sender in _read(hits[0].form.platform, hits, named).items():
            yield path, Sent(sender, batch, chosen[path].own, chosen[path].stamp)


def _read(platform: str, hits: list[_Hit], named: dict[str, Sender]) -> dict[str, Sender]:
    """The senders of a batch, by what all its names together say."""
    if platform == MOODLE:
        return _by_group(_unhidden(named))
    if platform == BLACKBOARD:
        return _without_title(hits, named)
    return named


def _unhidden(named: dict[str, Sender]) -> dict[str, Sender]:
    """Without the names that several participants share: `Participant` is no name."""
    persons = {(one.name, one.number) for one in named.values()}
    shared = Counter(name for name, _ in persons)
    return {
        path: replace(one, name="") if shared[one.name] > 1 else one for path, one in named.items()
    }


def _by_group(named: dict[str, Sender]) -> dict[str, Sender]:
    names = {one.name for one in named.values()} - {""}
    if len(names) < _GROUPS or not all("-" in name for name in names):
        return named
    return {path: replace(one, group=one.name.partition("-")[0]) for path, one in named.items()}


def _without_title(hits: list[_Hit], named: dict[str, Sender]) -> dict[str, Sender]:
    """A login may have a `_`; the title of the assignment is the same for all."""
    title = min((one.match["title"] for one in hits), key=len)
    logins = {
        one.path: f"{one.match['title']}_{one.match['login']}".removeprefix(f"{title}_")
        for one in hits
    }
    return {path: replace(one, login=logins[path]) for path, one in named.items()}


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
