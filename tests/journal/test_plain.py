"""The quick way to read a line takes what the careful way takes, says the same, and no more."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpkit.errors import JournalError
from helpkit.journal import KINDS, event
from helpkit.journal.strict_json import json_object
from tests.journal.samples import FIELDS, events, json_values

HOSTILE: list[Any] = [
    None, True, False, 0, -0, 1, 1.0, 1.5, -0.5, 2, 10**15, 10**30, 1e22, "", "*", "A", "a\n", "-a",
    "a" * 64, "a" * 65, "é", "\x7f", "\u2028", "\\", '"', "\t", "null", "2026-02-30T10:00:00.000Z",
    "2026-11-23T24:00:00.000Z", "2026-11-23T22:60:00.000Z", "2026-11-23T22:36:60.000Z",
    "2026-11-23T22:36:53.120Z\n", " 2026-11-23T22:36:53.12Z", "0000-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z", "٢026-11-23T22:36:53.120Z", "vote", "grade", [], ["answer"], {},
    {"round": 1, "value": 0}, {"round": True, "value": 0},
]  # fmt: skip
NAMES = ("v", "n", *FIELDS, "private", "points")


def line_of(**fields: Any) -> bytes:
    """A line in the form of `to_line`, with these fields, which nobody has checked."""
    usual = {"v": 2, "n": 17, **FIELDS} if "n" in fields else {"v": 1, **FIELDS}
    return json.dumps({**usual, **fields}, ensure_ascii=False, separators=(",", ":")).encode()


def outcome(line: bytes) -> object:
    try:
        return event.from_line(line)
    except JournalError as error:
        return type(error), str(error)


def carefully(line: bytes) -> object:
    try:
        return event._checked(json_object(line))
    except JournalError as error:
        return type(error), str(error)


def same(line: bytes) -> bool:
    """Also of the same type: 1 is no True, and 1.0 is no 1."""
    quick, careful = outcome(line), carefully(line)
    return repr(quick) == repr(careful)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_one_hostile_field(name: str, value: Any) -> None:
    assert same(line_of(**{name: value}))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("points", "private")])
def test_one_field_is_lacking_or_stands_twice(name: str) -> None:
    line = line_of(n=17)
    pair = json.dumps({name: json.loads(line)[name]}, separators=(",", ":"))[1:-1].encode()
    assert event._plain(line)
    assert event._plain(line_of())
    assert same(line.replace(pair + b",", b"", 1).replace(b"," + pair, b"", 1))
    for twice in (b"{" + pair + b",", b"{" + pair.replace(b":", b" :") + b","):
        assert same(line.replace(b"{", twice, 1))
        assert event._plain(line.replace(b"{", twice, 1)) is None


@pytest.mark.parametrize("n", ["0", "01", "-1", "1.0", "9" * 15, "9" * 16, str(event.LAST)])
@pytest.mark.parametrize("v", ["1", "2", "3"])
def test_a_number_of_an_event_as_it_is_written(v: str, n: str) -> None:
    assert same(line_of(n=17).replace(b'2,"n":17', f'{v},"n":{n}'.encode()))


@settings(deadline=None, max_examples=300)
@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(HOSTILE) | json_values, max_size=3))
def test_any_fields(fields: dict[str, Any]) -> None:
    assert same(line_of(**fields))


@settings(deadline=None, max_examples=300)
@given(events(), json_values)
def test_any_honest_event(written: event.Event, value: Any) -> None:
    assert same(event.to_line(written))
    assert outcome(event.to_line(written)) == written
    assert same(line_of(value=value))


DAYS = [date(2024, 1, 1) + timedelta(days=number) for number in range(4 * 366)]


def test_every_day_of_four_years_is_read_and_no_other_day_exists() -> None:
    quick = {
        text
        for year in (*range(2024, 2028), 1, 9999, 0)
        for month in range(14)
        for day in range(33)
        for text in [f"{year:04}-{month:02}-{day:02}"]
        if event._plain(line_of(at=f"{text}T22:36:53.120Z"))
    }
    real = {f"{day}" for day in DAYS if day.year < 2028}
    assert {text for text in real if not text.endswith("02-29")} == {
        text for text in quick if text[:3] == "202"
    }
    assert all(same(line_of(at=f"{text}T22:36:53.120Z")) for text in real | quick)


NUMBERS = (
    "-0",
    "-0.0",
    "00",
    "01",
    "+1",
    "1.",
    ".5",
    "1e5",
    "0x1",
    "9" * 15,
    "9" * 16,
    "1.0",
    "--1",
)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_as_it_is_written(number: str) -> None:
    assert same(line_of(value="HERE").replace(b'"HERE"', number.encode()))


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=3), st.integers(0, 220), st.integers(0, 3))
@example(b" ", 0, 0)
@example(b"\xef\xbb\xbf", 0, 0)
@example(b"\n", 220, 0)
@example(b"NaN", 0, 400)
def test_any_bytes_in_a_line(some: bytes, at: int, cut: int) -> None:
    line = line_of(n=17)
    assert same(line[:at] + some + line[at + cut :])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "vote"])
@pytest.mark.parametrize("value", ["informal", "Zoë: «ja»", "", 3, -2.5, True, None])
def test_the_quick_way_is_taken(kind: str, value: Any) -> None:
    first = event.make(**{**FIELDS, "kind": kind, "value": value})
    for each in (first, event.make(**{**FIELDS, "n": 17, "kind": kind, "value": value})):
        assert event._plain(event.to_line(each)) == each
    assert event._plain(line_of(item="*"))
