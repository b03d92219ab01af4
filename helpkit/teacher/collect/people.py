"""Who is in a class, by a list that another program made: a platform's, or any spreadsheet's.

Moodle's grading worksheet and Canvas's gradebook are known. In other files the columns are found by
their headings in a few languages, and by what is in them; Moodle's participants begin with the
first name and the family name, in whatever language.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.collect.cell_kinds import is_email, is_id, is_id_heading
from helpkit.teacher.collect.sender import CANVAS
from helpkit.teacher.collect.worksheet import Worksheet, read_worksheet
from helpkit.teacher.course.csv_file import Table, read_table, shown_columns

__all__ = ["People", "Person", "read_people"]

_FIRST: Final = re.compile(
    r"(?:first|given)[ -]?names?|forenames?|voorna(?:am|men)|roepnaam|vornamen?|prénom|nombre"
    r"|nome|fornavn|förnamn|etunimi|imię",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"tussenvoegsels?|voorvoegsels?|tussenv\.?", re.IGNORECASE)
_LAST: Final = re.compile(
    r"(?:last|family)[ -]?names?|surnames?|achterna(?:am|men)|familienaam|nachnamen?|nom"
    r"|nom de famille|apellido(?:s|\(s\))?|cognome|etternavn|efternavn|efternamn|sukunimi|nazwisko",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"(?:full |student )?names?|(?:volledige )?na(?:am|men)|vollständiger name"
    r"|nom complet|nombre completo|nome completo",
    re.IGNORECASE,
)
_STUDENT: Final = re.compile(r"students?", re.IGNORECASE)
"""The id in our own roster, the name in the lists of others."""
_LOGIN: Final = re.compile(
    r"(?:sis )?login(?: ?id)?|user ?names?|gebruikersnaam|benutzername|anmeldename",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_TEST_STUDENT: Final = "Test Student"


@dataclass(frozen=True)
class Person:
    """Somebody on the list: `id` is what could be typed as an id, `source` where that is from.

    `number` is Canvas's; `extra` holds all other columns.
    """

    id: str
    source: str
    name: str
    email: str = ""
    number: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True)
class People:
    """The list, and the platform that it is from, if that is known."""

    name: str
    persons: tuple[Person, ...]
    platform: str = ""


def read_people(data: bytes, name: str) -> People:
    """Everybody on a list; `name` is that of the file.

    Raises:
        CourseError: there are no names or nothing to make an id of.
    """
    try:
        sheet = read_worksheet(data, name=name)
    except CourseError:
        return People(name, tuple(_of_table(read_table(data, name))))
    return People(name, tuple(_of_sheet(sheet)), sheet.platform)


def _of_sheet(sheet: Worksheet) -> Iterator[Person]:
    headings, columns = sheet.headings, sheet.columns
    is_canvas = sheet.platform == CANVAS
    shown = (columns.email, columns.id_number, *columns.others) if is_canvas else (columns.email,)
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        if is_canvas and row.name == _TEST_STUDENT and not (row.email or row.id_number):
            continue
        choices = [
            (line.text(at), headings[at]) for at in (columns.id_number, columns.email) if at >= 0
        ]
        student, source = _choice(choices)
        extra = {headings[at]: line.text(at) for at in shown if at >= 0}
        number = row.number if is_canvas else ""
        yield Person(student, source, row.name, row.email, number, extra, line.number)


def _choice(choices: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The first cell that says something; of an e-mail address what stands before the @."""
    for cell, heading in choices:
        before, at, _ = cell.partition("@")
        if before:
            return before, f"{heading}, before the @" if at else heading
    return "", ""


@dataclass(frozen=True)
class _PersonColumns:
    names: tuple[int, ...]
    ids: tuple[int, ...]
    emails: tuple[int, ...]
    others: tuple[int, ...]


def _of_table(table: Table) -> Iterator[Person]:
    headings = table.lines[0].texts if table.lines else []
    columns = _columns(table, headings)
    if not columns.names or not (columns.ids or columns.emails):
        what = "of ids or e-mail addresses" if columns.names else "of names"
        raise CourseError(
            f"{table.name} has no column {what}; the columns that came: {shown_columns(headings)}"
        )
    for line in table.below(1):
        choices = [(line.text(at), headings[at]) for at in (*columns.ids, *columns.emails)]
        student, source = _choice(choices)
        name = " ".join(part for at in columns.names if (part := line.text(at)))
        email = line.text(columns.emails[0]) if columns.emails else ""
        extra = {headings[at]: line.text(at) for at in columns.others if headings[at]}
        yield Person(student, source, name, email, "", extra, line.number)


def _columns(table: Table, headings: Sequence[str]) -> _PersonColumns:
    cells = [table.column(at) for at in range(len(headings))]
    mails = [at for at, each in enumerate(cells) if is_email(each)]
    names = _names(headings, cells, mails)
    emails = tuple(at for at in mails if at not in names)
    rest = [at for at in range(len(headings)) if at not in (*names, *emails)]
    ids = [at for at in rest if is_id_heading(headings[at]) or _STUDENT.fullmatch(headings[at])]
    ids += [at for at in rest if at not in ids and _LOGIN.fullmatch(headings[at])]
    ids = ids or [at for at in rest if is_id(cells[at])][:1]
    others = tuple(at for at in (*emails[:1], *rest) if at not in ids[:1])
    return _PersonColumns(names, tuple(ids), emails, others)


def _names(
    headings: Sequence[str], cells: Sequence[Sequence[str]], emails: Sequence[int]
) -> tuple[int, ...]:
    """The columns that make a name, in their order: of all its parts, or whole."""

    def first_of(form: re.Pattern[str]) -> list[int]:
        return [at for at, heading in enumerate(headings) if form.fullmatch(heading)][:1]

    first, last = first_of(_FIRST), first_of(_LAST)
    if first and last:
        return (*first, *first_of(_BETWEEN), *last)
    whole = first_of(_WHOLE) or [at for at in first_of(_STUDENT) if _is_words(cells[at])]
    if whole:
        return tuple(whole)
    words = [at for at in (0, 1) if at < len(cells) and at not in emails and _is_words(cells[at])]
    return tuple(words) if 0 in words else ()


def _is_words(cells: Sequence[str]) -> bool:
    return bool(cells) and all(cell and not _DIGIT.search(cell) for cell in cells)
