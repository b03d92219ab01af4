"""Which kinds of activities are there? A kind is a folder, a verb of `Lesson` and a line here."""

from collections.abc import Mapping
from importlib import import_module

from helpkit.content.activity import Activity

__all__ = ["KINDS"]

NAMES = (
    "message",
    "predict",
    "sort",
    "flip",
    "cases",
    "gates",
    "choose",
    "vote",
    "reflect",
    "map",
    "explore",
    "receipt",
    "favours",
    "partners",
    "villages",
    "cameras",
    "casting",
    "table11",
    "wordspace",
    "seesaw",
    "predictions",
    "converse",
    "timeline",
    "recap",
)


def _dataclass(kind: str) -> type[Activity]:
    module = import_module(f"helpkit.activities.{kind}.activity")
    activity: type[Activity] = getattr(module, f"{kind.capitalize()}Activity")
    return activity


KINDS: Mapping[str, type[Activity]] = {kind: _dataclass(kind) for kind in NAMES}
"""The dataclass for each `kind` of a table in `content/data/activities/NN.toml`."""
