"""Whose submission is this? By what the platform says, what the student typed, the file name.

A platform has the name from a login, so what it says takes precedence over what was typed. If they
are two different students, neither is chosen and the teacher is told. If a platform knows a sender
by no name on the roster, what was typed is trusted, unless another sender has handed in for the
same student too: nobody gets a result by typing somebody else's id.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from helpkit.hand_in.shown import shown
from helpkit.teacher.downloads import typed_in
from helpkit.teacher.roster import Student
from helpkit.teacher.sender import CANVAS, MOODLE, NBGRADER, Sender
from helpkit.teacher.sighting import Sighting

__all__ = ["Match", "Roster", "matched"]

_NO_STUDENT: Final = "no student on the roster has this id, name or number"


@dataclass(frozen=True, slots=True)
class Match:
    """A student's id and how it was found; without a student, `by` says why there is none."""

    student: str
    by: str


class Roster:
    """The class, by every name under which a student may come."""

    def __init__(self, students: Iterable[Student]) -> None:
        """Know each student by id, names and numbers; what two of them share names nobody."""
        students = [*students]
        self._ids = _unique((_plain(one.id), one.id) for one in students)
        self._names = _unique((key, one.id) for one in students for key in _turns(one.name))
        self._moodle = _unique((_squashed(one.moodle), one.id) for one in students)
        self._canvas = _unique((one.canvas, one.id) for one in students)

    def typed(self, student: str) -> str:
        """The student of this id as typed or as in a file name; empty for nobody."""
        return self._ids.get(_plain(student), "")

    def sent(self, sender: Sender) -> str:
        """The student whom a platform names; empty for nobody."""
        if sender.platform == NBGRADER:
            return self.typed(sender.name)
        name = self._names.get(_squashed(sender.name), "")
        if sender.platform == CANVAS:
            return self._canvas.get(sender.number, "") or name
        if sender.platform == MOODLE:
            known = (_squashed(sender.name), _squashed(sender.number))
            return next((self._moodle[key] for key in known if key in self._moodle), name)
        return ""


def matched(sightings: Iterable[Sighting], roster: Roster) -> dict[Sighting, Match]:
    """For each sighting, whose it is."""
    first = {one: _match(one, roster) for one in sightings}
    senders: dict[str, set[Sender]] = defaultdict(set)
    for one, match in first.items():
        if one.sender.platform and match.student and not one.refused:
            senders[match.student].add(_person(one.sender))
    return {one: _uncontested(one, match, senders) for one, match in first.items()}


def _match(one: Sighting, roster: Roster) -> Match:
    sent, typed = roster.sent(one.sender), roster.typed(one.student)
    if sent and typed and sent != typed:
        said = f"{one.sender.platform} says {sent}, but {typed} was typed"
        return Match("", f"{said}: ask who made it")
    if sent:
        return Match(sent, one.sender.platform)
    if typed:
        return Match(typed, "typed")
    name = typed_in(one.source)
    named = roster.typed(name[1]) if name and not one.sender.platform else ""
    if named:
        return Match(named, "file name")
    return Match("", _nobody(one))


def _nobody(one: Sighting) -> str:
    who = [f"typed {shown(one.student)}"] if one.student else []
    if one.sender.platform:
        number = f" ({one.sender.number})" if one.sender.number else ""
        who.append(f"{one.sender.platform} says {shown(one.sender.name)}{number}")
    return ": ".join(filter(None, (", ".join(who), _NO_STUDENT)))


def _uncontested(one: Sighting, match: Match, senders: Mapping[str, set[Sender]]) -> Match:
    others = len(senders.get(match.student, ())) > 1
    if others and match.by == "typed" and one.sender.platform:
        return Match(
            "",
            f"{one.sender.platform} says {shown(one.sender.name)}, but another sender handed in "
            f"as {match.student} too: ask who made it",
        )
    return match


def _person(sender: Sender) -> Sender:
    """The sender without what differs between two submissions by one person."""
    return Sender(sender.platform, sender.name, sender.number)


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, student in pairs:
        found[key].add(student)
    return {key: next(iter(ids)) for key, ids in found.items() if key and len(ids) == 1}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _squashed(name: str) -> str:
    """A name without spaces, accents and capitals, as platforms write it in file names."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in parts if one.isalnum())


def _turns(name: str) -> set[str]:
    """The orders a name can have: first name first, or any part of the family name first."""
    words = name.replace(",", " ").split()
    return {_squashed("".join(words[at:] + words[:at])) for at in range(len(words))}
