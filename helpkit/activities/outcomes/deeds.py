"""What did somebody do with cards, pairs, stories, gates and choices, and what did they change?

A deed is one line of the look back: how many were answered, how many were laid beside ours and how
many of those are alike; of a choice it is what was chosen last. What is not to be scored is left
out of both numbers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from helpkit.activities.cases.activity import CasesActivity
from helpkit.activities.choose.activity import ChooseActivity
from helpkit.activities.flip.activity import FlipActivity
from helpkit.activities.gates.activity import GatesActivity
from helpkit.activities.message.activity import MessageActivity
from helpkit.activities.outcomes.replies import labels as reply_labels
from helpkit.activities.outcomes.verdict import beside, face, readings
from helpkit.activities.sort.activity import SortActivity
from helpkit.content.activity import Activity
from helpkit.content.prose import Prose, Reading
from helpkit.content.types import HELD, Content
from helpkit.journal import ActivityState
from helpkit.journal.event import EVERY_ITEM

__all__ = ["Change", "Deed", "changes", "deed"]

What = Literal["cards", "pairs", "stories", "choice"]


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
class _Questions:
    """Those of one activity: a name for each, our reading where there is one, the labels."""

    names: Mapping[str, str]
    readings: Mapping[str, Reading]
    labels: Mapping[str, str]


def deed(activity: Activity, content: Content, done: ActivityState) -> Deed | None:
    """What was done in one activity; None if nothing was, or if it is of another kind."""
    if isinstance(activity, ChooseActivity):
        picks = _picks(activity, done)
        return Deed("choice", activity.title, 1, 1, label=picks[-1]) if picks else None
    if isinstance(activity, SortActivity):
        return _cards(activity, content, done)
    questions = _questions(activity, content)
    met = questions.names.keys() & {*done.answers, *done.reveals, *done.choices}
    if not met:
        return None
    shown = [card for card in questions.readings.keys() & done.reveals if card in done.answers]
    what: What = "pairs" if isinstance(activity, FlipActivity) else "stories"
    alike = _alike(shown, done, questions.readings)
    return Deed(what, activity.title, len(met), len(questions.names), len(shown), alike)


def _cards(sort: SortActivity, content: Content, done: ActivityState) -> Deed | None:
    """Cards that lie in a column; a contested one is never scored."""
    ours = readings(sort, content)
    placed = [card for card in done.answers if card in ours]
    if not placed:
        return None
    shown = [
        card
        for card in placed
        if {card, EVERY_ITEM} & done.reveals.keys() and not ours[card].contested
    ]
    alike = _alike(shown, done, ours)
    return Deed("cards", sort.title, len(placed), len(ours), len(shown), alike)


def _alike(shown: Iterable[str], done: ActivityState, ours: Mapping[str, Reading]) -> int:
    states = (beside(done.answers[key], ours[key]).state for key in shown)
    return sum(state in ("same", "accepted") for state in states)


def changes(activity: Activity, content: Content, done: ActivityState) -> Iterator[Change]:
    """What was answered otherwise after ours was shown, or chosen otherwise the second time."""
    if isinstance(activity, ChooseActivity | MessageActivity):
        picks = _picks(activity, done)
        if picks and picks[0] != picks[-1]:
            yield Change(activity.title, picks[0], picks[-1])
    elif isinstance(activity, SortActivity):
        yield from _moved(activity, content, done)
    else:
        questions = _questions(activity, content)
        yield from _answered(questions.names, questions.names, questions.labels, done)


def _picks(activity: ChooseActivity | MessageActivity, done: ActivityState) -> list[str]:
    """The label of what was chosen first, and of what was chosen last."""
    if isinstance(activity, MessageActivity):
        return reply_labels(activity, done)
    known = tuple(activity.options)
    chosen = [pick for picks in done.choices.values() for pick in picks if pick in known]
    return [activity.options[pick].label for pick in (*chosen[:1], *chosen[-1:])]


def _moved(sort: SortActivity, content: Content, done: ActivityState) -> Iterator[Change]:
    """The cards that lie elsewhere than when our reading of them was shown."""
    labels = content.dimensions[sort.dimension].labels if sort.dimension else sort.labels
    ours = readings(sort, content)
    names = {card: face(sort, content, card) for card in done.reveals if card in ours}
    yield from _answered(names, names, labels, done)


def _answered(
    keys: Iterable[str],
    names: Mapping[str, str],
    labels: Mapping[str, str],
    done: ActivityState,
) -> Iterator[Change]:
    """The answers that differ from those at the time of the reveal."""
    for key in keys:
        first, now = (labels.get(str(said.get(key))) for said in (done.reveals, done.answers))
        if first and now and first != now:
            yield Change(names[key], first, now)


def _questions(activity: Activity, content: Content) -> _Questions:
    if isinstance(activity, FlipActivity):
        return _pairs(activity, content)
    if isinstance(activity, GatesActivity):
        return _gates(activity, content)
    return _risks(activity, content) if isinstance(activity, CasesActivity) else _NOTHING


_NOTHING = _Questions({}, {}, {})


def _pairs(activity: FlipActivity, content: Content) -> _Questions:
    names = {key: str(pair.before) for key, pair in activity.pairs.items()}
    ours = {key: pair.criterion for key, pair in activity.pairs.items()}
    return _Questions(names, ours, {key: rule.name for key, rule in content.criteria.items()})


def _gates(activity: GatesActivity, content: Content) -> _Questions:
    cases = {key: content.cases[key] for key in activity.cases}
    names = {key: str(case.title) for key, case in cases.items()}
    gates = {key: str(gate.name) for key, gate in content.gates.items()}
    trust = {key: case.trust for key, case in cases.items() if case.trust}
    return _Questions(names, trust, gates | {HELD: content.ui["gates"]["held"]})


def _risks(activity: CasesActivity, content: Content) -> _Questions:
    cases = {key: content.cases[key] for key in activity.cases}
    names = {key: str(case.title) for key, case in cases.items()}
    ours = {
        key: Reading(
            value=case.risk, accepted=case.accepted, confidence="judgement", reason=Prose("")
        )
        for key, case in cases.items()
        if case.risk
    }
    return _Questions(names, ours, {key: str(risk.name) for key, risk in content.risks.items()})
