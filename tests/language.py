"""Find English where Dutch should be, by words that Dutch does not have."""

import re

ENGLISH = frozenset(
    """
    about and are because been being but by can't could did doesn't don't everything first for from
    had has have having her him his how if it's its last nothing our she should so someone
    something than that the their them then there these they this those to was what when where
    which while who will with would yes you your
    """.split()
) - frozenset(["had", "her", "was", "last", "so"])  # these five are Dutch as well
_WORD = re.compile(r"[a-zA-Z'’]+")
_PLACEHOLDER = re.compile(r"\{[\w-]+\}")


def english_in(text: str) -> list[str]:
    """The English words in a text that should hold none."""
    return [word for word in _WORD.findall(_PLACEHOLDER.sub("", text)) if word.lower() in ENGLISH]
