"""The mirror in a notebook: the same page, in a frame that can reach nothing outside."""

from collections.abc import Mapping
from typing import Any

from helpkit.frontend.base import Widget
from helpkit.teacher.marking.session import MarkingSession

__all__ = ["Frame"]


class Frame(Widget):
    """Shows a page; its script runs apart from the notebook.

    It is a widget because widgets are left out when a notebook is saved: what a class answered
    does not belong in a file that is easily passed on.
    """

    name = "frame"

    def __init__(self, session: MarkingSession, page: str) -> None:
        """Show the whole page at once."""
        self.page = page
        super().__init__(session.content, f"{session.place}.{self.name}")

    def seen(self) -> dict[str, Any]:
        """The page under its title."""
        texts = self.content.ui["frame"]
        return {"title": texts["title"], "intro": texts["intro"], "page": self.page}

    def restored(self) -> dict[str, Any]:
        """Nothing changes."""
        return {}

    def handle(self, event: Mapping[str, Any]) -> None:
        """No event is accepted."""
        raise self.unexpected(event, [])
