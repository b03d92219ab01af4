"""What does a form of inquiry do to the client, early and late? Illustrative: the numbers are ours.

The forms are those of schein1999revisited and schein2009helping; what each does is set by us:

    effect = base(form) + bonus
    base: pure 1; diagnostic 0.5; process 0.5; confrontational, telling and withdrawing -1
    bonus = (trust - 5) / 4, between -1.5 and 1.5, for confrontational and process; 0 for the others

Trust, 0 to 10, stands for timing: early in a conversation there is little of it. So the same
question about the conversation itself leaves a stranger cold and does a friend good.
"""

from functools import lru_cache
from math import floor
from typing import Final

from helpkit.errors import UnknownIdError
from helpkit.models.ranges import within

__all__ = [
    "DIAGNOSTIC",
    "FAMILIES",
    "FORMS",
    "HIGHEST",
    "depends_on_trust",
    "effect",
    "family",
    "helper_lift",
    "whole",
]

HIGHEST: Final = 10
"""The most trust there is, and the highest standing."""

DIAGNOSTIC: Final = (
    "diagnostic_feelings",
    "diagnostic_causes",
    "diagnostic_actions",
    "diagnostic_systemic",
)
FORMS: Final = ("pure", *DIAGNOSTIC, "confrontational", "process", "telling", "withdraw")
FAMILIES: Final = ("pure", "diagnostic", "confrontational", "process", "telling", "withdraw")

_BASE: Final = dict(zip(FAMILIES, (1.0, 0.5, -1.0, 0.5, -1.0, -1.0), strict=True))
_TIMED: Final = ("confrontational", "process")
_LARGEST_BONUS: Final = 1.5
_MIDDLE: Final = 5
_STEP: Final = 4
_LIFTS: Final = {"confrontational": 1, "telling": 1, "withdraw": -1}


def family(form: str) -> str:
    """The family of a form: the four diagnostic forms are one.

    Raises:
        UnknownIdError: for anything that is no form.
    """
    if form not in FORMS:
        raise UnknownIdError(f"form must be one of {', '.join(FORMS)}, got {form!r}")
    return "diagnostic" if form in DIAGNOSTIC else form


def depends_on_trust(form: str) -> bool:
    """Whether it makes a difference how much trust there is when it comes."""
    return family(form) in _TIMED


def effect(form: str, trust: float) -> float:
    """What a form does to the client at this trust, -2.25 to 1.75.

    Args:
        form: one of `FORMS`.
        trust: 0 to 10.

    Raises:
        UnknownIdError: for anything that is no form.
        OutOfRangeError: for trust outside 0 to 10.
    """
    within("trust", trust, 0, HIGHEST)
    base = _BASE[family(form)]
    if not depends_on_trust(form):
        return base
    return base + max(-_LARGEST_BONUS, min(_LARGEST_BONUS, (trust - _MIDDLE) / _STEP))


@lru_cache
def whole(form: str, trust: float) -> int:
    """The effect as a whole number, for meters that know no others; a half is rounded up."""
    return floor(effect(form, trust) + 0.5)


def helper_lift(form: str) -> int:
    """What a form does to the helper's standing at first: whoever steers rises, -1 to 1."""
    return _LIFTS.get(family(form), 0)
