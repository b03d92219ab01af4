"""No widget records what it did not ask for, and none falls over what a journal holds.

A page can be edited, an answers folder too, and either can be of another helpkit. What a page sends
is spoiled in every way and refused, and then sent as it should be and taken: so each refusal comes
from a widget that was ready to take that very event.
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.villages.widget import START, STOP
from helpkit.errors import HelpkitError
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.knobs import TRY
from helpkit.journal.event import make, to_line
from tests.activities.lesson_widget import event, on_disk
from tests.activities.sent import PLAY, SENT, SHOWN, VOTE, Sent

DEEP: list[Any] = []
for _ in range(100):
    DEEP = [DEEP]

NONSENSE: list[Any] = [
    False,
    -0.512,
    10**400,
    -1_000_000,
    "",
    "no-such-id",
    "x" * 3_000,
    [None],
    [[]],
    [{}],
    [True] * 100,
    {},
    {"": None},
    {"by": ["first"], "do": {}},
]
"""Values that a journal can hold and no activity asks for."""

IMPOSSIBLE: list[Any] = [float("nan"), float("inf"), 10**5000, "\ud800", DEEP, {1: 1}, {"a"}]
"""Values that no journal can hold."""

OTHERS: Mapping[str, list[Any]] = {
    "item": [None, 1, True, [], {}, "", "no-such-item", "x" * 3_000, DEEP],
    "kind": [None, 1, [], {}, "", "no-such-kind", "reset", "hand_in", DEEP],
    "activity": ["another", "another.sure", 1, [], {}, True, DEEP],
    "private": [None, 1, "yes", []],
}
"""What can stand in the fields of an event beside its value."""

RIGHT = {repr(sent.event["value"]): sent.event["value"] for verb in SENT for sent in SENT[verb]}
"""What the widgets do take, each value once."""

RECORDED = ("prediction", "answer", "reveal", "choice", "reflection", "vote", "share")
UNRECORDED = (TRY, START)
"""The kinds of events that change what is shown and are not recorded; they have no item."""


def show(folder: Path, verb: str) -> ActivityWidget:
    lesson, activity = SHOWN[verb]
    make_widget = getattr(Lesson(lesson, "en", folder), verb)
    widget: ActivityWidget = make_widget(activity) if activity else make_widget()
    return widget


def spoiled(value: Any) -> Iterator[Any]:
    """The value with one leaf at a time of another type, and with something more or less."""
    if isinstance(value, dict):
        yield {**value, "more": 1}
        for key, part in value.items():
            yield from ({**value, key: other} for other in spoiled(part))
            yield {name: other for name, other in value.items() if name != key}
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in spoiled(part))
    elif isinstance(value, bool):
        yield from (int(value), str(value), [value], {})
    elif isinstance(value, int | float):
        yield from (value + 0.5, True, 10**400, str(value), [value])
    else:
        yield from (1, True, [value], {}, f"{value}-")


def wrong(sent: Sent) -> Iterator[dict[str, Any]]:
    """The event with each of its fields as it should not be."""
    right = {**sent.event}
    for value in (*spoiled(right["value"]), *NONSENSE):
        if not sent.fits(value):
            yield {**right, "value": value}
    yield from ({**right, "value": value} for value in IMPOSSIBLE)
    fields = {"kind", "activity", *right} - {"value"}
    for field in fields - ({"item"} if right["kind"] in UNRECORDED else set()):
        yield from ({**right, field: value} for value in OTHERS[field])
        if field != "activity" and right.get(field) is not None:
            yield {name: value for name, value in right.items() if name != field}


def taken(widget: ActivityWidget, sent: Sent) -> None:
    """Let the widget take an event; a run of villages needs a loop, and is stopped again."""

    async def take() -> None:
        widget.handle(sent.event)
        if sent.event["kind"] == START:
            widget.handle(event(STOP, None))

    asyncio.run(take())


def test_every_verb_is_here() -> None:
    assert SENT.keys() == SHOWN.keys()


@pytest.mark.parametrize("verb", SHOWN)
def test_what_is_taken_is_taken_whole(tmp_path: Path, verb: str) -> None:
    widget = show(tmp_path, verb)
    for sent in SENT[verb]:
        before, state = on_disk(tmp_path), deepcopy(widget.state)
        for event_ in wrong(sent):
            with pytest.raises(HelpkitError):
                widget.handle(event_)
        assert on_disk(tmp_path) == before
        assert widget.state == state
        taken(widget, sent)
        lines = on_disk(tmp_path)[len(before) :]
        recorded = [(line.kind, line.item, sent.sent(line.value)) for line in lines]
        fields = tuple(sent.event[field] for field in ("kind", "item", "value"))
        assert recorded == ([] if sent.event["kind"] in UNRECORDED else [fields])


@pytest.mark.parametrize("verb", SHOWN)
def test_no_verb_takes_what_another_one_sends(tmp_path: Path, verb: str) -> None:
    widget = show(tmp_path, verb)
    page = json.dumps(widget.view)
    own = [sent.event["item"] for sent in SENT[verb]]
    foreign = [sent.event for other in SENT for sent in SENT[other]]
    for event_ in foreign:
        if event_["item"] not in own and json.dumps(event_["item"]) not in page:
            with pytest.raises(HelpkitError):
                widget.handle(event_)
    assert on_disk(tmp_path) == []


@pytest.mark.parametrize(
    "value",
    [*NONSENSE, *RIGHT.values(), VOTE, PLAY],
    ids=lambda value: str(value)[:40],
)
def test_nonsense_in_a_journal_breaks_no_widget(tmp_path: Path, value: Any) -> None:
    write(tmp_path, value)
    for verb in SHOWN:
        json.dumps(show(tmp_path, verb).state, allow_nan=False)


def write(folder: Path, value: Any) -> None:
    """A journal in which this value stands for all that each activity keeps."""
    lines = [
        _line(kind, lesson, sent.event.get("activity") or activity or verb, item, value)
        for verb, (lesson, activity) in SHOWN.items()
        for sent in SENT[verb]
        if (item := sent.event["item"]) is not None
        for kind in RECORDED
    ]
    (folder / "lesson-02.0123456789ab.jsonl").write_bytes(b"\n".join([*lines, b""]))


def _line(kind: str, lesson: str, activity: str, item: str, value: Any) -> bytes:
    fields = {"lesson": lesson, "activity": activity, "item": item, "language": "en"}
    if kind == "vote":
        value = {"round": 1, "value": value}  # without its round a journal does not hold a vote
    return to_line(make(**fields, at="2026-11-25T20:00:00.000Z", kind=kind, value=value))
