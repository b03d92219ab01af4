"""The quick way to read a line takes what the careful way takes, says the same, and no more."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpkit.errors import JournalError
from helpkit.journal import KINDS, event
from tests.journal.samples import FIELDS, events, json_values, raw

HOSTILE: list[Any] = [
    None, True, False, 0, 1, 1.0, 2, 10**30, "", "*", "A", "a\n", "-a", "a" * 64, "a" * 65, "é",
    "2026-02-30T10:00:00.000Z", "2026-11-23T24:00:00.000Z", "2026-11-23T22:60:00.000Z",
    "2026-11-23T22:36:60.000Z", "2026-11-23T22:36:53.120Z\n", " 2026-11-23T22:36:53.12Z",
    "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "٢026-11-23T22:36:53.120Z",
    "vote", "grade", [], ["answer"], {}, {"round": 1, "value": 0}, {"round": True, "value": 0},
]  # fmt: skip
NAMES = ("v", *FIELDS, "private", "points")


def carefully(line: bytes, monkeypatch: pytest.MonkeyPatch) -> object:
    with monkeypatch.context() as patch:
        patch.setattr(event, "_is_plain", lambda fields: False)
        patch.setattr(event, "_decoded", event._DECODER.decode)
        return outcome(line)


def outcome(line: bytes) -> object:
    try:
        return event.from_line(line)
    except JournalError as error:
        return type(error), str(error)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_one_hostile_field(name: str, value: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    line = raw(**{name: value})
    assert outcome(line) == carefully(line, monkeypatch)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "points"])
def test_one_field_is_lacking(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({key: value for key, value in json.loads(raw()).items() if key != name})
    assert outcome(line.encode()) == carefully(line.encode(), monkeypatch)


PATCH = pytest.MonkeyPatch()


@settings(deadline=None, max_examples=300)
@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(HOSTILE) | json_values, max_size=3))
def test_any_fields(fields: dict[str, Any]) -> None:
    line = raw(**fields)
    assert outcome(line) == carefully(line, PATCH)


@settings(deadline=None, max_examples=300)
@given(events())
def test_any_honest_event(one: event.Event) -> None:
    line = event.to_line(one)
    assert outcome(line) == carefully(line, PATCH) == one


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=3), st.integers(0, 400), st.integers(0, 3))
@example(b" ", 0, 0)
@example(b"\xef\xbb\xbf", 0, 0)
@example(b"{}", 0, 0)
@example(b"\n{}", 400, 0)
@example(b"NaN", 0, 400)
def test_any_bytes_in_a_line(some: bytes, at: int, cut: int) -> None:
    line = raw()
    line = line[:at] + some + line[at + cut :]
    assert outcome(line) == carefully(line, PATCH)


@pytest.mark.parametrize("kind", KINDS)
def test_the_quick_way_is_taken(kind: str) -> None:
    value = {"round": 1, "value": 2} if kind == "vote" else "informal"
    assert event._is_plain(json.loads(raw(kind=kind, value=value)))


def test_what_is_long_is_not_remembered() -> None:
    outcome(raw(item="x" * 100_000))
    outcome(raw(item=["x"]))
    assert all(len(text) <= 64 for place in event._KNOWN for text in place)


def test_what_is_remembered_has_a_bound() -> None:
    for number in range(event._MOST_KNOWN + 10):
        outcome(raw(item=f"item-{number}"))
    assert len(event._KNOWN) == event._MOST_KNOWN
    event._KNOWN.clear()
