"""One text after the other, with the rubric beside it; whose text it is stays hidden."""

from collections.abc import Mapping
from typing import Any, Final

from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.preview import built_view
from helpkit.frontend.base import REFRESH, Widget
from helpkit.teacher.grading.rubric import Rubric
from helpkit.teacher.marking.marks import Mark
from helpkit.teacher.marking.session import MarkingSession
from helpkit.teacher.marking.texts import Text

__all__ = ["OPEN", "TextReader"]

LONGEST: Final = 2000
"""The most characters a comment may have."""

OPEN: Final = "open"
"""The item under which a text is opened; all others are TEXT/CRITERION/MARKER."""


class TextReader(Widget):
    """A text, its criteria, and the way to the next; every mark is on the disk before it counts."""

    name = "reading"

    def __init__(self, session: MarkingSession) -> None:
        """Show the first text that is still to be marked."""
        self.session = session
        super().__init__(session.content, f"{session.place}.{self.name}")
        scene = self.content.ui["scene"]
        self.words = {**scene, **self.words}

    def seen(self) -> dict[str, Any]:
        """The rubric of each part."""
        texts, language = self.content.ui["reading"], self.content.language
        rubrics = {part: _rubric(rubric, language) for part, rubric in self.session.rubric.items()}
        return {
            "title": texts["title"],
            "intro": texts["intro"],
            "longest": LONGEST,
            "rubrics": rubrics,
        }

    def restored(self) -> dict[str, Any]:
        """The text that is open with this marker's own points, and how far the marker is."""
        session = self.session
        marks = session.marks_of(session.name)
        done = [key for key, text in session.texts.items() if session.done(text, marks[key])]
        unread = ", ".join(sorted(session.unread))
        return {
            "marker": session.name,
            "number": len(session.texts),
            "done": len(done),
            "unread": unread,
            **self._opened(marks, done),
        }

    def _opened(self, marks: Mapping[str, Mapping[str, Mark]], done: list[str]) -> dict[str, Any]:
        keys = [*self.session.texts]
        if not keys:
            return {"key": "", "text": None}
        key = self.session.open_text
        at = keys.index(key)
        after = [*keys[at + 1 :], *keys[:at]]
        return {
            "key": key,
            "at": at + 1,
            "before": keys[at - 1] if at else "",
            "after": keys[at + 1] if at + 1 < len(keys) else "",
            "next": next((other for other in after if other not in done), ""),
            "text": self._text(self.session.texts[key]),
            "newer": _is_newer(self.session.texts[key], marks[key]),
            "earlier": self._earlier(key),
            "levels": {
                self._item(key, name): {
                    "value": "" if mark.value is None else f"{mark.value:g}",
                    "comment": mark.comment,
                    "held": mark.held,
                }
                for name, mark in marks[key].items()
            },
        }

    def _text(self, text: Text) -> dict[str, Any]:
        """What was written; a scene can be played as well."""
        part = self.session.parts[text.part]
        is_scene = isinstance(part, ScenePart) and not text.blank
        return {
            "part": text.part,
            "fields": [{"label": label, "text": field_text} for label, field_text in text.fields],
            "blank": text.blank,
            "scene": built_view(text.scene, part, self.content) if is_scene else None,
        }

    def _earlier(self, key: str) -> dict[str, Any]:
        """What this marker gave for an earlier text of the same student, as a hint."""
        session = self.session
        marks = session.earlier(session.name)[key] if session.name else {}
        return {
            self._item(key, name): {"value": f"{mark.value:g}", "comment": mark.comment}
            for name, mark in marks.items()
        }

    def _item(self, key: str, criterion: str) -> str:
        return f"{key}/{criterion}/{self.session.name}"

    def handle(self, event: Mapping[str, Any]) -> None:
        """Points (an answer), a comment (a reflection), or another text to open."""
        kind, item, value = (event.get(name) for name in ("kind", "item", "value"))
        if kind == REFRESH:
            self.state = self.restored()
        elif (kind, item) == ("answer", OPEN) and str(value) in self.session.texts:
            self.session.turn_to(str(value))
        else:
            try:
                self.session.marks.give(*self._spot(event), **self._what(event))
            finally:
                self.session.renew()

    def _spot(self, event: Mapping[str, Any]) -> tuple[str, str, str, str]:
        """Student, part, criterion and marker; a mark stays with the marker who gave it."""
        key, _, rest = str(event.get("item")).partition("/")
        criterion, _, marker = rest.partition("/")
        text = self.session.texts.get(key)
        if text is None or criterion not in self.session.rubric[text.part].criteria or not marker:
            raise self.unexpected(event, [OPEN, "TEXT/CRITERION/MARKER"])
        return text.student, text.part, criterion, marker

    def _what(self, event: Mapping[str, Any]) -> dict[str, Any]:
        kind, value = event.get("kind"), event.get("value")
        _, part, criterion, _ = self._spot(event)
        levels = range(len(self.session.rubric[part].criteria[criterion].levels))
        if kind == "answer" and (value is None or value in map(str, levels)):
            return {"value": None if value is None else float(str(value))}
        if kind == "reflection" and isinstance(value, str) and len(value) <= LONGEST:
            return {"comment": value}
        raise self.unexpected(event, ["answer", "reflection"])


def _is_newer(text: Text, marks: Mapping[str, Mark]) -> bool:
    """May this marker have read an earlier text? Only marks of an older helpkit do not say."""
    saved = [mark for mark in marks.values() if mark.value is not None and not mark.held]
    return any(mark.at < text.at for mark in saved if not mark.text)


def _rubric(rubric: Rubric, language: str) -> dict[str, Any]:
    criteria = [
        {
            "id": key,
            "name": criterion.name[language],
            "levels": [level[language] for level in criterion.levels],
        }
        for key, criterion in rubric.criteria.items()
    ]
    return {"passes": rubric.passes, "of": rubric.of, "criteria": criteria}
