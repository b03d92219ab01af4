"""A submission: what came in at one place, and what is worked out about it.

The fields up to `replaced` are a line of `collected.jsonl` (see `index`) and do not change with the
roster, the deadline or a decision. The others are worked out from such lines whenever they are
needed: `matching` says whose it is, `timing` how late it is, `sorting` whether it counts. `data` is
there only while a download is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256
from typing import Final

from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.course.decisions import Kind

__all__ = ["DECIDED", "EVENTS", "Collection", "Evidence", "Submission", "Time", "received"]

EVENTS: Final = "events"
"""What says the time, if only the student's clock does."""

DECIDED: Final = "decided"
_LETTERS: Final = 16
"""So many letters of a sha256 are written: nobody can make another file that begins with them."""


class Evidence(IntEnum):
    """Whose word is it that a submission is this student's? A higher one goes first."""

    STUDENT = 0  # typed it, or named the file
    ROSTER = 1  # has this number, which can be of another assignment
    PLATFORM = 2  # gives a name, and two people can have one name
    ACCOUNT = 3  # the platform's own number, or the teacher's decision


@dataclass(frozen=True, order=True, slots=True)
class Time:
    """When something was handed in, in UTC, and who says so: `events`, a platform or a decision.

    `made` is the time of the last event in it, by the student's own clock: two zips that were sent
    together have the same time `at`. `doubt` is what is odd about that clock.
    """

    at: str = ""
    says: str = EVENTS
    made: str = ""
    doubt: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Submission:
    """What came in at one place, or the reason why it was refused.

    `sha256` is that of the bytes of the zip, which is also the name of the copy; of what has no
    bytes to read, it is that of the source. `typed` is the id that the student typed. Two with the
    same `origin` come from one journal, and the one with the higher `number` has the later events.
    `collected` is when that was first, and `replaced` says that later something else was found
    in the same place.

    `student` is whose it is, `by` how that is known, or without a student why nobody knows; `note`
    is what a teacher should know about it. `days` is how many days after the deadline have begun,
    at least one if it is late at all. `decided` is the reason of a decision about it, and `strange`
    why its time cannot be true.
    """

    source: str
    sha256: str
    sender: Sender
    typed: str = ""
    time: Time = Time()
    refused: str = ""
    origin: str = ""
    number: int = 0
    collected: str = ""
    replaced: bool = False
    student: str = ""
    by: str = ""
    evidence: Evidence = Evidence.STUDENT
    note: str = ""
    late: bool = False
    days: int = 0
    decided: str = ""
    strange: str = ""
    counts: bool = False
    stamp: str = field(default="", compare=False)
    data: bytes = field(default=b"", compare=False, repr=False)

    @property
    def work(self) -> str:
        """What all versions of the same work have in common; every other work has another."""
        return self.origin or self.sha256

    @property
    def at(self) -> str:
        """When it was handed in."""
        return self.time.at

    @property
    def says(self) -> str:
        """Whose word that time is."""
        return self.time.says

    @property
    def start(self) -> str:
        """The first letters of its sha256, as a decision has them."""
        return self.sha256[:_LETTERS]


@dataclass(frozen=True)
class Collection:
    """What is there for one exercise.

    `submissions` are those of the students, one for each zip, in order of student and time. Beside
    them: `unmatched`, whose owner nobody knows; `refused`; `contested`, which waits for a decision,
    by student; `settled`, which was one of these and needs no look any more; `left_out`, by a
    decision. `readable` is all that can be read, wherever it was found.

    `missing` are the students without any. `participants` has Moodle's number for each student.
    `adrift` are the submissions that a decision names and that fit none that was collected, or so
    many; `unlisted` are the students whom one names and the roster does not.

    Of the run that collected it: `new` is how many copies it made, `candidates` how many files
    could be submissions, and `faults` are sentences about the worksheet.
    """

    exercise: str
    submissions: tuple[Submission, ...] = ()
    unmatched: tuple[Submission, ...] = ()
    refused: tuple[Submission, ...] = ()
    contested: Mapping[str, tuple[Submission, ...]] = field(default_factory=dict)
    settled: tuple[Submission, ...] = ()
    left_out: tuple[Submission, ...] = ()
    readable: tuple[Submission, ...] = ()
    missing: tuple[str, ...] = ()
    participants: Mapping[str, str] = field(default_factory=dict)
    adrift: tuple[tuple[str, int], ...] = ()
    unlisted: tuple[tuple[Kind, str], ...] = ()
    new: int = field(default=0, compare=False)
    candidates: int = field(default=0, compare=False)
    faults: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Was nothing collected at all, neither read nor refused?"""
        return not (self.readable or self.refused or self.settled or self.left_out)

    @property
    def counting(self) -> dict[str, Submission]:
        """The submission that counts, by student."""
        return {each.student: each for each in self.submissions if each.counts}

    @property
    def strange(self) -> tuple[Submission, ...]:
        """The submissions whose time cannot be true, and decides what counts."""
        return tuple(each for each in self.submissions if each.strange)

    @property
    def noted(self) -> tuple[Submission, ...]:
        """The submissions that a platform sent for somebody else than was typed."""
        return tuple(each for each in self.submissions if each.note)

    @property
    def withheld(self) -> frozenset[str]:
        """The students for whom nothing counts until the teacher decides."""
        return frozenset(self.contested) - {each.student for each in self.submissions}

    @property
    def is_settled(self) -> bool:
        """Is there nothing for the teacher to decide?"""
        return not (self.contested or self.strange or self.adrift or self.unlisted)

    @property
    def is_whole(self) -> bool:
        """Was everything accepted, and is it clear whose it is and when it came?"""
        return not (self.refused or self.unmatched or self.noted) and self.is_settled


def received(
    source: str, sender: Sender, data: bytes = b"", *, refused: str = "", stamp: str = ""
) -> Submission:
    """What was in the downloads, not read yet: its bytes, or why there are none.

    `stamp` is the time that a platform gives it, in the platform's own words; without a zone it is
    that of a clock where the platform is.
    """
    place = _text(source)
    seal = sha256(data or place.encode()).hexdigest()
    return Submission(place, seal, _plain(sender), refused=refused, stamp=stamp, data=data)


def _plain(sender: Sender) -> Sender:
    """A file name can hold bytes that are not letters in any language."""
    name, login, group = map(_text, (sender.name, sender.login, sender.group))
    return Sender(sender.platform, name, sender.number, sender.late, login, group)


def _text(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
