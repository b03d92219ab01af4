"""How far does a class agree? From counts alone, so that nobody's answers have to be held.

Krippendorff's alpha for nominal data [krippendorff2011], 1 - D_o / D_e: 1 when everybody agrees on
every card, 0 when answers agree as often as if they were dealt out by chance. A student who was
not dealt a card is missing from it and counts for nothing.
"""

from collections.abc import Mapping, Sequence

__all__ = ["alpha", "division"]


def alpha(cards: Sequence[Mapping[str, int]]) -> float | None:
    """Krippendorff's alpha of some cards, each with how often every option was chosen.

    None when there is nothing to compare: no card has two answers, or only one option was ever
    chosen. Source: krippendorff2011; computed by the library `krippendorff`.
    """
    values = sorted({value for counts in cards for value in counts if counts[value]})
    table = [[counts.get(value, 0) for value in values] for counts in cards]
    table = [row for row in table if sum(row) > 1]
    used = sum(any(row[at] for row in table) for at in range(len(values)))
    if not table or used < 2:
        return None
    # numpy comes with it and takes its time: only a teacher who looks at agreement waits for it.
    from krippendorff import alpha as krippendorff_alpha

    return float(krippendorff_alpha(value_counts=table, level_of_measurement="nominal"))


def division(counts: Mapping[str, int]) -> float:
    """The chance, 0 to 1, that two students of the class chose differently on one card.

    1 - sum n (n - 1) / N (N - 1), which is the card's own share in the observed disagreement of
    Krippendorff's alpha; 0 when fewer than two answered. Source: krippendorff2011.
    """
    total = sum(counts.values())
    if total < 2:
        return 0.0
    same = sum(number * (number - 1) for number in counts.values())
    return 1 - same / (total * (total - 1))
