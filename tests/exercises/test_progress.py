"""Which answers a part asks for: those that are graded, no more and no fewer."""

from pathlib import Path

import pytest

from helpkit.exercises.items import LedgerPart, ScenePart
from helpkit.exercises.progress import answered, asked
from tests.exercises.samples import FOLDERS, exercise, issued, parts, reference

every_part = pytest.mark.parametrize(("folder", "name"), parts())


@every_part
def test_whoever_knows_it_all_has_answered_all(folder: Path, name: str) -> None:
    part, mine = exercise(folder).parts[name], issued(folder, "s1")[name]
    answers = reference(folder)[name]
    assert [*answered(part, mine, answers)] == [*asked(part, mine)]
    assert {*asked(part, mine)} <= answers.keys()


@every_part
def test_blanks_do_not_count(folder: Path, name: str) -> None:
    part, mine = exercise(folder).parts[name], issued(folder, "s1")[name]
    blanks: tuple[object, ...] = (None, "", "  \n", [])
    for blank in blanks:
        assert not answered(part, mine, dict.fromkeys(asked(part, mine), blank))
    assert len(answered(part, mine, dict.fromkeys(asked(part, mine), 0))) == len(asked(part, mine))


def test_how_many_there_are() -> None:
    counts = {
        name: len(asked(part, issued(folder, "s1")[name]))
        for folder in FOLDERS
        for name, part in exercise(folder).parts.items()
    }
    assert counts == {
        "classify": 24,
        "status-risks": 8,
        "reflection": 4,
        "metaphors": 8,
        "ledger": 7,
        "rewrite": 4,
        "reach": 4,
        "forms": 8,
        "build": 1,
    }
    assert any(isinstance(value, ScenePart) for value in exercise(FOLDERS[2]).parts.values())


@pytest.mark.parametrize(("typed", "counts"), [("2,5", True), ("-1", True), ("a lot", False)])
def test_what_is_no_number_is_no_answer_where_one_is_asked_for(typed: str, counts: bool) -> None:
    part, mine = next(
        (exercise(folder).parts[name], issued(folder, "s1")[name])
        for folder, name in ((path, name) for path in FOLDERS for name in exercise(path).parts)
        if isinstance(exercise(folder).parts[name], LedgerPart)
    )
    balance = next(spot for spot in asked(part, mine) if spot not in part.items)
    assert (balance in answered(part, mine, {balance: typed})) == counts
