"""The learner's own inflation: from what they priced twice, within what the ledger takes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.outcomes.receipts import inflation, own_inflation
from helpkit.content import load
from helpkit.journal import Journal

EN = load("en")
PRICES = st.dictionaries(st.sampled_from(list(EN.favours)), st.integers(0, 10))


@given(PRICES, PRICES)
def test_every_pair_is_counted_once_and_the_knob_can_be_set_to_it(
    gave: dict[str, int], got: dict[str, int]
) -> None:
    own = inflation(gave, got)
    assert own.higher + own.same + own.lower == len(gave.keys() & got.keys())
    assert 1 <= own.used <= 1.6
    assert own.used * 20 == pytest.approx(round(own.used * 20))


@pytest.mark.parametrize(
    ("gave", "got", "ratio", "used"),
    [(6, 5, 1.2, 1.2), (5, 6, 5 / 6, 1.0), (10, 1, 10, 1.6), (3, 0, 1.6, 1.6), (0, 0, 1, 1)],
)
def test_ratio(gave: int, got: int, ratio: float, used: float) -> None:
    own = inflation({"cat": gave}, {"cat": got})
    assert own.ratio == pytest.approx(ratio)
    assert own.used == used


def test_there_is_none_before_every_favour_is_priced_twice(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="02", language="en")
    for key in EN.favours:
        assert own_inflation("receipt-received", "02", EN, journal.state()) is None
        journal.record(activity="receipt-given", item=key, kind="answer", value=6)
        journal.record(activity="receipt-received", item=key, kind="answer", value=5)
    own = own_inflation("receipt-received", "02", EN, journal.state())
    assert own
    assert (own.higher, own.used) == (10, 1.2)
