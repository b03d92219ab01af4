"""Who marks? Two people's marks are kept apart, and the mean of two counts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from helpkit.errors import HelpkitError
from helpkit.exercises.submission.display import is_name
from helpkit.frontend.base import REFRESH, Widget

if TYPE_CHECKING:
    from helpkit.teacher.marking.desk import Desk

__all__ = ["Marker"]

LONGEST: Final = 40
NAME: Final = "name"


class Marker(Widget):
    """A field for a name; nothing can be marked before it is there."""

    name = "marker"

    def __init__(self, desk: "Desk") -> None:
        """Ask; the browser remembers who it was, but the question is asked all the same."""
        self.desk = desk
        super().__init__(desk.content, f"{desk.place}.{self.name}")

    def seen(self) -> dict[str, Any]:
        """What it is for."""
        texts = self.content.ui["marker"]
        return {"title": texts["title"], "intro": texts["intro"], "longest": LONGEST, "item": NAME}

    def restored(self) -> dict[str, Any]:
        """Who marks now, and who has marked before."""
        return {"name": self.desk.name, "known": self.desk.markers()}

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
        known = {one.casefold(): one for one in self.desk.markers()}
        self.desk.call(known.get(name.casefold(), name))


def _whole(value: object) -> str:
    """The name without spaces at either end; empty if it is not a name."""
    name = " ".join(value.split()) if isinstance(value, str) else ""
    return name if is_name(name) and len(name) <= LONGEST else ""
