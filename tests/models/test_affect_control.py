"""Affect control theory: a published value, our own table of events, chains, and the laws."""

from typing import Any, cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpkit.content import equations, load
from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models._equations import Sums
from helpkit.models.affect_control import (
    EPA,
    Equations,
    Impression,
    best_act,
    impression,
    next_act,
    next_label,
    rank,
    repairs,
)
from tests.models.scenes import EQ, behaviors, epa, epas, event, golden, plain, sets

TWO_DECIMALS = 0.0051
STEP = 0.25


def thanked(now: Impression, act: str) -> Impression:
    """The one who was helped answers."""
    return impression(now.object, epa(act), now.actor, EQ, after=now, swapped=True)


def test_the_value_published_with_the_inteRact_package() -> None:
    actor, behavior, object = (-1.96, 1.69, 1.91), (0.08, 1.01, 0.69), (0.79, -0.12, -0.24)
    now = impression(actor, behavior, object, equations("nc1978-male"))
    assert round(now.deflection, 1) == 1.9


def test_every_event_of_ours_has_its_numbers() -> None:
    assert set(golden()) == set(load("en").events)
    assert len(golden()) == 29


@pytest.mark.parametrize("key", golden())
def test_the_table_of_events(key: str) -> None:
    scene = load("en").events[key]
    helping = event(scene.helper, scene.helping, scene.client)
    best = best_act(epa(scene.helper), epa(scene.client), EQ)
    strains = {
        "helping": helping.deflection,
        "failing": event(scene.helper, scene.failing, scene.client).deflection,
        "reversed": event(scene.client, scene.helping, scene.helper).deflection,
        "gap_before": helping.potency_gap_before,
        "gap_after": helping.potency_gap,
        **dict(zip(("best_E", "best_P", "best_A"), best, strict=True)),
    }
    assert strains == pytest.approx(golden()[key], abs=TWO_DECIMALS)


def test_helping_strains_less_than_failing_but_for_three() -> None:
    strange = {key for key, row in golden().items() if row["helping"] > row["failing"]}
    assert strange == {"clergy", "undertaker", "bystander-victim"}


def test_rename_the_bystander_and_the_expectation_flips() -> None:
    strains = [
        round(event(actor, act, "victim").deflection, 2)
        for actor in ("bystander", "friend")
        for act in ("help", "ignore")
    ]
    assert strains == [9.54, 1.69, 4.61, 17.64]


def test_what_answers_a_nurse() -> None:
    now = event("nurse", "help", "patient")
    thanks, silence, help_back = (thanked(now, act) for act in ("thank", "ignore", "help"))
    assert round(now.potency_gap, 2) == 2.93
    assert [round(abs(event.potency_gap), 2) for event in (thanks, silence)] == [0.45, 0.01]
    assert [round(event.deflection, 1) for event in (thanks, help_back)] == [12.1, 14.6]


def test_thanks_leave_goodwill_on_both_sides_and_silence_none_for_the_patient() -> None:
    now = event("nurse", "help", "patient")
    thanks, silence = thanked(now, "thank").transient, thanked(now, "ignore").transient
    assert min(thanks[0], thanks[6]) > 2.5
    assert silence[0] < 0


def test_three_unanswered_helps() -> None:
    now = event("nurse", "help", "patient")
    row = [now]
    for _ in range(2):
        row.append(impression(now.actor, now.behavior, now.object, EQ, after=row[-1]))
    assert [round(event.deflection, 1) for event in row] == [3.3, 5.9, 10.8]


def test_the_nurse_is_taken_for_somebody_good_and_the_patient_for_somebody_less_weak() -> None:
    now = event("nurse", "help", "patient")
    assert next_label(now)[0] > now.actor[0]
    assert next_label(now, of="object")[1] > now.object[1]


def test_repairs_are_the_best_of_the_row() -> None:
    now = event("nurse", "interrupt", "patient")
    ranked = rank(behaviors(), now.actor, now.object, EQ, after=now)
    assert repairs(now, behaviors()) == ranked[:3]
    assert len(repairs(now, behaviors(), n=100)) == len(behaviors())
    reply = repairs(now, behaviors(), by="object", n=1)[0]
    assert reply.deflection == pytest.approx(thanked(now, reply.id).deflection)


def test_one_ranking_of_all_that_can_be_done() -> None:
    ranked = rank(behaviors(), epa("nurse"), epa("patient"), EQ)
    assert {entry.id for entry in ranked} == set(behaviors())
    assert [entry.deflection for entry in ranked] == sorted(entry.deflection for entry in ranked)
    for entry in ranked:
        there = event("nurse", entry.id, "patient").deflection
        assert entry.deflection == pytest.approx(there, abs=1e-9)


def test_a_ranking_reads_the_equations_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes it quick: four sums for all acts together, not some for each."""
    asked: list[tuple[float, ...]] = []
    at = Sums.at

    def counted(sums: Sums, ratings: tuple[float, ...]) -> tuple[float, ...]:
        asked.append(ratings)
        return at(sums, ratings)

    monkeypatch.setattr(Sums, "at", counted)
    rank(behaviors(), epa("nurse"), epa("patient"), EQ)
    assert len(asked) == 4


def test_equal_ones_are_ranked_by_their_ids() -> None:
    ranked = rank({"b": (1, 1, 1), "a": (1, 1, 1)}, (1, 1, 1), (0, 0, 0), EQ)
    assert [entry.id for entry in ranked] == ["a", "b"]


def nudged(act: EPA, axis: int, step: float) -> EPA:
    e, p, a = (value + step * (axis == place) for place, value in enumerate(act))
    return e, p, a


def slope(act: EPA, axis: int, actor: EPA, object: EPA, after: Impression | None) -> float:
    """Exact for a quadratic, up to rounding."""
    up, down = (
        impression(actor, nudged(act, axis, step), object, EQ, after=after).deflection
        for step in (STEP, -STEP)
    )
    return (up - down) / (2 * STEP)


@pytest.mark.parametrize("key", golden())
@pytest.mark.parametrize("chained", [False, True])
def test_the_gradient_at_the_best_act_is_nothing(key: str, chained: bool) -> None:
    scene = load("en").events[key]
    actor, object = epa(scene.helper), epa(scene.client)
    after = event(scene.helper, scene.helping, scene.client) if chained else None
    best = best_act(actor, object, EQ, after=after)
    assert all(abs(slope(best, axis, actor, object, after)) < 1e-9 for axis in range(3))


@given(epas, epas, epas, sets)
def test_no_act_on_a_grid_is_better_than_the_best(
    actor: EPA, behavior: EPA, object: EPA, eq: Equations
) -> None:
    now = impression(actor, behavior, object, eq)
    steps = [-4.3, -2, 0, 1.5, 4.3]
    grid: dict[str, EPA] = {f"{e} {p} {a}": (e, p, a) for e in steps for p in steps for a in steps}
    for by, swapped in (("actor", False), ("object", True)):
        best = next_act(now, by=cast(Any, by))
        who, whom = (object, actor) if swapped else (actor, object)
        assume(all(abs(value) <= 4.3 for value in best))
        lowest = impression(who, best, whom, eq, after=now, swapped=swapped).deflection
        on_grid = repairs(now, grid, by=cast(Any, by), n=1)[0].deflection
        assert lowest <= on_grid + 1e-7


@given(epas, epas, epas, sets, st.booleans())
def test_no_label_is_better_than_the_best(
    actor: EPA, behavior: EPA, object: EPA, eq: Equations, of_object: bool
) -> None:
    now = impression(actor, behavior, object, eq)
    label = next_label(now, of="object" if of_object else "actor")
    assume(all(abs(value) <= 4.3 for value in label))
    there = (actor, behavior, label) if of_object else (label, behavior, object)
    assert impression(*there, eq).deflection <= now.deflection + 1e-7


@given(epas, epas, epas, sets)
def test_it_is_the_equation_as_written(
    actor: EPA, behavior: EPA, object: EPA, eq: Equations
) -> None:
    now = impression(actor, behavior, object, eq)
    assert now.transient == pytest.approx(plain((*actor, *behavior, *object), eq), abs=1e-9)
    again = impression(object, behavior, actor, eq, after=now, swapped=True)
    before = (*now.transient[6:], *behavior, *now.transient[:3])
    assert again.before == before
    assert again.transient == pytest.approx(plain(before, eq), abs=1e-6)


@given(epas, epas, epas, sets)
def test_deflection_is_the_sum_of_the_strains_and_never_negative(
    actor: EPA, behavior: EPA, object: EPA, eq: Equations
) -> None:
    now = impression(actor, behavior, object, eq)
    assert min(now.strains) >= 0
    assert now.deflection == pytest.approx(sum(now.strains))
    assert now == impression(actor, behavior, object, eq)


@given(epas, epas, epas, epas, st.integers(0, 2), sets)
def test_transients_are_linear_in_each_slot(
    start: EPA, end: EPA, other: EPA, third: EPA, slot: int, eq: Equations
) -> None:
    halfway = tuple((first + second) / 2 for first, second in zip(start, end, strict=True))

    def at(inside: tuple[float, ...]) -> tuple[float, ...]:
        parts = [other, third]
        parts.insert(slot, cast(EPA, inside))
        actor, behavior, object = parts
        return impression(actor, behavior, object, eq).transient

    middle = [(first + second) / 2 for first, second in zip(at(start), at(end), strict=True)]
    assert at(halfway) == pytest.approx(middle, abs=1e-9)


@pytest.mark.parametrize("wrong", [4.4, -4.4, float("nan"), float("inf")])
def test_sentiments_outside_of_the_scale(wrong: float) -> None:
    bad = (0.0, wrong, 0.0)
    with pytest.raises(OutOfRangeError, match=r"^P of object must be in \[-4.3, 4.3\], got"):
        impression((0, 0, 0), (0, 0, 0), bad, EQ)
    with pytest.raises(OutOfRangeError, match=r"^P of actor must be in \[-4.3, 4.3\], got"):
        best_act(bad, (0, 0, 0), EQ)
    with pytest.raises(OutOfRangeError, match=r"^P of hum must be in \[-4.3, 4.3\], got"):
        rank({"hum": bad}, (0, 0, 0), (0, 0, 0), EQ)


def test_people_who_are_not_there() -> None:
    now = event("nurse", "help", "patient")
    with pytest.raises(UnknownIdError, match=r"^by must be one of actor, object, got 'nurse'$"):
        next_act(now, by=cast(Any, "nurse"))
    with pytest.raises(UnknownIdError, match=r"^of must be one of actor, object, got 'nurse'$"):
        next_label(now, of=cast(Any, "nurse"))
    with pytest.raises(OutOfRangeError, match=r"^n must be in \[1, 1000\], got 0$"):
        repairs(now, behaviors(), n=0)


@pytest.mark.parametrize(
    ("eq", "expected"),
    [
        ((((9,), (0.0,) * 9),), r"^slot must be in \[0, 8\], got 9$"),
        ((((0,), (0.0,) * 8),), r"^number of coefficients must be in \[9, 9\], got 8$"),
        ((((0, 1), (0.0,) * 9),), r"^a term must hold at most one rating .* got Ae\*Ap$"),
    ],
)
def test_equations_of_another_form(eq: Equations, expected: str) -> None:
    with pytest.raises(OutOfRangeError, match=expected):
        impression((0, 0, 0), (0, 0, 0), (0, 0, 0), eq)


def test_equations_that_tell_no_act_from_another() -> None:
    nothing_changes: Equations = tuple(
        ((slot,), tuple(float(slot == k) for k in range(9))) for slot in range(9)
    )
    with pytest.raises(OutOfRangeError, match=r"^the equations must tell one act from another"):
        best_act((1, 1, 1), (0, 0, 0), nothing_changes)
