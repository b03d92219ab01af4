"""What to ask a class about a card, depending on how it divided. Our own; illustrative."""

from collections.abc import Mapping

from helpkit.frontend.charts.words import Words

__all__ = ["pattern", "prompt"]

_FORMS = 2
"""Every prompt has this many forms, and neighbouring cards do not get the same one."""


def pattern(counts: Mapping[str, int]) -> str:
    """How a class divided: "agreed", "most", "two" or "many".

    Many: at least three options have a fifth of the answers each. Two: the second has a quarter.
    The limits are ours.
    """
    total = sum(counts.values())
    numbers = sorted(counts.values(), reverse=True)
    if numbers[0] == total:
        return "agreed"
    if len(numbers) > 2 and numbers[2] >= total / 5:
        return "many"
    return "two" if numbers[1] >= total / 4 else "most"


def prompt(
    counts: Mapping[str, int],
    labels: Mapping[str, str],
    words: Words,
    at: int,
    form: str = "",
) -> str:
    """The prompt for the card at this place; options are in the order of the board.

    A board may have prompts of its own form, however the class divided: how a conversation was
    begun is not discussed but played.
    """
    order = sorted(labels, key=lambda option: -counts.get(option, 0))
    first, second = (labels[option] for option in order[:2])
    fitting = form or pattern({option: counts.get(option, 0) for option in labels})
    return words(f"{fitting}-{at % _FORMS + 1}", a=first, b=second)
