"""Find English where Dutch should be, by words that Dutch does not have."""

import re

_LIST = """
about and are because been being but by can't could did doesn't don't everything first for
from has have having him his how if it's its nothing our she should someone something than
that the their them then there these they this those to what when where which while who will
with would yes you your
"""
ENGLISH = frozenset(_LIST.split())
"""Words of English that are not words of Dutch as well, as `had`, `was` and `of` are."""

_WORD = re.compile(r"[a-zA-Z'’]+")
_PLACEHOLDER = re.compile(r"\{[\w-]+\}")


def english_in(text: str) -> list[str]:
    """The English words in a text that should hold none."""
    return [word for word in _WORD.findall(_PLACEHOLDER.sub("", text)) if word.lower() in ENGLISH]
