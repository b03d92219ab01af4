"""One text after the other, with the rubric beside it; whose text it is stays hidden."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.preview import built_view
from helpkit.frontend.base import REFRESH, Widget
from helpkit.teacher.grading.rubric import Rubric
from helpkit.teacher.marking.current_marks import Level
from helpkit.teacher.marking.texts import Text

if TYPE_CHECKING:
    from helpkit.teacher.marking.desk import Desk

__all__ = ["OPEN", "Reading"]

LONGEST: Final = 2000
"""The most characters a comment may have."""

OPEN: Final = "open"
"""The item under which a text is opened; all others are TEXT/CRITERION/MARKER."""


class Reading(Widget):
    """A text, its criteria, and the way to the next; every mark is on the disk before it counts."""

    name = "reading"

    def __init__(self, desk: "Desk") -> None:
        """Show the first text that is still to be marked."""
        self.desk = desk
        super().__init__(desk.content, f"{desk.place}.{self.name}")
        scene = self.content.ui["scene"]
        self.words = {**scene, **self.words}

    def seen(self) -> dict[str, Any]:
        """The rubric of each part."""
        texts, language = self.content.ui["reading"], self.content.language
        rubrics = {part: _rubric(one, language) for part, one in self.desk.rubric.items()}
        return {
            "title": texts["title"],
            "intro": texts["intro"],
            "longest": LONGEST,
            "rubrics": rubrics,
        }

    def restored(self) -> dict[str, Any]:
        """The text that is open with this marker's own points, and how far the marker is."""
        desk = self.desk
        given = desk.levels(desk.name)
        done = [key for key, text in desk.texts.items() if desk.done(text, given[key])]
        unread = ", ".join(sorted(desk.unread))
        return {
            "marker": desk.name,
            "number": len(desk.texts),
            "done": len(done),
            "unread": unread,
            **self._opened(given, done),
        }

    def _opened(self, given: Mapping[str, Mapping[str, Level]], done: list[str]) -> dict[str, Any]:
        keys = [*self.desk.texts]
        if not keys:
            return {"key": "", "text": None}
        key = self.desk.at
        at = keys.index(key)
        after = [*keys[at + 1 :], *keys[:at]]
        return {
            "key": key,
            "at": at + 1,
            "before": keys[at - 1] if at else "",
            "after": keys[at + 1] if at + 1 < len(keys) else "",
            "next": next((one for one in after if one not in done), ""),
            "text": self._text(self.desk.texts[key]),
            "newer": _is_newer(self.desk.texts[key], given[key]),
            "earlier": self._earlier(key),
            "levels": {
                self._item(key, name): {
                    "value": "" if one.value is None else f"{one.value:g}",
                    "comment": one.comment,
                    "held": one.held,
                }
                for name, one in given[key].items()
            },
        }

    def _text(self, text: Text) -> dict[str, Any]:
        """What was written; a scene can be played as well."""
        part = self.desk.source.parts[text.part]
        is_scene = isinstance(part, ScenePart) and not text.blank
        return {
            "part": text.part,
            "fields": [{"label": label, "text": said} for label, said in text.fields],
            "blank": text.blank,
            "scene": built_view(text.scene, part, self.content) if is_scene else None,
        }

    def _earlier(self, key: str) -> dict[str, Any]:
        """What this marker gave for an earlier text of the same student, as a hint."""
        given = self.desk.earlier(self.desk.name)[key] if self.desk.name else {}
        return {
            self._item(key, name): {"value": f"{one.value:g}", "comment": one.comment}
            for name, one in given.items()
        }

    def _item(self, key: str, criterion: str) -> str:
        return f"{key}/{criterion}/{self.desk.name}"

    def handle(self, event: Mapping[str, Any]) -> None:
        """Points (an answer), a comment (a reflection), or another text to open."""
        kind, item, value = (event.get(name) for name in ("kind", "item", "value"))
        if kind == REFRESH:
            self.state = self.restored()
        elif (kind, item) == ("answer", OPEN) and str(value) in self.desk.texts:
            self.desk.turn_to(str(value))
        else:
            try:
                self.desk.given.give(*self._spot(event), **self._what(event))
            finally:
                self.desk.renew()

    def _spot(self, event: Mapping[str, Any]) -> tuple[str, str, str, str]:
        """Student, part, criterion and marker; a mark stays with the marker who gave it."""
        key, _, rest = str(event.get("item")).partition("/")
        criterion, _, marker = rest.partition("/")
        text = self.desk.texts.get(key)
        if text is None or criterion not in self.desk.rubric[text.part].criteria or not marker:
            raise self.unexpected(event, [OPEN, "TEXT/CRITERION/MARKER"])
        return text.student, text.part, criterion, marker

    def _what(self, event: Mapping[str, Any]) -> dict[str, Any]:
        kind, value = event.get("kind"), event.get("value")
        _, part, criterion, _ = self._spot(event)
        levels = range(len(self.desk.rubric[part].criteria[criterion].levels))
        if kind == "answer" and (value is None or value in map(str, levels)):
            return {"value": None if value is None else float(str(value))}
        if kind == "reflection" and isinstance(value, str) and len(value) <= LONGEST:
            return {"comment": value}
        raise self.unexpected(event, ["answer", "reflection"])


def _is_newer(text: Text, levels: Mapping[str, Level]) -> bool:
    """May this marker have read an earlier text? Only marks of an older helpkit do not say."""
    given = [one for one in levels.values() if one.value is not None and one.at]
    return any(one.at < text.at for one in given if not one.known)


def _rubric(rubric: Rubric, language: str) -> dict[str, Any]:
    criteria = [
        {"id": key, "name": one.name[language], "levels": [level[language] for level in one.levels]}
        for key, one in rubric.criteria.items()
    ]
    return {"passes": rubric.passes, "of": rubric.of, "criteria": criteria}
