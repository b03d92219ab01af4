"""How a lesson is looked at is kept beside the answers, and nobody takes it for one."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content import load
from helpkit.journal import Event, Journal, fold
from helpkit.journal.event import make
from helpkit.journal.lesson_view import LAYOUTS, LESSON_VIEW, Look, look, work
from helpkit.journal.shareable import not_private
from tests.journal.samples import FIELDS

CONTENT = load("en")
SPOTS = [(lesson, key) for lesson, each in CONTENT.activities.items() for key in each]
FIRST = Look(place="", read=[], layout="steps", fold=False)


def looked(item: str, value: Any, lesson: str = "01", **more: Any) -> dict[str, Any]:
    kind = "choice" if item == "read" else "answer"
    fields = {"lesson": lesson, "activity": LESSON_VIEW, "item": item, "value": value}
    return {**fields, "kind": kind, "private": True, **more}


def events(*fields: dict[str, Any]) -> list[Event]:
    return [make(**FIELDS | each, n=n) for n, each in enumerate(fields, start=1)]


def test_nobody_has_looked_yet() -> None:
    assert look(fold([]), "01") == FIRST


def test_the_last_place_and_every_part_once() -> None:
    reading = [looked("read", part) for part in ("a", "b", "a")]
    state = fold(events(looked("place", "a"), *reading, looked("place", "c")))
    assert look(state, "01") == Look(place="c", read=["a", "b"], layout="steps", fold=False)
    assert look(state, "02") == FIRST


@pytest.mark.parametrize("last", ["01", "02", "exercise-01"])
def test_layout_and_fold_are_the_last_of_any_lesson(last: str) -> None:
    other = [lesson for lesson in ("01", "02", "exercise-01") if lesson != last]
    before = [looked("layout", "steps", lesson) for lesson in other]
    state = fold(events(looked("fold", False), *before, looked("layout", "page", last)))
    assert {look(state, lesson).layout for lesson in (last, *other, "06")} == {"page"}
    state = fold(events(looked("fold", True, last), *before))
    assert {look(state, lesson).fold for lesson in (last, *other, "06")} == {True}


@pytest.mark.parametrize("value", ["sideways", 1, None, [], {"steps": "page"}, True])
def test_what_no_lesson_view_writes_is_left_out(value: Any) -> None:
    state = fold(events(looked("layout", value), looked("place", [value]), looked("read", [value])))
    assert look(state, "01") == FIRST


LOOKS = st.one_of(
    st.tuples(st.sampled_from(["place", "read"]), st.sampled_from(["stories-text", "a", "b"])),
    st.tuples(st.just("layout"), st.sampled_from(LAYOUTS)),
    st.tuples(st.just("fold"), st.booleans()),
)
DEEDS: st.SearchStrategy[tuple[Any, ...]] = st.tuples(
    st.sampled_from(SPOTS),
    st.sampled_from(["answer", "choice", "reveal", "reflection", "prediction"]),
    st.sampled_from(["*", "directions", "sent-something", "settled-by-text", "option", "moves"]),
    st.sampled_from(["formal", "ask", 3, [], None]),
)


def done(fields: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """The activities that are done, in all lessons."""
    state = fold(events(*fields))
    activities = ((spot, CONTENT.activities[spot[0]][spot[1]]) for spot in SPOTS)
    return {spot for spot, each in activities if each.is_done(state.of(*spot), CONTENT)}


@given(st.lists(st.one_of(LOOKS, DEEDS), max_size=12))
def test_looking_never_makes_anything_done_or_undone(steps: list[tuple[Any, ...]]) -> None:
    fields, deeds = [], []
    for step in steps:
        if len(step) == 2:
            fields.append(looked(*step))
        else:
            (lesson, key), kind, item, value = step
            deeds.append(
                {"lesson": lesson, "activity": key, "kind": kind, "item": item, "value": value}
            )
            fields.append(deeds[-1])
    assert done(fields) == done(deeds)


@given(st.lists(LOOKS, max_size=6))
def test_nothing_of_it_leaves(looks: list[tuple[str, Any]]) -> None:
    mine = events({"item": "directions"}, *(looked(*each) for each in looks))
    assert not_private(mine) == work(mine) == mine[:1]


def test_no_activity_has_its_name() -> None:
    assert LESSON_VIEW not in {key for _, key in SPOTS}


def test_what_was_lost_and_put_back_counts_answers_only(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.record(activity=LESSON_VIEW, item="place", value="a", private=True)
    journal.record(activity="formality", item="directions", value="formal")
    journal.segment.unlink()
    journal.record(activity="formality", item="plumber", value="formal")
    notices = {notice.id: notice.values for notice in journal.notices()}
    assert notices["put-back"]["count"] == 1
    assert len(Journal(tmp_path).events()) == 3
