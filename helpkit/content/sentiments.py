"""Affect control theory as content: the equations, and the sentiments of our own terms.

Models read no files: `equations` gives them their coefficients as plain rows. `sentiments.csv`
holds only what the lessons use; the source of each figure is beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, cast, get_args

from helpkit.content.csv_table import TableRow, read
from helpkit.content.files import DATA, FOLDER
from helpkit.errors import UnknownIdError

__all__ = ["EPA", "LIMIT", "Equations", "Kind", "Match", "Sentiment", "equations", "sentiments"]

EPA = tuple[float, float, float]
Equations = tuple[tuple[tuple[int, ...], tuple[float, ...]], ...]
"""For each term the slots that it multiplies, 0 to 8, and its nine coefficients."""

Kind = Literal["identity", "behavior", "word"]
Match = Literal["exact", "near", "proxy", "model-estimated"]

LIMIT: Final = 4.3
SLOTS: Final = ("Ae", "Ap", "Aa", "Be", "Bp", "Ba", "Oe", "Op", "Oa")
FILES: Final[Mapping[str, tuple[str, ...]]] = {
    "nc1978": ("nc1978_male", "nc1978_female"),
    "nc1978-male": ("nc1978_male",),
    "nc1978-female": ("nc1978_female",),
    "germany2007": ("germany2007",),
}
GERMAN: Final = ("E_de", "P_de", "A_de")
COLUMNS: Final = ("id", "kind", "term", "dataset", "year", "match", "E", "P", "A", *GERMAN)


@dataclass(frozen=True, kw_only=True)
class Sentiment:
    """What people feel about one term, as (E, P, A), and where the figures come from.

    `terms` are the terms that were rated; with more than one it is their mean. `match` says how
    well they fit what we use them for. `germany` holds the ratings of 2007, where there are any.
    """

    id: str
    kind: Kind
    terms: tuple[str, ...]
    datasets: tuple[str, ...]
    years: tuple[int, ...]
    match: Match
    epa: EPA
    germany: EPA | None = None


@lru_cache
def equations(name: str = "nc1978") -> Equations:
    """Impression-formation equations; "nc1978" is the mean of those of men and women.

    Raises:
        UnknownIdError: for equations we do not have.
    """
    if name not in FILES:
        raise UnknownIdError(f"equations must be one of {', '.join(FILES)}, got {name!r}")
    sets = [_coefficients(file) for file in FILES[name]]
    return tuple((term, _mean([coefficients[term] for coefficients in sets])) for term in sets[0])


@lru_cache
def sentiments(folder: Path = FOLDER) -> Mapping[str, Sentiment]:
    """Our own terms by id: identities, behaviors, and the 27 words for helping.

    Raises:
        ContentError: when the file does not hold what it should.
    """
    by_id: dict[str, Sentiment] = {}
    for row in read(folder / DATA / "affect_control" / "sentiments.csv", COLUMNS):
        sentiment = _sentiment(row)
        if sentiment.id in by_id:
            raise row.fault(f"{sentiment.id!r} appears twice; expected each id once")
        by_id[sentiment.id] = sentiment
    return MappingProxyType(by_id)


def _coefficients(file: str) -> Mapping[tuple[int, ...], tuple[float, ...]]:
    rows = read(FOLDER / DATA / "affect_control" / f"{file}.csv", ("term", *SLOTS))
    return {_slots(row): tuple(row.number(slot, -2, 2) for slot in SLOTS) for row in rows}


def _slots(row: TableRow) -> tuple[int, ...]:
    term = row.cells["term"]
    return () if term == "const" else tuple(SLOTS.index(slot) for slot in term.split("*"))


def _mean(rows: list[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def _sentiment(row: TableRow) -> Sentiment:
    return Sentiment(
        id=row.cells["id"],
        kind=cast(Kind, _one_of(row, "kind", get_args(Kind))),
        terms=_several(row, "term"),
        datasets=_several(row, "dataset"),
        years=tuple(_year(row, year) for year in _several(row, "year")),
        match=cast(Match, _one_of(row, "match", get_args(Match))),
        epa=_epa(row, ""),
        germany=_epa(row, "_de") if any(row.cells[column] for column in GERMAN) else None,
    )


def _one_of(row: TableRow, column: str, known: tuple[str, ...]) -> str:
    value = row.cells[column]
    if value not in known:
        raise row.fault(f"{column} must be one of {', '.join(known)}, got {value!r}")
    return value


def _several(row: TableRow, column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in row.cells[column].split("+"))


def _year(row: TableRow, year: str) -> int:
    if not year.isdecimal():
        raise row.fault(f"year must be a year, got {year!r}")
    return int(year)


def _epa(row: TableRow, ending: str) -> EPA:
    e, p, a = (row.number(f"{name}{ending}", -LIMIT, LIMIT) for name in "EPA")
    return e, p, a
