"""The head of a lesson: where the answers are, what is there, what the learner must know."""

from collections.abc import Mapping
from typing import Any

from helpkit.content.activity import Activity
from helpkit.content.load import load_chapters
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import Journal
from helpkit.journal.lesson_view import work


class Start(ActivityWidget):
    """Welcome, or welcome back; it takes no events."""

    name = "start"

    def __init__(self, content: Content, journal: Journal) -> None:
        """Look once at what the answers folder holds."""
        chapter = content.chapters[journal.lesson]
        activity = Activity(
            id="start", kind="start", title=chapter.title, intro=Prose(""), minutes=0
        )
        super().__init__(activity, content, journal)

    def fixed(self) -> dict[str, Any]:
        """The full path, for those who want to copy it, and the same lesson elsewhere."""
        chapters = load_chapters(self.content.ui["start"]["other-lang"])
        return {"folder": str(self.journal.folder), "file": chapters[self.journal.lesson].file}

    def restored(self) -> dict[str, Any]:
        """How much is kept of this lesson, since when, and what must be told."""
        events = work(self.journal.events())
        mine = [event for event in events if event.lesson == self.journal.lesson]
        sentences = self.content.ui["journal"]
        messages = [
            sentences[notice.id].format(**notice.values) for notice in self.journal.notices()
        ]
        return {"kept": len(mine), "last": mine[-1].at if mine else "", "told": messages}

    def check(self, event: Mapping[str, Any]) -> None:
        """Nothing here is sent."""
        self.expect(event, {})
