"""Cards are shuffled, always in the same way, and never lie as in the content."""

from hypothesis import given
from hypothesis import strategies as st

from helpkit.frontend.deal import deal

cards = st.lists(st.text(max_size=3), unique=True)


@given(cards, st.text(max_size=8))
def test_all_cards_in_another_order(cards: list[str], seed: str) -> None:
    dealt = deal(cards, seed)
    assert sorted(dealt) == sorted(cards)
    assert dealt == deal(cards, seed)
    assert list(dealt) != cards or len(cards) < 2
