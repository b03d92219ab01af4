"""The one object the notebook of the desk talks to: `Desk("01")`.

Each verb returns one widget; a cell that ends with it shows it.
"""

from collections import defaultdict
from collections.abc import Mapping
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
from helpkit.teacher.gradebook.grade import marks_path
from helpkit.teacher.grading.rubric import load_rubric
from helpkit.teacher.marking.current_marks import Given, Level
from helpkit.teacher.marking.marks import Marks, Spot
from helpkit.teacher.marking.texts import Text, read_texts

if TYPE_CHECKING:
    from helpkit.frontend.base import Widget
    from helpkit.teacher.marking.agreement_table import Agreed
    from helpkit.teacher.marking.frame import Frame
    from helpkit.teacher.marking.marker import Marker
    from helpkit.teacher.marking.reading import Reading

W = TypeVar("W", bound="Widget")

__all__ = ["Desk"]


class Desk:
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
        self.source = load_exercise(self.folder, self.course.language)
        self.rubric = load_rubric(self.folder, self.source)
        self.unread: dict[str, str] = {}
        parts = {name: self.source.parts[name] for name in self.rubric}
        self.texts = read_texts(self.course, exercise, parts, self.unread.__setitem__)
        read = {(one.student, one.part): one.fingerprint for one in self.texts.values()}
        self.given = Given(Marks(marks_path(self.course, exercise)), exercise, read)
        self.name, self._open = "", ""
        self._shown: WeakSet[Widget] = WeakSet()

    def marker(self) -> "Marker":
        """Say who marks: two people's marks stay apart."""
        from helpkit.teacher.marking.marker import Marker

        return self._show(Marker(self))

    def reflections(self) -> "Reading":
        """Read one text after the other and give points, with the rubric beside it."""
        from helpkit.teacher.marking.reading import Reading

        return self._show(Reading(self))

    def agreement(self) -> "Agreed":
        """See how far markers agree, and where they differ."""
        from helpkit.teacher.marking.agreement_table import Agreed

        return self._show(Agreed(self))

    def mirror(self, names: bool = False) -> "Frame":
        """See where the class divides, without names unless you ask for them."""
        from helpkit.teacher.marking.frame import Frame
        from helpkit.teacher.mirror.page import html

        page = html(self.course, self.exercise, names, self._exercises)
        return self._show(Frame(self, page))

    @property
    def place(self) -> str:
        """The name under which a browser keeps what is not saved yet; each widget adds its own."""
        folder = sha256(str(self.course.root.resolve()).encode()).hexdigest()[:8]
        return f"helpkit.desk.{folder}.{self.exercise}"

    @property
    def at(self) -> str:
        """Which text is open: the one chosen, or the first that this marker has not done."""
        if self._open not in self.texts:
            done = self.levels(self.name)
            ones = [key for key, text in self.texts.items() if not self.done(text, done[key])]
            self._open = next(iter([*ones, *self.texts]), "")
        return self._open

    def call(self, name: str) -> None:
        """Say who marks from here on; the first text that this marker has not done is opened."""
        self.name, self._open = name, ""
        self.renew()

    def turn_to(self, key: str) -> None:
        """Open a text."""
        self._open = key
        self.renew()

    def levels(self, name: str) -> dict[str, dict[str, Level]]:
        """What one marker gave, by text and criterion."""
        found: dict[str, dict[str, Level]] = defaultdict(dict)
        for key, criterion, marker, level in self._by_text(self.given.levels()):
            if marker == name:
                found[key][criterion] = level
        return found

    def earlier(self, name: str = "") -> dict[str, dict[str, Level]]:
        """What one marker, or anybody, gave for an earlier text, by text and criterion."""
        found: dict[str, dict[str, Level]] = defaultdict(dict)
        for key, criterion, marker, level in self._by_text(self.given.earlier()):
            if marker == name or not name:
                found[key][criterion] = level
        return found

    def points(self) -> dict[tuple[str, str], dict[str, dict[str, float]]]:
        """What all markers gave, by part and criterion, then by text, then by marker."""
        found: dict[tuple[str, str], dict[str, dict[str, float]]] = {
            (part, criterion): defaultdict(dict)
            for part, rubric in self.rubric.items()
            for criterion in rubric.criteria
        }
        for key, criterion, marker, level in self._by_text(self.given.levels()):
            spot = self.texts[key].part, criterion
            if level.value is not None and spot in found:
                found[spot][key][marker] = level.value
        return found

    def markers(self) -> list[str]:
        """Who has marked."""
        return sorted({spot[-1] for spot in (*self.given.levels(), *self.given.earlier())})

    def done(self, text: Text, levels: Mapping[str, Level]) -> bool:
        """Has every criterion its points?"""
        criteria = self.rubric[text.part].criteria
        return all(name in levels and levels[name].value is not None for name in criteria)

    def renew(self) -> None:
        """Let every widget look again: another marker, another text, other marks."""
        for widget in list(self._shown):
            widget.state = widget.restored()
            widget.waits = self.waits(widget)

    def waits(self, widget: "Widget") -> str:
        """What has to be done first."""
        needs = widget.name == "reading" and not self.name
        return self.content.ui["desk"]["marker-first"] if needs else ""

    def _by_text(self, levels: Mapping[Spot, Level]) -> list[tuple[str, str, str, Level]]:
        keys = {(one.student, one.part): one.key for one in self.texts.values()}
        return [
            (keys[student, part], criterion, marker, level)
            for (_, student, part, criterion, marker), level in levels.items()
            if (student, part) in keys
        ]

    def _show(self, widget: W) -> W:
        widget.waits = self.waits(widget)
        self._shown.add(widget)
        return widget


def _nearest(start: Path) -> Path:
    folder = nearest(start, lambda folder: (folder / COURSE).is_file())
    if folder:
        return folder
    raise CourseError(
        f"{COURSE} is not in {start} or above: open the notebook in the folder of your course, "
        'or name it:  Desk("01", course="FOLDER")'
    )
