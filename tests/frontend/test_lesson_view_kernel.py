"""A real kernel: what a page that comes later is told is what stands under the cells."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from helpkit.frontend.lesson_view import TARGET
from helpkit.journal import Journal
from helpkit.journal.lesson_view import LESSON_VIEW, look

PATIENCE = 60
WIDGET = "application/vnd.jupyter.widget-view+json"
CELLS = {
    "start": "ch1.start()",
    "vote": "ch1.vote('on-the-stairs')",
    "routes": "ch1.routes()",
    "reflect": "ch1.reflect('help-that-missed')",
}


class Page:
    """A page on a kernel, as the lesson view is one: it runs cells, opens a comm and listens."""

    def __init__(self, client: BlockingKernelClient) -> None:
        self.client, self.line = client, uuid4().hex
        self.news: dict[str, Any] = {}
        self.heard: list[dict[str, Any]] = []
        self.widgets: dict[str, list[str]] = {}
        """What stands under the cells that this page ran."""

    def run(self, code: str, cell: str) -> None:
        """Run a cell, until the kernel is idle again."""
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        asked = self._send("execute_request", content, {"cellId": cell})
        self.widgets.pop(cell, None)
        for kind, got in self._messages(asked):
            assert kind != "error", "\n".join(got["traceback"])
            if kind == "execute_result" and WIDGET in got["data"]:
                self.widgets.setdefault(cell, []).append(got["data"][WIDGET]["model_id"])

    def run_all(self) -> None:
        """Run a lesson."""
        for cell, code in CELLS.items():
            self.run(code, cell)

    def join(self) -> None:
        """Open a comm, and hear what is told first."""
        content = {"comm_id": self.line, "target_name": TARGET, "data": {}}
        self._drain(self._send("comm_open", content))

    def say(self, **data: Any) -> None:
        """Send something to the kernel, until it has been dealt with."""
        self._drain(self._send("comm_msg", {"comm_id": self.line, "data": data}))

    def wait(self, until: Callable[[dict[str, Any]], bool]) -> None:
        """Listen until what is known is so."""
        while not until(self.news):
            self._listen()

    def _drain(self, asked: str) -> None:
        for kind, got in self._messages(asked):
            assert kind != "error", got

    def _messages(self, asked: str) -> Iterator[tuple[str, dict[str, Any]]]:
        while True:
            mine, kind, content = self._listen(asked)
            if mine and kind == "status" and content["execution_state"] == "idle":
                return
            if mine:
                yield kind, content

    def _listen(self, asked: str = "") -> tuple[bool, str, dict[str, Any]]:
        got: dict[str, Any] = self.client.get_iopub_msg(timeout=PATIENCE)
        kind, content = got["msg_type"], got["content"]
        if kind == "comm_msg" and content["comm_id"] == self.line:
            self.heard.append(content["data"])
            self.news |= content["data"]
        return got["parent_header"].get("msg_id") == asked, kind, content

    def _send(self, kind: str, content: dict[str, Any], metadata: Any = None) -> str:
        sent = self.client.session.msg(kind, content, metadata=metadata)
        self.client.shell_channel.send(sent)
        return str(sent["header"]["msg_id"])


@pytest.fixture
def pages(kernel: KernelManager, tmp_path: Path) -> Iterator[tuple[Page, Page]]:
    """Two pages on one kernel, of which the first has run the lesson."""
    clients = [kernel.blocking_client() for _ in range(2)]
    for client in clients:
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
    first, other = map(Page, clients)
    first.run(f"from helpkit import Lesson; ch1 = Lesson('01', answers={str(tmp_path)!r})", "made")
    first.run_all()
    yield first, other
    for client in clients:
        client.stop_channels()


def test_a_page_that_joins_is_told_what_stands_under_each_cell(pages: tuple[Page, Page]) -> None:
    first, other = pages
    other.join()
    assert other.news == {
        "shown": first.widgets,
        **{"done": [], "begun": [], "read": [], "place": "", "layout": "steps", "fold": False},
    }
    assert first.widgets.keys() == {"start", "vote", "reflect"}
    assert len(other.heard) == 1


def test_a_cell_that_runs_again_gives_the_other_page_the_new_widget(
    pages: tuple[Page, Page],
) -> None:
    first, other = pages
    other.join()
    before = other.news["shown"]
    first.run("ch1.vote('on-the-stairs')", "vote")
    other.wait(lambda news: news["shown"] != before)
    assert other.news["shown"] == first.widgets
    assert first.widgets["vote"] != before["vote"]


def test_a_cell_that_shows_no_widget_any_more_is_told_of(pages: tuple[Page, Page]) -> None:
    first, other = pages
    other.join()
    first.run("print('nothing')", "vote")
    other.wait(lambda news: "vote" not in news["shown"])
    assert other.news["shown"] == first.widgets


def test_a_widget_that_somebody_closed_is_not_shown(pages: tuple[Page, Page]) -> None:
    first, other = pages
    first.run("kept = ch1.vote('on-the-stairs')\nkept", "vote")
    first.run("kept.close()", "closed")
    other.join()
    assert other.news["shown"].keys() == {"start", "reflect"}


def test_when_both_have_run_a_cell_the_last_run_counts(pages: tuple[Page, Page]) -> None:
    first, other = pages
    first.join()
    other.run("ch1.vote('on-the-stairs')", "vote")
    first.wait(lambda news: news["shown"]["vote"] == other.widgets["vote"])
    first.run("print('nothing')", "vote")
    first.wait(lambda news: "vote" not in news["shown"])


def test_many_cells_in_a_row_are_few_messages(pages: tuple[Page, Page]) -> None:
    first, _ = pages
    first.join()
    for number in range(50):
        first.run("ch1.start()", f"more-{number}")
    first.wait(lambda news: "more-49" in news["shown"])
    assert len(first.heard) < 25


def test_what_one_page_says_the_other_hears_and_a_later_kernel_too(
    pages: tuple[Page, Page], tmp_path: Path
) -> None:
    first, other = pages
    first.join()
    other.join()
    first.say(place="stories-text")
    first.say(read="message-text", layout="page")
    other.wait(lambda news: news["layout"] == "page")
    assert (other.news["place"], other.news["read"]) == ("stories-text", ["message-text"])
    seen = look(Journal(tmp_path).state(), "01")
    assert (seen.place, seen.read, seen.layout) == (
        "stories-text",
        ["message-text"],
        "page",
    )


def test_nonsense_is_refused_and_the_line_stays(pages: tuple[Page, Page], tmp_path: Path) -> None:
    first, _ = pages
    first.join()
    first.say(place=["a"])
    assert LESSON_VIEW in first.heard[-1]["problem"]
    first.say(place="vote-text")
    assert first.news["place"] == "vote-text"
    assert [event.value for event in Journal(tmp_path).events()] == ["vote-text"]
