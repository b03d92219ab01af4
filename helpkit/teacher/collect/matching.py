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
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Final

from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.download_file import typed_in
from helpkit.teacher.collect.line_owner import owners
from helpkit.teacher.collect.sender import CANVAS, MOODLE, NBGRADER, Sender
from helpkit.teacher.collect.submission import DECIDED, Evidence, Submission
from helpkit.teacher.course.decisions import Decision
from helpkit.teacher.course.roster import Student

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet, WorksheetRow

__all__ = ["Roster", "matched"]

_NO_STUDENT: Final = "no student on the roster has this id, name or number"
_ALIKE: Final = str.maketrans({"o": "0", "l": "1", "i": "1", " ": "", "-": "", ".": "", "_": ""})
"""What people take for one another when they copy an id."""


class Roster:
    """The class, by every name under which a student may come."""

    def __init__(self, students: Iterable[Student], sheet: "Worksheet | None" = None) -> None:
        """Know each student by id, names and numbers; what two of them share names nobody."""
        students = [*students]
        self._ids = _unique((_plain(who.id), who.id) for who in students)
        self._names = _unique((key, who.id) for who in students for key in _turns(who.name))
        self._mails = _unique((mail, who.id) for who in students for mail in _mails(who))
        self._moodle = _unique((_squashed(who.moodle), who.id) for who in students)
        self._canvas = _unique((who.canvas, who.id) for who in students)
        rows = sheet.rows if sheet else ()
        pairs = zip(rows, owners(rows, self.listed), strict=True)
        self._rows = {row.number: who for row, who in pairs if row.number and who}
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

    def sent(self, sender: Sender) -> tuple[str, Evidence]:
        """The student whom a platform names, and how sure that is; empty for nobody."""
        if who := self._account(sender):
            return who, Evidence.ACCOUNT
        if who := self._named(sender):
            return who, Evidence.PLATFORM
        number = _squashed(sender.number) if sender.platform == MOODLE else ""
        return self._moodle.get(number, ""), Evidence.ROSTER

    def near(self, student: str) -> str:
        """The one id on the roster that may have been meant; empty if none is like it."""
        plain = _plain(student)
        alike = self._alike.get(_skeleton(plain), "")
        close = [] if alike else get_close_matches(plain, self._ids, n=1, cutoff=0.75)
        return alike or next((self._ids[key] for key in close), "")

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
        students = (moodle.get(name) or self._names.get(name) for name in names)
        return next(filter(None, students), "")

    @cached_property
    def _alike(self) -> Mapping[str, str]:
        return _unique((_skeleton(key), who) for key, who in self._ids.items())


def matched(
    submissions: Iterable[Submission],
    roster: Roster,
    decided: Callable[[Submission], Decision | None] = lambda _: None,
) -> list[Submission]:
    """The same submissions, each with whose it is."""
    verdicts = [(each, decided(each)) for each in submissions]
    first = [_match(each, roster, verdict) for each, verdict in verdicts]
    typed = {roster.typed(each.typed) for each in first if each.note}
    works = {
        (each.student, each.work)
        for each, (_, verdict) in zip(first, verdicts, strict=True)
        if each.student in typed and not each.refused and not (verdict and verdict.left_out)
    }
    return [_without_copied(each, roster, works) for each in first]


def _match(submission: Submission, roster: Roster, verdict: Decision | None) -> Submission:
    if verdict:
        submission = replace(submission, decided=verdict.reason)
    if verdict and verdict.student and not roster.has(verdict.student):
        why = f"decided to be that of {verdict.student}, who is not on the roster"
        return replace(submission, by=why)
    if verdict and verdict.student:
        return replace(submission, student=verdict.student, by=DECIDED, evidence=Evidence.ACCOUNT)
    (sent, evidence), typed = roster.sent(submission.sender), roster.typed(submission.typed)
    if sent:
        return _sent(submission, sent, evidence, typed)
    if typed:
        return replace(submission, student=typed, by="typed")
    name = typed_in(submission.source)
    named = roster.typed(name[1]) if name and not submission.sender.platform else ""
    return replace(submission, student=named, by="file name" if named else _nobody(submission))


def _sent(submission: Submission, sent: str, evidence: Evidence, typed: str) -> Submission:
    """What a platform says goes before what was typed."""
    platform = submission.sender.platform
    if typed in ("", sent):
        return replace(submission, student=sent, by=platform, evidence=evidence)
    if evidence is Evidence.ROSTER:
        why = (
            f"the number {submission.sender.number} is that of {sent} in the roster, and {typed} "
            "was typed: the number may be of another assignment, so collect with --worksheet"
        )
        return replace(submission, by=why)
    note = f"{platform} says {sent}, and {typed} was typed"
    return replace(submission, student=sent, by=platform, evidence=evidence, note=note)


def _without_copied(
    submission: Submission, roster: Roster, works: set[tuple[str, str]]
) -> Submission:
    """Nobody's, if it is the work of the student who was typed."""
    typed = roster.typed(submission.typed)
    if not submission.note or (typed, submission.work) not in works:
        return submission
    why = f"{submission.note}, who handed in the same work"
    return replace(submission, student="", by=why, evidence=Evidence.STUDENT, note="")


def _nobody(submission: Submission) -> str:
    sender = submission.sender
    names = [f"typed {shown(submission.typed)}"] if submission.typed else []
    if sender.platform:
        known = sender.number or sender.login
        number = f" ({shown(known)})" if known else ""
        names.append(f"{sender.platform} says {shown(sender.name) or 'nobody'}{number}")
    return ": ".join(filter(None, (", ".join(names), _NO_STUDENT)))


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    students: dict[str, set[str]] = defaultdict(set)
    for key, student in pairs:
        students[key].add(student)
    return {key: next(iter(ids)) for key, ids in students.items() if key and len(ids) == 1}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _skeleton(plain: str) -> str:
    """An id without what a spreadsheet or a hurried hand loses or swaps."""
    return re.sub(r"^0+(?=.)", "", plain.translate(_ALIKE))


def _squashed(name: str) -> str:
    """A name without spaces, accents and capitals, as platforms write it in file names."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(filter(str.isalnum, parts))


def _turns(name: str) -> set[str]:
    """The orders a name can have: first name first, or any part of the family name first."""
    words = name.replace(",", " ").split()
    return {_squashed("".join(words[at:] + words[:at])) for at in range(len(words))}


def _mails(student: Student) -> set[str]:
    """The e-mail addresses of a student, in whatever column the school keeps them."""
    return {_plain(cell) for cell in student.extra.values() if "@" in cell}
