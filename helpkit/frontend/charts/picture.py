"""A figure and its text twin: the same numbers for those who look, listen or test."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["Figure", "Picture", "Row", "TableCell"]

Figure = Mapping[str, Any]
"""`data` and `layout` of plotly as plain JSON; a colour is a name as `@accent`, which the theme
fills in, and `layout.height` is that of the plot without its tick labels."""


@dataclass(frozen=True, kw_only=True)
class TableCell:
    """One number in the table; `key` is the `customdata` of its mark in the figure, if any.

    `label` says the cell in full, for whoever cannot see in which row and column it stands.
    """

    text: str
    key: str | None = None
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the table."""

    header: str
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is drawn, and the same as sentences and a table; `header` names all columns."""

    name: str
    figure: Figure
    sentences: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        """The picture as a widget sends it."""
        return asdict(self)
