"""A number as somebody types it: `-1.5`, `−1,5` or 3; anything else is not a number.

The field that a student types in and the grading read it in the same way.
"""

import re
from math import isfinite
from typing import Final

from helpkit.exercises.parts.ledger.evenings import IMPOSSIBLE

__all__ = ["LONGEST_NUMBER", "number", "thanks"]

LONGEST_NUMBER: Final = 40
"""The most characters a number may have, with the spaces around it."""

_TYPED = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", re.ASCII)
_LARGEST: Final = 1_000_000


def number(answer: object) -> float | None:
    """The number that was meant; None for what is not a number or lies beyond any ledger."""
    if isinstance(answer, str) and len(answer) <= LONGEST_NUMBER:
        typed = answer.strip().replace("−", "-").replace(",", ".")
        return float(typed) if _TYPED.fullmatch(typed) else None
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return None
    return float(answer) if -_LARGEST < answer < _LARGEST and isfinite(answer) else None


def thanks(answer: object) -> int | str | None:
    """A whole number of thanks, or the word that it cannot be done; None for anything else."""
    if isinstance(answer, str) and answer.strip().casefold() == IMPOSSIBLE:
        return IMPOSSIBLE
    given = number(answer)
    return int(given) if given is not None and given >= 0 and given.is_integer() else None
