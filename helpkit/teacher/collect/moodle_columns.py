"""In which column of Moodle's grading worksheet is what? By place and content.

The headings are in the language of the person who downloaded it. The columns, in this order, are:
the participant, the full name (not with anonymous submissions), what else the school shows of a
student, the state, [dates, group, marker], the grade, the maximum or a scale, [state of marking],
whether the grade can be changed, when it was handed in, [texts], when it was graded, [comments].
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from helpkit.teacher.collect.cell_kinds import is_email, is_id, is_id_heading, number_in
from helpkit.teacher.collect.platform_date import is_dated
from helpkit.teacher.course.csv_file import Line, Table

__all__ = ["PARTICIPANT", "Columns", "moodle_columns"]

PARTICIPANT: Final = re.compile(r"(\D*?)\s*(\d+)")
_STATUS: Final = frozenset({"status", "state", "toestand"})


@dataclass(frozen=True, slots=True)
class Columns:
    """In which column stands what; -1 for what the file does not have."""

    number: int = -1
    name: int = -1
    email: int = -1
    id_number: int = -1
    others: tuple[int, ...] = ()
    grade: int = -1
    most: int = -1
    changeable: int = -1
    handed_in: int = -1
    graded: int = -1
    comment: int = -1


def moodle_columns(lines: Sequence[Line], table: Table) -> Columns | None:
    """The columns by place and content; None if it is no worksheet of Moodle's."""
    first = [line.text(0) for line in lines]
    numbers = [PARTICIPANT.fullmatch(cell) for cell in first]
    words = {number[1] for number in numbers if number}
    if not lines or None in numbers or len(words) != 1 or "" in words:
        return None
    headings = table.lines[0].texts
    return _ColumnKinds(lines, len(headings)).columns(headings)


@dataclass(frozen=True)
class _ColumnKinds:
    """What kind of thing stands in each column of a worksheet of Moodle's."""

    lines: Sequence[Line]
    width: int

    def cells(self, column: int) -> list[str]:
        return [line.text(column) for line in self.lines]

    def columns(self, headings: Sequence[str]) -> Columns | None:
        """All columns; None if there is none for grades."""
        for grade in range(1, self.width - 2):
            for most in (grade + 1, grade):  # without a maximum there are no grades
                if known := self._with_grade(grade, most):
                    return self._with_names(known, headings)
        return None

    def _with_grade(self, grade: int, most: int) -> Columns | None:
        if not self._takes_grades(grade, most):
            return None
        times = [at for at in range(most + 2, self.width) if self._all(at, is_dated)]
        # The state of marking may stand before whether the grade can be changed.
        if not times or times[0] - most not in (2, 3) or not self._is_yes_or_no(times[0] - 1):
            return None
        graded = times[min(1, len(times) - 1)]
        comment = graded + 1 if graded + 1 < self.width else -1
        handed_in = times[0] if len(times) > 1 else -1
        return Columns(
            0, grade=grade, most=most, changeable=times[0] - 1, handed_in=handed_in,
            graded=graded, comment=comment,
        )  # fmt: skip

    def _with_names(self, columns: Columns, headings: Sequence[str]) -> Columns:
        name = 1 if columns.grade > 1 and self._is_name(1, headings) else -1
        shown = range(2 if name > 0 else 1, columns.grade)
        emails = [at for at in shown if is_email(self.cells(at))]
        rest = [at for at in shown if at not in emails[:1]]
        ids = [at for at in rest if is_id_heading(headings[at])]
        ids = ids or [at for at in rest if is_id(self.cells(at))]
        return replace(
            columns,
            name=name,
            email=emails[0] if emails else -1,
            id_number=ids[0] if ids else -1,
            others=tuple(at for at in rest if at not in ids[:1]),
        )

    def _takes_grades(self, grade: int, most: int) -> bool:
        if most == grade:
            return not any(self.cells(grade))
        tops = {*self.cells(most)}
        top = tops.pop() if len(tops) == 1 else ""
        is_scale = "\n" in top
        return is_scale or ((number_in(top) or 0) > 0 and self._fits(grade, number_in(top) or 0))

    def _all(self, column: int, test: Callable[[str], bool]) -> bool:
        return all(map(test, self.cells(column)))

    def _fits(self, grade: int, top: float) -> bool:
        """Is every cell empty or a number up to the maximum?"""
        values = (number_in(cell) for cell in self.cells(grade) if cell)
        return all(value is not None and value <= top for value in values)

    def _is_yes_or_no(self, column: int) -> bool:
        cells = {*self.cells(column)}
        return "" not in cells and len(cells) <= 2 and not any(map(is_dated, cells))

    def _is_name(self, column: int, headings: Sequence[str]) -> bool:
        """With anonymous submissions the state follows at once, and there are few of those."""
        cells = self.cells(column)
        said = " ".join(cells)
        few = len({*cells}) <= len(cells) // 2
        is_state = headings[column].casefold() in _STATUS or few or " - " in said
        return not is_state and not any(map(str.isdecimal, said))
