"""The learner offers the teacher what is not private, and can take the offer back."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import Event, Journal
from helpkit.journal.event import EVERY_ITEM, to_line
from helpkit.journal.lesson_view import work
from helpkit.journal.shareable import not_private, spot


class Share(ActivityWidget):
    """What would be included, what stays here, and the learner's own yes or no."""

    name = "share"

    def __init__(self, content: Content, journal: Journal) -> None:
        """One offer for the whole lesson."""
        title = Prose(content.ui["share"]["title"])
        super().__init__(
            Activity(id="share", kind="share", title=title, intro=Prose(""), minutes=0),
            content,
            journal,
        )

    def fixed(self) -> dict[str, Any]:
        """The name of the file the learner can keep or send."""
        return {"item": "lesson", "file": f"lesson-{self.journal.lesson}-shared.jsonl"}

    def restored(self) -> dict[str, Any]:
        """The latest offer, what it holds by activity, and how many texts stay private."""
        events = work(self.journal.events())
        mine = [event for event in events if event.lesson == self.journal.lesson]
        hidden = {*map(spot, mine)} - {*map(spot, not_private(mine))}
        shareable = [event for event in not_private(mine) if event.kind != "share"]
        offer = next((event for event in reversed(mine) if event.kind == "share"), None)
        offered = bool(offer and offer.value)
        return {
            "offered": offer.at if offer and offered else "",
            "parts": self._parts(shareable),
            "private": len(hidden),
            "lines": _lines(shareable) if offered else "",
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: offered, or taken back."""
        self.expect(
            event, {"share": lambda item, value: item == "lesson" and isinstance(value, bool)}
        )

    def _parts(self, events: list[Event]) -> list[dict[str, Any]]:
        """How many answers each activity has, and how many texts, in the order of the lesson.

        A look at all cards at once is no answer. Texts are kept beside an activity, as `ID.part`;
        how sure somebody is of an answer is not a text.
        """
        spots = {at for at in map(spot, events) if at[1] != EVERY_ITEM}
        number = Counter(activity for activity, _item in spots)
        texts = Counter(
            activity.partition(".")[0]
            for activity, _item in spots
            if "." in activity and not activity.endswith(".sure")
        )
        mine = self.content.activities[self.journal.lesson]
        return [
            {"title": activity.title, "number": number[key], "texts": texts[key]}
            for key, activity in mine.items()
            if number[key] or texts[key]
        ]


def _lines(events: list[Event]) -> str:
    """The events as they stand in a journal, which is what a teacher's side reads."""
    return "".join(to_line(event).decode("utf-8") + "\n" for event in events)
