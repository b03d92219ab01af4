"""What does a spreadsheet's text file hold, and where in the file does each cell stand?

Platforms and spreadsheets write UTF-8 with or without a byte order mark, UTF-16, or the letters of
an old Windows; commas, semicolons or tabs between the cells; a first line `sep=;`; quotes or none;
lines that end in three ways. All of that is kept: a cell can be replaced, and everything else stays
byte for byte, so that the program that wrote the file finds its own file again.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from helpkit.errors import CourseError
from helpkit.exercises.submission.display import shown

__all__ = ["CsvCell", "Line", "Table", "read_table", "shown_columns"]

MOST_BYTES: Final = 10_000_000
MOST_LINES: Final = 100_000
MOST_COLUMNS: Final = 1_000
MOST_CELLS: Final = 1_000_000
_DELIMITERS: Final = ("\t", ";", ",")
_NEED_QUOTES: Final = (*_DELIMITERS, '"', "\r", "\n")
_MARKS: Final = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
_SEP: Final = re.compile(r"\"?sep=(.)\"?(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_ENDS: Final = re.compile(r"\r\n|\r|\n")
_COMMENTS: Final = re.compile(r"(?:(?:#[^\r\n]*|[^\S\r\n]*)(?:\r\n|\r|\n))*")
_LOOKED_AT: Final = 20
"""So many lines say what divides the cells, as far as they are among the first letters."""
_LOOKED_AT_MOST: Final = 100_000


@dataclass(frozen=True, slots=True)
class CsvCell:
    """What a cell says, and its place in the text, with its quotes."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line, and the number of the line in the file where it begins."""

    cells: tuple[CsvCell, ...]
    number: int

    def text(self, column: int) -> str:
        """What a cell says, without blanks around it; nothing where the line is too short."""
        return self.cells[column].text.strip() if 0 <= column < len(self.cells) else ""

    @property
    def texts(self) -> list[str]:
        """What the cells say."""
        return [cell.text.strip() for cell in self.cells]


@dataclass(frozen=True)
class Table:
    """A file with its cells; empty lines are kept in the text and are no lines here."""

    name: str
    text: str
    mark: bytes
    encoding: str
    delimiter: str
    lines: tuple[Line, ...]

    @cached_property
    def width(self) -> int:
        """The number of cells in the longest line."""
        return max((len(line.cells) for line in self.lines), default=0)

    def below(self, first: int) -> tuple[Line, ...]:
        """The lines from the first one on that are not blank."""
        return tuple(line for line in self.lines[first:] if any(line.texts))

    def column(self, number: int, first: int = 1) -> list[str]:
        """What stands in one column, below a header."""
        return [line.text(number) for line in self.below(first)]

    def replaced(self, changes: Mapping[CsvCell, str]) -> bytes:
        """The file with some cells replaced, and everything else byte for byte.

        Raises:
            CourseError: the letters of the file do not have what a cell should say.
        """
        pieces, at = [], 0
        for cell in sorted(changes, key=lambda cell: cell.start):
            pieces += [self.text[at : cell.start], self._written(cell, changes[cell])]
            at = cell.end
        pieces.append(self.text[at:])
        return self._encoded("".join(pieces))

    def _written(self, cell: CsvCell, text: str) -> str:
        """A cell as it stands in the file: in quotes if it was, or if it needs them."""
        if cell.text == text:
            return self.text[cell.start : cell.end]
        quoted = self.text.startswith('"', cell.start) and cell.end > cell.start
        needs = any(sign in text for sign in _NEED_QUOTES) or text != text.strip()
        if quoted or needs or (not text and self._alone(cell)):
            return '"{}"'.format(text.replace('"', '""'))
        return text

    def _alone(self, cell: CsvCell) -> bool:
        """Would the line be lost without it?"""
        before, after = self.text[: cell.start][-1:], self.text[cell.end : cell.end + 1]
        return before in ("", "\r", "\n") and after in ("", "\r", "\n")

    def _encoded(self, text: str) -> bytes:
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            lacking = text[error.start]
            raise CourseError(
                f"{self.name} is in the letters of Windows (cp1252), which have no {lacking!r}: "
                "save it again as ‘CSV UTF-8’"
            ) from error


def read_table(data: bytes, name: str, *, comments: bool = False) -> Table:
    """The cells of a file; `name` is for messages.

    With `comments`, lines at the top that begin with # are none of it.

    Raises:
        CourseError: it is too large, or not such a file.
    """
    if len(data) > MOST_BYTES:
        raise CourseError(f"{name} has {len(data)} bytes; expected at most {MOST_BYTES}")
    mark, encoding, text = _decoded(data, name)
    first = _SEP.match(text)
    start = first.end() if first else 0
    if comments and (above := _COMMENTS.match(text, start)):
        start = above.end()
    delimiter = first[1] if first else _delimiter(text[start : start + _LOOKED_AT_MOST])
    if delimiter not in _DELIMITERS:
        raise CourseError(f"{name} says {first and first[0].strip()!r}; expected sep=; or sep=,")
    lines = tuple(_bounded(_lines(text, delimiter, start, name), name))
    return Table(name, text, mark, encoding, delimiter, lines)


def _bounded(lines: Iterable[Line], name: str) -> Iterator[Line]:
    cells = 0
    for count, line in enumerate(lines, start=1):
        cells += len(line.cells)
        if count > MOST_LINES or cells > MOST_CELLS:
            raise CourseError(
                f"{name} has more than {MOST_LINES} lines or {MOST_CELLS} cells; "
                "expected at most so many"
            )
        yield line


def _decoded(data: bytes, name: str) -> tuple[bytes, str, str]:
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    encodings: tuple[str, ...] = (encoding,) if mark else ("utf-8", "cp1252")
    if not mark and data.count(b"\0") > len(data) // 4:
        encodings = ()  # two bytes for a letter, and no mark that says in which order
    if data[:4] == b"PK\x03\x04":
        raise CourseError(f"{name} is a workbook or a zip; expected a CSV file: save it as CSV")
    for encoding in encodings:
        try:
            return mark, encoding, data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CourseError(f"{name} is not text; expected a CSV file: save it again as ‘CSV UTF-8’")


def _delimiter(text: str) -> str:
    """What divides the cells: what gives all lines the same length, and the more cells the better.

    Titles can hold commas, so the number of commas in the header alone says little.
    """
    scores = {delimiter: _score(text, delimiter) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def _score(text: str, delimiter: str) -> tuple[bool, bool, bool, int]:
    widths: list[int] = []
    try:
        widths.extend(len(line.cells) for line in islice(_lines(text, delimiter), _LOOKED_AT))
        is_readable = True
    except CourseError:
        is_readable = False
    first = widths[0] if widths else 0
    return first > 1, is_readable, {*widths} == {first}, first


def _lines(text: str, delimiter: str, start: int = 0, name: str = "") -> Iterator[Line]:
    """The lines with their cells, with numbers that count the ends inside of cells too."""
    number = 1 + len(_ENDS.findall(text, 0, start))
    cells: list[CsvCell] = []
    for cell, end in _cells(text, delimiter, start, name):
        cells.append(cell)
        if len(cells) > MOST_COLUMNS:
            raise CourseError(f"{name} line {number}: expected at most {MOST_COLUMNS} cells")
        if end == delimiter:
            continue
        if len(cells) > 1 or cell.start < cell.end:
            yield Line(tuple(cells), number)
        number += len(_ENDS.findall(text, cells[0].start, cell.end)) + 1
        cells = []


def _cells(text: str, delimiter: str, start: int, name: str) -> Iterator[tuple[CsvCell, str]]:
    """Each cell, and what stands after it: a delimiter, the end of a line, or nothing."""
    split = re.escape(delimiter)
    form = re.compile(
        rf'(?:"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<bare>(?:[^"\r\n{split}][^\r\n{split}]*)?))'
        rf"(?P<end>{split}|\r\n|\r|\n|\Z)"
    )
    at, more = start, True
    while at < len(text) or more:
        if not (match := form.match(text, at)):
            line = 1 + len(_ENDS.findall(text, 0, at))
            raise CourseError(
                f"{name} line {line}: a quote is not closed, or stands inside a cell; expected "
                "quotes around a whole cell, and two for each one in it"
            )
        quoted, end = match["quoted"], match["end"]
        said = match["bare"] if quoted is None else quoted.replace('""', '"')
        yield CsvCell(said, at, match.start("end")), end
        at, more = match.end(), end == delimiter
        if not end:
            return


def shown_columns(columns: Iterable[str]) -> str:
    """The columns that came, for a message."""
    named = [shown(column, 60) for column in columns if column]
    return ", ".join(named[:20]) + (", …" if len(named) > 20 else "") if named else "none"
