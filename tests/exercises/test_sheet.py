"""The laws of the draw: the same for the same student, balanced, and moved little by an edit."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content.prose import Prose
from helpkit.exercises.items import ClassifyItem, ClassifyPart, WritePart
from helpkit.exercises.sheet import TEXT, rank, same_student, sheet
from tests.exercises.samples import FOLDERS, SEED, exercise, key

names = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=4, max_size=30, unique=True)
students = st.text(max_size=12)


def part(items: dict[str, ClassifyItem], take: int = 3) -> ClassifyPart:
    return ClassifyPart(
        id="p",
        kind="choose",
        title=Prose("P"),
        task=Prose("Choose."),
        questions=("risk",),
        take=take,
        items=items,
    )


def plain(ids: list[str], **more: str) -> dict[str, ClassifyItem]:
    return {key: ClassifyItem(text=Prose(key), **more) for key in ids}


@given(names, students)
def test_a_sheet_is_the_items_with_the_smallest_numbers(ids: list[str], student: str) -> None:
    expected = sorted(ids, key=lambda key: rank(SEED, student, key))[:3]
    assert [*sheet(part(plain(ids)), SEED, student)] == expected
    assert sheet(part(plain(ids[::-1])), SEED, student) == sheet(part(plain(ids)), SEED, student)


@given(names, students)
def test_an_item_more_moves_at_most_one(ids: list[str], student: str) -> None:
    before = {*sheet(part(plain(ids[1:])), SEED, student)}
    after = {*sheet(part(plain(ids)), SEED, student)}
    assert after in ({*before}, *({*before, ids[0]} - {gone} for gone in before), {*before, ids[0]})


@given(names, students)
def test_taking_an_unused_item_away_moves_nothing(ids: list[str], student: str) -> None:
    drawn = sheet(part(plain(ids)), SEED, student)
    unused = [key for key in ids if key not in drawn]
    left = [key for key in ids if key != (unused or [""])[0]]
    assert sheet(part(plain(left)), SEED, student) == drawn


@given(names, students)
def test_a_set_is_drawn_as_one_and_every_stratum_gives(ids: list[str], student: str) -> None:
    half = len(ids) // 2
    items = plain(ids[:half], stratum="1") | plain(ids[half:], stratum="2", set="all")
    drawn = {*sheet(part(items, take=1), SEED, student)}
    assert {*ids[half:]} < drawn
    assert len(drawn & {*ids[:half]}) == 1


def test_a_student_is_the_same_however_it_is_typed() -> None:
    assert same_student("  S 12 ") == same_student("s 12") == same_student("\uff33 12")
    assert rank(SEED, "S12 ", "x") == rank(SEED, "s12", "x")
    assert rank(SEED, "s12", "x") != rank(SEED, "s13", "x") != rank("spring", "s13", "x")


def test_the_number_of_an_item_never_changes() -> None:
    """A new version of helpkit must give a student the sheet that was handed out."""
    assert rank("autumn", "s1", "spare-key")[:16] == "da028cb14f1ed904"


def test_free_writing_has_one_item() -> None:
    part = WritePart(
        id="w", kind="write", title=Prose("W"), task=Prose("Write."), low=1, high=2, fields={}
    )
    assert sheet(part, SEED, "s1") == (TEXT,)


@pytest.mark.parametrize(
    ("folder", "name", "size"),
    [(0, "classify", 12), (0, "status-risks", 8), (1, "metaphors", 8), (2, "forms", 8)],
)
def test_sheets_are_half_a_pool_at_most_and_neighbours_differ(
    folder: int, name: str, size: int
) -> None:
    own = exercise(FOLDERS[folder]).parts[name]
    sheets = [frozenset(sheet(own, SEED, f"student-{number}")) for number in range(30)]
    assert {len(keys) for keys in sheets} == {size}
    assert len(own.items) >= 2 * size
    same = sum(first == other for first, other in combinations(sheets, 2))
    assert same < 10
    assert frozenset().union(*sheets) == {*own.items}


def test_every_sheet_of_situations_and_of_metaphors_is_balanced() -> None:
    for folder, name, question in ((0, "classify", "formality"), (1, "metaphors", "picture")):
        own, answers = exercise(FOLDERS[folder]).parts[name], key(FOLDERS[folder]).parts[name]
        for number in range(50):
            drawn = sheet(own, SEED, f"s{number}")
            counts = Counter(answers.items[key].answers[question].value for key in drawn)
            assert len({*counts.values()}) == 1


def test_a_pool_says_nothing_about_what_an_item_is() -> None:
    """Neither the order of a pool nor its sets and strata sort the items by their answer."""
    for folder, name in ((0, "classify"), (0, "status-risks"), (1, "metaphors"), (2, "forms")):
        own, answers = exercise(FOLDERS[folder]).parts[name], key(FOLDERS[folder]).parts[name]
        question = own.questions[0]
        assert [*own.items] == sorted(own.items)
        for label in {(item.stratum, item.set) for item in own.items.values()}:
            inside = [key for key, item in own.items.items() if (item.stratum, item.set) == label]
            values = [answers.items[key].answers[question].value for key in inside]
            assert len({*values}) == len(values)


def test_replace_keeps_the_draw_pure() -> None:
    own = exercise(FOLDERS[0]).parts["classify"]
    assert sheet(own, SEED, "s1") == sheet(replace(own), SEED, "s1")
