"""The one object a lesson's notebook talks to: `Lesson("01", language="en")`.

Each verb returns one widget, restored from the journal; a cell that ends with it shows it. A verb,
the kind of activity it shows and the folder it stands in have the same name, and the widget is the
class of that name: `lesson.sort(...)` shows an activity of kind `sort` with `sort.widget.Sort`.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from helpkit.content import load
from helpkit.content.ids import known_id
from helpkit.frontend.lesson_view import VIEW, Unit
from helpkit.journal import Journal, State

if TYPE_CHECKING:
    from IPython.display import Markdown

    from helpkit.frontend.base import ActivityWidget

__all__ = ["Lesson"]

WELCOME = "00"
"""The number of the welcome page, which has no chapter and only the verb `lessons`."""


class Lesson:
    """One lesson in one language, with this kernel's part of the journal.

    Args:
        lesson: two digits, "01" to "09", or "00" for the welcome page.
        language: "en" or "nl".
        answers: the answers folder; by default the nearest one upward from the working directory.

    Raises:
        UnknownIdError: for a lesson or a language we do not have.
    """

    def __init__(self, lesson: str, language: str = "en", answers: Path | str | None = None):
        self.content = load(language)
        unknown = self.content.ui["lesson"]["unknown-lesson"]
        if lesson != WELCOME:
            known_id(lesson, self.content.activities, unknown, self.content)
        self.lesson = lesson
        self.journal = Journal(answers, lesson=lesson, language=language)
        activities = self.content.activities.get(lesson, {})
        VIEW.serve(Unit(self.content, self.journal, activities.keys(), self._is_done))

    def lessons(self) -> "ActivityWidget":
        """See all lessons on the map of the course, and go on with one."""
        return self._open("lessons")

    def start(self) -> "ActivityWidget":
        """Say where the answers are and what is there already."""
        return self._open("start")

    def share(self) -> "ActivityWidget":
        """Offer the teacher what is not private."""
        return self._open("share")

    def questions(self) -> "Markdown":
        """Read the questions with which the book opens, in our words."""
        return self._read("questions")

    def routes(self) -> "Markdown":
        """Read the ways in which a helping relationship can start, and who moves first in each."""
        return self._read("routes")

    def terms(self) -> "ActivityWidget":
        """Look up the terms of the lesson, here or where they are marked in its text."""
        return self._open("terms")

    def predict(self, activity: str) -> "ActivityWidget":
        """Commit to a number before seeing it."""
        return self._show("predict", activity)

    def reveal(self, activity: str) -> "ActivityWidget":
        """See what came out, beside what was predicted."""
        return self._show("reveal", activity, kind="predict")

    def sort(self, activity: str) -> "ActivityWidget":
        """Put cards into columns, then lay the readings side by side."""
        return self._show("sort", activity)

    def message(self, activity: str) -> "ActivityWidget":
        """Answer a friend, then learn what it was about."""
        return self._show("message", activity)

    def choose(self, activity: str) -> "ActivityWidget":
        """Pick one of several defensible answers and see what each gives and costs."""
        return self._show("choose", activity)

    def vote(self, activity: str) -> "ActivityWidget":
        """Vote alone, talk with a neighbour, and vote again."""
        return self._show("vote", activity)

    def flip(self, activity: str) -> "ActivityWidget":
        """Find the one thing that moved the class of help."""
        return self._show("flip", activity)

    def reflect(self, activity: str) -> "ActivityWidget":
        """Write about a moment of one's own."""
        return self._show("reflect", activity)

    def map(self, activity: str) -> "ActivityWidget":
        """See how the answers to any two questions go together."""
        return self._show("map", activity)

    def explore(self, activity: str) -> "ActivityWidget":
        """Turn the knobs of a model, one at a time, and see what follows."""
        return self._show("explore", activity)

    def receipt(self, activity: str) -> "ActivityWidget":
        """Price ten favours, as the one who does them or as the one who gets them."""
        return self._show("receipt", activity)

    def favours(self, activity: str) -> "ActivityWidget":
        """Play an evening of favours and watch both accounts."""
        return self._show("favours", activity)

    def partners(self, activity: str) -> "ActivityWidget":
        """Play some rounds with partners who have no name yet."""
        return self._show("partners", activity)

    def villages(self, activity: str) -> "ActivityWidget":
        """Let many villages live, and count where helping wins."""
        return self._show("villages", activity)

    def cameras(self, activity: str) -> "ActivityWidget":
        """Watch one evening as an account and as a scene, and mark where it breaks in each."""
        return self._show("cameras", activity)

    def casting(self, activity: str) -> "ActivityWidget":
        """Say who does what to whom, and see how far it strains the scene."""
        return self._show("casting", activity)

    def table11(self, activity: str) -> "ActivityWidget":
        """Put the situations of Table 1.1 on stage, helping beside failing."""
        return self._show("table11", activity)

    def wordspace(self, activity: str) -> "ActivityWidget":
        """See how good, strong and lively the words for helping feel, and rate some."""
        return self._show("wordspace", activity)

    def seesaw(self, activity: str) -> "ActivityWidget":
        """Move two people up and down, and feel which distance suits them."""
        return self._show("seesaw", activity)

    def predictions(self, activity: str) -> "ActivityWidget":
        """See every prediction of the course, and how far being sure went with being right."""
        return self._show("predictions", activity)

    def converse(self, activity: str) -> "ActivityWidget":
        """Have a conversation on the stage, as the helper and then as the client."""
        return self._show("converse", activity)

    def timeline(self, activity: str) -> "ActivityWidget":
        """See who wrote what, and when."""
        return self._show("timeline", activity)

    def cases(self, activity: str) -> "ActivityWidget":
        """Read short stories of help and say what went wrong, or what made it work."""
        return self._show("cases", activity)

    def gates(self, activity: str) -> "ActivityWidget":
        """Find where trust leaked: saying it, accepting it or carrying it out."""
        return self._show("gates", activity)

    def recap(self, activity: str) -> "ActivityWidget":
        """Look back: what was guessed, done and changed, and a self-check."""
        return self._show("recap", activity)

    def _is_done(self, key: str, state: State) -> bool:
        activity = self.content.activities[self.lesson][key]
        return activity.is_done(state.of(self.lesson, key), self.content)

    def _show(self, verb: str, key: str, kind: str | None = None) -> "ActivityWidget":
        """The widget of a verb for an activity, of the kind of that name if no other is said."""
        activities = self.content.activities[self.lesson]
        fitting = (name for name, other in activities.items() if other.kind == (kind or verb))
        known_id(key, fitting, self.content.ui["lesson"]["unknown-activity"], self.content)
        return _widget(verb)(activities[key], self.content, self.journal)

    def _open(self, verb: str) -> "ActivityWidget":
        """The widget of this verb for the whole lesson."""
        return _widget(verb)(self.content, self.journal)

    def _read(self, verb: str) -> "Markdown":
        """The text of this verb."""
        from IPython.display import Markdown

        return Markdown(import_module(f"helpkit.activities.{verb}.text").text(self.content))


def _widget(verb: str) -> "Callable[..., ActivityWidget]":
    """The widget class of a verb; its folder is imported only now, for it loads the front end."""
    module = import_module(f"helpkit.activities.{verb}.widget")
    widget: Callable[..., ActivityWidget] = getattr(module, verb.capitalize())
    return widget
