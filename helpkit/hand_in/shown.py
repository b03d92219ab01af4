"""A stranger's text on one line of a terminal: nothing in it steers, hides or runs backwards."""

from typing import Final

__all__ = ["shown"]

LONGEST: Final = 120


def shown(text: str, longest: int = LONGEST) -> str:
    """The text, with escapes for what cannot be printed, cut short if it is long."""
    plain = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text[: longest + 1])
    return plain if len(text) <= longest and len(plain) <= longest else f"{plain[:longest]}…"
