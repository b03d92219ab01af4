"""A thousand hand-ins made in bad faith cost nobody anything, and each is told with its reason."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import HandInError
from helpkit.exercises import submission as hand_in
from helpkit.exercises.submission.display import is_name
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import read_index
from helpkit.teacher.course.course import read_course
from tests.teacher.hostile import BY_HAND, GOOD, by_chance, sealed
from tests.teacher.samples import answers, handed, tree

COUNT: Final = 1000


def is_one_line(reason: str) -> bool:
    return is_name(reason) and len(reason) < 400


@pytest.mark.parametrize("name", [name for name in BY_HAND if name != "another exercise"])
def test_each_is_refused_with_its_reason(name: str) -> None:
    make, reason = BY_HAND[name]
    with pytest.raises(HandInError) as refused:
        hand_in.read(make())
    assert reason in str(refused.value)
    assert is_one_line(str(refused.value))


def test_a_thousand_cost_nobody_anything(course: Path, downloads: Path) -> None:
    honest = {"s1": handed("s1"), "s3": handed("s3")}
    for student, data in honest.items():
        (downloads / f"01-handin-{student}.zip").write_bytes(data)
    spoiled = [*(make() for make, _ in BY_HAND.values()), *by_chance(COUNT - len(BY_HAND))]
    for number, data in enumerate(spoiled):
        (downloads / f"01-handin-x{number}.zip").write_bytes(data)
    outside = tree(downloads)
    collection = collect(read_course(course), "01", downloads)
    assert {
        each.student: each.sha256 for each in collection.submissions if each.student != "s2"
    } == {student: sha256(data).hexdigest() for student, data in honest.items()}
    # Some spoiled bytes do not matter, and what is left is an honest hand-in of s2.
    taken = {each.source for each in collection.unmatched} | _sources(course)
    listed = {each.source for each in collection.refused} | taken
    assert listed == {*outside}
    assert len(collection.refused) > COUNT * 0.8
    assert all(is_one_line(each.refused) for each in collection.refused)
    reasons = "\n".join(each.refused for each in collection.refused)
    assert all(reason in reasons for _, reason in BY_HAND.values())
    assert tree(downloads) == outside
    assert {path.name for path in course.parent.iterdir()} == {"course", "downloads"}
    inside = {path.parts[0] for path in map(Path, tree(course / "collected" / "01"))}
    assert inside <= {"collected.jsonl", "s1", "s2", "s3", "_unmatched"}


def _sources(course: Path) -> set[str]:
    return {each.source for each in read_index(read_course(course), "01") if not each.refused}


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read(data)


@settings(deadline=None)
@given(st.data())
def test_an_honest_one_with_any_bytes_in_it(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GOOD)))
    to = data.draw(st.integers(at, min(len(GOOD), at + 40)))
    _read(GOOD[:at] + data.draw(st.binary(max_size=40)) + GOOD[to:])


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_lines_under_a_right_hash(lines: bytes) -> None:
    _read(sealed(lines))


def _read(data: bytes) -> None:
    with suppress(HandInError):
        assert {event.lesson for event in hand_in.read(data).events} <= {"01", "exercise-01"}


@pytest.mark.parametrize("name", ["محمد علي", "שלום", "Zoë", "=cmd()", "李", "o’Neil; drop"])
def test_a_name_in_any_script_is_taken(name: str) -> None:
    data = hand_in.make(answers(), exercise="01", student=name, language="en", issued=[])
    assert hand_in.read(data).student == name
    assert hand_in.file_name("01", name).isascii()
