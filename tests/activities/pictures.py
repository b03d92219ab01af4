"""What a picture holds, as its tests look at it."""

from collections.abc import Mapping
from typing import Any

from helpkit.frontend.charts.picture import Picture

__all__ = ["Spied", "number", "numbers", "plain"]


class Spied(dict[str, str]):
    """Texts that remember which of them were asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)


def numbers(picture: Picture) -> list[list[float | None]]:
    """The table without its headers."""
    return [[number(cell.text) for cell in row.cells] for row in picture.rows]


def number(text: str) -> float | None:
    """The number in a cell, in English; none where a dash stands."""
    plain = text.rstrip("%").replace("−", "-")
    return None if plain == "–" else float(plain)


def plain(part: Any) -> bool:
    """Whether a part of a figure is what JSON has."""
    if isinstance(part, Mapping):
        return all(isinstance(key, str) and plain(value) for key, value in part.items())
    if isinstance(part, list | tuple):
        return all(map(plain, part))
    return part is None or isinstance(part, str | int | float)
