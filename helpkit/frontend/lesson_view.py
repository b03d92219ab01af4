"""The kernel's side of the lesson view: what a page is told of its notebook, and what it may say.

The lesson view is what JupyterLab shows in the place of a bare notebook. It opens a comm, is told
everything once, and from then on whatever has changed: which widgets each cell shows, how far the
learner is, and how they look at the lesson. What it says in return is checked and recorded.
"""

import asyncio
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import comm
from comm.base_comm import BaseComm

from helpkit.content.problems import fault, not_saved, unexpected
from helpkit.content.types import Content
from helpkit.errors import HelpkitError, NotSavedError
from helpkit.frontend.widget_lifetime import ONE_AT_A_TIME
from helpkit.journal import ActivityState, Journal, State
from helpkit.journal.lesson_view import LAYOUTS, LESSON_VIEW, look

__all__ = ["PAGES", "TARGET", "VIEW", "LessonView", "Listener", "Unit"]

TARGET: Final = "helpkit.lesson_view"
PAGES: Final = 4
"""A page that is loaded again does not close its comm: so many are told, those that came last."""
MOMENT: Final = 0.1
"""Seconds in which cells that run one after the other are told of together."""
START: Final = "start"
"""Where an exercise keeps who the student is, on whom it hangs what is asked."""

_PART = re.compile(r"[\w-]{1,64}", re.ASCII)
_KINDS: Final = {"place": "answer", "read": "choice", "layout": "answer", "fold": "answer"}
"""What a page may say, and the kind under which each is recorded."""

News = Mapping[str, Any]


@dataclass(frozen=True)
class Unit:
    """A lesson or an exercise; `keys` are the ids of its activities or parts, in order."""

    content: Content
    journal: Journal
    keys: Collection[str]
    is_done: Callable[[str, State], bool]


class Listener:
    """A page that listens, and what it knows."""

    def __init__(self, line: BaseComm) -> None:
        """It knows nothing yet."""
        self._line = line
        self._known: News = {}

    def tell(self, news: News) -> None:
        """Say what is new."""
        fresh = {key: value for key, value in news.items() if self._known.get(key) != value}
        self._known = news
        if fresh:
            self._line.send(fresh)

    def complain(self, problem: str) -> None:
        """Say what went wrong; whatever the page hears next takes it back."""
        self._line.send({"problem": problem})


class LessonView:
    """All pages of one kernel, and the lesson or exercise that it runs.

    `shown` says by cell which models are shown.
    """

    def __init__(self) -> None:
        """Nobody listens, and there is nothing to tell."""
        self.shown: Callable[[], Mapping[str, list[str]]] = dict
        self._unit: Unit | None = None
        self._pages: dict[str, Listener] = {}
        self._standings: dict[str, tuple[object, str]] = {}
        self._due = False

    def serve(self, unit: Unit) -> None:
        """Speak of this one from now on."""
        with ONE_AT_A_TIME:
            self._unit, self._standings = unit, {}
            comm.get_comm_manager().register_target(TARGET, self._join)
            self.tell()

    def tell(self) -> None:
        """Tell every page what it does not know yet."""
        with ONE_AT_A_TIME:
            if self._unit and self._pages:
                news = self._news(self._unit)
                for page in self._pages.values():
                    page.tell(news)

    def soon(self) -> None:
        """Tell it in a moment: of fifty cells in a row a page hears a few times."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.tell()
            return
        if self._pages and not self._due:
            self._due = True
            loop.call_later(MOMENT, self._now)

    def _now(self) -> None:
        self._due = False
        self.tell()

    def _join(self, line: BaseComm, _opening: object) -> None:
        with ONE_AT_A_TIME:
            page = self._pages[line.comm_id] = Listener(line)
            line.on_msg(lambda message: self._hear(page, message))
            line.on_close(lambda _: self._leave(line.comm_id))
            for gone in [*self._pages][:-PAGES]:
                self._leave(gone)
            self.tell()

    def _leave(self, page: str) -> None:
        with ONE_AT_A_TIME:
            self._pages.pop(page, None)

    def _hear(self, page: Listener, message: Mapping[str, Any]) -> None:
        unit = self._unit
        assert unit is not None  # a page can only join when there is one
        with ONE_AT_A_TIME, unit.journal.steady():
            problem = ""
            try:
                _record(unit, message["content"]["data"])
            except NotSavedError as error:
                problem = not_saved(unit.content, error)
            except HelpkitError as error:
                problem = str(error)
            except Exception as error:
                page.complain(fault(unit.content, error))
                raise
            self.tell()
            if problem:
                page.complain(problem)

    def _news(self, unit: Unit) -> News:
        with unit.journal.steady():
            state = unit.journal.state()
        looks = asdict(look(state, unit.journal.lesson))
        return {"shown": self.shown(), **self._progress(unit, state), **looks}

    def _progress(self, unit: Unit, state: State) -> News:
        standings = {key: self._standing(unit, key, state) for key in unit.keys}
        return {
            name: [key for key, standing in standings.items() if standing == name]
            for name in ("done", "begun")
        }

    def _standing(self, unit: Unit, key: str, state: State) -> str:
        """How far one activity is; looked at again only when something was recorded of it."""
        spots = ((unit.journal.lesson, name) for name in (key, START))
        basis = tuple(state.activities.get(spot) for spot in spots)
        if key not in self._standings or self._standings[key][0] != basis:
            self._standings[key] = basis, _standing(unit, key, state)
        return self._standings[key][1]


def _standing(unit: Unit, key: str, state: State) -> str:
    if unit.is_done(key, state):
        return "done"
    return "begun" if state.of(unit.journal.lesson, key) != ActivityState() else ""


def _record(unit: Unit, wishes: Any) -> None:
    """Check all that a page says, and keep what is new of it.

    Raises:
        HelpkitError: it says something else; nothing is recorded.
        NotSavedError: it is held in memory.
    """
    for name, value in _checked(unit.content, wishes).items():
        now = getattr(look(unit.journal.state(), unit.journal.lesson), name)
        if value != now and not (name == "read" and value in now):
            unit.journal.record(
                activity=LESSON_VIEW, item=name, kind=_KINDS[name], value=value, private=True
            )


def _checked(content: Content, wishes: Any) -> Mapping[str, Any]:
    if not isinstance(wishes, dict):
        raise unexpected(content, {"item": LESSON_VIEW, "value": wishes}, _KINDS)
    for name, value in wishes.items():
        if not _fits(name, value):
            event = {"kind": name, "item": LESSON_VIEW, "value": value}
            raise unexpected(content, event, _KINDS)
    return wishes


def _fits(name: str, value: object) -> bool:
    match name:
        case "place" | "read":
            return isinstance(value, str) and bool(_PART.fullmatch(value))
        case "layout":
            return isinstance(value, str) and value in LAYOUTS
        case "fold":
            return isinstance(value, bool)
    return False


VIEW = LessonView()
"""The one of this kernel."""
