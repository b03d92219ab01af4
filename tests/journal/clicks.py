"""Clicks on real widgets whose journal is already long; the bench and the test share them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpkit import Lesson
from helpkit.journal.event import make, to_line
from tests.journal.samples import FIELDS

__all__ = ["CLICKS", "Click", "fill", "opened"]

RISKS = ("barging-in", "missing-the-point")
MAP = {"x": "arena", "y": "formality", "whose": "mine"}
GIVES = {"by": "A", "do": "give", "value": 3, "currency": "time"}
EVENINGS = ([GIVES], [GIVES, {"by": "B", "do": "thank"}])
TALKS = ([{"by": "first", "do": "help"}], [{"by": "second", "do": "thank"}])
WRITTEN = ("Hij vroeg niets.", "He asked for nothing.")
PLAYS = {"alone.1": ["a"], "alone.2": ["b"]}


@dataclass(frozen=True)
class Click:
    """An event of one activity, with two values that take turns."""

    lesson: str
    verb: str
    activity: str
    item: str
    values: tuple[Any, Any]
    kind: str = "answer"
    before: dict[str, Any] = field(default_factory=dict)
    """Answers that must be there before."""

    def event(self, number: int) -> dict[str, Any]:
        """The event of this number, as the browser sends it."""
        private = {"private": True} if self.kind == "reflection" else {}
        value = self.values[number % 2]
        return {"kind": self.kind, "item": self.item, "value": value, **private}


CLICKS = (
    Click("01", "sort", "formality", "directions", ("informal", "formal")),
    Click("01", "map", "situations-map", "view", (MAP, {**MAP, "x": "role"}), "choice"),
    Click("01", "choose", "a-colleague-stuck", "option", ("ask", "tell"), "choice"),
    Click("01", "message", "cv-tonight", "label", ("asked", "did"), "choice"),
    Click("01", "reflect", "help-that-missed", "episode", WRITTEN, "reflection"),
    Click("01", "recap", "recap", "printing", RISKS),
    Click("02", "predictions", "predictions", "*", (None, None), "refresh"),
    Click("02", "wordspace", "words-in-space", "coaching.potency", (1, -2)),
    Click("02", "table11", "table-on-stage", "order", ("strain", "shuffled")),
    Click("02", "favours", "evening", "moves", EVENINGS),
    Click("02", "seesaw", "see-saw", "moves", TALKS),
    Click("06", "converse", "export-button", "now", (1, 2), before=PLAYS),
)


OTHER = {"lesson": "01", "activity": "practice", "item": "plumber", "kind": "answer"}
GUESS = {"activity": "tickets", "item": "tickets", "kind": "prediction"}


def fill(folder: Path, click: Click, count: int, *, other: bool = False) -> None:
    """Write so many events of the clicked activity, or of another one, into a folder."""
    folder.mkdir()
    lines = [
        to_line(make(**FIELDS | fields, n=n)) for n, fields in enumerate(_before(click), start=1)
    ]
    for n in range(len(lines) + 1, count + 1):
        lines.append(to_line(make(**FIELDS | _event(click, n, other=other), n=n)))
    (folder / "lesson-01.abc.jsonl").write_bytes(b"".join(b"\n" + line + b"\n" for line in lines))


def _before(click: Click) -> Iterator[dict[str, Any]]:
    for item, value in click.before.items():
        yield {"lesson": click.lesson, "activity": click.activity, "item": item, "value": value}


def _event(click: Click, number: int, *, other: bool) -> dict[str, Any]:
    if other:
        return {**OTHER, "value": ("informal", "formal")[number % 2]}
    own = {"lesson": click.lesson, "activity": click.activity, **click.event(number)}
    return {**own, **GUESS, "value": {"guess": 3, "sure": 50}} if click.kind == "refresh" else own


def opened(folder: Path, click: Click) -> Any:
    """The widget of a click, with its journal in this folder."""
    return getattr(Lesson(click.lesson, "en", folder), click.verb)(click.activity)
