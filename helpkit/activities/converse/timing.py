"""What would the same line have done earlier or later, with less trust or with more?"""

from collections.abc import Iterable, Mapping
from typing import Any

from helpkit.models.dialogue import METERS, Choice, change
from helpkit.models.inquiry import HIGHEST, depends_on_trust

__all__ = ["timing"]


def timing(choice: Choice, trust: int) -> dict[str, Any] | None:
    """The trust at which it was said, and what it does with the least and the most of it.

    Args:
        choice: in the mood in which it was made.
        trust: when it came.

    Returns:
        None for a line that does the same at any time. `less` and `more` are None where less or
        more trust makes no difference.
    """
    meters = [name for name in METERS if name != "helper" and getattr(choice.effect, name) is None]
    if not meters or not depends_on_trust(choice.form):
        return None
    less = _extreme(choice, meters, trust, range(trust))
    more = _extreme(choice, meters, trust, range(HIGHEST, trust, -1))
    return {"trust": trust, "less": less, "more": more}


def _extreme(
    choice: Choice, meters: Iterable[str], trust: int, levels: Iterable[int]
) -> dict[str, Any] | None:
    """What it does at the first of these levels, and the last of them at which it still does so."""
    effects = {level: _effect(choice, meters, level) for level in levels}
    first = next(iter(effects.values()), None)
    if first is None or first == _effect(choice, meters, trust):
        return None
    return {
        "at": [level for level, effect in effects.items() if effect == first][-1],
        "does": first,
    }


def _effect(choice: Choice, meters: Iterable[str], trust: int) -> list[Mapping[str, Any]]:
    effect = dict(zip(METERS, change(choice, trust), strict=True))
    return [{"id": name, "change": effect[name]} for name in meters]
