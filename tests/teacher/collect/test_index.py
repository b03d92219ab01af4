"""The index is read by the helpkits of years to come: a line stays what it is, letter by letter."""

from dataclasses import replace

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.index import from_lines, to_lines
from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.collect.submission import Submission, Time

LINE = (
    '{"source":"bulk.zip/Zoë_LATE_22.zip","sha256":"ab12","sender":{"platform":"canvas",'
    '"name":"zoe","number":"22","late":true,"login":"z","group":"A"},"student":"S2","time":'
    '{"at":"2026-12-04T15:59:59.000Z","says":"canvas","made":"2026-12-04T15:00:00.000Z",'
    '"doubt":"odd"},"refused":"no","origin":"0123","number":7,"seen":"2026-12-06T00:00:00.000Z",'
    '"replaced":true}\n'
)
WHOLE = Submission(
    "bulk.zip/Zoë_LATE_22.zip",
    "ab12",
    Sender("canvas", "zoe", "22", late=True, login="z", group="A"),
    "S2",
    Time("2026-12-04T15:59:59.000Z", "canvas", "2026-12-04T15:00:00.000Z", "odd"),
    "no",
    "0123",
    7,
    "2026-12-06T00:00:00.000Z",
    replaced=True,
)


def test_a_line_is_what_it_always_was() -> None:
    assert to_lines([WHOLE]).decode() == LINE
    assert from_lines(LINE.encode(), "x") == [WHOLE]


def test_what_is_worked_out_is_not_written() -> None:
    judged = replace(WHOLE, student="s2", by="canvas", days=2, counts=True, strange="x", data=b"x")
    assert to_lines([judged]).decode() == LINE


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"seen"', '"first"', "expected the keys source, sha256, sender, student, time"),
        ('"student"', '"typed"', "expected the keys source, sha256, sender, student, time"),
        ('"number":7', '"number":true', "number is not valid"),
        ('"late":true', '"late":"yes"', "late is not valid"),
        ('"S2"', "2", "student is not valid"),
    ],
)
def test_another_line_is_refused(old: str, new: str, reason: str) -> None:
    with pytest.raises(CourseError, match=f"x line 1: expected a line that helpkit .*{reason}"):
        from_lines(LINE.replace(old, new).encode(), "x")
