"""What was done with pairs, stories, gates and a choice is counted from the journal alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.outcomes.deeds import Change, Deed, changes, deed
from helpkit.content import load
from helpkit.journal import Journal

EN = load("en")
MINE = EN.activities["01"]


def recorded(folder: Path, activity: str, *events: Mapping[str, Any]) -> Journal:
    made = Journal(folder, lesson="01", language="en")
    for event in events:
        made.record(activity=activity, **event)
    return made


def looked(journal: Journal, activity: str) -> tuple[Deed | None, list[Change]]:
    done = journal.state().of("01", activity)
    return deed(MINE[activity], EN, done), list(changes(MINE[activity], EN, done))


@pytest.mark.parametrize("activity", ["flip", "case-file", "gates", "a-colleague-stuck"])
def test_nothing_done_is_no_deed(tmp_path: Path, activity: str) -> None:
    assert looked(recorded(tmp_path, activity), activity) == (None, [])


def test_pairs_count_what_was_answered_shown_and_alike(tmp_path: Path) -> None:
    journal = recorded(
        tmp_path,
        "flip",
        {"item": "the-sink", "value": "payment"},
        {"item": "the-sink", "kind": "reveal", "value": None},
        {"item": "the-coach", "value": "helper"},
        {"item": "the-coach", "kind": "reveal", "value": None},
        {"item": "the-coach", "value": "payment"},
        {"item": "the-outsider", "value": "helper"},
    )
    pairs, moved = looked(journal, "flip")
    assert pairs == Deed("pairs", MINE["flip"].title, 3, 6, shown=2, alike=2)
    first, now = EN.criteria["helper"].name, EN.criteria["payment"].name
    assert moved == [Change(MINE["flip"].pairs["the-coach"].before, first, now)]  # type: ignore[attr-defined]


def test_stories_count_those_that_were_only_read(tmp_path: Path) -> None:
    journal = recorded(
        tmp_path,
        "case-file",
        {"item": "pills-not-taken", "value": EN.cases["pills-not-taken"].risk},
        {"item": "pills-not-taken", "kind": "reveal", "value": None},
        {"item": "five-kilometres", "kind": "choice", "value": "read"},
    )
    stories, _ = looked(journal, "case-file")
    assert stories == Deed("stories", MINE["case-file"].title, 2, 8, shown=1, alike=1)


def test_a_choice_says_what_was_chosen_last_and_first(tmp_path: Path) -> None:
    picks = [{"item": "option", "kind": "choice", "value": key} for key in ("tell", "ask")]
    choice, moved = looked(recorded(tmp_path, "a-colleague-stuck", *picks), "a-colleague-stuck")
    labels = MINE["a-colleague-stuck"].options  # type: ignore[attr-defined]
    assert choice
    assert choice.label == labels["ask"].label
    assert [(it.first, it.now) for it in moved] == [(labels["tell"].label, labels["ask"].label)]


def test_the_recap_leaves_out_no_kind_of_work_in_the_lesson() -> None:
    recap = MINE["recap"]
    core = list(MINE)[: list(MINE).index("recap")]
    named = {*recap.predictions, *recap.sorts, *recap.others, recap.message, recap.reflection}  # type: ignore[attr-defined]
    assert named == {*core}
