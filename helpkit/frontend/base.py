"""What all widgets of helpkit share: one way in, one way out, and nothing lost in between.

The browser sends `{id, event}` and keeps the event in its own storage until the kernel replies
`{id, saved}`. Here the event is checked, recorded in the journal, and `state` is folded again;
the browser shows `state` and never writes a trait. An error is sent in the reply, in words for the
learner, and raised as well, so that no test can miss it.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar

import traitlets as t
from IPython import get_ipython

from helpkit.content import problems
from helpkit.content.activity import Activity
from helpkit.content.types import Content
from helpkit.errors import HelpkitError, NotSavedError
from helpkit.frontend.lesson_view import VIEW
from helpkit.frontend.modules import ModuleWidget, one_layout
from helpkit.frontend.widget_lifetime import ONE_AT_A_TIME, ShownWidgets
from helpkit.journal import ActivityState, Journal

__all__ = ["ActivityWidget", "Widget"]

Kinds = Mapping[str, Callable[[Any, Any], bool]]
"""For each kind of event a widget takes: whether this item and value can be."""

REFRESH = "refresh"
"""Asks for the journal to be read again: other widgets and other tabs write to it too."""


@cache
def _shows(shell: object) -> ShownWidgets:
    """What the pages of this kernel show."""
    shows = ShownWidgets(shell, _let_go, VIEW.soon)
    VIEW.shown = shows.last
    return shows


def _let_go(widget: "Widget") -> None:
    """Take it out of kernel and page; shown again, it comes back."""
    with ONE_AT_A_TIME:
        widget.close()
        del widget._repr_mimebundle_  # `close` puts None in the place of the method


class Widget(ModuleWidget):
    """Something on the page that takes events.

    A subclass names its files in `name`, and says what is fixed (`seen`), what stands (`restored`)
    and what an event does (`handle`).
    """

    name: ClassVar[str]
    language = t.Unicode().tag(sync=True)
    words = t.Dict().tag(sync=True)
    view = t.Dict().tag(sync=True)
    state = t.Dict().tag(sync=True)
    place = t.Unicode().tag(sync=True)
    waits = t.Unicode().tag(sync=True)
    """What must be done first, elsewhere on the page; until then only this is shown."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Find the module by the widget's name, in the folder of its class."""
        if "name" in cls.__dict__:  # anywidget makes a further subclass of each instance's class
            folder = cls.__module__.rpartition(".")[0].partition(".")[2].replace(".", "/")
            cls.module = f"{folder}/{cls.name}"
        super().__init_subclass__(**kwargs)

    def __init__(self, content: Content, place: str) -> None:
        self.content = content
        super().__init__(
            language=content.language,
            words=dict(content.ui.get(self.name, {})),
            view=self.seen(),
            state=self.restored(),
            place=place,
        )
        self.on_msg(self._receive)

    def seen(self) -> dict[str, Any]:
        """What is fixed, with its `title` and `intro`."""
        raise NotImplementedError

    def restored(self) -> dict[str, Any]:
        """What stands, folded from what was kept."""
        raise NotImplementedError

    def handle(self, event: Mapping[str, Any]) -> None:
        """Check one event, keep it, and fold the state anew.

        Raises:
            HelpkitError: nothing here sends this; it says what came and what was expected.
        """
        raise NotImplementedError

    def unexpected(self, event: Mapping[str, Any], expected: Iterable[str]) -> HelpkitError:
        """What to raise for an event that nothing here sends."""
        return problems.unexpected(self.content, event, expected)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Be shown by the cell that runs, once more if it was let go."""
        with ONE_AT_A_TIME:
            self._come_back()
            shell = get_ipython()
            if shell is not None:
                _shows(shell).shown(self)
        return super()._repr_mimebundle_(**kwargs)

    def _come_back(self) -> None:
        if self.comm is None:
            self.state = self.restored()
            self.layout = one_layout()
            self.open()

    def _receive(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        with ONE_AT_A_TIME:
            self._take(content)

    def _take(self, content: Mapping[str, Any]) -> None:
        reply = {"id": content.get("id"), "saved": True, "problem": ""}
        try:
            self.handle(content["event"])
        except NotSavedError as error:
            self.send(reply | {"saved": False, "problem": self._sentence(error)})
        except HelpkitError as error:
            self.send(reply | {"refused": True, "problem": str(error)})
        except Exception as error:
            self.send(reply | {"saved": False, "problem": self._fault(error)})
            raise
        else:
            self.send(reply | {"problem": self.news()})

    def news(self) -> str:
        """What the learner must know now although all went well."""
        return ""

    def _sentence(self, error: NotSavedError) -> str:
        """Why it is not on the disk."""
        return problems.not_saved(self.content, error)

    def _fault(self, error: Exception) -> str:
        return problems.fault(self.content, error)


class ActivityWidget(Widget):
    """One activity of a lesson on the page; what it takes is recorded in the journal.

    A subclass says what is fixed (`fixed`), what the journal knows (`restored`) and which events
    it takes (`check`).
    """

    parts: ClassVar[tuple[str, ...]] = ()
    """What it records beside its own activity `ID`: the endings of `ID.part`."""

    def __init__(self, activity: Activity, content: Content, journal: Journal) -> None:
        self.activity, self.content, self.journal = activity, content, journal
        with ONE_AT_A_TIME, journal.steady():
            super().__init__(content, f"helpkit.{journal.course}.{journal.lesson}.{activity.id}")

    def seen(self) -> dict[str, Any]:
        """What is fixed, under its title."""
        return {"title": self.activity.title, "intro": self.activity.intro, **self.fixed()}

    def fixed(self) -> dict[str, Any]:
        """What does not change while the learner is at it."""
        raise NotImplementedError

    def check(self, event: Mapping[str, Any]) -> None:
        """Refuse an event that no part of this widget sends.

        Raises:
            HelpkitError: with what came and what was expected.
        """
        raise NotImplementedError

    def recorded(self, activity: str | None = None) -> ActivityState:
        """What the journal holds of this activity, or of another of the same lesson."""
        return self.journal.state().of(self.journal.lesson, activity or self.activity.id)

    def expect(self, event: Mapping[str, Any], kinds: Kinds) -> None:
        """Check `kind` and let its test see item and value; a reveal has no value.

        Raises:
            HelpkitError: with what came and what was expected.
        """
        kind, item, value = problems.text(event.get("kind")), event.get("item"), event.get("value")
        fits = kinds.get(kind) if self._is_mine(event.get("activity")) else None
        too_much = kind == "reveal" and value is not None
        if fits is None or too_much or not fits(item, value):
            raise self.unexpected(event, kinds)

    def _take(self, content: Mapping[str, Any]) -> None:
        # A state is made of many looks at the journal; with a hundred files each one takes time.
        with self.journal.steady():
            super()._take(content)
            VIEW.tell()

    def news(self) -> str:
        """What became of answers that had been saved: each is said once."""
        sentences = self.content.ui["journal"]
        notices = self.journal.news()
        return " ".join(sentences[each.id].format(**each.values) for each in notices)

    def _is_mine(self, activity: Any) -> bool:
        mine = self.activity.id
        return activity in (None, mine, *(f"{mine}.{part}" for part in self.parts))

    def handle(self, event: Mapping[str, Any]) -> None:
        """Check one event, record it, and fold the state anew; a refresh is not recorded."""
        if event.get("kind") == REFRESH:
            self.state = self.restored()
            return
        self.check(event)
        try:
            self.journal.record(
                activity=event.get("activity") or self.activity.id,
                item=event["item"],
                kind=event["kind"],
                value=event.get("value"),
                private=event.get("private"),
            )
        finally:
            self.state = self.restored()
