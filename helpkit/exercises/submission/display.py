r"""How is a stranger's text shown? As it was typed; only what steers or hides is spelled out.

What `isprintable` refuses is often honest: no-break spaces from Word, the joiners of Persian, Hindi
and family emoji, soft hyphens, letters that are newer than this Python. So this goes by what a
character does to a reader, in this order:

| what | where | is shown as |
|:--|:--|:--|
| the flag of a part of a country (a black flag with tags) | anywhere | itself |
| line breaks: CR LF, CR, VT, FF, NEL, U+2028, U+2029 | anywhere | a line break |
| controls but tab and line break; what turns the direction (U+202A-E, U+2066-9); U+206A-F; a mark of byte order; marks of annotation; other tags; noncharacters; half a pair | anywhere | its escape, as `\u202e` |
| what cannot be seen and is often honest: joiners, soft hyphens, direction marks, selectors of a variant, spaces without width | one or two together | itself |
| the same | three or more together | their escapes |
| marks on a letter | after the eighth on the same letter | their escapes |
| all else, also private and unassigned characters | anywhere | itself |

On one line, as in a terminal and in a name, tabs and line breaks are spelled out too, and so is what
cannot be seen among plain ASCII: there it only makes an id look like another.
"""  # noqa: E501 - a table

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Final

__all__ = ["clean", "is_name", "shown"]

LONGEST: Final = 120

_TAGS: Final = "".join(map(chr, range(0xE0020, 0xE007F)))
_FLAG: Final = r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
_BREAK: Final = r"\r\n?|[\v\f\x85\u2028\u2029]"
_ENDS: Final = "".join(
    map(chr, (*range(0xFFFE, 0x110000, 0x10000), *range(0xFFFF, 0x110000, 0x10000)))
)
_STEERS: Final = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    r"\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f" + _ENDS
)
_UNSEEN: Final = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\ufe00-\ufe0f"
    r"\u3164\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e0fff"
)
_RULE: Final = re.compile(f"({_FLAG})|({_BREAK})|[{_STEERS}]|[{_UNSEEN}]{{3,}}")
_ALL_UNSEEN: Final = re.compile(f"[{_UNSEEN}]")
_AMONG_ASCII: Final = re.compile(rf"(?<![^\0-\x7f])[{_UNSEEN}]+(?![^\0-\x7f])|[\t\n]")
_MARKS: Final = 8
_HIGH: Final = re.compile(rf"[^\0-\u02ff]{{{_MARKS + 1},}}")


def clean(text: str) -> str:
    """The text as it was typed, with escapes for what steers or hides."""
    if text.isascii() and text.isprintable():
        return text
    return _HIGH.sub(_thinned, _RULE.sub(_said, text))


def shown(text: str, longest: int = LONGEST) -> str:
    """The same on one line, cut short if it is long."""
    line = _line(text[: longest + 1])
    if len(text) <= longest and len(line) <= longest:
        return line
    return f"{line[:longest].rstrip(_TAGS)}…"


def is_name(text: str) -> bool:
    """Is this on one line, with something to see and nothing that steers or hides?"""
    return text == _line(text) and bool(_ALL_UNSEEN.sub("", text).strip())


def _line(text: str) -> str:
    return _AMONG_ASCII.sub(lambda match: _escaped(match[0]), clean(text))


def _said(match: re.Match[str]) -> str:
    flag, line_break = match.groups()
    return flag or ("\n" if line_break else _escaped(match[0]))


def _escaped(text: str) -> str:
    return ascii(text)[1:-1]


def _thinned(match: re.Match[str]) -> str:
    """The same with few enough marks on each letter to stay on its own line."""
    return "".join(map(_run, groupby(match[0], key=_is_mark)))


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0


def _run(of: tuple[bool, Iterable[str]]) -> str:
    is_mark, run = of[0], "".join(of[1])
    return run[:_MARKS] + _escaped(run[_MARKS:]) if is_mark else run
