"""Nowak (2006), and the exact chain on a cycle against Ohtsuki and others (2006)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError
from helpkit.models import five_rules


@pytest.mark.parametrize(("n", "ratio"), [(8, 3.000), (20, 2.250), (50, 2.087), (200, 2.020)])
def test_check_values(n: int, ratio: float) -> None:
    assert round(five_rules.critical_ratio_on_cycle(n=n), 3) == ratio


@given(st.integers(5, 400))
def test_the_chain_agrees_with_the_closed_form(n: int) -> None:
    closed = (n - 2) / (n / 2 - 2)
    assert five_rules.critical_ratio_on_cycle(n=n) == pytest.approx(closed, abs=1e-4)


def test_a_large_cycle_is_the_rule_for_networks() -> None:
    exact = five_rules.critical_ratio_on_cycle(n=5000)
    assert exact == pytest.approx(five_rules.network(neighbours=2), abs=1e-3)


def test_the_other_rules_by_hand() -> None:
    assert five_rules.direct(again=0.5) == 2
    assert five_rules.indirect(known=0.25) == 4
    assert five_rules.groups(size=10, number=5) == 3
    assert five_rules.kin(relatedness=0.5) == 2


@given(st.floats(0.01, 1), st.floats(0.01, 1))
def test_the_closer_the_easier(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert five_rules.direct(again=low) >= five_rules.direct(again=high) >= 1
    assert five_rules.indirect(known=low) >= five_rules.indirect(known=high) >= 1
    assert five_rules.kin(relatedness=low) >= five_rules.kin(relatedness=high) >= 1


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^n must be in \[5, 10000\], got 4$"):
        five_rules.critical_ratio_on_cycle(n=4)
    with pytest.raises(OutOfRangeError, match="again"):
        five_rules.direct(again=0)
