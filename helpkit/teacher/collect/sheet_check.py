"""Is a worksheet of the assignment that was downloaded? In another, each number is somebody else's.

Nothing in the file says so. But a download gives names beside its numbers, or students typed their
ids: one of them may be wrong, and if most are, the worksheet is.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from helpkit.errors import CourseError
from helpkit.teacher.collect.matching import Roster
from helpkit.teacher.collect.submission import Submission
from helpkit.teacher.course.roster import Student

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = ["check_sheet"]

_TODO: Final = "download the worksheet of this assignment; nothing was collected"
_ALONE: Final = 1
"""One person may have typed another's id."""


def check_sheet(
    sheet: "Worksheet", name: str, submissions: Iterable[Submission], students: Iterable[Student]
) -> list[str]:
    """A sentence if the worksheet is of no use here.

    Raises:
        CourseError: its numbers are those of other people.
    """
    students = [*students]
    sent = [each for each in submissions if each.sender.platform]
    ours = {each.sender.number: each for each in sent if each.sender.platform == sheet.platform}
    others = sorted({each.sender.platform for each in sent})
    if sent and not ours:
        return [
            f"{name} is of {sheet.platform}, and the submissions are of {' and '.join(others)}: it "
            "says nothing about them"
        ]
    if ours and not ours.keys() & {row.number for row in sheet.rows}:
        raise CourseError(f"{name} has none of the numbers of these submissions: {_TODO}")
    numbers = Roster(students, sheet).numbers(sheet.platform)
    listed = {number: who for who, number in numbers.items()}
    plain = Roster(students)
    pairs = [
        (number, listed[number], said)
        for number, each in sorted(ours.items())
        if number in listed and (said := plain.sent(each.sender)[0] or plain.typed(each.typed))
    ]
    wrong = [pair for pair in pairs if pair[1] != pair[2]]
    if len(wrong) > max(_ALONE, len(pairs) // 2):
        number, who, said = wrong[0]
        raise CourseError(
            f"{name} gives number {number} to {who}, and in the downloads that is {said}, and so "
            f"for {len(wrong)} of {len(pairs)}: {_TODO}"
        )
    return []
