"""Which texts the JavaScript of a widget asks for, its neighbours included."""

import re

from helpkit.content import load
from helpkit.widgets.base import compose

_CALL = re.compile(r"\bui\.t\(((?:[^()]|\([^()]*\))*)\)")
_TEXT = re.compile(r'"([\w-]+)"')


def texts_asked(name: str) -> set[str]:
    """Every key that stands inside a call of `ui.t`."""
    source = compose(name)
    return {key for call in _CALL.findall(source) for key in _TEXT.findall(call)}


def astray(name: str, language: str, built: set[str]) -> tuple[set[str], set[str]]:
    """Texts that are asked for and missing, and texts that nobody asks for.

    `built` are the keys that are put together or passed on instead of standing in a call.
    """
    texts = load(language).ui
    used = texts_asked(name) | built
    return used - {*texts[name], *texts["common"]}, {*texts[name]} - used
