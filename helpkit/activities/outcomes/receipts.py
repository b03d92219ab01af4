"""How much higher does a learner price a favour as the giver than as the receiver?"""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.activities.receipt.activity import ReceiptActivity
from helpkit.content import Content
from helpkit.journal import State

__all__ = ["HIGHEST", "Inflation", "inflation", "is_price", "own_inflation", "prices"]

HIGHEST = 10
"""The highest price."""

LEAST, MOST, STEP = 1.0, 1.6, 0.05
"""The range of the ledger's inflation, and the step of its knob."""


@dataclass(frozen=True)
class Inflation:
    """How often the giver's price was higher, the same or lower, and what it comes to.

    `ratio` is all given over all received; `used` is the nearest step that the ledger takes.
    """

    higher: int
    same: int
    lower: int
    ratio: float

    @property
    def used(self) -> float:
        """The ratio within 1.0 to 1.6, to the nearest 0.05."""
        return round(round(min(MOST, max(LEAST, self.ratio)) / STEP) * STEP, 2)


def inflation(giver: Mapping[str, int], receiver: Mapping[str, int]) -> Inflation:
    """Compare the favours that were priced from both sides; without any, the ratio is 1."""
    both = giver.keys() & receiver.keys()
    gave, got = sum(giver[key] for key in both), sum(receiver[key] for key in both)
    return Inflation(
        higher=sum(giver[key] > receiver[key] for key in both),
        same=sum(giver[key] == receiver[key] for key in both),
        lower=sum(giver[key] < receiver[key] for key in both),
        ratio=1.0 if gave == got else gave / got if got else MOST,
    )


def prices(state: State, lesson: str, activity: str, content: Content) -> dict[str, int]:
    """The prices kept in one activity, for favours that this version still knows."""
    answers = state.of(lesson, activity).answers
    return {key: answers[key] for key in content.favours if is_price(answers.get(key))}


def is_price(value: object) -> bool:
    """Whether this is a whole number from 0 to 10."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST


def own_inflation(key: str, lesson: str, content: Content, state: State) -> Inflation | None:
    """The learner's own, once every favour has a price from both sides; `key` is the second."""
    second = content.activities[lesson][key]
    if not isinstance(second, ReceiptActivity) or second.beside is None:
        return None
    both = [prices(state, lesson, side, content) for side in (second.beside, key)]
    if any(len(priced) < len(content.favours) for priced in both):
        return None
    return inflation(*both)
