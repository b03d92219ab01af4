"""A CSV file with a header; whatever is wrong with it is one sentence that names file and line.

UTF-8, with or without a byte order mark. A semicolon in the header means that semicolons divide
the cells and that decimals have a comma, as in spreadsheets in much of Europe. Lines at the top
that begin with # are comments.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import dropwhile
from pathlib import Path

from helpkit.errors import ContentError

__all__ = ["TableRow", "read"]


@dataclass(frozen=True)
class TableRow:
    """One line: where it is, its cells by column, and how it writes numbers."""

    file: str
    line: int
    cells: Mapping[str, str]
    decimal_comma: bool = False

    def fault(self, what: str) -> ContentError:
        """An error that says where."""
        return ContentError(f"{self.file} line {self.line}: {what}")

    def number(self, column: str, low: float, high: float) -> float:
        """A cell as a number from low to high.

        Raises:
            ContentError: it is not one.
        """
        cell = self.cells[column]
        try:
            value = float(cell.replace(",", ".") if self.decimal_comma else cell)
        except ValueError:
            raise self.fault(f"{column} must be a number, got {cell!r}") from None
        if not low <= value <= high:
            raise self.fault(f"{column} must be in [{low:g}, {high:g}], got {value:g}")
        return value


def read(path: Path, needed: Sequence[str]) -> list[TableRow]:
    """All lines below the header.

    Raises:
        ContentError: for the first thing that is wrong.
    """
    lines = list(StringIO(_text(path), newline=None))
    rows = _rows(lines, path.name)
    header = next(rows, None)
    if header is None:
        raise ContentError(f"{path.name} is empty; expected a header with {', '.join(needed)}")
    columns = [cell.strip() for cell in header[1]]
    _check(columns, needed, path.name, header[0])
    comma = _delimiter(lines) == ";"
    table = [_row(path.name, line, cells, columns, comma) for line, cells in rows]
    if not table:
        raise ContentError(f"{path.name} holds only a header; expected lines below it")
    return table


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ContentError(f"{path} does not exist; expected the path of a CSV file") from None
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1}"
        raise ContentError(
            f"{path.name} is not UTF-8 at {where}; save it again as ‘CSV UTF-8’"
        ) from None
    except OSError as error:
        raise ContentError(
            f"{path} cannot be opened ({error.strerror}); expected a CSV file that you may read"
        ) from None


def _delimiter(lines: Sequence[str]) -> str:
    header = next(dropwhile(_is_comment, lines), "")
    return ";" if ";" in header else ","


def _is_comment(line: str) -> bool:
    return line.startswith("#") or not line.strip()


def _rows(lines: Sequence[str], file: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of each line that is not empty."""
    body = list(dropwhile(_is_comment, lines))
    above = len(lines) - len(body)
    reader = csv.reader(body, delimiter=_delimiter(lines), strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield above + reader.line_num, cells
    except csv.Error as error:
        line = above + reader.line_num
        raise ContentError(f"{file} line {line}: not readable as CSV ({error})") from None


def _check(columns: Sequence[str], needed: Sequence[str], file: str, line: int) -> None:
    where = f"{file} line {line}"
    missing = [name for name in needed if name not in columns]
    if missing:
        raise ContentError(
            f"{where}: the column {missing[0]} is missing; expected {', '.join(needed)}"
        )
    twice = [name for name in columns if name and columns.count(name) > 1]
    if twice:
        raise ContentError(f"{where}: the column {twice[0]} appears twice; expected it once")


def _row(file: str, line: int, cells: list[str], columns: Sequence[str], comma: bool) -> TableRow:
    row = TableRow(
        file, line, dict(zip(columns, (cell.strip() for cell in cells), strict=False)), comma
    )
    if len(cells) != len(columns):
        raise row.fault(f"expected {len(columns)} cells, as in the header, got {len(cells)}")
    return row
