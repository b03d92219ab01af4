"""Accepted answers earn as much as ours, each question on its own, a family earns half."""

from pathlib import Path

import pytest

from helpkit.content import languages, load
from helpkit.teacher.grading.item_result import ItemResult
from tests.exercises.samples import FOLDERS, graded, key
from tests.paths import ROOT

CLASSIFY = key(FOLDERS[0]).parts["classify"].items
FORMS = key(FOLDERS[2]).parts["forms"].items


def rows(folder: Path, part: str, item: str, **answers: object) -> list[ItemResult]:
    results = graded(folder, {part: answers}, given={part: (item,)})
    return [row for row in results if row.part == part]


@pytest.mark.parametrize("item", CLASSIFY)
def test_every_accepted_criterion_earns_as_much_as_ours(item: str) -> None:
    own = CLASSIFY[item].answers
    for criterion in (own["criterion"].value, *own["criterion"].accepted):
        answers = {item: own["formality"].value, f"{item}.criterion": criterion}
        results = rows(FOLDERS[0], "classify", item, **answers)
        assert [row.points for row in results] == [1.0, 0.5]
        assert results[1].state == ("right" if criterion == own["criterion"].value else "accepted")


def test_each_question_counts_on_its_own() -> None:
    answers = {"spare-key": "formal", "spare-key.criterion": "helper"}
    first, second = rows(FOLDERS[0], "classify", "spare-key", **answers)
    assert (first.points, second.points) == (0, 0.5)
    assert (first.message, second.message) == ("profession-is-formal", "right")
    (_, alone) = rows(FOLDERS[0], "classify", "spare-key", **{"spare-key.criterion": "helper"})
    assert (alone.points, alone.message) == (0.5, "right")


def test_the_right_main_form_earns_half() -> None:
    (row,) = rows(FOLDERS[2], "forms", "heaviest", heaviest="diagnostic_causes")
    assert (row.points, row.state, row.message) == (0.5, "partial", "family")
    (row,) = rows(FOLDERS[2], "forms", "heaviest", heaviest="pure")
    assert (row.points, row.state, row.message) == (0, "wrong", "steers-already")
    (row,) = rows(FOLDERS[2], "forms", "ill-do-it", **{"ill-do-it": "withdraw"})
    assert (row.points, row.state, row.message) == (0.5, "partial", "no-inquiry")
    (row,) = rows(FOLDERS[2], "forms", "not-my-desk", **{"not-my-desk": "telling"})
    assert (row.points, row.state, row.message) == (1, "accepted", "accepted")


def test_a_hand_in_of_nothing_has_no_rows_of_items() -> None:
    assert rows(FOLDERS[2], "forms", "heaviest")[0].state == "blank"
    assert {row.part for row in graded(FOLDERS[0], {}, given={"other": ("x",)})} == {"reflection"}


@pytest.mark.parametrize("language", languages())
def test_every_general_sentence_is_used(language: str) -> None:
    folder = ROOT / "helpkit" / "teacher" / "grading"
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    assert [name for name in load(language).ui["grading"] if f'"{name}"' not in code] == []
