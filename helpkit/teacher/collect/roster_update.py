"""The roster, made or brought up to date from a list of another program. Nothing is lost by it.

Students who are on the roster stay, with their ids, names and the school's own columns. Other cells
that say less or something else than the list are filled in and named, and so is who is not on the
list. What cannot be an id is left to the teacher.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Final

from helpkit.errors import CourseError
from helpkit.exercises.submission.display import shown
from helpkit.journal.files import write_whole
from helpkit.teacher.collect.line_owner import owners
from helpkit.teacher.collect.matching import Roster
from helpkit.teacher.collect.people import People, Person, read_people
from helpkit.teacher.collect.sender import MOODLE
from helpkit.teacher.collect.worksheet import WorksheetRow
from helpkit.teacher.course.cell_text import inert, original
from helpkit.teacher.course.csv_file import Table, read_table
from helpkit.teacher.course.lock import alone
from helpkit.teacher.course.roster import OURS, ROSTER, Student, columns_of, doubts, fault_of

__all__ = ["Update", "update_roster", "updated"]

_NEW: Final = (",".join(OURS) + "\n").encode()


@dataclass
class _RosterDraft:
    """The lines of a roster while it is brought up to date: a cell by column for each student."""

    columns: list[str]
    rows: list[dict[str, str]]
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    met: set[str] = field(default_factory=set)

    @cached_property
    def by_id(self) -> dict[str, dict[str, str]]:
        """The line of each student, whatever the size of the letters."""
        return {row["student"].casefold(): row for row in self.rows}

    def add(self, row: dict[str, str]) -> None:
        """Put one more student at the end."""
        self.rows.append(row)
        self.by_id[row["student"].casefold()] = row


@dataclass(frozen=True)
class Update:
    """The file as it will be, with a sentence for everything that a teacher should know.

    `faults` are about people on the list who are not on the roster because of it.
    """

    data: bytes
    notes: tuple[str, ...]
    faults: tuple[str, ...]
    students: int
    added: int
    changed: int


def update_roster(root: Path, path: Path, *, dry_run: bool = False) -> Update:
    """Bring the roster of a course up to date from a file.

    Raises:
        CourseError: the file is no list, the roster cannot be read, or cannot be written.
    """
    roster = root / ROSTER
    try:
        people = read_people(path.read_bytes(), path.name)
        before = roster.read_bytes() if roster.exists() else _NEW
        done = updated(before, people)
        if not dry_run and done.data != before:
            with alone(root):
                write_whole(roster, done.data)
    except OSError as error:
        where = error.filename or path
        raise CourseError(f"{where}: {error.strerror}; put it right and run this again") from error
    return done


def updated(before: bytes, people: People) -> Update:
    """The roster with everybody on the list; a pure function.

    Raises:
        CourseError: what is there is no roster.
    """
    table = read_table(before, ROSTER, comments=True)
    columns = columns_of(table)
    rows = [dict(zip(columns, line.texts, strict=False)) for line in table.below(1)]
    draft = _RosterDraft([*columns], rows)
    known = Roster(map(_student, rows))
    by_canvas = {row["canvas"]: row["student"] for row in rows if row.get("canvas")}
    ids = owners(map(_row, people.persons), known.listed, by_canvas)
    for person, who in zip(people.persons, ids, strict=True):
        _meet(draft, person, who, people)
    is_changed = bool(draft.added or draft.changed)
    data = _written(table, draft) if is_changed else before
    return Update(
        data,
        tuple(_notes(draft, people, {row["student"] for row in rows})),
        tuple(draft.faults),
        len(draft.rows),
        len(draft.added),
        len(draft.changed),
    )


def _student(row: Mapping[str, str]) -> Student:
    cells = {key: original(cell) for key, cell in row.items()}
    extra = {key: cell for key, cell in cells.items() if key not in OURS}
    student, name, moodle, canvas = (cells.get(key, "") for key in OURS)
    return Student(student, name, moodle, canvas, extra)


def _row(person: Person) -> WorksheetRow:
    """The person, as a platform would name them."""
    return WorksheetRow(person.number, person.name, person.email, person.id)


def _meet(draft: _RosterDraft, person: Person, who: str, people: People) -> None:
    """Somebody on the list: fill in what is known of them, or add them."""
    name, where = shown(person.name, 60), f"{people.name} line {person.line}"
    if who and who in draft.met:
        draft.faults.append(f"{where}: {name} is {who}, who is on another line too: left out")
    elif who:
        draft.met.add(who)
        _fill(draft, draft.by_id[who.casefold()], person, people)
    elif fault := _fault(person, draft):
        draft.faults.append(f"{where}, {name}: {fault}: left out")
    else:
        draft.met.add(person.id)
        draft.added.append(person.id)
        row = {"student": person.id, "name": inert(person.name), "canvas": person.number}
        draft.add(row | {key: inert(cell) for key, cell in _extra(draft, person)})


def _fault(person: Person, draft: _RosterDraft) -> str:
    if not person.name:
        return "there is no name"
    if not person.id:
        return "there is nothing to make an id of"
    if person.id.casefold() in draft.by_id:
        return f"the id {shown(person.id, 64)} is already another's"
    return fault_of(person.id)


def _fill(draft: _RosterDraft, row: dict[str, str], person: Person, people: People) -> None:
    """Nothing that the teacher wrote about names and ids is replaced."""
    student = row["student"]
    new = {"canvas": person.number} if person.number else {}
    new |= {key: inert(cell) for key, cell in _extra(draft, person) if cell}
    if people.platform == MOODLE and not row.get("moodle") and not _alike(person.name, row["name"]):
        new["moodle"] = inert(person.name)
    for column, cell in new.items():
        old = row.get(column, "")
        if cell != old:
            draft.changed.append(f"{student}: {column} {_said(old)} becomes {_said(cell)}")
            row[column] = cell
            _add_column(draft, column)


def _alike(name: str, other: str) -> bool:
    return name.casefold().split() == original(other).casefold().split()


def _said(cell: str) -> str:
    return f"‘{shown(cell, 60)}’" if cell else "(empty)"


def _extra(draft: _RosterDraft, person: Person) -> Iterator[tuple[str, str]]:
    """The other columns of the list, under the name that the roster has for them."""
    ours = {column.casefold(): column for column in draft.columns}
    for key, cell in person.extra.items():
        column = ours.get(key.casefold(), key)
        if column not in OURS:
            _add_column(draft, column)
            yield column, cell


def _add_column(draft: _RosterDraft, column: str) -> None:
    if column not in draft.columns:
        draft.columns.append(column)


def _notes(draft: _RosterDraft, people: People, before: set[str]) -> Iterator[str]:
    sources: dict[str, list[str]] = {}
    for person in people.persons:
        if person.id in draft.added:
            sources.setdefault(person.source, []).append(person.id)
    for source, students in sources.items():
        yield f"Added, with ids from {source}: {', '.join(students)}"
    yield from (f"Changed {line}" for line in draft.changed)
    if stay := sorted(before - draft.met):
        yield f"Not in {people.name}, and stay: {', '.join(stay)}"
    yield from doubts(row["student"] for row in draft.rows)


def _written(table: Table, draft: _RosterDraft) -> bytes:
    """The same file, comments and all, with the lines of today."""
    header = table.lines[0]
    above = table.text[: header.cells[0].start]
    end = "\r\n" if "\r\n" in table.text else "\n"
    text = StringIO()
    writer = csv.writer(text, delimiter=table.delimiter, lineterminator=end)
    writer.writerow([*header.texts, *draft.columns[len(header.cells) :]])
    writer.writerows([row.get(column, "") for column in draft.columns] for row in draft.rows)
    whole = above + text.getvalue()
    try:
        return table.mark + whole.encode(table.encoding)
    except UnicodeEncodeError:  # the letters of an old Windows do not have all names
        return whole.encode("utf-8-sig")
