"""helpkit: an interactive course on the psychology of helping, in English and Dutch."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpkit.activities.lesson import Lesson
    from helpkit.exercises.exercise import Exercise
    from helpkit.teacher.marking.desk import Desk

__all__ = ["Desk", "Exercise", "Lesson", "__version__"]

__version__ = "0.1.0"

_MODULES = {
    "Desk": "helpkit.teacher.marking.desk",
    "Exercise": "helpkit.exercises.exercise",
    "Lesson": "helpkit.activities.lesson",
}


# Loaded by name: whoever imports `helpkit` for its version has not imported `helpkit.lab`.
import_module("helpkit.lab.former_names").install()


def __getattr__(name: str) -> Any:
    """Load the front end only when a notebook asks for it: `import helpkit` stays light."""
    if name not in _MODULES:
        raise AttributeError(f"module 'helpkit' has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)
