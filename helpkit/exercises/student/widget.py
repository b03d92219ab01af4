"""The head of an exercise: who the student is, what there is to do, and what it is worth."""

from collections.abc import Mapping
from typing import Any, Final

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose
from helpkit.errors import HelpkitError
from helpkit.exercises.submission.display import is_name
from helpkit.exercises.widget import START, STUDENT, Handout
from helpkit.frontend.base import REFRESH, ActivityWidget

LONGEST: Final = 64
"""The most characters an id may have, which is what a submission accepts."""


class StudentHead(ActivityWidget):
    """Asks for the student's id; if it changes, every widget of the exercise looks again."""

    name = "student"

    def __init__(self, exercise: Handout) -> None:
        """One field for the whole exercise."""
        self.exercise = exercise
        title = exercise.content.ui[self.name]["title"]
        named = title.format(course=exercise.release.course, number=exercise.release.number)
        activity = Activity(id=START, kind=START, title=Prose(named), intro=Prose(""), minutes=0)
        super().__init__(activity, exercise.content, exercise.journal)

    def fixed(self) -> dict[str, Any]:
        """Until when, where the answers are, and how long an id may be."""
        release = self.exercise.release
        deadline = release.deadline
        return {
            "item": STUDENT,
            "deadline": deadline.isoformat() if deadline else "",
            "zone": release.zone,
            "folder": str(self.journal.folder),
            "longest": LONGEST,
        }

    def restored(self) -> dict[str, Any]:
        """Who it is, how complete each part is, and what they must know."""
        sentences = self.content.ui["journal"]
        notices = [
            sentences[notice.id].format(**notice.values) for notice in self.journal.notices()
        ]
        return {
            "student": self.exercise.student,
            "parts": self.exercise.progress(),
            "told": [*self.state.get("told", []), *notices],
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: who the student is."""
        self.expect(
            event, {"answer": lambda item, value: item == STUDENT and isinstance(value, str)}
        )
        if not _is_id(event["value"]):
            raise HelpkitError(self.content.ui[self.name]["no-id"].format(longest=LONGEST))

    def handle(self, event: Mapping[str, Any]) -> None:
        """Record who it is, without spaces around it, and let the others know."""
        if event.get("kind") != REFRESH and isinstance(event.get("value"), str):
            event = {**event, "value": event["value"].strip()}
        before = self.exercise.student
        try:
            super().handle(event)
        finally:
            if self.exercise.student != before:
                self.exercise.renew()


def _is_id(text: str) -> bool:
    return 0 < len(text) <= LONGEST and is_name(text.strip())
