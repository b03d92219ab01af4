"""Who marks? Two people's marks are kept apart, and the mean of two counts."""

from collections.abc import Mapping
from typing import Any, Final

from helpkit.errors import HelpkitError
from helpkit.exercises.submission.display import is_name
from helpkit.frontend.base import REFRESH, Widget
from helpkit.teacher.marking.session import MarkingSession

__all__ = ["Marker"]

LONGEST: Final = 40
NAME: Final = "name"


class Marker(Widget):
    """A field for a name; nothing can be marked before it is there."""

    name = "marker"

    def __init__(self, session: MarkingSession) -> None:
        """Ask; the browser remembers who it was, but the question is asked all the same."""
        self.session = session
        super().__init__(session.content, f"{session.place}.{self.name}")

    def seen(self) -> dict[str, Any]:
        """What it is for."""
        texts = self.content.ui["marker"]
        return {"title": texts["title"], "intro": texts["intro"], "longest": LONGEST, "item": NAME}

    def restored(self) -> dict[str, Any]:
        """Who marks now, and who has marked before."""
        return {"name": self.session.name, "known": self.session.markers()}

    def handle(self, event: Mapping[str, Any]) -> None:
        """A name; one that was used before is taken as it was written then."""
        if event.get("kind") == REFRESH:
            self.state = self.restored()
            return
        if (event.get("kind"), event.get("item")) != ("answer", NAME):
            raise self.unexpected(event, ["answer"])
        name = _whole(event.get("value"))
        if not name:
            raise HelpkitError(self.content.ui["marker"]["no-name"].format(longest=LONGEST))
        known = {marker.casefold(): marker for marker in self.session.markers()}
        self.session.call(known.get(name.casefold(), name))


def _whole(value: object) -> str:
    """The name without spaces at either end; empty if it is not a name."""
    name = " ".join(value.split()) if isinstance(value, str) else ""
    return name if is_name(name) and len(name) <= LONGEST else ""
