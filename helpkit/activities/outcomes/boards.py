"""On which sorting boards of the course do these cards lie?"""

from helpkit.activities.sort.activity import SortActivity
from helpkit.content.types import Content

__all__ = ["boards"]


def boards(content: Content, deck: str) -> list[str]:
    """The ids of the sorts of all lessons that have this deck."""
    return [sort.id for _lesson, sort in content.each(SortActivity) if sort.deck == deck]
