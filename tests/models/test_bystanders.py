"""The volunteer's dilemma against Diekmann (1985) and the figures of Darley and Latané (1968)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError
from helpkit.models.bystanders import (
    HELPED_IN_1968,
    anyone_helps,
    one_of_independent,
    volunteer_probability,
)

crowds = st.integers(2, 999)
ratios = st.floats(0.001, 0.999)


@pytest.mark.parametrize(
    ("n", "single", "any_"), [(2, 0.75, 0.9375), (5, 0.293, 0.823), (10, 0.143, 0.786)]
)
def test_check_values(n: int, single: float, any_: float) -> None:
    assert round(volunteer_probability(n=n, cost_benefit=0.25), 3) == single
    assert anyone_helps(n=n, cost_benefit=0.25) == pytest.approx(any_, abs=0.0005)


def test_if_they_were_independent_the_chance_would_hardly_move() -> None:
    shares = [one_of_independent(n=n, share=share) for n, share in HELPED_IN_1968.items()]
    assert [round(100 * share) for share in shares] == [85, 86, 84]


@given(crowds, ratios)
def test_each_helps_less_and_so_do_all_together(n: int, ratio: float) -> None:
    for chance in (volunteer_probability, anyone_helps):
        assert chance(n=n + 1, cost_benefit=ratio) <= chance(n=n, cost_benefit=ratio)


@given(crowds, ratios)
def test_someone_helps_when_not_all_stand_by(n: int, ratio: float) -> None:
    p = volunteer_probability(n=n, cost_benefit=ratio)
    assert anyone_helps(n=n, cost_benefit=ratio) == pytest.approx(1 - (1 - p) ** n)


@given(crowds, ratios)
def test_nobody_would_rather_do_the_other_thing(n: int, ratio: float) -> None:
    """Helping brings 1 - c/b for sure; waiting brings 1 if one of the others helps."""
    p = volunteer_probability(n=n, cost_benefit=ratio)
    assert 1 - (1 - p) ** (n - 1) == pytest.approx(1 - ratio)


@given(crowds)
def test_what_costs_nothing_is_done(n: int) -> None:
    assert volunteer_probability(n=n, cost_benefit=0) == 1
    assert anyone_helps(n=n, cost_benefit=1) == 0


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^n must be in \[2, 1000\], got 1$"):
        anyone_helps(n=1, cost_benefit=0.25)
    with pytest.raises(OutOfRangeError, match=r"^cost_benefit must be in \[0, 1\], got 1.1$"):
        volunteer_probability(n=2, cost_benefit=1.1)
    with pytest.raises(OutOfRangeError, match="share"):
        one_of_independent(n=2, share=-0.1)
