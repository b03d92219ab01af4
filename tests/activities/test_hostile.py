"""No widget records what it did not ask for, and none falls over what a journal holds.

A page can be edited, an answers folder too, and either can be of another helpkit. Each kind of
activity meets every value below, under every name that it may know.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.outcomes.verdict import deck
from helpkit.activities.sort.activity import SortActivity
from helpkit.activities.villages.widget import START
from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.errors import HelpkitError
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.knobs import TRY
from helpkit.journal.event import EVERY_ITEM, make, to_line
from helpkit.models.dialogue import TELLING, always
from tests.activities.lesson_widget import event, on_disk
from tests.activities.verbs import VERBS

CONTENT = load("en")
SHOWN = {
    verb: next(
        (lesson, key)
        for lesson, ones in CONTENT.activities.items()
        for key, one in ones.items()
        if one.kind == kind and getattr(one, "published", True)
    )
    for kind, verb in [*VERBS.items(), ("predict", "reveal")]
}
"""For each verb the first activity of its kind; of the guesses one that asks how sure one is."""

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
"""Values that a journal can hold and no activity takes."""

IMPOSSIBLE: list[Any] = [float("nan"), float("inf"), 10**5000, "\ud800", DEEP, {1: 1}, {"a"}]
"""Values that no journal can hold."""

TELLS = list(always(graph(CONTENT.scenes["export-button"]), TELLING).choices)
WHOLE: list[Any] = [
    5,
    {"guess": 5, "sure": 75},
    {"x": "arena", "y": "role", "whose": "ours"},
    [{"by": "A", "do": "give", "value": 3, "currency": "time"}, {"by": "B", "do": "thank"}],
    [{"by": "first", "do": "help"}],
    {
        "first": "nurse",
        "second": "patient",
        "culture": "nc1978",
        "events": [{"by": "first", "act": "help"}],
    },
    TELLS,
    [[2, -2]],
]
"""Values that some activity takes; each of their leaves is spoiled in turn."""

NAMES = (
    *(EVERY_ITEM, "moves", "relation", "scene", "space", "word", "view", "names", "now", "view"),
    *(f"{name}.1" for name in ("alone", "two", "felt", "sheet", "note", "form.1")),
    *("reply", "skipped", "label", "option", "debrief", "lesson"),
    *(next(iter(CONTENT.words)), f"{next(iter(CONTENT.words))}.potency"),
)
"""Names that widgets give to what they keep, beside the keys and cards of an activity."""

TAKEN = ("prediction", "answer", "reveal", "choice", "reflection", "share")
"""The kinds of events that widgets record."""

OPENED = ("choose", "partners", "explore", "favours", "villages", "table11", "wordspace", "seesaw")
"""The verbs of activities that keep something under a prefix and a key."""

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,40}")


def show(folder: Path, verb: str) -> ActivityWidget:
    lesson, activity = SHOWN[verb]
    widget: ActivityWidget = getattr(Lesson(lesson, "en", folder), verb)(activity)
    return widget


def keys(value: Any) -> Iterator[str]:
    """Every key within an activity, and every card that it lists."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from (str(key), *keys(part))
    elif isinstance(value, list | tuple):
        yield from map(str, value)


def names(verb: str) -> tuple[str, ...]:
    """What an activity may call the things that it keeps."""
    lesson, key = SHOWN[verb]
    one = CONTENT.activities[lesson][key]
    known = [*keys(asdict(one)), *(deck(one, CONTENT)[:2] if isinstance(one, SortActivity) else ())]
    prefix = {"choose": "option", "partners": "guess"}.get(verb, "open")
    opened = [f"{prefix}.{key}" for key in known] if verb in OPENED else []
    every = (*NAMES, *known, *opened, *[*CONTENT.favours][:2], getattr(one, "measure", ""))
    return tuple(name for name in dict.fromkeys(every) if name == EVERY_ITEM or _ID.fullmatch(name))


def spoiled(value: Any) -> Iterator[Any]:
    """The value with one leaf at a time of another type, and with something more."""
    if isinstance(value, dict):
        yield {**value, "more": 1}
        for key, part in value.items():
            yield from ({**value, key: other} for other in spoiled(part))
            yield {name: one for name, one in value.items() if name != key}
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in spoiled(part))
    elif isinstance(value, int):
        yield from (value + 0.5, value == value, 10**400, str(value), [value])
    else:
        yield from (1, True, [value], {}, f"{value}-")


def sent(verb: str, values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Each value in each kind of event under each name."""
    for value in values:
        for name in names(verb):
            yield from (event(kind, name, value) for kind in (*TAKEN, TRY, START, "no-such-kind"))


def takes(widget: ActivityWidget, one: dict[str, Any]) -> bool:
    """Whether a widget would record an event."""
    try:
        widget.check(one)
    except HelpkitError:
        return False
    return True


@pytest.mark.parametrize("verb", SHOWN)
def test_nothing_foreign_is_recorded(tmp_path: Path, verb: str) -> None:
    widget = show(tmp_path, verb)
    shown = deepcopy(widget.state)
    for one in sent(verb, (*NONSENSE, *IMPOSSIBLE)):
        with pytest.raises(HelpkitError):
            widget.handle(one)
    assert on_disk(tmp_path) == []
    assert widget.state == shown


@pytest.mark.parametrize("verb", SHOWN)
def test_what_is_taken_is_taken_whole(tmp_path: Path, verb: str) -> None:
    widget = show(tmp_path, verb)
    for one in sent(verb, WHOLE):
        if takes(widget, one):
            for value in spoiled(one["value"]):
                with pytest.raises(HelpkitError):
                    widget.handle({**one, "value": value})
    assert on_disk(tmp_path) == []


@pytest.mark.parametrize("verb", SHOWN)
def test_nothing_is_recorded_for_another_activity(tmp_path: Path, verb: str) -> None:
    widget = show(tmp_path, verb)
    for one in sent(verb, WHOLE):
        assert not takes(widget, {**one, "activity": "another"})


@pytest.mark.parametrize("value", [*NONSENSE, *WHOLE], ids=lambda value: str(value)[:40])
def test_nonsense_in_a_journal_breaks_no_widget(tmp_path: Path, value: Any) -> None:
    write(tmp_path, value)
    lessons = {lesson: Lesson(lesson, "en", tmp_path) for lesson, _ in SHOWN.values()}
    for verb, (lesson, activity) in SHOWN.items():
        widget = getattr(lessons[lesson], verb)(activity)
        json.dumps(widget.state, allow_nan=False)


def write(folder: Path, value: Any) -> None:
    """A journal in which this value stands under every name that each activity knows."""
    lines = []
    for verb, (lesson, activity) in SHOWN.items():
        fields = {"lesson": lesson, "activity": activity, "language": "en"}
        for kind in ("prediction", "answer", "reveal", "choice", "reflection"):
            for name in names(verb):
                at = "2026-11-25T20:00:00.000Z"
                lines.append(to_line(make(**fields, at=at, kind=kind, item=name, value=value)))
    (folder / "lesson-02.0123456789ab.jsonl").write_bytes(b"\n".join([*lines, b""]))
