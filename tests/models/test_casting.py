"""A row of events between two people: the chain, the neutral act beside it, and repairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content import equations, sentiments
from helpkit.errors import OutOfRangeError
from helpkit.models.affect_control import EPA, impression
from helpkit.models.casting import NEUTRAL, Act, Beat, Side, mend, play

EQ = equations()
FELT = {key: sentiment.epa for key, sentiment in sentiments().items()}
NURSE, PATIENT = FELT["nurse"], FELT["patient"]

rating = st.floats(-4.3, 4.3, allow_nan=False)
epas = st.tuples(rating, rating, rating)
acts = st.lists(st.builds(Act, st.sampled_from(["first", "second"]), epas), min_size=1, max_size=6)


def between(first: str, second: str, *happens: tuple[Side, str]) -> tuple[Beat, ...]:
    made = [Act(by, FELT[act]) for by, act in happens]
    return play(FELT[first], FELT[second], made, EQ)


@pytest.mark.parametrize(
    ("who", "act", "strain"),
    [
        ("bystander", "help", 9.54),
        ("bystander", "ignore", 1.69),
        ("friend", "help", 4.61),
        ("friend", "ignore", 17.64),
    ],
)
def test_renamed_a_friend_the_bystander_is_expected_to_help(
    who: str, act: str, strain: float
) -> None:
    (beat,) = between(who, "victim", ("first", act))
    assert round(beat.strain, 2) == strain


@pytest.mark.parametrize(
    ("answer", "gap", "strain"),
    [("thank", 0.45, 12.1), ("ignore", 0.01, 9.9), ("help", 0.14, 14.6)],
)
def test_what_the_answer_does_to_the_gap(answer: str, gap: float, strain: float) -> None:
    helped, answered = between("nurse", "patient", ("first", "help"), ("second", answer))
    assert round(helped.gap, 2) == 2.93
    assert round(answered.gap, 2) == gap
    assert round(answered.strain, 1) == strain


def test_help_without_an_answer_strains_more_each_time() -> None:
    helps: list[tuple[Side, str]] = [("first", "help")] * 3
    beats = between("nurse", "patient", *helps)
    assert [round(beat.strain, 1) for beat in beats] == [3.3, 5.9, 10.8]


def test_a_neutral_act_raises_whoever_acts() -> None:
    """Two strangers who are level: a neutral act is enough."""
    for by in ("first", "second"):
        (beat,) = play(FELT["stranger"], FELT["stranger"], [Act(by, NEUTRAL)], EQ)
        assert beat.gap * (1 if by == "first" else -1) > 0
        assert beat.gap == beat.neutral_gap
        assert beat.strain == beat.baseline


@given(epas, epas, acts)
def test_the_chain_is_that_of_affect_control(first: EPA, second: EPA, row: list[Act]) -> None:
    now, last = None, None
    for act, beat in zip(row, play(first, second, row, EQ), strict=True):
        pair = (first, second) if act.by == "first" else (second, first)
        swapped = last is not None and last != act.by
        now = impression(pair[0], act.behavior, pair[1], EQ, after=now, swapped=swapped)
        last = act.by
        assert beat.now == now
        assert beat.strain >= 0
        assert beat.baseline >= 0


@given(epas, epas, acts)
def test_whoever_is_called_first_makes_no_difference(
    first: EPA, second: EPA, row: list[Act]
) -> None:
    other = [Act("second" if act.by == "first" else "first", act.behavior) for act in row]
    for beat, mirrored in zip(
        play(first, second, row, EQ), play(second, first, other, EQ), strict=True
    ):
        assert beat.strain == mirrored.strain
        assert beat.gap == -mirrored.gap


def test_repairs_are_the_best_of_either_side() -> None:
    helping = {key: FELT[key] for key in ("help", "prompt", "comfort", "supply")}
    row: list[tuple[Side, str]] = [("first", "help"), ("second", "thank")]
    best = mend(between("nurse", "patient", *row)[-1], helping)
    tried = sorted(
        (between("nurse", "patient", *row, (by, act))[-1].strain, by, act)
        for by in ("first", "second")
        for act in helping
    )
    assert [(repair.by, repair.id) for repair in best] == [(by, act) for _, by, act in tried[:3]]
    assert [repair.strain for repair in best] == pytest.approx(
        [repair for repair, _, _ in tried[:3]]
    )


def test_nothing_happens() -> None:
    assert play(NURSE, PATIENT, [], EQ) == ()


def test_out_of_range() -> None:
    with pytest.raises(OutOfRangeError, match="E of behavior must be in"):
        play(NURSE, PATIENT, [Act("first", (5.0, 0.0, 0.0))], EQ)
