"""A scene in the making as the fields of a form, also while much of it is missing."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from helpkit.content.scene_file import is_deep
from helpkit.exercises.parts.scene.inspection import LONGEST
from helpkit.models.dialogue import METERS

__all__ = ["LISTED", "form_view"]

LISTED: Final = 120
"""The most lines and the most endings that the form has fields for."""

_TEXTS: Final = ("title", "client", "helper", "setting", "hidden")
_CHOICE_TEXTS: Final = ("says", "why", "right_for")
_CHOICE_NAMES: Final = ("form", "next", "minutes")
_LONGEST_NAME: Final = 40


def form_view(text: str, language: str) -> dict[str, Any] | None:
    """What the fields hold; None if the text cannot be read as TOML.

    The tables are lists: a browser would sort ids that look like numbers.
    """
    if len(text) > LONGEST or is_deep(text):
        return None
    try:
        tree = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    nodes, endings = _tables(tree.get("nodes")), _tables(tree.get("endings"))
    return {
        **_texts(tree, _TEXTS, language),
        **_names(tree, ("first", "minutes")),
        "start": _names(_table(tree.get("start")), METERS),
        "nodes": [_node(key, node, language) for key, node in [*nodes.items()][:LISTED]],
        "endings": [_ending(key, each, language) for key, each in [*endings.items()][:LISTED]],
        "more": max(0, len(nodes) - LISTED) + max(0, len(endings) - LISTED),
        "extra": [*_extra(tree, (*_TEXTS, "first", "minutes", "start", "nodes", "endings"))],
    }


def _node(key: str, node: Mapping[str, Any], language: str) -> dict[str, Any]:
    choices = _tables(node.get("choices"))
    return {
        "id": key,
        **_texts(node, ("says",), language),
        "choices": [_choice(name, choice, language) for name, choice in choices.items()],
        "extra": [*_extra(node, ("says", "choices"))],
    }


def _choice(key: str, choice: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "id": key,
        **_texts(choice, _CHOICE_TEXTS, language),
        **_names(choice, _CHOICE_NAMES),
        "effect": _names(_table(choice.get("effect")), METERS),
        "extra": [*_extra(choice, (*_CHOICE_TEXTS, *_CHOICE_NAMES, "effect"))],
    }


def _ending(key: str, ending: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "id": key,
        **_texts(ending, ("says",), language),
        **_names(ending, ("kind",)),
        "extra": [*_extra(ending, ("says", "kind"))],
    }


def _texts(table: Mapping[str, Any], keys: Iterable[str], language: str) -> dict[str, Any]:
    return {key: _text(table.get(key), language) for key in keys}


def _text(value: Any, language: str) -> dict[str, str]:
    """A text; of one in several languages the one that is read here, or else the first."""
    if isinstance(value, dict) and value:
        chosen = language if language in value else next(iter(value))
        return {"text": _scalar(value[chosen]), "language": chosen}
    return {"text": _scalar(value), "language": ""}


def _names(table: Mapping[str, Any], keys: Iterable[str]) -> dict[str, str]:
    """Numbers and ids as they are written, also where something else is expected."""
    return {key: _scalar(table.get(key)) for key in keys}


def _scalar(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, int) and value.bit_length() > _LONGEST_NAME:
        return "…"
    return value if isinstance(value, str) else str(value)


def _extra(table: Mapping[str, Any], known: Iterable[str]) -> Iterator[str]:
    """The keys that the form has no field for."""
    for key in table:
        if key not in (*known,):
            yield key if len(key) <= _LONGEST_NAME else f"{key[:_LONGEST_NAME]}…"


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _tables(value: Any) -> dict[str, dict[str, Any]]:
    return {key: each for key, each in _table(value).items() if isinstance(each, dict)}
