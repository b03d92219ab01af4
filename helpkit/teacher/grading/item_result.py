"""The result of one answer: points, a state, and the id of what to say about it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

__all__ = ["ItemResult", "ItemState", "as_bytes", "total"]

ItemState = Literal[
    "right", "accepted", "partial", "wrong", "blank", "invalid", "earlier", "ungraded"
]
"""`earlier` is an answer to an earlier edition of what is asked."""


@dataclass(frozen=True)
class ItemResult:
    """One answer; `points` is None until a person has read it, and never 0 by default.

    `message` is the id of a sentence (see `messages`), `details` are lines below it.
    """

    part: str
    item: str
    points: float | None
    of: float
    state: ItemState
    message: str
    details: tuple[str, ...] = ()


def total(rows: Iterable[ItemResult]) -> float:
    """The points that are certain so far."""
    return sum(row.points for row in rows if row.points is not None)


def as_bytes(rows: Iterable[ItemResult]) -> bytes:
    """One line of JSON for each row: the same rows give the same bytes."""
    lines = (json.dumps(asdict(row), sort_keys=True, ensure_ascii=True) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode("ascii")
