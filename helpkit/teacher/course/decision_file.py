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

__all__ = ["Subjects", "added", "parse_decisions", "unlisted"]

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
class Subjects:
    """What decisions can be about: the points of each exercise, the students; and the zone."""

    points: Mapping[str, float]
    students: tuple[str, ...]
    zone: tzinfo | None = None


def parse_decisions(data: bytes, subjects: Subjects) -> tuple[Decisions, list[Fault]]:
    """All decisions of a file, and a fault for each thing in it that cannot be meant."""
    tree, faults = tables.tree(data, DECISIONS)
    faults += [_unknown(key) for key in tree if key != _TABLE]
    decisions: list[Decision] = []
    for number, table in enumerate(_tables(tree, faults), start=1):
        decision, wrong = _decision(table, f"{_TABLE} {number}", subjects)
        if decision:
            wrong += _faults(decision, f"{_TABLE} {number}", subjects, decisions)
            decisions.append(decision)
        faults += wrong
    return Decisions(tuple(decisions)), faults


def added(data: bytes, decision: Decision) -> bytes:
    """The file with one decision more; what was there stays byte for byte."""
    gap = "" if not data or data.endswith(b"\n") else "\n"
    lines = "".join(f"{key} = {text}\n" for key, text in _written(decision))
    return data + f"{gap}\n[[{_TABLE}]]\n{lines}".encode()


def _unknown(key: str) -> Fault:
    return Fault(DECISIONS, "", key, f"unknown key; expected only tables [[{_TABLE}]]")


def _tables(tree: Mapping[str, Any], faults: list[Fault]) -> list[dict[str, Any]]:
    listed = tree.get(_TABLE, [])
    if isinstance(listed, list) and all(isinstance(table, dict) for table in listed):
        return listed
    sentence = f"expected a table [[{_TABLE}]] for each, with two brackets"
    faults.append(Fault(DECISIONS, "", _TABLE, sentence))
    return []


def _decision(table: dict[str, Any], where: str, subjects: Subjects) -> tuple[Any, list[Fault]]:
    """One decision, with its times in the zone of the course."""
    decision, faults = tables.structured(table, Decision, _CONVERTER, DECISIONS, where)
    for key in ("at", "until", "made"):
        moment = getattr(decision, key, None)
        try:
            decision = (
                replace(decision, **{key: _placed(key, moment, subjects.zone)})
                if moment
                else decision
            )
        except ValueError as error:
            faults.append(Fault(DECISIONS, where, key, str(error)))
    return decision, faults


def _placed(key: str, moment: datetime, zone: tzinfo | None) -> datetime:
    # A command writes in UTC when a decision was made, whatever the zone is.
    return moment if key == "made" and moment.tzinfo else moment_in(moment, zone)


def _faults(
    decision: Decision, where: str, subjects: Subjects, earlier: list[Decision]
) -> list[Fault]:
    """What has the right type but cannot be meant."""
    sentences = {
        "exercise": _about_exercise(decision, subjects),
        "submission": _about_submission(decision),
        "points": _about_points(decision, subjects),
        "withdrawn": _about_withdrawn(decision, earlier),
        "": _expects(decision) if not _is_one_thing(decision) else "",
    }
    return [Fault(DECISIONS, where, key, why) for key, why in sentences.items() if why]


def _about_exercise(decision: Decision, subjects: Subjects) -> str:
    listed = ", ".join(subjects.points) or "none"
    return (
        ""
        if decision.exercise in subjects.points
        else expected(f"one of {listed}", decision.exercise)
    )


def _about_submission(decision: Decision) -> str:
    if not decision.submission or _HASH.fullmatch(decision.submission):
        return ""
    what = f"{SHORTEST} or more of the first letters of its sha256, as  helpkit collect  shows them"
    return expected(what, decision.submission)


def unlisted(student: str, students: Sequence[str]) -> str:
    """Why a decision about this student is not used; empty if the student is on the roster.

    That is no fault of the file: people leave a class, and what was decided stays.
    """
    if not student or student in students:
        return ""
    alike = {id.casefold(): id for id in students}
    near = get_close_matches(student.casefold(), alike, n=1)
    hint = f": did you mean {alike[near[0]]}?" if near else ""
    return expected(f"a student of {ROSTER}", student) + hint


def _about_points(decision: Decision, subjects: Subjects) -> str:
    most = subjects.points.get(decision.exercise)
    if decision.points is None or most is None or decision.points <= most:
        return ""
    return expected(
        f"points from 0 to {most:g}, those of exercise {decision.exercise}", decision.points
    )


def _about_withdrawn(decision: Decision, earlier: list[Decision]) -> str:
    if not decision.withdrawn or any(_takes_back(decision, other) for other in earlier):
        return ""
    return f"expected an earlier decision ({decision.withdrawn}) that it takes back; there is none"


def _is_one_thing(decision: Decision) -> bool:
    kind = decision.kinds[0] if len(decision.kinds) == 1 else None
    if kind is None:
        return False
    about, says = _KEYS[kind]
    return _said(decision) == {about, "withdrawn" if decision.withdrawn else says}


def _said(decision: Decision) -> set[str]:
    default = Decision("", "")
    said = {
        key.name
        for key in fields(decision)
        if getattr(decision, key.name) != getattr(default, key.name)
    }
    return said - {"exercise", "reason", "made"}


def _expects(decision: Decision) -> str:
    pairs = "; ".join(" and ".join(pair) for pair in _KEYS.values())
    got = " and ".join(sorted(_said(decision))) or "none of them"
    return f"expected one of these pairs of keys: {pairs}; got {got}: write a table for each"


def _takes_back(decision: Decision, other: Decision) -> bool:
    same = (
        decision.is_about(other.submission.lower())
        if decision.submission
        else decision.student == other.student
    )
    return decision.exercise == other.exercise and decision.kinds == other.kinds and same


def _written(decision: Decision) -> Iterator[tuple[str, str]]:
    # A JSON string is a TOML string as long as it is printable, which a reason is.
    for key in ("exercise", "submission", "student", "left_out", "at", "until", "points"):
        value = getattr(decision, key)
        if value is not None and value != "" and value is not False:
            yield key, _toml(value)
    if decision.withdrawn:
        yield "withdrawn", _toml(str(decision.withdrawn))
    yield "reason", _toml(decision.reason)
    if decision.made:
        yield "made", _toml(decision.made.astimezone(UTC))


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
