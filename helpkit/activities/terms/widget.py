"""The terms of a lesson: one that is marked in the text opens its entry, and here are all."""

from collections.abc import Iterator, Mapping
from typing import Any

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose
from helpkit.content.types import Content, GlossaryEntry
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import Journal


class Terms(ActivityWidget):
    """The glossary entries of one chapter; nothing is recorded."""

    name = "terms"

    def __init__(self, content: Content, journal: Journal) -> None:
        """Take the chapter from the journal, as every lesson does."""
        title, intro = (content.ui[self.name][key] for key in ("title", "intro"))
        activity = Activity(
            id="terms", kind="terms", title=Prose(title), intro=Prose(intro), minutes=0
        )
        super().__init__(activity, content, journal)

    def fixed(self) -> dict[str, Any]:
        """The entries in the order of the alphabet of the language."""
        entries = sorted(self._entries(), key=lambda entry: entry.term.casefold())
        return {"entries": [_shown(entry) for entry in entries]}

    def restored(self) -> dict[str, Any]:
        """Nothing to restore."""
        return {}

    def check(self, event: Mapping[str, Any]) -> None:
        """No event is expected at all."""
        self.expect(event, {})

    def _entries(self) -> Iterator[GlossaryEntry]:
        chapter = int(self.journal.lesson)
        return (entry for entry in self.content.glossary.values() if chapter in entry.chapters)


def _shown(entry: GlossaryEntry) -> dict[str, str]:
    return {
        "id": entry.id,
        "term": entry.term,
        "definition": entry.definition,
        "published": entry.published or "",
    }
