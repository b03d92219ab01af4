"""Text of a stranger on one line of a terminal: nothing in it steers, hides or turns around."""

from typing import Final

__all__ = ["shown"]

LONGEST: Final = 120


def shown(text: str, longest: int = LONGEST) -> str:
    """The text with what cannot be printed as an escape, cut when it is long."""
    plain = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text[: longest + 1])
    return plain if len(text) <= longest and len(plain) <= longest else f"{plain[:longest]}…"
