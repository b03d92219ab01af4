"""The ways in which a helping relationship can start, and who moves first in each."""

from helpkit.content.types import Content

__all__ = ["text"]


def text(content: Content) -> str:
    """A table in Markdown, a row for each way."""
    head = content.ui["routes"]
    rows = [(head["route"], head["mover"], head["example"]), ("---",) * 3]
    rows += [(route.name, route.mover, route.example) for route in content.routes.values()]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
