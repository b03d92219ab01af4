"""helpkit: an interactive course on the psychology of helping, in English and Dutch."""

from typing import TYPE_CHECKING, Any

from helpkit.version import __version__

if TYPE_CHECKING:
    from helpkit.exercise import Exercise
    from helpkit.lesson import Lesson

__all__ = ["Exercise", "Lesson", "__version__"]


def __getattr__(name: str) -> Any:
    """Load the front end only when a notebook asks for it: `import helpkit` stays light."""
    if name == "Exercise":
        from helpkit.exercise import Exercise

        return Exercise
    if name == "Lesson":
        from helpkit.lesson import Lesson

        return Lesson
    raise AttributeError(f"module 'helpkit' has no attribute {name!r}")
