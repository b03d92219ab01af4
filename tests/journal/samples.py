"""Events and JSON to test with: fixed ones, and hypothesis strategies."""

import json
from typing import Any, Final

from hypothesis import strategies as st

from helpkit.journal import KINDS, Event
from helpkit.journal.event import make, to_line

FIELDS: Final[dict[str, Any]] = {
    "at": "2026-11-23T22:36:53.120Z",
    "lesson": "01",
    "activity": "formality",
    "item": "directions",
    "kind": "answer",
    "value": "informal",
    "language": "en",
}


def event(**fields: Any) -> Event:
    """An event that is ordinary but for these fields."""
    return make(**{**FIELDS, **fields})


def raw(**fields: Any) -> bytes:
    """A line with these fields, which nobody has checked."""
    return json.dumps({"v": 1, **FIELDS, **fields}).encode()


def record(*events: Event) -> bytes:
    """What a file of these events holds."""
    return b"".join(b"\n" + to_line(event) + b"\n" for event in events)


def numbered(count: int, **fields: Any) -> list[Event]:
    """Events a minute apart, with the values 0, 1, 2 ..."""
    return [
        event(at=f"2026-11-23T22:{minute:02}:00.000Z", value=minute, **fields)
        for minute in range(count)
    ]


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["\u2028", "\u2029", "\x85", "\r\n", "\0", '"\\', "🫶🏽", "e\u0301"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
votes = st.fixed_dictionaries({"round": st.integers(1, 3), "value": st.integers(0, 3)})
few = st.sampled_from(["a", "b", "c"])
few_or_all = few | st.just("*")


@st.composite
def events(draw: st.DrawFn, items: st.SearchStrategy[str] = few_or_all) -> Event:
    """Any event out of few activities, items and moments, so that they meet."""
    kind = draw(st.sampled_from(KINDS))
    n = draw(st.integers(0, 3))
    return event(
        **({"n": n} if n else {}),
        at=f"2026-11-23T22:36:53.{draw(st.integers(0, 9)):03}Z",
        activity=draw(few),
        item=draw(items),
        kind=kind,
        value=draw(votes if kind == "vote" else st.none() | st.integers(0, 3)),
        private=draw(st.booleans()),
    )
