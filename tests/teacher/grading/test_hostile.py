"""Answers come from strangers: whatever they are, every item has its row, and nothing is raised."""

from collections.abc import Mapping
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.exercises.parts.ledger.numbers import number
from helpkit.exercises.sheet import TEXT
from helpkit.teacher.grading.grader import AnsweredSheet, grade
from helpkit.teacher.grading.item_result import as_bytes
from tests.exercises.samples import CONTENT, FOLDERS, SEED, exercise, graded, issued, key, reference

every_exercise = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)

NESTED: list[Any] = []
for _ in range(2000):
    NESTED = [NESTED]
HOSTILE: list[Any] = [
    nan,
    inf,
    -inf,
    10**400,
    -(10**400),
    1e308,
    True,
    b"informal",
    {"value": "informal"},
    {"edition": 10**5000, "with": "proud", "said": []},
    {"edition": True, "with": "", "said": []},
    {"edition": -1, "with": "proud", "said": ["listen"]},
    {"edition": 2, "with": ["proud"], "said": ["listen"]},
    {"edition": 2, "with": "../proud", "said": ["listen"]},
    {"edition": 2, "with": "proud", "said": ["listen"] * 100_000},
    {"edition": 2, "with": "proud", "said": [["listen"]]},
    {"edition": 2, "with": "proud", "said": "listen"},
    {"edition": 2, "with": "proud", "said": [], "points": 2},
    {},
    [[]],
    NESTED,
    ["a"] * 100_000,
    ["a", 1],
    "x" * 1_000_000,
    "\x00\ud800",
    "=1+1",
    "<script>alert(1)</script>",
    "[" * 50_000,
    "a.b." * 10_000 + " = 1",
    "1" * 5000,
    object(),
]


def names(folder: Path) -> list[tuple[str, str]]:
    """Every part with every id under which its answers stand."""
    return [(part, item) for part, own in reference(folder).items() for item in own]


@every_exercise
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_answer_scores_nothing_and_has_a_message(folder: Path, value: Any) -> None:
    answers: dict[str, dict[str, object]] = {}
    for part, item in names(folder):
        answers.setdefault(part, {})[item] = value
    rows = graded(folder, answers)
    assert len(rows) == len(graded(folder, {}))
    for row in rows:
        assert not row.points
        assert row.message
        assert row.state in ("invalid", "wrong", "blank", "ungraded")
    assert as_bytes(rows)


@every_exercise
@pytest.mark.parametrize("value", [None, [], "text", 7, nan])
def test_a_part_that_holds_no_answers_is_blank(folder: Path, value: Any) -> None:
    blank = graded(folder, {})
    assert graded(folder, dict.fromkeys(exercise(folder).parts, value)) == blank


anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@every_exercise
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_anything_at_all_is_graded(folder: Path, data: st.DataObject) -> None:
    known = st.sampled_from([item for _, item in names(folder)])
    answers = st.dictionaries(known | st.text(), anything, max_size=12)
    handed: Mapping[str, Any] = data.draw(
        st.dictionaries(st.sampled_from([*exercise(folder).parts, "other"]), answers | anything)
    )
    given_items = data.draw(
        st.fixed_dictionaries(
            {part: st.lists(st.text() | known, max_size=6) for part in exercise(folder).parts}
        )
    )
    sheet_ = AnsweredSheet(data.draw(st.text(max_size=20)), SEED, given_items, handed)
    rows = grade(sheet_, exercise(folder), key(folder), CONTENT)
    assert rows == grade(sheet_, exercise(folder), key(folder), CONTENT)
    assert all(row.points is None or 0 <= row.points <= row.of for row in rows)
    assert as_bytes(rows)


@every_exercise
def test_an_item_that_is_not_in_the_pool_earns_nothing_and_costs_no_other(folder: Path) -> None:
    honest = issued(folder, "s1")
    forged = {part: (*items, "of-my-own", items[0]) for part, items in honest.items()}
    rows = graded(folder, reference(folder), given=forged)
    foreign = [row for row in rows if row.item.startswith("of-my-own")]
    assert {row.message for row in foreign} <= {"not-in-pool"}
    assert [row for row in rows if row not in foreign] == [*graded(folder, reference(folder))]


def test_a_scene_that_is_too_long_is_not_read() -> None:
    folder = FOLDERS[-1]
    text = str(reference(folder)["build"][TEXT]) + "#" * 60_000
    rows = [row for row in graded(folder, {"build": {TEXT: text}}) if row.part == "build"]
    assert {row.message for row in rows} == {"no-text"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("-1,5", -1.5), ("−1.5", -1.5), (" 3 ", 3.0), (3, 3.0), (2.5, 2.5), ("0", 0.0)],
)
def test_a_number_as_it_is_typed(typed: object, meant: float) -> None:
    assert number(typed) == meant


@pytest.mark.parametrize("typed", ["1e9", "٣", "1.2.3", "", "nan", "--1", True, None, [1], nan])
def test_what_is_no_number(typed: object) -> None:
    assert number(typed) is None
