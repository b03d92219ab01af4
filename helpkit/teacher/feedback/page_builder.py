"""What a page of feedback says: plain texts, cut to what the teacher lets a student see.

Nothing is markup here; the template escapes it all. What was typed is shown as it was, except for
characters that steer or hide.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final

from helpkit.activities.converse.plays import read
from helpkit.activities.converse.staging import Staging
from helpkit.content import Content
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
from helpkit.teacher.course.course import FeedbackPart
from helpkit.teacher.course.roster import Student
from helpkit.teacher.feedback.page import Page, PageAnswer, PageCriterion, PageItem, PagePart
from helpkit.teacher.gradebook.grade import Grade, PartGrade
from helpkit.teacher.grading.grader import Grader
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.messages import reason, sentence
from helpkit.teacher.grading.rubric import Rubric
from helpkit.teacher.results.answers import Answers

__all__ = ["PageBuilder"]

_LONGEST: Final = 200
"""How much is shown of an answer that is not valid."""


@dataclass(frozen=True)
class PageBuilder:
    """One student's submission, results and grade, on the way to a page."""

    grader: Grader
    rubric: Mapping[str, Rubric]
    shows: frozenset[FeedbackPart]
    seed: str
    answers: Answers
    rows: tuple[ItemResult, ...]
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
            tuple(self._total()) if FeedbackPart.POINTS in self.shows else (),
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
            so_far = sum(part.machine for part in grade.parts)
            yield words["so-far"].format(points=self._n(so_far), of=self._n(grade.raw_of))
            return
        yield words["total"].format(points=self._n(grade.raw or 0), of=self._n(grade.raw_of))
        if grade.lowered:
            yield words["lowered"].format(lowered=self._n(grade.lowered))
        yield words["scaled"].format(points=self._n(grade.points), of=self._n(grade.of))

    def _part(self, name: str, rows: list[ItemResult]) -> PagePart:
        part = self.grader.exercise.parts[name]
        grade = next(grade for grade in self.grade.parts if grade.part == name)
        texts: tuple[tuple[str, str], ...] = ()
        if isinstance(part, WritePart):
            texts = tuple(
                (field.label, self._text(name, key)) for key, field in part.fields.items()
            )
        if isinstance(part, ScenePart):
            texts = ((self.words["your-scene"], self._text(name, TEXT)),)
        return PagePart(
            part.title,
            self._points(grade.points, grade.of),
            "" if grade.points is not None or self.grade.decided else self.words["not-read"],
            tuple(self._items(part, rows)),
            texts,
            tuple(self._criteria(grade)),
        )

    def _items(self, part: Any, rows: list[ItemResult]) -> Iterator[PageItem]:
        """What the machine graded, item by item."""
        by_machine = [row for row in rows if row.points is not None]
        for base, own in groupby(by_machine, key=lambda row: row.item.partition(".")[0]):
            answers = [self._answer(part, row) for row in own]
            title, lines = self._lines(part, base)
            text = "" if isinstance(part, ScenePart) else part.items[base].text
            yield PageItem(text, tuple(answers), title, lines, self._reason(part, base))

    def _reason(self, part: Any, item: str) -> str:
        if FeedbackPart.READINGS not in self.shows:
            return ""
        row = ItemResult(part.id, item, 0, 0, "blank", "blank")
        return reason(row, self.grader.key, self.content)

    def _answer(self, part: Any, row: ItemResult) -> PageAnswer:
        judged = self.shows & {FeedbackPart.POINTS, FeedbackPart.MESSAGES}
        says = FeedbackPart.MESSAGES in self.shows and row.state != "right"  # its state says so
        message = sentence(row, self.grader.key, self.content) if says else ""
        return PageAnswer(
            self._label(part, row.item),
            "" if isinstance(part, ScenePart) else self._typed(part, row.item),
            row.state if judged else "",
            self._points(row.points, row.of),
            tuple(clean(text) for text in (message, *(row.details if says else ())) if text),
            self._reading(part, row.item) if FeedbackPart.READINGS in self.shows else "",
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
        value = self.answers.by_part.get(part.id, {}).get(item)
        if value is None or value == "" or value == []:
            return self.words["no-answer"]
        if isinstance(part, ClassifyPart) and isinstance(value, str):
            question = item.partition(".")[2] or part.questions[0]
            return clean(options(question, self.content).get(value, value)[:_LONGEST])
        if isinstance(part, PathsPart) and self._conversation(part, item)[1]:
            return ""
        if value == IMPOSSIBLE:
            return self.words["impossible"]
        if type(value) in (int, float):
            return str(value).replace(".", self.content.ui["chart"]["decimal"])
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return clean(text[:_LONGEST])

    def _text(self, part: str, item: str) -> str:
        value = self.answers.by_part.get(part, {}).get(item)
        return clean(value) if isinstance(value, str) else ""

    def _lines(self, part: Any, item: str) -> tuple[str, tuple[str, ...]]:
        if isinstance(part, LedgerPart):
            own = self._evening(part, item)
            title = self.words["evening"].format(factor=self._n(own.inflation))
            return title, tuple(self._moves(own))
        if isinstance(part, PathsPart):
            return self._conversation(part, item)
        return "", ()

    def _evening(self, part: LedgerPart, item: str) -> Evening:
        return evening(part.items[item], item, self.seed, self.answers.contents.student)

    def _moves(self, own: Evening) -> Iterator[str]:
        a, b = BOTH
        for move in own.moves:
            to = a if move.by == b else b
            if isinstance(move, Give):
                yield self.words["gives"].format(by=move.by, to=to, value=self._n(move.value))
            else:
                yield self.words["thanks"].format(by=move.by, to=to)

    def _conversation(self, part: PathsPart, item: str) -> tuple[str, tuple[str, ...]]:
        """With whom it was played, and what was said on the way, as the scene had it then."""
        answer = self.answers.by_part.get(part.id, {}).get(item)
        played = read(self.content, part.items[item].scene, answer)
        if played is None or not played.path.choices:
            return "", ()
        nodes = played.staging.text.nodes
        lines = (str(nodes[node].choices[choice].says) for node, choice in played.moves())
        return self._played_with(played.staging), tuple(lines)

    def _played_with(self, staging: Staging) -> str:
        scene = staging.text
        if not staging.person:
            return self.words["conversation"]
        name = scene.temperaments[staging.person].name
        return self.words["conversation-with"].format(client=scene.client, name=name)

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
        ours, others = known[right.value], ", ".join(known[answer] for answer in right.accepted)
        if others:
            return self.words["accepted-too"].format(reading=ours, others=others)
        return self.words["our-reading"].format(reading=ours)

    def _computed(self, own: Evening, base: str, item: str) -> str:
        balances = {balance_id(base, who): own.ledger.balances[who] for who in BOTH}
        if item in balances:
            return self._n(balances[item])
        least = fewest(own)
        return self.words["impossible"] if least == IMPOSSIBLE else str(least)

    def _criteria(self, part: PartGrade) -> Iterator[PageCriterion]:
        rubric = self.rubric.get(part.part)
        for grade in part.criteria if rubric else ():
            points = self._points(grade.points, grade.of)
            comments = grade.comments if FeedbackPart.COMMENTS in self.shows else ()
            names = rubric.criteria[grade.criterion].name if rubric else {}
            if points or comments:
                name = names.get(self.content.language, "")
                yield PageCriterion(name, points, tuple(map(clean, comments)))

    def _points(self, points: float | None, of: float) -> str:
        if points is None or FeedbackPart.POINTS not in self.shows:
            return ""
        form = self.words["point" if of == 1 else "points"]
        return form.format(points=self._n(points), of=self._n(of))

    def _n(self, number: float) -> str:
        """A number as people write it in this language."""
        plain = f"{number:.2f}".rstrip("0").rstrip(".")
        plain = "0" if plain == "-0" else plain.replace("-", "−")
        return plain.replace(".", self.content.ui["chart"]["decimal"])
