"""What a page of feedback says: plain texts, cut to what the teacher lets a student see.

Nothing is markup here; the template escapes it all. What was typed is shown as it was, except for
characters that steer or hide.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any, Final

from helpkit.activities.converse.plays import walked
from helpkit.content import Content
from helpkit.content.scene_graph import graph
from helpkit.exercises.items import ClassifyPart, LedgerPart, PathsPart, ScenePart, WritePart
from helpkit.exercises.options import options
from helpkit.exercises.parts.ledger.evenings import (
    BOTH,
    IMPOSSIBLE,
    Evening,
    balance_id,
    evening,
    fewest,
)
from helpkit.exercises.sheet import TEXT
from helpkit.exercises.submission.display import clean
from helpkit.models.ledger import Give
from helpkit.teacher.course.course import Shows
from helpkit.teacher.course.roster import Student
from helpkit.teacher.gradebook import grade as final
from helpkit.teacher.gradebook.grade import Final as Grade
from helpkit.teacher.grading.grade import Grader
from helpkit.teacher.grading.messages import reason, told
from helpkit.teacher.grading.points import Graded
from helpkit.teacher.grading.rubric import Rubric
from helpkit.teacher.results.answers import Handed

__all__ = ["Answer", "Item", "Page", "Part", "View"]

_LONGEST: Final = 200
"""How much is shown of an answer that is not valid."""


@dataclass(frozen=True)
class Answer:
    """One answer: what it is to, what was typed, and what is said of it; empty is not shown."""

    label: str
    typed: str
    state: str = ""
    points: str = ""
    messages: tuple[str, ...] = ()
    reading: str = ""


@dataclass(frozen=True)
class Item:
    """One item with its answers; `lines` tell what happened in it, or what was said."""

    text: str
    answers: tuple[Answer, ...]
    lines_title: str = ""
    lines: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Criterion:
    """What people said about a text."""

    name: str
    points: str
    comments: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One part of the exercise; `texts` are what was written, each with its label."""

    title: str
    points: str = ""
    not_read: str = ""
    items: tuple[Item, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class Page:
    """A whole page."""

    language: str
    title: str
    who: str
    course: str
    total: tuple[str, ...]
    parts: tuple[Part, ...]
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class View:
    """One student's submission, results and grade, on the way to a page."""

    grader: Grader
    rubric: Mapping[str, Rubric]
    shows: frozenset[Shows]
    seed: str
    handed: Handed
    rows: tuple[Graded, ...]
    grade: Grade

    @property
    def content(self) -> Content:
        """Everything that is known, in the language of the page."""
        return self.grader.content

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The words of the page."""
        return self.content.ui["feedback"]

    def page(self, course: str, student: Student) -> Page:
        """The page of this student."""
        exercise = self.grader.exercise
        chapter = self.content.chapters[exercise.lesson].title
        title = self.words["title"].format(number=exercise.lesson.lstrip("0"), chapter=chapter)
        who = self.words["for"].format(name=student.name, student=student.id)
        parts = groupby(self.rows, key=lambda row: row.part)
        return Page(
            self.content.language,
            title,
            clean(who),
            clean(course),
            tuple(self._total()) if Shows.POINTS in self.shows else (),
            tuple(self._part(name, [*rows]) for name, rows in parts),
            self.words,
        )

    def _total(self) -> Iterator[str]:
        grade, words = self.grade, self.words
        if grade.decided:
            points = self._n(grade.points or 0)
            yield words["by-hand"].format(points=points, of=self._n(grade.of))
            return
        if grade.points is None:
            so_far = sum(line.machine for line in grade.lines)
            yield words["so-far"].format(points=self._n(so_far), of=self._n(grade.raw_of))
            return
        yield words["total"].format(points=self._n(grade.raw or 0), of=self._n(grade.raw_of))
        if grade.lowered:
            yield words["lowered"].format(lowered=self._n(grade.lowered))
        yield words["scaled"].format(points=self._n(grade.points), of=self._n(grade.of))

    def _part(self, name: str, rows: list[Graded]) -> Part:
        part = self.grader.exercise.parts[name]
        line = next(one for one in self.grade.lines if one.part == name)
        texts: tuple[tuple[str, str], ...] = ()
        if isinstance(part, WritePart):
            texts = tuple((one.label, self._text(name, key)) for key, one in part.fields.items())
        if isinstance(part, ScenePart):
            texts = ((self.words["your-scene"], self._text(name, TEXT)),)
        return Part(
            part.title,
            self._points(line.points, line.of),
            "" if line.points is not None or self.grade.decided else self.words["not-read"],
            tuple(self._items(part, rows)),
            texts,
            tuple(self._criteria(line)),
        )

    def _items(self, part: Any, rows: list[Graded]) -> Iterator[Item]:
        """What the machine graded, item by item."""
        seen = [row for row in rows if row.points is not None]
        for base, own in groupby(seen, key=lambda row: row.item.partition(".")[0]):
            answers = [self._answer(part, row) for row in own]
            title, lines = self._lines(part, base)
            text = "" if isinstance(part, ScenePart) else part.items[base].text
            yield Item(text, tuple(answers), title, lines, self._reason(part, base))

    def _reason(self, part: Any, item: str) -> str:
        if Shows.READINGS not in self.shows:
            return ""
        row = Graded(part.id, item, 0, 0, "blank", "blank")
        return reason(row, self.grader.key, self.content)

    def _answer(self, part: Any, row: Graded) -> Answer:
        judged = self.shows & {Shows.POINTS, Shows.MESSAGES}
        says = Shows.MESSAGES in self.shows and row.state != "right"  # its state says so
        said = told(row, self.grader.key, self.content) if says else ""
        return Answer(
            self._label(part, row.item),
            "" if isinstance(part, ScenePart) else self._typed(part, row.item),
            row.state if judged else "",
            self._points(row.points, row.of),
            tuple(clean(one) for one in (said, *(row.details if says else ())) if one),
            self._reading(part, row.item) if Shows.READINGS in self.shows else "",
        )

    def _label(self, part: Any, item: str) -> str:
        rest = item.partition(".")[2]
        match part:
            case ClassifyPart():
                return self.words[f"ask-{rest or part.questions[0]}"]
            case LedgerPart() if rest:
                return self.words["balance"].format(who=rest.upper())
            case ScenePart():
                return str(part.needs[rest])
        return self.words["your-answer"]

    def _typed(self, part: Any, item: str) -> str:
        """The answer as a person reads it."""
        value = self.handed.answers.get(part.id, {}).get(item)
        if value is None or value == "" or value == []:
            return self.words["no-answer"]
        if isinstance(part, ClassifyPart) and isinstance(value, str):
            question = item.partition(".")[2] or part.questions[0]
            return clean(options(question, self.content).get(value, value)[:_LONGEST])
        if isinstance(part, PathsPart) and self._path(part, item):
            return ""
        if value == IMPOSSIBLE:
            return self.words["impossible"]
        if type(value) in (int, float):
            return str(value).replace(".", self.content.ui["chart"]["decimal"])
        said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return clean(said[:_LONGEST])

    def _text(self, part: str, item: str) -> str:
        value = self.handed.answers.get(part, {}).get(item)
        return clean(value) if isinstance(value, str) else ""

    def _lines(self, part: Any, item: str) -> tuple[str, tuple[str, ...]]:
        if isinstance(part, LedgerPart):
            drawn = self._evening(part, item)
            title = self.words["evening"].format(factor=self._n(drawn.inflation))
            return title, tuple(self._moves(drawn))
        if isinstance(part, PathsPart):
            lines = self._path(part, item)
            return (self.words["conversation"], lines) if lines else ("", ())
        return "", ()

    def _evening(self, part: LedgerPart, item: str) -> Evening:
        return evening(part.items[item], item, self.seed, self.handed.typed)

    def _moves(self, drawn: Evening) -> Iterator[str]:
        a, b = BOTH
        for move in drawn.moves:
            to = a if move.by == b else b
            if isinstance(move, Give):
                yield self.words["gives"].format(by=move.by, to=to, value=self._n(move.value))
            else:
                yield self.words["thanks"].format(by=move.by, to=to)

    def _path(self, part: PathsPart, item: str) -> tuple[str, ...]:
        """What was said on the way, as the scene has it."""
        scene = self.content.scenes[part.items[item].scene]
        path = walked(graph(scene), self.handed.answers.get(part.id, {}).get(item))
        steps = zip(path.nodes, path.choices, strict=False) if path else ()
        return tuple(str(scene.nodes[node].choices[choice].says) for node, choice in steps)

    def _reading(self, part: Any, item: str) -> str:
        """Our own answer; empty where the key has none to show."""
        base, _, rest = item.partition(".")
        if isinstance(part, LedgerPart):
            ours = self._computed(self._evening(part, base), base, item)
            return self.words["computed"].format(reading=ours)
        if not isinstance(part, ClassifyPart):
            return ""
        question = rest or part.questions[0]
        right = self.grader.key.parts[part.id].items[base].answers[question]
        known = options(question, self.content)
        ours, others = known[right.value], ", ".join(known[one] for one in right.accepted)
        if others:
            return self.words["accepted-too"].format(reading=ours, others=others)
        return self.words["our-reading"].format(reading=ours)

    def _computed(self, drawn: Evening, base: str, item: str) -> str:
        balances = {balance_id(base, who): drawn.ledger.balances[who] for who in BOTH}
        if item in balances:
            return self._n(balances[item])
        least = fewest(drawn)
        return self.words["impossible"] if least == IMPOSSIBLE else str(least)

    def _criteria(self, line: final.PartLine) -> Iterator[Criterion]:
        rubric = self.rubric.get(line.part)
        for one in line.criteria if rubric else ():
            points = self._points(one.points, one.of)
            said = one.comments if Shows.COMMENTS in self.shows else ()
            name = (
                rubric.criteria[one.criterion].name.get(self.content.language, "") if rubric else ""
            )
            if points or said:
                yield Criterion(name, points, tuple(map(clean, said)))

    def _points(self, points: float | None, of: float) -> str:
        if points is None or Shows.POINTS not in self.shows:
            return ""
        form = self.words["point" if of == 1 else "points"]
        return form.format(points=self._n(points), of=self._n(of))

    def _n(self, number: float) -> str:
        """A number as people write it in this language."""
        plain = f"{number:.2f}".rstrip("0").rstrip(".")
        plain = "0" if plain == "-0" else plain.replace("-", "−")
        return plain.replace(".", self.content.ui["chart"]["decimal"])
