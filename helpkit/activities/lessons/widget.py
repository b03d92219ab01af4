"""The map of the course: where the learner is, what is next, and one press to go there."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from helpkit.activities.lessons.stations import last_lesson, next_station, stations
from helpkit.content.activity import Activity
from helpkit.content.files import lessons_folder
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import Journal


class Lessons(ActivityWidget):
    """All lessons of the course as a line with stations; it takes no events."""

    name = "lessons"

    def __init__(self, content: Content, journal: Journal) -> None:
        """Welcome the learner, or welcome them back."""
        words = content.ui["lessons"]
        greeting = words["welcome-back" if last_lesson(content, journal.known()) else "welcome"]
        activity = Activity(
            id="lessons", kind="lessons", title=Prose(greeting), intro=Prose(""), minutes=0
        )
        super().__init__(activity, content, journal)

    def fixed(self) -> dict[str, Any]:
        """The full path of the answers, for whoever wants to copy them."""
        return {"folder": str(self.journal.folder)}

    def restored(self) -> dict[str, Any]:
        """Every lesson with how far it is, and the one to go on with."""
        line = stations(self.content, self.journal.state(), _ready(self.content.language))
        last = last_lesson(self.content, self.journal.known())
        return {"stations": [asdict(each) for each in line], "next": next_station(line, last)}

    def check(self, event: Mapping[str, Any]) -> None:
        """Nothing here is sent."""
        self.expect(event, {})


def _ready(language: str) -> frozenset[str]:
    """The notebooks beside this one; where the kernel sees none, those that helpkit ships."""
    beside = frozenset(path.name for path in Path.cwd().glob("*.ipynb"))
    return beside or frozenset(path.name for path in (lessons_folder() / language).glob("*.ipynb"))
