"""Trust and ultimatum games: published means, and the laws of Fehr and Schmidt (1999)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError
from helpkit.models import exchange_games as games

envies = st.floats(0, 4)
shares = st.floats(0, 1)


def test_published_means() -> None:
    assert games.SENT_IN_1995 == 5.16  # Berg, Dickhaut and McCabe (1995)
    assert (games.MEAN_SENT, games.MEAN_RETURNED) == (0.502, 0.372)  # Johnson and Mislin (2011)
    assert (games.MEAN_OFFER, games.MEAN_REFUSED) == (0.40, 0.16)  # Oosterbeek and others (2004)


def test_trust_by_hand() -> None:
    assert games.trust(sent=10, returned=0.5) == games.GameOutcome(15, 15)
    assert games.trust(sent=4, returned=0.25) == games.GameOutcome(9, 9)
    assert games.trust(sent=0, returned=1) == games.GameOutcome(10, 0)


@given(st.floats(0, 10), shares)
def test_what_is_sent_makes_the_pie_larger(sent: float, returned: float) -> None:
    done = games.trust(sent=sent, returned=returned)
    assert done.first + done.second == pytest.approx(10 + 2 * sent)


@given(st.floats(0.01, 10), shares)
def test_trust_pays_from_a_third(sent: float, returned: float) -> None:
    gain = games.trust(sent=sent, returned=returned).first - 10
    assert gain == pytest.approx(sent * (3 * returned - 1), abs=1e-9)


@given(envies, st.floats(0, 0.5), st.floats(0, 1))
def test_the_threshold_is_where_refusing_is_as_good(
    envy: float, share: float, guilt: float
) -> None:
    """Below one half of the pie, an offer is taken when its utility is not below zero."""
    worth = games.utility(share, 1 - share, envy=envy, guilt=guilt)
    if abs(worth) > 1e-9:
        assert games.accepts(share, envy=envy) == (worth > 0)


@given(envies, envies)
def test_more_envy_asks_for_more_but_never_for_half(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert games.smallest_accepted(envy=low) <= games.smallest_accepted(envy=high) < 0.5


@given(envies, shares)
def test_the_best_offer_is_the_best(envy: float, guilt: float) -> None:
    def worth(offer: float) -> float:
        done = games.ultimatum(offer=offer, envy=envy)
        return games.utility(done.first, done.second, envy=0, guilt=guilt)

    best = games.best_offer(guilt=guilt, envy_of_other=envy)
    assert all(worth(n / 40) <= worth(best) + 1e-9 for n in range(21))


def test_a_refusal_costs_both() -> None:
    assert games.ultimatum(offer=0.1, envy=1) == games.GameOutcome(0, 0)
    assert games.ultimatum(offer=0.4, envy=1) == games.GameOutcome(6, 4)


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^envy must be in \[0, 4\], got 5$"):
        games.smallest_accepted(envy=5)
    with pytest.raises(OutOfRangeError, match=r"^sent must be in \[0, 10\], got 11$"):
        games.trust(sent=11, returned=0)
    with pytest.raises(OutOfRangeError, match="guilt"):
        games.utility(1, 1, envy=1, guilt=2)
