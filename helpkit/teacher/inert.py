"""A cell that a spreadsheet shows and never runs, and the way back to what it said.

A spreadsheet takes a cell that begins with one of a few characters for a formula. An apostrophe
before it makes it text. A cell that has apostrophes and such a sign already gets one more, so that
taking one away always gives back what was there.
"""

import re
from typing import Final

__all__ = ["inert", "original"]

# The last four are = + - @ as they are written in Japan, which some spreadsheets take too.
_STARTS: Final = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_FORMULA: Final = re.compile(rf"'*{_STARTS}")
_MADE_INERT: Final = re.compile(rf"'+{_STARTS}")


def inert(text: str) -> str:
    """The text as a cell that is never a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """The text from which `inert` made this cell."""
    return cell[1:] if _MADE_INERT.match(cell) else cell
