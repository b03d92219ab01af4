"""What a class answered, read from the copies; a bad copy costs only itself."""

from pathlib import Path

import pytest

from helpkit.exercises import submission as hand_in
from helpkit.journal import Event
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import collected, copy_path
from helpkit.teacher.course.course import Course, read_course
from helpkit.teacher.results.answers import Answers, class_answers
from tests.journal.samples import event
from tests.teacher.samples import ON_TIME, handed

LESSON = "exercise-01"


def made(student: str, *events: Event, language: str = "nl") -> bytes:
    return hand_in.make(
        events, exercise="01", student=student, language=language, issued=["spare-key"]
    )


def said(item: str, value: object, kind: str = "answer", activity: str = "classify") -> Event:
    return event(at=ON_TIME, lesson=LESSON, activity=activity, item=item, kind=kind, value=value)


@pytest.fixture
def taken(course: Path, downloads: Path) -> Course:
    """Two of the class have handed in, not in the order of the roster."""
    s1 = made(
        " S1",
        said("spare-key", "formal"),
        said("spare-key", "informal"),
        said("pump", "formal"),
        said("pump", None),
        said("episode", "What she said.", "reflection", "reflection"),
    )
    (downloads / "a.zip").write_bytes(handed("s3"))
    (downloads / "b.zip").write_bytes(s1)
    read = read_course(course)
    collect(read, "01", downloads)
    return read


def test_what_stands_at_the_end(taken: Course) -> None:
    first, second = class_answers(taken, "01")
    assert (first.student, first.contents.student, second.student) == ("s1", "S1", "s3")
    assert (first.contents.language, first.contents.issued) == ("nl", ("spare-key",))
    assert first.by_part == {
        "classify": {"spare-key": "informal"},
        "reflection": {"episode": "What she said."},
    }
    assert len(first.contents.events) == 5


@pytest.mark.parametrize(
    ("data", "reason"), [(None, "cannot be read (No such file"), (b"PK", "not what was collected")]
)
def test_a_bad_copy_costs_only_itself(taken: Course, data: bytes | None, reason: str) -> None:
    copy = copy_path(taken, "01", "s1", collected(taken, "01").counting["s1"].sha256)
    copy.unlink()
    if data is not None:
        copy.write_bytes(data)
    unread: list[tuple[str, str]] = []
    class_ = [*class_answers(taken, "01", lambda *reason: unread.append(reason))]
    assert [answers.student for answers in class_] == ["s3"]
    ((student, why),) = unread
    assert student == "s1"
    assert reason in why
    assert isinstance(class_[0], Answers)
