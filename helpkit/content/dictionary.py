"""A user's own dictionary of sentiments, in the form in which the field shares them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from helpkit.content.csv_table import TableRow, read
from helpkit.content.sentiments import EPA, LIMIT

__all__ = ["Dictionary", "load_dictionary"]

COLUMNS: Final = ("term", "E", "P", "A")
HOMES: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("identity", "behavior"),
    "identity": ("identity",),
    "behavior": ("behavior",),
    "modifier": (),
    "setting": (),
}
"""What a component can be used for; without one, a term can be both."""


@dataclass(frozen=True)
class Dictionary:
    """(E, P, A) by term, for those who act or are acted upon and for what they do."""

    identities: Mapping[str, EPA]
    behaviors: Mapping[str, EPA]


def load_dictionary(path: str | Path) -> Dictionary:
    """Read a CSV file with the columns term, E, P, A and, if there is one, component.

    `component` is identity or behavior; modifiers and settings are left out. Without it, each
    term is both. Commas divide the cells, or semicolons, and then decimal commas are read as well.

    Raises:
        ContentError: for the first thing that is wrong, with file, line and what was expected.
    """
    homes: dict[str, dict[str, EPA]] = {"identity": {}, "behavior": {}}
    lines: dict[tuple[str, str], int] = {}
    for row in read(Path(path), COLUMNS):
        term, component = _term(row), _component(row)
        before = lines.setdefault((term, component), row.line)
        if before != row.line:
            raise row.fault(f"{term!r} is already in line {before}; expected each term once")
        epa = _epa(row)
        for home in HOMES[component]:
            homes[home][term] = epa
    return Dictionary(MappingProxyType(homes["identity"]), MappingProxyType(homes["behavior"]))


def _term(row: TableRow) -> str:
    term = row.cells["term"]
    if not term:
        raise row.fault("term is empty; expected a word")
    return term


def _component(row: TableRow) -> str:
    component = row.cells.get("component", "")
    if component not in HOMES:
        known = ", ".join(filter(None, HOMES))
        raise row.fault(f"component must be one of {known}, got {component!r}")
    return component


def _epa(row: TableRow) -> EPA:
    return (
        row.number("E", -LIMIT, LIMIT),
        row.number("P", -LIMIT, LIMIT),
        row.number("A", -LIMIT, LIMIT),
    )
