"""Files as Moodle and Canvas export them, made by their published form."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Final

HEADINGS: Final[Mapping[str, Sequence[str]]] = {
    "en": ("Identifier", "Full name", "ID number", "Email address", "Status", "Grade",
           "Maximum grade", "Grade can be changed", "Last modified (submission)",
           "Last modified (grade)", "Feedback comments"),
    "nl": ("Identificatie", "Volledige naam", "ID-nummer", "E-mailadres", "Toestand", "Cijfer",
           "Hoogste cijfer", "Cijfer kan gewijzigd worden", "Laatst gewijzigd (inzending)",
           "Laatst gewijzigd (cijfer)", "Feedback als opmerking"),
    "xx": tuple("abcdefghijk"),
}  # fmt: skip
WORD: Final = {"en": "Participant ", "nl": "Deelnemer ", "xx": "Zz"}
YES: Final = {"en": "Yes", "nl": "Ja", "xx": "Q"}
STATE: Final = {"en": "Submitted for grading", "nl": "Ingestuurd voor beoordeling", "xx": "q"}
DATE: Final = {
    "en": "Wednesday, 2 December 2026, 3:45 PM",
    "nl": "woensdag, 2 december 2026, 15:45",
    "xx": "Mittwoch, 2. Dezember 2026, 15:45",
}
AT: Final = "2026-12-02T14:45:00.000Z"
CLASS: Final = (
    ("101", "Jan de Vries", "s1", "jan@school.nl"),
    ("102", "Zoë Jansen", "s2", "zoe@school.nl"),
    ("103", "محمد علي", "s3", "mo@school.nl"),
)
CANVAS: Final = """\
Student,ID,SIS User ID,SIS Login ID,Section,Exercise 1 (4711),Exercise 2 (4712),Final Score
,,,,,Manual Posting,,
    Points Possible,,,,,10.00,10.00,(read only)
"Vries, Jan de",11,s1,jan@school.nl,A,,9.00,9.00
"Jansen, Zoë",22,s2,zoe@school.nl,A,,EX,
"محمد علي",33,s3,mo@school.nl,B,6.00,,
"Student, Test",99,,b2c1,A,,,
"""


def as_csv(rows: Iterable[Sequence[str]], cut: str = ",") -> str:
    """As Moodle writes it."""
    text = StringIO()
    csv.writer(text, delimiter=cut, lineterminator="\n").writerows(rows)
    return text.getvalue()


def moodle(
    language: str = "en",
    *,
    grades: Mapping[str, str] | None = None,
    graded: Mapping[str, str] | None = None,
    comments: Mapping[str, str] | None = None,
    changeable: Mapping[str, str] | None = None,
    most: str = "10.00",
    rows: Sequence[Sequence[str]] = CLASS,
    without: Sequence[int] = (),
    more: Mapping[int, tuple[str, str]] | None = None,
    cut: str = ",",
) -> str:
    """A grading worksheet; `without` leaves columns out, `more` puts others before a column."""
    grades, graded, comments = grades or {}, graded or {}, comments or {}
    changeable, more = changeable or {}, more or {}
    full = [HEADINGS[language]]
    for number, name, student, email in rows:
        full.append(
            (
                f"{WORD[language]}{number}", name, student, email, STATE[language],
                grades.get(student, ""), most, changeable.get(student, YES[language]),
                DATE[language] if student == "s1" else "-", graded.get(student, "-"),
                comments.get(student, ""),
            )
        )  # fmt: skip

    def kept(at: int, row: Sequence[str]) -> list[str]:
        cells: list[str] = []
        for column, cell in enumerate(row):
            cells += [more[column][min(at, 1)]] if column in more else []
            cells += [] if column in without else [cell]
        return cells

    return as_csv([kept(at, row) for at, row in enumerate(full)], cut)
