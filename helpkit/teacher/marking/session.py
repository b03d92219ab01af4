"""People at work on the texts of one exercise: who marks, which text is open, what was given.

The widgets of the desk share one session. Each shows a part of it, and whenever something changes
the session lets all of them look again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakSet

from helpkit.content import load
from helpkit.errors import CourseError
from helpkit.exercises.items import load_exercise
from helpkit.journal.files import nearest
from helpkit.teacher.course.course import COURSE, read_course
from helpkit.teacher.course.source import exercise_folder
from helpkit.teacher.grading.rubric import load_rubric
from helpkit.teacher.marking.agreement import PartCriterion
from helpkit.teacher.marking.current_marks import CurrentMarks
from helpkit.teacher.marking.marks import Mark, Marks, MarkSpot, marks_path
from helpkit.teacher.marking.texts import Text, read_texts

if TYPE_CHECKING:
    from helpkit.frontend.base import Widget

W = TypeVar("W", bound="Widget")

__all__ = ["MarkingSession"]

MarksByText = dict[str, dict[str, Mark]]
"""Marks by the key of their text, and there by criterion."""


class MarkingSession:
    """The texts of one exercise, and the marks that people give.

    Args:
        exercise: two digits, such as "01".
        course: the folder of the course; by default the nearest one upward.
        exercises: a folder of exercises with keys, or the exercise itself.

    Raises:
        CourseError: there is no course, or the course or the exercise cannot be read.
    """

    def __init__(
        self,
        exercise: str,
        course: Path | str | None = None,
        exercises: Path | str | None = None,
    ) -> None:
        self.exercise = exercise
        self.course = read_course(Path(course) if course else _nearest(Path.cwd()))
        self.content = load(self.course.language)
        self._exercises = Path(exercises) if exercises else None
        self.folder = exercise_folder(self.course, exercise, self._exercises)
        source = load_exercise(self.folder, self.course.language)
        self.rubric = load_rubric(self.folder, source)
        self.parts = {name: source.parts[name] for name in self.rubric}
        self.unread: dict[str, str] = {}
        self.texts = read_texts(self.course, exercise, self.parts, self.unread.__setitem__)
        fingerprints = {(text.student, text.part): text.fingerprint for text in self.texts.values()}
        journal = Marks(marks_path(self.course, exercise))
        self.marks = CurrentMarks(journal, exercise, fingerprints)
        self.name, self._open = "", ""
        self._shown: WeakSet[Widget] = WeakSet()

    @property
    def place(self) -> str:
        """The name under which a browser keeps what is not saved yet; each widget adds its own."""
        folder = sha256(str(self.course.root.resolve()).encode()).hexdigest()[:8]
        return f"helpkit.desk.{folder}.{self.exercise}"

    @property
    def open_text(self) -> str:
        """The key of the text chosen, or of the first that this marker has not done."""
        if self._open not in self.texts:
            marks = self.marks_of(self.name)
            to_do = [key for key, text in self.texts.items() if not self.done(text, marks[key])]
            self._open = next(iter([*to_do, *self.texts]), "")
        return self._open

    def call(self, name: str) -> None:
        """Say who marks from here on; the first text that this marker has not done is opened."""
        self.name, self._open = name, ""
        self.renew()

    def turn_to(self, key: str) -> None:
        """Open a text."""
        self._open = key
        self.renew()

    def marks_of(self, name: str) -> MarksByText:
        """What one marker gave, by text and criterion."""
        return self._of_marker(self.marks.latest(), name)

    def earlier(self, name: str = "") -> MarksByText:
        """What one marker, or anybody, gave for an earlier text, by text and criterion."""
        return self._of_marker(self.marks.earlier(), name)

    def points(self) -> dict[PartCriterion, dict[str, dict[str, float]]]:
        """What all markers gave, by part and criterion, then by text, then by marker."""
        points: dict[PartCriterion, dict[str, dict[str, float]]] = {
            (part, criterion): defaultdict(dict)
            for part, rubric in self.rubric.items()
            for criterion in rubric.criteria
        }
        for key, mark in self._by_text(self.marks.latest()):
            place = mark.item, mark.criterion
            if mark.value is not None and place in points:
                points[place][key][mark.marker] = mark.value
        return points

    def markers(self) -> list[str]:
        """Who has marked."""
        marks = (*self.marks.latest().values(), *self.marks.earlier().values())
        return sorted({mark.marker for mark in marks})

    def done(self, text: Text, marks: Mapping[str, Mark]) -> bool:
        """Has every criterion its points?"""
        criteria = self.rubric[text.part].criteria
        return all(name in marks and marks[name].value is not None for name in criteria)

    def show(self, widget: W) -> W:
        """Let a widget look again from now on whenever something changes."""
        widget.waits = self.waits(widget)
        self._shown.add(widget)
        return widget

    def renew(self) -> None:
        """Let every widget look again: another marker, another text, other marks."""
        for widget in list(self._shown):
            widget.state = widget.restored()
            widget.waits = self.waits(widget)

    def waits(self, widget: "Widget") -> str:
        """What has to be done first."""
        needs = widget.name == "reading" and not self.name
        return self.content.ui["desk"]["marker-first"] if needs else ""

    def _of_marker(self, marks: Mapping[MarkSpot, Mark], name: str) -> MarksByText:
        by_text: MarksByText = defaultdict(dict)
        for key, mark in self._by_text(marks):
            if mark.marker == name or not name:
                by_text[key][mark.criterion] = mark
        return by_text

    def _by_text(self, marks: Mapping[MarkSpot, Mark]) -> Iterator[tuple[str, Mark]]:
        """The marks for the texts that are read here, each with the key of its text."""
        keys = {(text.student, text.part): text.key for text in self.texts.values()}
        for mark in marks.values():
            if (mark.student, mark.item) in keys:
                yield keys[mark.student, mark.item], mark


def _nearest(start: Path) -> Path:
    folder = nearest(start, lambda folder: (folder / COURSE).is_file())
    if folder:
        return folder
    raise CourseError(
        f"{COURSE} is not in {start} or above: open the notebook in the folder of your course, "
        'or name it:  Desk("01", course="FOLDER")'
    )
