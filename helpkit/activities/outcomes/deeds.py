"""What did somebody do with pairs, stories, gates and a choice, and what did they change?

A deed is one line of the look back: how many were answered, how many were laid beside ours and how
many of those are alike; of a choice it is what was chosen last. What is not to be scored is left
out of both numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from helpkit.activities.cases.activity import CasesActivity
from helpkit.activities.choose.activity import ChoiceActivity
from helpkit.activities.flip.activity import FlipActivity
from helpkit.activities.gates.activity import GatesActivity as Gates
from helpkit.activities.outcomes.verdict import beside
from helpkit.content.activity import Activity
from helpkit.content.prose import Prose, Reading
from helpkit.content.types import HELD, Content
from helpkit.journal import ActivityState

__all__ = ["Change", "Deed", "changes", "deed"]

What = Literal["pairs", "stories", "choice"]


@dataclass(frozen=True)
class Deed:
    """One activity: `done` of `total`, of which `shown` beside ours; or the label of a choice."""

    what: What
    title: str
    done: int
    total: int
    shown: int = 0
    alike: int = 0
    label: str = ""


@dataclass(frozen=True)
class Change:
    """What somebody says now, beside what they said before they saw ours."""

    what: str
    first: str
    now: str


@dataclass(frozen=True)
class _Asked:
    """Questions of one activity: a name for each, our reading where there is one, the labels."""

    names: Mapping[str, str]
    readings: Mapping[str, Reading]
    labels: Mapping[str, str]


def deed(one: Activity, content: Content, done: ActivityState) -> Deed | None:
    """What was done in one activity; None if nothing was, or if it is of another kind."""
    if isinstance(one, ChoiceActivity):
        return _chosen(one, done)
    asked = _asked(one, content)
    met = _met(asked, done)
    if not met:
        return None
    shown = [key for key in asked.readings.keys() & done.reveals.keys() if key in done.answers]
    states = [beside(done.answers[key], asked.readings[key]).state for key in shown]
    alike = sum(state in ("same", "accepted") for state in states)
    what: What = "pairs" if isinstance(one, FlipActivity) else "stories"
    return Deed(what, one.title, len(met), len(asked.names), len(shown), alike)


def changes(one: Activity, content: Content, done: ActivityState) -> Iterator[Change]:
    """What was answered otherwise after ours was shown, or chosen otherwise the second time."""
    if isinstance(one, ChoiceActivity):
        picks = _picks(one, done)
        if picks and picks[0] != picks[-1]:
            yield Change(one.title, picks[0], picks[-1])
        return
    asked = _asked(one, content)
    for key, name in asked.names.items():
        first, now = (asked.labels.get(str(said.get(key))) for said in (done.reveals, done.answers))
        if first and now and first != now:
            yield Change(name, first, now)


def _chosen(one: ChoiceActivity, done: ActivityState) -> Deed | None:
    picks = _picks(one, done)
    return Deed("choice", one.title, 1, 1, label=picks[-1]) if picks else None


def _picks(one: ChoiceActivity, done: ActivityState) -> list[str]:
    given = (pick for picks in done.choices.values() for pick in picks)
    return [str(one.options[pick].label) for pick in given if pick in tuple(one.options)]


def _met(asked: _Asked, done: ActivityState) -> set[str]:
    """What was answered, looked at, or marked as read."""
    return asked.names.keys() & {*done.answers, *done.reveals, *done.choices}


def _asked(one: Activity, content: Content) -> _Asked:
    if isinstance(one, FlipActivity):
        names = {key: str(pair.before) for key, pair in one.pairs.items()}
        readings = {key: pair.criterion for key, pair in one.pairs.items()}
        return _Asked(names, readings, {key: it.name for key, it in content.criteria.items()})
    if not isinstance(one, CasesActivity | Gates):
        return _Asked({}, {}, {})
    cases = {key: content.cases[key] for key in one.cases}
    names = {key: str(case.title) for key, case in cases.items()}
    if isinstance(one, Gates):
        gates = {key: str(gate.name) for key, gate in content.gates.items()}
        trust = {key: case.trust for key, case in cases.items() if case.trust}
        return _Asked(names, trust, gates | {HELD: content.ui["gates"]["held"]})
    risks = {key: str(risk.name) for key, risk in content.risks.items()}
    named = {
        key: Reading(
            value=case.risk, accepted=case.accepted, confidence="judgement", reason=Prose("")
        )
        for key, case in cases.items()
        if case.risk
    }
    return _Asked(names, named, risks)
