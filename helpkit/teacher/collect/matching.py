"""Whose submission is this? By what the platform says, what the student typed, the file name.

A platform has the name from a login, so its word goes before what was typed, which may be a slip of
the pen or somebody else's id; if that is another student, the teacher is told. Only where the same
work came from that other student too, it is nobody's until the teacher decides. A number in the
roster is not a platform's word: Moodle gives everybody another number in each assignment.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.download_file import typed_in
from helpkit.teacher.collect.line_owner import owners
from helpkit.teacher.collect.sender import CANVAS, MOODLE, NBGRADER, Sender
from helpkit.teacher.collect.sighting import Sighting
from helpkit.teacher.course.decisions import Decision
from helpkit.teacher.course.roster import Student

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet, WorksheetRow

__all__ = ["DECIDED", "Match", "Roster", "Word", "matched"]

DECIDED: Final = "decided"
_NO_STUDENT: Final = "no student on the roster has this id, name or number"
_ALIKE: Final = str.maketrans({"o": "0", "l": "1", "i": "1", " ": "", "-": "", ".": "", "_": ""})
"""What people take for one another when they copy an id."""


class Word(IntEnum):
    """Whose word is it that a submission is this student's? A higher one goes first."""

    STUDENT = 0  # typed it, or named the file
    ROSTER = 1  # has this number, which can be of another assignment
    PLATFORM = 2  # gives a name, and two people can have one name
    ACCOUNT = 3  # the platform's own number, or the teacher's decision


@dataclass(frozen=True, slots=True)
class Match:
    """A student's id and how it was found; without a student, `by` says why there is none.

    `note` is what a teacher should know about it.
    """

    student: str
    by: str
    word: Word = Word.STUDENT
    note: str = ""


class Roster:
    """The class, by every name under which a student may come."""

    def __init__(self, students: Iterable[Student], sheet: "Worksheet | None" = None) -> None:
        """Know each student by id, names and numbers; what two of them share names nobody."""
        students = [*students]
        self._ids = _unique((_plain(one.id), one.id) for one in students)
        self._names = _unique((key, one.id) for one in students for key in _turns(one.name))
        self._mails = _unique((mail, one.id) for one in students for mail in _mails(one))
        self._moodle = _unique((_squashed(one.moodle), one.id) for one in students)
        self._canvas = _unique((one.canvas, one.id) for one in students)
        rows = sheet.rows if sheet else ()
        found = zip(rows, owners(rows, self.listed), strict=True)
        self._rows = {row.number: who for row, who in found if row.number and who}
        self._platform = sheet.platform if sheet else ""

    def has(self, student: str) -> bool:
        """Is exactly this the id of a student?"""
        return self.typed(student) == student

    def typed(self, student: str) -> str:
        """The student of this id as typed or as in a file name; empty for nobody."""
        return self._ids.get(_plain(student), "")

    def listed(self, row: "WorksheetRow") -> str:
        """The student on a line of a worksheet; empty for nobody."""
        by_mail = self._mails.get(_plain(row.email), "")
        by_id = self.typed(row.id_number) or self.typed(row.email) or by_mail
        name = _squashed(row.name)
        return by_id or self._moodle.get(name) or self._names.get(name, "")

    def numbers(self, platform: str) -> dict[str, str]:
        """What the worksheet of a platform calls each student."""
        ours = platform == self._platform
        return {who: number for number, who in self._rows.items()} if ours else {}

    def sent(self, sender: Sender) -> tuple[str, Word]:
        """The student whom a platform names, and how sure that is; empty for nobody."""
        if who := self._account(sender):
            return who, Word.ACCOUNT
        if who := self._named(sender):
            return who, Word.PLATFORM
        number = _squashed(sender.number) if sender.platform == MOODLE else ""
        return self._moodle.get(number, ""), Word.ROSTER

    def near(self, student: str) -> str:
        """The one id on the roster that may have been meant; empty if none is like it."""
        plain = _plain(student)
        alike = self._alike.get(_skeleton(plain), "")
        close = [] if alike else get_close_matches(plain, self._ids, n=1, cutoff=0.75)
        return alike or next((self._ids[one] for one in close), "")

    def _account(self, sender: Sender) -> str:
        if sender.platform == NBGRADER:
            return self.typed(sender.name)
        listed = self._rows.get(sender.number, "") if sender.platform == self._platform else ""
        canvas = self._canvas.get(sender.number, "") if sender.platform == CANVAS else ""
        login = self.typed(sender.login) or self._mails.get(_plain(sender.login), "")
        return listed or canvas or login

    def _named(self, sender: Sender) -> str:
        if not sender.platform:
            return ""
        moodle = self._moodle if sender.platform == MOODLE else {}
        names = [_squashed(name) for name in sender.names]
        found = (moodle.get(name) or self._names.get(name) for name in names)
        return next(filter(None, found), "")

    @cached_property
    def _alike(self) -> Mapping[str, str]:
        return _unique((_skeleton(key), who) for key, who in self._ids.items())


def matched(
    sightings: Iterable[Sighting],
    roster: Roster,
    decided: Callable[[Sighting], Decision | None] = lambda _: None,
) -> dict[Sighting, Match]:
    """For each sighting, whose it is."""
    first = [
        (one, _match(one, roster, verdict), verdict)
        for one, verdict in ((one, decided(one)) for one in sightings)
    ]
    typed = {roster.typed(one.student) for one, match, _ in first if match.note}
    whole = {
        (match.student, one.work)
        for one, match, verdict in first
        if match.student in typed and not one.refused and not _is_out(verdict)
    }
    return {one: _told_apart(one, match, roster, whole) for one, match, _ in first}


def _is_out(verdict: Decision | None) -> bool:
    return bool(verdict and verdict.left_out)


def _match(one: Sighting, roster: Roster, verdict: Decision | None) -> Match:
    if verdict and verdict.student and not roster.has(verdict.student):
        return Match("", f"decided to be that of {verdict.student}, who is not on the roster")
    if verdict and verdict.student:
        return Match(verdict.student, DECIDED, Word.ACCOUNT)
    (sent, word), typed = roster.sent(one.sender), roster.typed(one.student)
    if sent:
        return _sent(one, sent, word, typed)
    if typed:
        return Match(typed, "typed")
    name = typed_in(one.source)
    named = roster.typed(name[1]) if name and not one.sender.platform else ""
    return Match(named, "file name") if named else Match("", _nobody(one))


def _sent(one: Sighting, sent: str, word: Word, typed: str) -> Match:
    """What a platform says goes before what was typed."""
    platform = one.sender.platform
    if typed in ("", sent):
        return Match(sent, platform, word)
    if word is Word.ROSTER:
        return Match(
            "",
            f"the number {one.sender.number} is that of {sent} in the roster, and {typed} was "
            "typed: the number may be of another assignment, so collect with --worksheet",
        )
    return Match(sent, platform, word, f"{platform} says {sent}, and {typed} was typed")


def _told_apart(one: Sighting, match: Match, roster: Roster, whole: set[tuple[str, str]]) -> Match:
    """Nobody's, if it is the work of the student who was typed."""
    typed = roster.typed(one.student)
    if match.note and (typed, one.work) in whole:
        return Match("", f"{match.note}, who handed in the same work")
    return match


def _nobody(one: Sighting) -> str:
    who = [f"typed {shown(one.student)}"] if one.student else []
    if one.sender.platform:
        known = one.sender.number or one.sender.login
        number = f" ({shown(known)})" if known else ""
        who.append(f"{one.sender.platform} says {shown(one.sender.name) or 'nobody'}{number}")
    return ": ".join(filter(None, (", ".join(who), _NO_STUDENT)))


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, student in pairs:
        found[key].add(student)
    return {key: next(iter(ids)) for key, ids in found.items() if key and len(ids) == 1}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _skeleton(plain: str) -> str:
    """An id without what a spreadsheet or a hurried hand loses or swaps."""
    return re.sub(r"^0+(?=.)", "", plain.translate(_ALIKE))


def _squashed(name: str) -> str:
    """A name without spaces, accents and capitals, as platforms write it in file names."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in parts if one.isalnum())


def _turns(name: str) -> set[str]:
    """The orders a name can have: first name first, or any part of the family name first."""
    words = name.replace(",", " ").split()
    return {_squashed("".join(words[at:] + words[:at])) for at in range(len(words))}


def _mails(student: Student) -> set[str]:
    """The e-mail addresses of a student, in whatever column the school keeps them."""
    return {_plain(cell) for cell in student.extra.values() if "@" in cell}
