"""The laws of comparing: an accepted answer never differs, a contested one is never scored."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.outcomes.verdict import (
    DIRECTIVENESS,
    Verdict,
    beside,
    dispute,
    readings,
    word_beside,
    word_reading,
)
from helpkit.activities.sort.activity import SortActivity
from helpkit.content import load
from helpkit.content.prose import CONTESTED, Confidence, Prose, Reading
from helpkit.content.types import Word

VALUES = ("informal", "semi_formal", "formal", CONTESTED)
CONFIDENCE: tuple[Confidence, ...] = ("in_text", "implied", "by_criterion", "judgement")


@st.composite
def some_readings(draw: st.DrawFn, values: tuple[str, ...] = VALUES) -> Reading:
    """A reading whose accepted others are others."""
    value = draw(st.sampled_from(values))
    others = [other for other in values if other != value]
    accepted = draw(st.lists(st.sampled_from(others), unique=True))
    confidence = draw(st.sampled_from(CONFIDENCE))
    return Reading(
        value=value, accepted=tuple(accepted), confidence=confidence, reason=Prose("Because.")
    )


answers = st.none() | st.sampled_from(VALUES)
words = st.builds(
    Word,
    id=st.just("guiding"),
    source=st.just("W14"),
    role=st.just("mixed"),
    work=st.just("both"),
    directiveness=st.integers(0, 4),
    word=st.just(Prose("guiding")),
    reason=st.just(Prose("Side by side.")),
)


@given(some_readings(), st.sampled_from(VALUES))
def test_what_is_ours_or_accepted_never_differs(reading: Reading, answer: str) -> None:
    fits = answer == reading.value or answer in reading.accepted
    assert (beside(answer, reading).state == "differs") == (not fits and not reading.contested)


@given(some_readings(), answers)
def test_contested_is_never_scored(reading: Reading, answer: str | None) -> None:
    contested = replace(reading, value=CONTESTED)
    assert beside(answer, contested).state in {"contested", "unanswered"}
    assert beside(answer, contested).steps == 0


@given(some_readings(), answers)
def test_only_no_answer_is_unanswered(reading: Reading, answer: str | None) -> None:
    assert (beside(answer, reading).state == "unanswered") == (answer is None)


@given(st.lists(st.tuples(some_readings(), answers)))
def test_contested_comes_first_answered_or_not(pairs: list[tuple[Reading, str | None]]) -> None:
    ranked = sorted(
        pairs, key=lambda reading: dispute(beside(reading[1], reading[0]), reading[0]), reverse=True
    )
    contested = [reading.contested for reading, _ in ranked]
    assert contested == sorted(contested, reverse=True)


@given(some_readings(), some_readings())
def test_differing_is_more_to_talk_about_than_agreeing(reading: Reading, other: Reading) -> None:
    same = replace(reading, value="formal", accepted=("informal",))
    differs = replace(other, value="formal", accepted=())
    assert dispute(beside("informal", differs), differs) > dispute(beside("informal", same), same)
    assert dispute(beside("informal", same), same) > dispute(beside("formal", same), same)


def test_among_equals_the_least_firm_reading_comes_first() -> None:
    reading = Reading(value="formal", confidence="in_text", reason=Prose("It says so."))
    ranked = [dispute(Verdict("same"), replace(reading, confidence=c)) for c in CONFIDENCE]
    assert ranked == sorted(ranked)
    assert ranked[0] < ranked[-1]


@given(words, st.sampled_from(DIRECTIVENESS))
def test_a_word_is_judged_by_its_distance(word: Word, answer: str) -> None:
    steps = abs(int(answer) - word.directiveness)
    verdict = word_beside(answer, word)
    assert verdict.steps == steps
    assert verdict.state == ("same" if not steps else "accepted" if steps == 1 else "differs")


@given(words, st.sampled_from(DIRECTIVENESS), st.sampled_from(DIRECTIVENESS))
def test_words_most_different_first(word: Word, activity: str, other: str) -> None:
    reading = word_reading(word)
    first, second = word_beside(activity, word), word_beside(other, word)
    if first.steps > second.steps:
        assert dispute(first, reading) > dispute(second, reading)


@given(st.sampled_from(DIRECTIVENESS), st.sampled_from(DIRECTIVENESS))
def test_distance_is_the_same_from_both_sides(activity: str, other: str) -> None:
    def read(value: str) -> Reading:
        return Reading(value=value, confidence="judgement", reason=Prose("So it seems."))

    there = beside(activity, read(other), DIRECTIVENESS)
    assert there.steps == beside(other, read(activity), DIRECTIVENESS).steps


def sorts() -> dict[str, SortActivity]:
    every = load("en").activities["01"]
    return {key: activity for key, activity in every.items() if isinstance(activity, SortActivity)}


@pytest.mark.parametrize("key", sorts())
def test_every_card_of_every_sort_has_a_reading(key: str) -> None:
    activity, content = sorts()[key], load("en")
    cards = activity.deck_in(content)
    assert tuple(readings(activity, content)) == cards
    assert len(set(cards)) == len(cards)


def test_the_whole_deck_is_the_table_without_the_practice_cards() -> None:
    assert len(sorts()["formality"].deck_in(load("en"))) == 26
    assert len(sorts()["words"].deck_in(load("en"))) == 27


def test_readings_of_its_own_come_before_those_of_the_cards() -> None:
    ours = readings(sorts()["which-criterion"], load("en"))
    assert ours["directions"].value == "payment"
