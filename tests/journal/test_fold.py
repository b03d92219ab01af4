"""The rules of State, one by one, and the laws that hold for any events."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.journal import ActivityState, Event, State, fold
from tests.journal.samples import event, events, few

LESSON, ACTIVITY = "01", "formality"


def state(*happened: dict[str, object]) -> ActivityState:
    """The state after events at 22:00, 22:01, 22:02 ..."""
    at = [f"2026-11-23T22:{minute:02}:00.000Z" for minute in range(len(happened))]
    made = [event(**{"at": when, **fields}) for when, fields in zip(at, happened, strict=True)]
    return fold(made).of(LESSON, ACTIVITY)


def does(kind: str, value: object = None, item: str = "a") -> dict[str, object]:
    return {"kind": kind, "value": value, "item": item}


def test_where_nothing_was_done_the_state_is_empty() -> None:
    assert State().of("09", "nowhere") == ActivityState()
    assert fold([event()]).of("09", "nowhere") == ActivityState()


def test_lessons_and_activities_are_apart() -> None:
    made = fold([event(), event(lesson="02", value=2), event(activity="other", value=3)])
    assert made.of("01", "formality").answers == {"directions": "informal"}
    assert made.of("02", "formality").answers == {"directions": 2}
    assert made.of("01", "other").answers == {"directions": 3}
    assert set(made.activities) == {("01", "formality"), ("02", "formality"), ("01", "other")}


def test_the_first_prediction_wins_and_survives_a_reset() -> None:
    after = state(does("prediction", 1), does("reset", item="*"), does("prediction", 2))
    assert after.predictions["a"].value == 1


def test_the_last_answer_wins_with_its_time() -> None:
    after = state(does("answer", 1), does("answer", 2))
    assert after.answers == {"a": 2}
    assert after.answered_at == {"a": "2026-11-23T22:01:00.000Z"}


def test_null_takes_an_answer_away() -> None:
    after = state(does("answer", 1), does("answer", None), does("answer", None, "b"))
    assert (after.answers, after.answered_at, after.answer_order) == ({}, {}, {})


@pytest.mark.parametrize("value", [False, 0, "", []])
def test_an_empty_answer_is_an_answer(value: object) -> None:
    assert state(does("answer", value)).answers == {"a": value}


def test_the_first_reveal_keeps_the_answer_that_stood() -> None:
    after = state(does("answer", 1), does("reveal"), does("answer", 2), does("reveal"))
    assert after.reveals == {"a": 1}
    assert after.answers == {"a": 2}


def test_a_reveal_before_any_answer_keeps_none() -> None:
    assert state(does("reveal"), does("answer", 1), does("reveal")).reveals == {"a": None}


def test_a_reveal_of_everything_keeps_every_answer_that_stood() -> None:
    after = state(
        does("answer", 1),
        does("answer", 2, "b"),
        does("reveal", item="b"),
        does("answer", 3, "b"),
        does("reveal", item="*"),
        does("answer", 4),
    )
    assert after.reveals == {"a": 1, "b": 2, "*": None}


def test_all_choices_stand_in_order() -> None:
    assert state(does("choice", 2), does("choice", 1), does("choice", 2)).choices == {
        "a": (2, 1, 2)
    }


def test_the_last_reflection_wins() -> None:
    assert state(does("reflection", "x"), does("reflection", "y")).reflections["a"].value == "y"


def test_the_last_vote_of_a_round_wins() -> None:
    votes = [(1, "x"), (2, "y"), (1, "z")]
    after = state(*(does("vote", {"round": number, "value": value}) for number, value in votes))
    assert after.votes == {("a", 1): "z", ("a", 2): "y"}


def everything(item: str) -> list[dict[str, object]]:
    vote = {"round": 1, "value": "v"}
    kinds = ("prediction", "answer", "reveal", "choice", "reflection", "share", "hand_in")
    return [*(does(kind, "x", item) for kind in kinds), does("vote", vote, item)]


def test_a_reset_of_an_item_clears_that_item_alone() -> None:
    after = state(*everything("a"), *everything("b"), does("reset"))
    assert after.answers == after.reveals == {"b": "x"}
    assert after.choices == {"b": ("x",)}
    assert set(after.answered_at) == set(after.answer_order) == set(after.reflections) == {"b"}
    assert after.votes == {("b", 1): "v"}
    assert set(after.predictions) == {"a", "b"}
    assert len(after.shares) == len(after.hand_ins) == 2


def test_a_reset_of_the_activity_clears_what_came_before_and_nothing_else() -> None:
    before = state(*everything("a"), *everything("b"))
    after = state(*everything("a"), *everything("b"), does("reset", item="*"), does("answer", 1))
    assert after == ActivityState(
        predictions=before.predictions,
        shares=before.shares,
        hand_ins=before.hand_ins,
        answers={"a": 1},
        answered_at={"a": "2026-11-23T22:17:00.000Z"},
    )


@given(st.lists(events()), events(items=few))
def test_one_event_more_touches_no_other_item(before: list[Event], more: Event) -> None:
    old, new = fold(before), fold([*before, more])
    for key in old.activities:
        for field in ("answers", "answered_at", "reveals", "choices", "reflections", "predictions"):
            was, now = getattr(old.of(*key), field), getattr(new.of(*key), field)
            others = was.keys() - {more.item if key == (more.lesson, more.activity) else None}
            assert {item: now[item] for item in others} == {item: was[item] for item in others}


@given(st.lists(events()), st.lists(events()))
def test_predictions_shares_and_hand_ins_stay_for_ever(
    before: list[Event], more: list[Event]
) -> None:
    old, new = fold(before), fold([*before, *more])
    for key, was in old.activities.items():
        now = new.of(*key)
        assert was.predictions.items() <= now.predictions.items()
        assert was.shares == now.shares[: len(was.shares)]
        assert was.hand_ins == now.hand_ins[: len(was.hand_ins)]


@given(st.lists(events()))
def test_activities_fold_apart(happened: list[Event]) -> None:
    whole = fold(happened)
    for lesson, activity in whole.activities:
        alone = [e for e in happened if (e.lesson, e.activity) == (lesson, activity)]
        assert fold(alone).of(lesson, activity) == whole.of(lesson, activity)
