"""Is `decisions.toml` sound, what does it hold, and how is a decision added to it?"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, tzinfo
from difflib import get_close_matches
from typing import Any, Final

from helpkit.content.entries import Fault
from helpkit.teacher.course import toml_tables as tables
from helpkit.teacher.course.clock import moment_in
from helpkit.teacher.course.decisions import DECISIONS, SHORTEST, Decision, Decisions, Kind
from helpkit.teacher.course.roster import ROSTER
from helpkit.teacher.course.toml_tables import expected

__all__ = ["Known", "added", "parse_decisions", "unlisted"]

_TABLE: Final = "decision"
_HASH: Final = re.compile(rf"[0-9A-Fa-f]{{{SHORTEST},64}}")
_KEYS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.OWNER: ("submission", "student"),
    Kind.LEAVE_OUT: ("submission", "left_out"),
    Kind.HANDED_IN_AT: ("submission", "at"),
    Kind.EXTENSION: ("student", "until"),
    Kind.POINTS: ("student", "points"),
}
"""What each kind is about, and what it says."""


@dataclass(frozen=True)
class Known:
    """What decisions can be about: the points of each exercise, the students; and the zone."""

    points: Mapping[str, float]
    students: tuple[str, ...]
    zone: tzinfo | None = None


def parse_decisions(data: bytes, known: Known) -> tuple[Decisions, list[Fault]]:
    """All decisions of a file, and a fault for each thing in it that cannot be meant."""
    tree, found = tables.tree(data, DECISIONS)
    found += [_unknown(key) for key in tree if key != _TABLE]
    decisions: list[Decision] = []
    for number, table in enumerate(_tables(tree, found), start=1):
        one, faults = _decision(table, f"{_TABLE} {number}", known)
        if one:
            faults += _faults(one, f"{_TABLE} {number}", known, decisions)
            decisions.append(one)
        found += faults
    return Decisions(tuple(decisions)), found


def added(data: bytes, decision: Decision) -> bytes:
    """The file with one decision more; what was there stays byte for byte."""
    gap = "" if not data or data.endswith(b"\n") else "\n"
    lines = "".join(f"{key} = {text}\n" for key, text in _written(decision))
    return data + f"{gap}\n[[{_TABLE}]]\n{lines}".encode()


def _unknown(key: str) -> Fault:
    return Fault(DECISIONS, "", key, f"unknown key; expected only tables [[{_TABLE}]]")


def _tables(tree: Mapping[str, Any], found: list[Fault]) -> list[dict[str, Any]]:
    listed = tree.get(_TABLE, [])
    if isinstance(listed, list) and all(isinstance(one, dict) for one in listed):
        return listed
    sentence = f"expected a table [[{_TABLE}]] for each, with two brackets"
    found.append(Fault(DECISIONS, "", _TABLE, sentence))
    return []


def _decision(table: dict[str, Any], where: str, known: Known) -> tuple[Any, list[Fault]]:
    """One decision, with its times in the zone of the course."""
    one, found = tables.structured(table, Decision, _CONVERTER, DECISIONS, where)
    for key in ("at", "until", "made"):
        moment = getattr(one, key, None)
        try:
            one = replace(one, **{key: _placed(key, moment, known.zone)}) if moment else one
        except ValueError as error:
            found.append(Fault(DECISIONS, where, key, str(error)))
    return one, found


def _placed(key: str, moment: datetime, zone: tzinfo | None) -> datetime:
    # A command writes in UTC when a decision was made, whatever the zone is.
    return moment if key == "made" and moment.tzinfo else moment_in(moment, zone)


def _faults(one: Decision, where: str, known: Known, earlier: list[Decision]) -> list[Fault]:
    """What has the right type but cannot be meant."""
    sentences = {
        "exercise": _about_exercise(one, known),
        "submission": _about_submission(one),
        "points": _about_points(one, known),
        "withdrawn": _about_withdrawn(one, earlier),
        "": _expects(one) if not _is_one_thing(one) else "",
    }
    return [Fault(DECISIONS, where, key, why) for key, why in sentences.items() if why]


def _about_exercise(one: Decision, known: Known) -> str:
    listed = ", ".join(known.points) or "none"
    return "" if one.exercise in known.points else expected(f"one of {listed}", one.exercise)


def _about_submission(one: Decision) -> str:
    if not one.submission or _HASH.fullmatch(one.submission):
        return ""
    what = f"{SHORTEST} or more of the first letters of its sha256, as  helpkit collect  shows them"
    return expected(what, one.submission)


def unlisted(student: str, students: Sequence[str]) -> str:
    """Why a decision about this student is not used; empty if the student is on the roster.

    That is no fault of the file: people leave a class, and what was decided stays.
    """
    if not student or student in students:
        return ""
    alike = {one.casefold(): one for one in students}
    near = get_close_matches(student.casefold(), alike, n=1)
    hint = f": did you mean {alike[near[0]]}?" if near else ""
    return expected(f"a student of {ROSTER}", student) + hint


def _about_points(one: Decision, known: Known) -> str:
    most = known.points.get(one.exercise)
    if one.points is None or most is None or one.points <= most:
        return ""
    return expected(f"points from 0 to {most:g}, those of exercise {one.exercise}", one.points)


def _about_withdrawn(one: Decision, earlier: list[Decision]) -> str:
    if not one.withdrawn or any(_takes_back(one, other) for other in earlier):
        return ""
    return f"expected an earlier decision ({one.withdrawn}) that it takes back; there is none"


def _is_one_thing(one: Decision) -> bool:
    kind = one.kinds[0] if len(one.kinds) == 1 else None
    if kind is None:
        return False
    about, says = _KEYS[kind]
    return _said(one) == {about, "withdrawn" if one.withdrawn else says}


def _said(one: Decision) -> set[str]:
    default = Decision("", "")
    said = {key.name for key in fields(one) if getattr(one, key.name) != getattr(default, key.name)}
    return said - {"exercise", "reason", "made"}


def _expects(one: Decision) -> str:
    pairs = "; ".join(" and ".join(pair) for pair in _KEYS.values())
    got = " and ".join(sorted(_said(one))) or "none of them"
    return f"expected one of these pairs of keys: {pairs}; got {got}: write a table for each"


def _takes_back(one: Decision, other: Decision) -> bool:
    same = (
        one.is_about(other.submission.lower()) if one.submission else one.student == other.student
    )
    return one.exercise == other.exercise and one.kinds == other.kinds and same


def _written(one: Decision) -> Iterator[tuple[str, str]]:
    # A JSON string is a TOML string as long as it is printable, which a reason is.
    for key in ("exercise", "submission", "student", "left_out", "at", "until", "points"):
        value = getattr(one, key)
        if value is not None and value != "" and value is not False:
            yield key, _toml(value)
    if one.withdrawn:
        yield "withdrawn", _toml(str(one.withdrawn))
    yield "reason", _toml(one.reason)
    if one.made:
        yield "made", _toml(one.made.astimezone(UTC))


def _toml(value: str | bool | float | datetime) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, float):
        return repr(value)  # in JSON, NaN is no TOML
    return json.dumps(value, ensure_ascii=False)


def _flag(value: Any, _: type) -> bool:
    if type(value) is not bool:
        raise ValueError(expected("true or false", value))
    return value


def _kind(value: Any, _: type) -> Kind:
    if value not in [*Kind]:
        raise ValueError(expected(f"one of {', '.join(Kind)}", value))
    return Kind(value)


_CONVERTER: Final = tables.converter(
    {
        str: tables.text,
        bool: _flag,
        float | None: tables.number,
        datetime | None: tables.moment,
        Kind | None: _kind,
    }
)
