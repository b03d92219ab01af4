"""Arithmetic with numbers of one’s own: what is typed stays and is not called right or wrong."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content import load
from helpkit.content.activity import Activity
from helpkit.errors import HelpkitError
from helpkit.exercises.parts.ledger.evenings import BOTH, IMPOSSIBLE, evening, fewest
from helpkit.exercises.parts.ledger.numbers import LONGEST_NUMBER, number, thanks
from helpkit.exercises.parts.ledger.widget import LedgerSheet
from helpkit.journal import Journal
from helpkit.models.ledger import Give
from tests.activities.lesson_widget import event, on_disk
from tests.exercises.samples import FOLDERS, SEED, exercise, graded, reference

BALANCES = [f"{name}-evening.{who}" for name in ("first", "second", "third") for who in "ab"]
THANKS = "enough-thanks"
STUDENTS = [f"s{number}" for number in range(30)]


def ledger(folder: Path, student: str = "s1", language: str = "en") -> LedgerSheet:
    part = exercise(FOLDERS[1], language).parts["ledger"]
    activity = Activity(id=part.id, kind=part.kind, title=part.title, intro=part.task, minutes=0)
    journal = Journal(folder, lesson="exercise-02", language=language)
    return LedgerSheet(activity, load(language), journal, part=part, seed=SEED, student=student)


def typed(widget: LedgerSheet, spot: str) -> str:
    return str(widget.state["answers"].get(spot, {}).get("typed", ""))


def test_without_a_student_there_is_nothing_and_nothing_is_taken(tmp_path: Path) -> None:
    widget = ledger(tmp_path, student="")
    assert widget.view["items"] == []
    assert widget.state == {"answers": {}, "done": 0, "of": 0}
    with pytest.raises(HelpkitError):
        widget.handle(event("answer", BALANCES[0], "1"))
    widget.for_student(SEED, "s1")
    assert widget.view == ledger(tmp_path).view
    assert widget.state["of"] == 7
    widget.handle(event("answer", BALANCES[0], "1"))
    assert widget.state["done"] == 1


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("student", STUDENTS)
def test_the_evenings_are_those_that_are_graded(
    tmp_path: Path, student: str, language: str
) -> None:
    part = exercise(FOLDERS[1], language).parts["ledger"]
    mark = "," if language == "nl" else "."
    for shown in ledger(tmp_path, student, language).view["items"]:
        drawn = evening(part.items[shown["id"]], shown["id"], SEED, student)
        assert shown["factor"] == f"{drawn.inflation:g}".replace(".", mark)
        assert [step["by"] for step in shown["moves"]] == [move.by for move in drawn.moves]
        assert all({step["by"], step["to"]} == {*BOTH} for step in shown["moves"])
        for step, move in zip(shown["moves"], drawn.moves, strict=True):
            gives = isinstance(move, Give)
            assert step["does"] == ("gives" if gives else "thanks")
            assert step["value"] == (f"{move.value:g}" if isinstance(move, Give) else "")


@pytest.mark.parametrize("student", STUDENTS[:10])
def test_what_is_typed_is_what_the_marks_read(tmp_path: Path, student: str) -> None:
    """The reference solution, typed as a Dutch student types, gets full marks from the journal."""
    widget = ledger(tmp_path, student, "nl")
    asked = {spot["id"] for item in widget.view["items"] for spot in item["spots"]}
    right = reference(FOLDERS[1], student)["ledger"]
    assert asked == {*right} == {*BALANCES, THANKS}
    for spot, value in right.items():
        text = str(round(value, 4) if isinstance(value, float) else value).replace(".", ",")
        widget.handle(event("answer", spot, text))
        assert typed(ledger(tmp_path, student), spot) == text
    assert (widget.state["done"], widget.state["of"]) == (7, 7)
    answers = Journal(tmp_path).state().of("exercise-02", "ledger").answers
    rows = [each for each in graded(FOLDERS[1], {"ledger": answers}, student)]
    assert {row.state for row in rows if row.part == "ledger"} == {"right"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2,5", ""),
        ("2.5", ""),
        ("−1,5", ""),
        ("-0", ""),
        ("two", "no-number"),
        ("1.000,5", "no-number"),
        ("=1+1", "no-number"),
        ("12345678", "no-number"),
        ("{typed}", "no-number"),
        ("<img src=x onerror=alert(1)>", "no-number"),
    ],
)
def test_what_is_no_number_is_told_and_kept(tmp_path: Path, text: str, problem: str) -> None:
    widget = ledger(tmp_path)
    widget.handle(event("answer", BALANCES[0], text))
    again = ledger(tmp_path)
    assert again.state["answers"] == {BALANCES[0]: {"typed": text, "problem": problem}}
    assert again.state["done"] == (not problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("0", ""),
        ("3", ""),
        (IMPOSSIBLE, ""),
        ("2,5", "no-thanks-number"),
        ("-1", "no-thanks-number"),
        ("kan niet", "no-thanks-number"),
    ],
)
def test_thanks_are_counted_or_impossible(tmp_path: Path, text: str, problem: str) -> None:
    widget = ledger(tmp_path)
    widget.handle(event("answer", THANKS, text))
    assert widget.state["answers"][THANKS] == {"typed": text, "problem": problem}


def test_nothing_in_the_widget_says_what_is_right(tmp_path: Path) -> None:
    """The state is the same for a right answer and for a wrong one of the same length."""
    part = exercise(FOLDERS[1]).parts["ledger"]
    right = fewest(evening(part.items[THANKS], THANKS, SEED, "s1"))
    states = []
    for answer in ("0", "1", "2", "3", "4", IMPOSSIBLE):
        widget = ledger(tmp_path)
        widget.handle(event("answer", THANKS, answer))
        states.append(
            {**widget.state, "answers": {THANKS: widget.state["answers"][THANKS]["problem"]}}
        )
        assert widget.view == ledger(tmp_path).view
    assert right in (0, 1, 2, 3, 4, IMPOSSIBLE)
    assert all(state == states[0] for state in states)


def test_an_answer_for_the_numbers_of_another_is_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="exercise-02")
    for student, spot in (("s2", BALANCES[0]), ("s1", BALANCES[1]), ("s2", BALANCES[2])):
        journal.events()  # nobody writes in two kernels within one millisecond
        journal.record(activity="start", item="student", value=student)
        ledger(tmp_path, student).handle(event("answer", spot, "1"))
    shown = ledger(tmp_path, " S1 ").state
    problems = {spot: answer["problem"] for spot, answer in shown["answers"].items()}
    assert problems == {
        BALANCES[0]: "other-numbers",
        BALANCES[1]: "",
        BALANCES[2]: "other-numbers",
    }
    assert shown["done"] == 1


def test_the_last_answer_stands_and_an_emptied_field_is_empty(tmp_path: Path) -> None:
    widget = ledger(tmp_path)
    for value in ("1", "2", None):
        widget.handle(event("answer", BALANCES[1], value))
    assert widget.state["answers"] == {}
    assert [each.value for each in on_disk(tmp_path)] == ["1", "2", None]


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "first-evening", "1"),
        event("answer", "first-evening.A", "1"),
        event("answer", "no-such.a", "1"),
        event("answer", [BALANCES[0]], "1"),
        event("answer", BALANCES[0], 1),
        event("answer", BALANCES[0], True),
        event("answer", BALANCES[0], ""),
        event("answer", BALANCES[0], "  "),
        event("answer", BALANCES[0], ["1"]),
        event("answer", BALANCES[0], "1" * (LONGEST_NUMBER + 1)),
        event("answer", BALANCES[0], "\ud800"),
        event("reflection", BALANCES[0], "1"),
        event("answer", BALANCES[0], "1", activity="another"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = ledger(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == []
    assert widget.state["answers"] == {}


@pytest.mark.parametrize("value", [True, [1], {"a": 1}, 10**400, "x" * 100, 2.5, -3])
def test_what_another_helpkit_wrote_is_shown_if_it_can_be_read(tmp_path: Path, value: Any) -> None:
    journal = Journal(tmp_path, lesson="exercise-02")
    journal.record(activity="ledger", item=BALANCES[0], value=value)
    shown = {2.5: "2.5", -3: "−3"}.get(value, "") if isinstance(value, int | float) else ""
    assert typed(ledger(tmp_path), BALANCES[0]) == ("" if value is True else shown)


@given(st.text(max_size=50))
def test_the_field_and_the_marks_agree_on_every_text(text: str) -> None:
    known = thanks(text)
    assert known is None or known == IMPOSSIBLE or known == number(text)
    if (value := number(text)) is not None:
        assert len(text) <= LONGEST_NUMBER
        assert value == float(text.strip().replace(",", ".").replace("−", "-"))
