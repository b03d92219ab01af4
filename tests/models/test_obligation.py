"""A felt debt: past the capacity, more help makes people keep away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError
from helpkit.models.obligation import REGAN_1971, Help, Receiver, after

values = st.floats(0, 10)


def test_the_equations_by_hand() -> None:
    first, second = after([Help(4), Help(4, meant=0.5, repaid=1, thanks=2)], Receiver())
    assert (first.debt, first.unease) == (4, 0)
    assert second.debt == pytest.approx(0.9 * 4 + 4 * 0.5 - 1 - 0.5 * 2)
    assert after([Help(8)], Receiver())[0].unease == 3
    assert after([Help(5)], Receiver())[0].avoid == 0.5
    assert after([Help(2.5)], Receiver())[0].repay == 0.5


def test_the_means_of_1971() -> None:
    """Regan (1971): a favour counts for more than liking."""
    assert [REGAN_1971["favour", liking] for liking in ("pleasant", "unpleasant")] == [1.91, 1.60]
    assert [REGAN_1971["elsewhere", liking] for liking in ("pleasant", "unpleasant")] == [
        1.50,
        1.00,
    ]
    assert [REGAN_1971["none", liking] for liking in ("pleasant", "unpleasant")] == [0.80, 0.80]


@given(st.lists(values, min_size=1, max_size=10), values)
def test_more_help_brings_more_debt_unease_and_distance(given_: list[float], more: float) -> None:
    little = after(map(Help, given_), Receiver())[-1]
    much = after(map(Help, [*given_[:-1], max(given_[-1], more)]), Receiver())[-1]
    assert much.debt >= little.debt
    assert much.unease >= little.unease
    assert much.avoid >= little.avoid
    assert much.repay >= little.repay


@given(st.lists(st.builds(Help, values, st.floats(0, 1), values, values), max_size=200))
def test_chances_are_chances(moments: list[Help]) -> None:
    for feeling in after(moments, Receiver(memory=1)):
        assert 0 <= feeling.repay <= 1
        assert 0 <= feeling.avoid <= 1
        assert feeling.unease >= 0


@given(values, values)
def test_thanks_and_paying_back_ease(value: float, back: float) -> None:
    (plain,) = after([Help(value)], Receiver())
    for eased in (Help(value, repaid=back), Help(value, thanks=back), Help(value, meant=0.5)):
        assert after([eased], Receiver())[0].debt <= plain.debt


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^memory must be in \[0.5, 1\], got 0.4$"):
        Receiver(memory=0.4)
    with pytest.raises(OutOfRangeError, match=r"^meant must be in \[0, 1\], got 2$"):
        Help(1, meant=2)
    with pytest.raises(OutOfRangeError, match="debt"):
        after([], Receiver(), debt=float("nan"))
