"""Running a lesson again and again leaves one widget for each cell, in a real kernel."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from helpkit.frontend.widget_lifetime import PAGES, Run, Showing, let_go, shown_by, still_shown
from helpkit.journal import Journal

PATIENCE = 60
CELLS = "ch1.start()", "ch1.reflect('help-that-missed')", "ch1.sort('formality')"
SET = len(CELLS)
"""Models of one set: a widget is one, what all share is there once."""
ALIVE = "from ipywidgets.widgets.widget import _instances; print(len(_instances))"
names = st.sampled_from("abc")
runs = st.builds(Run, names, names, names)
many = st.lists(st.builds(Showing, runs, st.integers(0, 9)), max_size=12).map(tuple)


@given(many, runs)
def test_what_this_run_showed_stays(showings: tuple[Showing, ...], now: Run) -> None:
    mine = [showing for showing in showings if showing.run == now]
    assert [showing for showing in still_shown(showings, now) if showing.run == now] == mine


@given(many, runs)
def test_what_earlier_runs_of_the_cell_showed_on_the_page_goes(
    showings: tuple[Showing, ...], now: Run
) -> None:
    left = [showing.run for showing in still_shown(showings, now)]
    assert {run.number for run in left if (run.page, run.cell) == (now.page, now.cell)} <= {
        now.number
    }


@given(many, runs)
def test_another_cell_is_left_alone(showings: tuple[Showing, ...], now: Run) -> None:
    others = [showing for showing in showings if showing.run.cell != now.cell]
    assert [
        showing for showing in still_shown(showings, now) if showing.run.cell != now.cell
    ] == others


@given(many, runs)
def test_the_page_that_ran_the_cell_before_stays(showings: tuple[Showing, ...], now: Run) -> None:
    pages = [
        showing.run.page
        for showing in showings
        if showing.run.cell == now.cell and showing.run.page != now.page
    ]
    left = {
        showing.run.page for showing in still_shown(showings, now) if showing.run.cell == now.cell
    }
    assert left - {now.page} == set(pages[-1:])
    assert len(left) <= PAGES


@given(many, runs)
def test_nothing_is_let_go_that_is_still_shown(showings: tuple[Showing, ...], now: Run) -> None:
    left = still_shown(showings, now)
    gone = let_go(showings, left)
    assert gone.isdisjoint(showing.widget for showing in left)
    assert gone | {showing.widget for showing in left} == {showing.widget for showing in showings}


@given(many, st.lists(runs, max_size=4))
def test_a_run_shows_each_of_its_widgets_once(
    showings: tuple[Showing, ...], wanted: list[Run]
) -> None:
    shown = shown_by(showings, wanted)
    assert {(cell, widget) for cell, widgets in shown.items() for widget in widgets} == {
        (showing.run.cell, showing.widget) for showing in showings if showing.run in wanted
    }
    assert all(len(set(widgets)) == len(widgets) > 0 for widgets in shown.values())


class Page:
    """A page on a kernel: it says of each cell which one it is, as JupyterLab does."""

    def __init__(self, client: BlockingKernelClient) -> None:
        self.client = client

    def run(self, code: str, cell: str) -> str:
        """What the cell printed."""
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        sent = self.client.session.msg("execute_request", content, metadata={"cellId": cell})
        self.client.shell_channel.send(sent)
        return "".join(self._heard(sent["header"]["msg_id"]))

    def _heard(self, asked: str) -> Iterator[str]:
        while True:
            got: dict[str, Any] = self.client.get_iopub_msg(timeout=PATIENCE)
            mine, kind, content = (
                got["parent_header"].get("msg_id") == asked,
                got["msg_type"],
                got["content"],
            )
            assert kind != "error", "\n".join(content["traceback"])
            if mine and kind == "stream":
                yield content["text"]
            if mine and kind == "execute_result":
                yield content["data"]["text/plain"]
            if mine and kind == "status" and content["execution_state"] == "idle":
                return

    def run_all(self) -> int:
        """Run a lesson; how many models are alive then."""
        for number, code in enumerate(CELLS):
            self.run(code, f"cell-{number}")
        return self.alive()

    def alive(self) -> int:
        return int(self.run(ALIVE, "alive"))


@pytest.fixture
def pages(kernel: KernelManager, tmp_path: Path) -> Iterator[Iterator[Page]]:
    """As many pages on one kernel as a test takes; the lesson is made anew."""
    opened: list[BlockingKernelClient] = []

    def each() -> Iterator[Page]:
        while True:
            client = kernel.blocking_client()
            opened.append(client)
            client.start_channels()
            client.wait_for_ready(timeout=PATIENCE)
            yield Page(client)

    pages_ = each()
    first = next(pages_)
    first.run(f"from helpkit import Lesson; ch1 = Lesson('01', answers={str(tmp_path)!r})", "made")
    first.run("from ipywidgets import Widget; Widget.close_all()", "closed")
    yield pages_
    for client in opened:
        client.stop_channels()


def test_six_runs_leave_what_one_leaves(pages: Iterator[Page]) -> None:
    page = next(pages)
    once = page.run_all()
    assert [page.run_all() for _ in range(5)] == [once] * 5


def test_a_page_that_is_loaded_again_and_again_leaves_two_sets(pages: Iterator[Page]) -> None:
    once = next(pages).run_all()
    assert [next(pages).run_all() for _ in range(3)] == [once + SET] * 3


def test_the_widgets_of_a_second_page_live_on(pages: Iterator[Page]) -> None:
    first, other = next(pages), next(pages)
    once = first.run_all()
    other.run_all()
    assert [first.run_all(), first.run_all()] == [once + SET] * 2


def test_the_same_widget_in_two_cells_lives_until_both_are_run_anew(pages: Iterator[Page]) -> None:
    page = next(pages)
    page.run("first = ch1.start()\nfirst", "one")
    page.run("first", "two")
    before = page.alive()
    page.run("second = ch1.start()\nsecond", "one")
    page.run("second", "one")
    assert page.run("first.comm is None, second.comm is None", "look") == "(False, False)"
    page.run("second", "two")
    assert page.run("first.comm is None, second.comm is None", "look") == "(True, False)"
    assert page.alive() == before


def test_one_that_was_let_go_comes_back_when_it_is_shown(
    pages: Iterator[Page], tmp_path: Path
) -> None:
    page = next(pages)
    page.run("kept = ch1.reflect('help-that-missed')\nkept", "one")
    page.run("ch1.start()", "one")
    assert page.run("kept.comm is None", "look") == "True"
    Journal(tmp_path, lesson="01").record(
        activity="help-that-missed",
        item="episode",
        kind="reflection",
        value="On Tuesday",
        private=True,
    )
    page.run("kept", "two")
    page.run("print(kept.comm is None, kept.layout.comm is None)", "look")
    assert page.run("kept.state['parts']['episode']['text']", "look") == "'On Tuesday'"
    assert "Widget" not in page.run("1", "two")


def test_a_cell_without_an_id_lets_nothing_go(kernel: KernelManager, pages: Iterator[Page]) -> None:
    page = next(pages)
    alive = []
    for _ in range(3):
        page.client.execute("ch1.start()", reply=True, timeout=PATIENCE)
        alive.append(page.alive())
    assert alive == [alive[0] + number for number in range(3)]
