"""Face-work: the check values of the source book, the ways of asking, and the laws."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.face import (
    AUDIENCES,
    CORRECTIVE_MOVES,
    WAYS,
    Audience,
    FaceScene,
    Repair,
    request,
    scene,
)

tenths = st.floats(0, 10)
audiences = st.sampled_from(tuple(AUDIENCES))
sevenths = st.floats(1, 7)


@pytest.mark.parametrize(
    ("audience", "repair", "client", "helper"),
    [
        ("none", "none", 1.5, 0.75),
        ("peers", "none", 3.0, 1.5),
        ("boss", "none", 4.5, 2.25),
        ("public", "none", 6.0, 3.0),
        ("peers", "now", 1.2, 0.6),
        ("peers", "later", 2.1, 1.05),
    ],
)
def test_check_values(audience: Audience, repair: Repair, client: float, helper: float) -> None:
    done = scene(claim=7, grant=4, audience=audience, repair=repair)
    assert (done.client, done.helper) == pytest.approx((client, helper))


def test_the_same_sentence_costs_four_times_as_much_in_public() -> None:
    alone, public = (scene(claim=7, grant=4, audience=audience) for audience in ("none", "public"))
    assert public.client == 4 * alone.client


@pytest.mark.parametrize(
    ("loss", "verdict"),
    [(0, "holds"), (1.9, "holds"), (2, "wobbles"), (3.9, "wobbles"), (4, "breaks")],
)
def test_verdicts(loss: float, verdict: str) -> None:
    done = FaceScene(client=loss, helper=0)
    assert done.verdict == verdict
    assert done.moves == (() if verdict == "holds" else CORRECTIVE_MOVES)


@given(tenths, tenths, audiences)
def test_an_accident_costs_the_helper_nothing(
    claim: float, grant: float, audience: Audience
) -> None:
    mine = scene(claim=claim, grant=grant, audience=audience)
    fate = scene(claim=claim, grant=grant, audience=audience, cause="accident")
    assert fate == FaceScene(mine.client, 0)
    assert mine.helper == mine.client / 2


@given(tenths, tenths, audiences)
def test_soon_is_better_than_late_and_late_than_never(
    claim: float, grant: float, audience: Audience
) -> None:
    now, later, never = (
        scene(claim=claim, grant=grant, audience=audience, repair=repair).client
        for repair in ("now", "later", "none")
    )
    assert 0 <= now <= later <= never


@given(tenths, tenths, audiences)
def test_granting_what_is_claimed_costs_nothing(
    claim: float, more: float, audience: Audience
) -> None:
    done = scene(claim=claim, grant=max(claim, more), audience=audience)
    assert done == FaceScene(0, 0)


@pytest.mark.parametrize(
    ("values", "weight", "way"),
    [
        ((1, 1, 1), 3, "bald"),
        ((2, 2, 2), 6, "bald"),
        ((2, 3, 2), 7, "positive"),
        ((4, 4, 4), 12, "negative"),
        ((5, 5, 5), 15, "off-record"),
        ((6, 6, 6), 18, "do-not-ask"),
        ((7, 7, 7), 21, "do-not-ask"),
    ],
)
def test_ways_of_asking(values: tuple[int, int, int], weight: int, way: str) -> None:
    distance, power, imposition = values
    asked = request(distance=distance, power=power, imposition=imposition)
    assert (asked.weight, asked.way) == (weight, way)


@given(sevenths, sevenths, sevenths, sevenths)
def test_a_greater_favour_is_never_asked_more_bluntly(
    distance: float, power: float, a: float, b: float
) -> None:
    small, great = sorted((a, b))
    there, here = (
        request(distance=distance, power=power, imposition=size) for size in (small, great)
    )
    assert WAYS.index(there.way) <= WAYS.index(here.way)


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^claim must be in \[0, 10\], got 11$"):
        scene(claim=11, grant=0)
    with pytest.raises(OutOfRangeError, match=r"^grant must be in \[0, 10\], got -1$"):
        scene(claim=1, grant=-1)
    with pytest.raises(OutOfRangeError, match=r"^power must be in \[1, 7\], got 0$"):
        request(distance=1, power=0, imposition=1)
    expected = r"^audience must be one of none, peers, boss, public, got 'dog'$"
    with pytest.raises(UnknownIdError, match=expected):
        scene(claim=1, grant=0, audience=cast(Any, "dog"))
    with pytest.raises(UnknownIdError, match=r"^cause must be one of helper, accident, got 'me'$"):
        scene(claim=1, grant=0, cause=cast(Any, "me"))
    with pytest.raises(UnknownIdError, match=r"^repair must be one of none, now, later, got 'x'$"):
        scene(claim=1, grant=0, repair=cast(Any, "x"))
