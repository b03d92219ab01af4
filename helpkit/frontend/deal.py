"""In which order cards are shown: the same after reopening, and never that of the content."""

import random
from collections.abc import Iterable

__all__ = ["deal"]


def deal(cards: Iterable[str], seed: str) -> tuple[str, ...]:
    """The cards as the seed shuffles them."""
    first = list(cards)
    dealt, dealer = list(first), random.Random(seed)
    while len(dealt) > 1 and dealt == first:
        dealer.shuffle(dealt)
    return tuple(dealt)
