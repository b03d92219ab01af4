"""The one object a lesson's notebook talks to: `Lesson("01", language="en")`.

Each verb returns one widget, restored from the journal; a cell that ends with it shows it.
"""

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from helpkit.content import load
from helpkit.content.activity import Activity
from helpkit.errors import UnknownIdError
from helpkit.journal import Journal

if TYPE_CHECKING:
    from IPython.display import Markdown

    from helpkit.frontend.base import ActivityWidget

__all__ = ["Lesson", "send_pictures_ahead"]


class Lesson:
    """One lesson in one language, with this kernel's part of the journal.

    Args:
        lesson: two digits, "01" to "09".
        language: "en" or "nl".
        answers: the answers folder; by default the nearest one upward from the working directory.

    Raises:
        UnknownIdError: for a lesson or a language we do not have.
    """

    def __init__(self, lesson: str, language: str = "en", answers: Path | str | None = None):
        self.content = load(language)
        self._known("lesson", lesson, tuple(self.content.activities))
        self.lesson = lesson
        self.journal = Journal(answers, lesson=lesson, language=language)
        send_pictures_ahead()

    def start(self) -> "ActivityWidget":
        """Say where the answers are and what is there already."""
        from helpkit.activities.start.widget import Start

        return Start(self.content, self.journal)

    def share(self) -> "ActivityWidget":
        """Offer the teacher what is not private."""
        from helpkit.activities.share.widget import Share

        return Share(self.content, self.journal)

    def questions(self) -> "Markdown":
        """Read the questions with which the book opens, in our words."""
        from IPython.display import Markdown

        return Markdown("\n".join(f"1. {one.text}" for one in self.content.questions.values()))

    def routes(self) -> "Markdown":
        """Read the ways in which a helping relationship can start, and who moves first in each."""
        from IPython.display import Markdown

        head = self.content.ui["lesson"]
        rows = [(head["route"], head["mover"], head["example"]), ("---",) * 3]
        rows += [(one.name, one.mover, one.example) for one in self.content.routes.values()]
        return Markdown("\n".join(f"| {' | '.join(row)} |" for row in rows))

    def terms(self) -> "ActivityWidget":
        """Look up the terms of the lesson, here or where they are marked in its text."""
        from helpkit.activities.terms.widget import Terms

        return Terms(self.content, self.journal)

    def predict(self, activity: str) -> "ActivityWidget":
        """Commit to a number before seeing it."""
        from helpkit.activities.predict.widget import Predict

        return Predict(self._activity(activity, "predict"), self.content, self.journal)

    def reveal(self, activity: str) -> "ActivityWidget":
        """See what came out, beside what was predicted."""
        from helpkit.activities.reveal.widget import Reveal

        return Reveal(self._activity(activity, "predict"), self.content, self.journal)

    def sort(self, activity: str) -> "ActivityWidget":
        """Put cards into columns, then lay the readings side by side."""
        from helpkit.activities.sort.widget import Sort

        return Sort(self._activity(activity, "sort"), self.content, self.journal)

    def message(self, activity: str) -> "ActivityWidget":
        """Answer a friend, then learn what it was about."""
        from helpkit.activities.message.widget import Message

        return Message(self._activity(activity, "message"), self.content, self.journal)

    def choose(self, activity: str) -> "ActivityWidget":
        """Pick one of several defensible answers and see what each gives and costs."""
        from helpkit.activities.choose.widget import Choice

        return Choice(self._activity(activity, "choose"), self.content, self.journal)

    def vote(self, activity: str) -> "ActivityWidget":
        """Vote alone, talk with a neighbour, and vote again."""
        from helpkit.activities.vote.widget import Vote

        return Vote(self._activity(activity, "vote"), self.content, self.journal)

    def flip(self, activity: str) -> "ActivityWidget":
        """Find the one thing that moved the class of help."""
        from helpkit.activities.flip.widget import Flip

        return Flip(self._activity(activity, "flip"), self.content, self.journal)

    def reflect(self, activity: str) -> "ActivityWidget":
        """Write about a moment of one's own."""
        from helpkit.activities.reflect.widget import Reflect

        return Reflect(self._activity(activity, "reflect"), self.content, self.journal)

    def map(self, activity: str) -> "ActivityWidget":
        """See how the answers to any two questions go together."""
        from helpkit.activities.map.widget import Map

        return Map(self._activity(activity, "map"), self.content, self.journal)

    def explore(self, activity: str) -> "ActivityWidget":
        """Turn the knobs of a model, one at a time, and see what follows."""
        from helpkit.activities.explore.widget import Explore

        return Explore(self._activity(activity, "explore"), self.content, self.journal)

    def receipt(self, activity: str) -> "ActivityWidget":
        """Price ten favours, as the one who does them or as the one who gets them."""
        from helpkit.activities.receipt.widget import Receipt

        return Receipt(self._activity(activity, "receipt"), self.content, self.journal)

    def favours(self, activity: str) -> "ActivityWidget":
        """Play an evening of favours and watch both accounts."""
        from helpkit.activities.favours.widget import Favours

        return Favours(self._activity(activity, "favours"), self.content, self.journal)

    def partners(self, activity: str) -> "ActivityWidget":
        """Play some rounds with partners who have no name yet."""
        from helpkit.activities.partners.widget import Partners

        return Partners(self._activity(activity, "partners"), self.content, self.journal)

    def villages(self, activity: str) -> "ActivityWidget":
        """Let many villages live, and count where helping wins."""
        from helpkit.activities.villages.widget import Villages

        return Villages(self._activity(activity, "villages"), self.content, self.journal)

    def cameras(self, activity: str) -> "ActivityWidget":
        """Watch one evening as an account and as a scene, and mark where it breaks in each."""
        from helpkit.activities.cameras.widget import Cameras

        return Cameras(self._activity(activity, "cameras"), self.content, self.journal)

    def casting(self, activity: str) -> "ActivityWidget":
        """Say who does what to whom, and see how far it strains the scene."""
        from helpkit.activities.casting.widget import Casting

        return Casting(self._activity(activity, "casting"), self.content, self.journal)

    def table11(self, activity: str) -> "ActivityWidget":
        """Put the situations of Table 1.1 on stage, helping beside failing."""
        from helpkit.activities.table11.widget import Table11

        return Table11(self._activity(activity, "table11"), self.content, self.journal)

    def wordspace(self, activity: str) -> "ActivityWidget":
        """See how good, strong and lively the words for helping feel, and rate some."""
        from helpkit.activities.wordspace.widget import Wordspace

        return Wordspace(self._activity(activity, "wordspace"), self.content, self.journal)

    def seesaw(self, activity: str) -> "ActivityWidget":
        """Move two people up and down, and feel which distance suits them."""
        from helpkit.activities.seesaw.widget import Seesaw

        return Seesaw(self._activity(activity, "seesaw"), self.content, self.journal)

    def predictions(self, activity: str) -> "ActivityWidget":
        """See every prediction of the course, and how far being sure went with being right."""
        from helpkit.activities.predictions.widget import Predictions

        return Predictions(self._activity(activity, "predictions"), self.content, self.journal)

    def converse(self, activity: str) -> "ActivityWidget":
        """Have a conversation on the stage, as the helper and then as the client."""
        from helpkit.activities.converse.widget import Stage

        return Stage(self._activity(activity, "converse"), self.content, self.journal)

    def timeline(self, activity: str) -> "ActivityWidget":
        """See who wrote what, and when."""
        from helpkit.activities.timeline.widget import Timeline

        return Timeline(self._activity(activity, "timeline"), self.content, self.journal)

    def cases(self, activity: str) -> "ActivityWidget":
        """Read short stories of help and say what went wrong, or what made it work."""
        from helpkit.activities.cases.widget import Cases

        return Cases(self._activity(activity, "cases"), self.content, self.journal)

    def gates(self, activity: str) -> "ActivityWidget":
        """Find where trust leaked: saying it, accepting it or carrying it out."""
        from helpkit.activities.gates.widget import Gates

        return Gates(self._activity(activity, "gates"), self.content, self.journal)

    def recap(self, activity: str) -> "ActivityWidget":
        """Look back: what was guessed, done and changed, and a self-check."""
        from helpkit.activities.recap.widget import Recap

        return Recap(self._activity(activity, "recap"), self.content, self.journal)

    def _activity(self, key: str, kind: str) -> Activity:
        mine = self.content.activities[self.lesson]
        self._known("activity", key, tuple(name for name, one in mine.items() if one.kind == kind))
        return mine[key]

    def _known(self, what: str, key: str, known: tuple[str, ...]) -> None:
        """Raise for an id that is not there, with the nearest one that is."""
        if key in known:
            return
        texts = self.content.ui["lesson"]
        near = get_close_matches(str(key), known, n=1)
        hint = texts["did-you-mean"].format(near=repr(near[0])) if near else ""
        sentence = texts[f"unknown-{what}"].format(key=repr(key), known=", ".join(known))
        raise UnknownIdError(f"{sentence}{hint}")


def send_pictures_ahead() -> None:
    """In a kernel, where the widgets are needed in a moment; a script does without them."""
    if "ipykernel" in sys.modules:
        from helpkit.frontend.charts.plotly_runtime import send_ahead

        send_ahead()
