"""Which widgets does a page still show? Those that no page shows any more are let go.

A cell that runs again shows new widgets in the place of the old ones. The old ones would live on in
the kernel and in the page, six megabytes for each run of a lesson. So it is kept which page showed
what, in which cell and in which run of it; when a cell has run, what only earlier runs of it showed
is let go. A second page on the same kernel keeps its own widgets.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from threading import RLock
from typing import Any

__all__ = [
    "ONE_AT_A_TIME",
    "Run",
    "Showing",
    "ShownWidgets",
    "current_run",
    "let_go",
    "shown_by",
    "still_shown",
]

ONE_AT_A_TIME = RLock()
"""A kernel may handle messages from widgets in a thread beside the one that runs cells and tasks.
What is sent in one order must arrive in that order: any code that changes a widget holds this."""

PAGES = 2
"""A page that was loaded again has another name, and nobody says that the old one is gone: so many
pages for each cell are taken to be there still, those that ran it last."""


@dataclass(frozen=True)
class Run:
    """One run of a cell, asked for by one page."""

    page: str
    cell: str
    number: str


@dataclass(frozen=True)
class Showing:
    """A widget, by its identity, was shown by a run."""

    run: Run
    widget: int


def still_shown(showings: Iterable[Showing], now: Run) -> tuple[Showing, ...]:
    """What is left when this run is done, the oldest first."""
    here = [showing for showing in showings if not _is_replaced(showing.run, now)]
    pages = dict.fromkeys(
        showing.run.page for showing in reversed(here) if showing.run.cell == now.cell
    )
    staying = list(dict.fromkeys((now.page, *pages)))[:PAGES]
    return tuple(
        showing for showing in here if showing.run.cell != now.cell or showing.run.page in staying
    )


def _is_replaced(run: Run, now: Run) -> bool:
    return (run.page, run.cell) == (now.page, now.cell) and run.number != now.number


def shown_by(showings: Iterable[Showing], runs: Collection[Run]) -> dict[str, list[int]]:
    """By cell, the widgets that these runs show, each once."""
    cells: dict[str, dict[int, None]] = {}
    for showing in showings:
        if showing.run in runs:
            cells.setdefault(showing.run.cell, {})[showing.widget] = None
    return {cell: [*widgets] for cell, widgets in cells.items()}


def let_go(before: Iterable[Showing], after: Iterable[Showing]) -> frozenset[int]:
    """The widgets that were shown and are so no more, wherever they stood."""
    return frozenset(showing.widget for showing in before) - {showing.widget for showing in after}


def current_run(shell: Any) -> Run | None:
    """The run that goes on now; None outside a notebook, where cells have no id."""
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    header, cell = parent.get("header", {}), parent.get("metadata", {}).get("cellId")
    return Run(header.get("session", ""), cell, header.get("msg_id", "")) if cell else None


class ShownWidgets:
    """What the pages of one kernel show.

    Args:
        shell: IPython's own object for the kernel.
        close: what lets a widget go.
        changed: called when a cell has run that shows a widget, or did before.
    """

    def __init__(
        self, shell: Any, close: Callable[[Any], None], changed: Callable[[], None]
    ) -> None:
        self._shell, self._close, self._changed = shell, close, changed
        self._showings: tuple[Showing, ...] = ()
        self._runs: dict[str, Run] = {}
        self._widgets: dict[int, Any] = {}
        shell.events.register("post_run_cell", self._done)

    def shown(self, widget: Any) -> None:
        """Keep that the cell which runs now shows this widget."""
        run = current_run(self._shell)
        if run is not None:
            self._runs[run.cell] = run
            self._widgets[id(widget)] = widget  # kept alive, so that its identity stays its own
            self._showings += (Showing(run, id(widget)),)

    def _done(self, *_: object) -> None:
        run = current_run(self._shell)
        if run is None:
            return
        with ONE_AT_A_TIME:
            self._runs[run.cell] = run
            before, self._showings = self._showings, still_shown(self._showings, run)
            for widget in self._taken(let_go(before, self._showings)):
                self._close(widget)
        if any(showing.run.cell == run.cell for showing in before):
            self._changed()

    def last(self) -> dict[str, list[str]]:
        """By cell, the models that its last run shows and that are open still."""
        cells = shown_by(self._showings, {*self._runs.values()})
        models = {cell: self._models(widgets) for cell, widgets in cells.items()}
        return {cell: shown for cell, shown in models.items() if shown}

    def _models(self, widgets: Iterable[int]) -> list[str]:
        known = (self._widgets[widget] for widget in widgets)
        return [widget.model_id for widget in known if widget.comm is not None]

    def _taken(self, gone: Iterable[int]) -> Iterator[Any]:
        return (self._widgets.pop(widget) for widget in gone)
