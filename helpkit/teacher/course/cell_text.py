"""What stands in a cell: text that a spreadsheet shows and never runs, and the way back.

A spreadsheet takes a cell that begins with one of a few characters for a formula. An apostrophe
before it makes it text. A cell that has apostrophes and such a sign already gets one more, so that
taking one away always gives back what was there.
"""

import re
from html import escape
from typing import Final

__all__ = ["as_html", "from_html", "inert", "number", "original"]

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


def number(points: float | None) -> str:
    """Two decimals at most; nothing for no grade."""
    if points is None:
        return ""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def as_html(text: str) -> str:
    """Plain text for a field that is shown as HTML: nothing in it is a tag, lines stay lines."""
    return escape(text, quote=False).replace("\n", "<br>\n")


def from_html(text: str) -> str:
    """The text from which `as_html` made this."""
    plain = text.replace("<br>\n", "\n").replace("&lt;", "<").replace("&gt;", ">")
    return plain.replace("&amp;", "&")
