"""A number as somebody types it: `-1.5`, `−1,5` or 3; whatever else comes is none."""

import re
from math import isfinite
from typing import Final

__all__ = ["number"]

_TYPED = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", re.ASCII)
_LARGEST: Final = 1_000_000


def number(answer: object) -> float | None:
    """The number that was meant; None for a text that is none, and for what no ledger comes to."""
    if isinstance(answer, str) and len(answer) <= 40:
        typed = answer.strip().replace("−", "-").replace(",", ".")
        return float(typed) if _TYPED.fullmatch(typed) else None
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return None
    return float(answer) if -_LARGEST < answer < _LARGEST and isfinite(answer) else None
