"""Which line of a platform's list is which student's?

An id, an address or a number is sure. A name goes only as far as nothing sure contradicts it: two
people can have one name, and one of them may not be in this class.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import WorksheetRow

__all__ = ["owners"]


def owners(
    rows: Iterable["WorksheetRow"],
    listed: Callable[["WorksheetRow"], str],
    numbers: Mapping[str, str] | None = None,
) -> list[str]:
    """The student of each line, or nothing; a student can have two lines that are both sure.

    Args:
        rows: the lines.
        listed: finds the student by what else stands on a line.
        numbers: the student of each number that is known to be theirs.
    """
    rows, known = [*rows], numbers or {}
    sure = [known.get(row.number, "") or listed(replace(row, name="")) for row in rows]
    named = ["" if who else listed(row) for who, row in zip(sure, rows, strict=True)]
    times, taken = Counter(named), {*sure}
    return [
        who or (name if name not in taken and times[name] == 1 else "")
        for who, name in zip(sure, named, strict=True)
    ]
