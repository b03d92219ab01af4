"""An event, its line, and what is refused."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import JournalError, UnknownVersionError
from helpkit.journal import KINDS
from helpkit.journal.event import LAST, MAX_LINE, MAX_VALUE, from_line, make, next_at, to_line
from tests.journal.samples import FIELDS, event, json_values, raw


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else []


def test_the_line_is_the_published_one() -> None:
    assert to_line(event()).decode() == (
        '{"v":1,"at":"2026-11-23T22:36:53.120Z","lesson":"01","activity":"formality",'
        '"item":"directions","kind":"answer","value":"informal","language":"en"}'
    )


def test_the_line_of_version_2_begins_with_its_number() -> None:
    assert to_line(event(n=17, private=True)).decode() == (
        '{"v":2,"n":17,"at":"2026-11-23T22:36:53.120Z","lesson":"01","activity":"formality",'
        '"item":"directions","kind":"answer","value":"informal","language":"en","private":true}'
    )


def test_an_event_without_a_number_is_of_version_1_and_comes_before_all_numbers() -> None:
    assert (event().v, event().n) == (1, 0)
    assert (event(n=1).v, event(n=1).n) == (2, 1)


@pytest.mark.parametrize("n", [0, -1, LAST + 1, 10**30, True, 1.0, "1", None])
def test_a_number_is_whole_and_at_most_what_every_program_can_read(n: object) -> None:
    says = f"n must be a whole number from 1 to {LAST}"
    with pytest.raises(JournalError, match=says):
        event(n=n)
    with pytest.raises(JournalError, match=says):
        from_line(raw(v=2, n=n))
    assert from_line(raw(v=2, n=LAST)) == event(n=LAST)


def test_each_version_has_its_own_fields() -> None:
    for fields in ({"v": 1, "n": 3}, {"v": 2}):
        with pytest.raises(JournalError, match="an event has the fields"):
            from_line(raw(**fields))


def test_private_stands_in_the_line_only_when_it_is_true() -> None:
    assert to_line(event(private=True)).endswith(b'"language":"en","private":true}')
    assert b"private" not in to_line(event(private=False))


@given(json_values)
def test_any_value_comes_back_as_it_was(value: Any) -> None:
    line = to_line(event(value=value))
    assert b"\n" not in line
    assert repr(from_line(line).value) == repr(value)  # repr tells 1, 1.0 and True apart


@given(json_values.filter(lambda value: isinstance(value, list | dict)))
def test_an_event_keeps_a_copy(value: Any) -> None:
    kept = event(value=value)
    before = repr(kept)
    value.clear()
    assert repr(kept) == before


@given(st.text(st.characters(categories=["Cs"]), min_size=1))
def test_half_a_surrogate_pair_is_refused_on_both_sides(text: str) -> None:
    with pytest.raises(JournalError, match="UTF-8"):
        event(value={"text": [text]})
    if not any("\ud800" <= left <= "\udbff" for left in text):
        with pytest.raises(JournalError, match="UTF-8"):
            from_line(raw(value=text))


def test_a_surrogate_pair_written_as_escapes_is_one_character() -> None:
    assert from_line(raw(value="🫶")).value == "🫶"
    assert b"\\ud83e" in raw(value="🫶")


@given(st.binary())
def test_any_bytes_are_an_event_or_a_journal_error(line: bytes) -> None:
    with pytest.raises(JournalError):
        from_line(line)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"kind": "guess"}, "kind must be one of prediction"),
        ({"kind": ["answer"]}, "kind must be one of"),
        ({"item": "Directions"}, "item must be an id"),
        ({"item": "a" * 65}, "item must be an id"),
        ({"item": ""}, "item must be an id"),
        ({"item": "-a"}, "item must be an id"),
        ({"item": "a\n"}, "item must be an id"),
        ({"item": 3}, "item must be an id"),
        ({"activity": "*"}, "activity must be an id"),
        ({"lesson": "../01"}, "lesson must be an id"),
        ({"language": "English"}, "language must be an id"),
        ({"at": "2026-11-23 22:36"}, "at must be like"),
        ({"at": "2026-11-23T22:36:53.120+01:00"}, "at must be like"),
        ({"at": "2026-02-30T22:36:53.120Z"}, "a time that exists"),
        ({"private": "yes"}, "private must be true or false"),
        ({"private": 1}, "private must be true or false"),
        ({"kind": "vote", "value": "informal"}, "value of a vote"),
        ({"kind": "vote", "value": {"round": 0, "value": 1}}, "value of a vote"),
        ({"kind": "vote", "value": {"round": True, "value": 1}}, "value of a vote"),
        ({"kind": "vote", "value": {"round": 1}}, "value of a vote"),
        ({"mood": "good"}, "an event has the fields"),
        ({"value": nested(100)}, "nested at most"),
    ],
)
def test_a_bad_field_is_refused_on_both_sides(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(JournalError, match=says) as making:
        event(**fields)
    assert "\n" not in str(making.value)
    with pytest.raises(JournalError, match=says):
        from_line(raw(**fields))


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        [-float("inf")],
        {1: "a"},
        {"a": {1, 2}},
        b"a",
        10**5000,
        object(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_json_is_refused(value: Any) -> None:
    with pytest.raises(JournalError, match=r"must be (JSON|text)"):
        event(value=value)


def test_what_holds_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(JournalError, match="nested at most"):
        event(value=loop)


def test_a_value_may_take_256_kib_and_not_a_byte_more() -> None:
    text = "é" * ((MAX_VALUE - 2) // 2)
    longest = to_line(event(value=text, item="i" * 64, activity="a" * 64, private=True))
    assert from_line(longest).value == text
    with pytest.raises(JournalError, match="at most 262144 bytes"):
        event(value=text + "e")


@pytest.mark.parametrize("name", [*FIELDS, "v"])
def test_no_field_may_be_missing(name: str) -> None:
    line = raw().replace(f'"{name}":'.encode(), b'"private":')
    with pytest.raises(JournalError):
        from_line(line)


@pytest.mark.parametrize(
    "line",
    [
        raw()[:-1],
        raw() + raw(),
        raw().replace(b'"v"', b'"value": 2, "v"'),
        raw(value={"a": 1}).replace(b'"a": 1', b'"a": 1, "a": 2'),
        raw().replace(b'"informal"', b"NaN"),
        raw().replace(b'"informal"', b"1e999"),
        raw().replace(b'"informal"', b"9" * 5000),
        raw().replace(b"informal", b"\xff"),
        raw().replace(b'"informal"', b"[" * 100_000 + b"]" * 100_000),
        raw(value="x" * MAX_LINE),
        b"\0" * 4096,
        b"[1,2]",
        b"7",
        "\ufeff".encode() + raw(),
    ],
    ids=lambda line: repr(line[:20] + b"..." + line[-20:]),
)
def test_a_line_that_is_not_an_event_is_refused(line: bytes) -> None:
    with pytest.raises(JournalError):
        from_line(line)


@pytest.mark.parametrize("v", [3, 0, -1, 10**400])
def test_another_version_is_refused_by_name(v: int) -> None:
    with pytest.raises(UnknownVersionError, match="reads versions 1 to 2: update") as refusal:
        from_line(raw(v=v, whatever="it has"))
    assert len(refusal.value.version) < 60


@pytest.mark.parametrize("v", [True, 1.0, "1", None, [1]])
def test_what_is_no_version_is_no_event_of_ours(v: object) -> None:
    with pytest.raises(JournalError, match="v must be a whole number") as refusal:
        from_line(raw(v=v))
    assert not isinstance(refusal.value, UnknownVersionError)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_kept(kind: str) -> None:
    value = {"round": 1, "value": "a"} if kind == "vote" else "a"
    assert make(**{**FIELDS, "kind": kind, "value": value, "item": "*"}).kind == kind


@given(st.datetimes(timezones=st.timezones()), st.datetimes(), st.integers(-3, 3))
def test_the_next_time_is_now_or_just_after_the_last(
    now: datetime, last: datetime, offset: int
) -> None:
    try:
        utc = now.astimezone(UTC)
        close = utc + timedelta(milliseconds=offset)
    except OverflowError:
        return
    for before in (last.replace(tzinfo=UTC), close):
        after = next_at(before, "")
        at = next_at(now, after)
        assert from_line(raw(at=at)).at == at
        assert at > after or after.startswith("9999-12-31T23:59:59.999")
        assert at == next_at(now, "") or datetime.fromisoformat(at) - datetime.fromisoformat(
            after
        ) <= timedelta(milliseconds=1)
