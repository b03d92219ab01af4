"""No widget records what it did not ask for, and none falls over what a journal holds.

What is sent may be anything: a page can be edited, a helpkit can be older. Each widget is sent every
value below, and its own well-formed values with one leaf spoiled, under every name it could know.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.journal import Journal
from helpkit.journal.event import KINDS as EVENTS
from helpkit.widgets.base import ActivityWidget
from helpkit.widgets.knobs import TRY, Knobs
from helpkit.widgets.villages import START
from tests.test_lesson import VERBS
from tests.widgets.made import event, on_disk

CONTENT = load("en")
ACTIVITIES = {one.kind: (lesson, key) for lesson, ones in CONTENT.activities.items() for key, one in ones.items()}
"""One activity of each kind, the last in the course."""

SHOWN = [(verb, *ACTIVITIES[kind]) for kind, verb in VERBS.items()]
SHOWN += [("reveal", *ACTIVITIES["predict"])]
every_verb = pytest.mark.parametrize(("verb", "lesson", "activity"), SHOWN)

FOREIGN: list[Any] = [
    float("nan"),
    float("inf"),
    -0.5,
    10**400,
    10**5000,
    -1_000_000,
    "",
    "no-such-id",
    "x" * 300_000,
    "\ud800",
    [None],
    [[]],
    [{}],
    [True] * 1_000,
    {},
    {"": None},
    {"by": ["first"], "do": {}},
]
DEEP: Any = []
for _ in range(100):
    DEEP = [DEEP]
FOREIGN.append(DEEP)

TURN = {"by": "first", "do": "help"}
WELL_FORMED: dict[str, tuple[str, Any]] = {
    "predict": ("", {"guess": 5, "sure": 75}),
    "map": ("view", {"x": "arena", "y": "role", "whose": "ours"}),
    "receipt": ("", 5),
    "favours": ("moves", [{"by": "A", "do": "give", "value": 3, "currency": "time"}]),
    "casting": ("scene", {"first": "nurse", "second": "patient", "culture": "nc1978", "events": []}),
    "seesaw": ("moves", [TURN, TURN]),
}
