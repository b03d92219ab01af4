"""The library travels when a page asks for it, and is synced to no page that does not."""

import gzip
from pathlib import Path
from subprocess import run
from sys import executable
from typing import Any

import pytest
from plotly.offline import get_plotlyjs

from helpkit import Lesson
from helpkit.frontend.charts.plotly_runtime import PlotlyRuntime, runtime

DRAWS = """
import sys
from helpkit import Lesson
lesson = Lesson("01", answers={answers!r})
shown = lesson.{verb}
assert "plotly" not in sys.modules, "before a page asks"
shown.runtime._handle_msg({asked!r})
assert "plotly" in sys.modules, "when a page asks"
"""

ASKED = {"content": {"data": {"method": "custom", "content": {}}}, "buffers": list[bytes]()}
"""As a page asks for the library."""


@pytest.mark.parametrize("verb", ["map('situations-map')", "timeline('people-and-works')"])
def test_plotly_is_loaded_when_a_page_asks(tmp_path: Path, verb: str) -> None:
    code = DRAWS.format(answers=str(tmp_path), verb=verb, asked=ASKED)
    done = run([executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_pictures_share_one_runtime(tmp_path: Path) -> None:
    lesson = Lesson("01", answers=tmp_path)
    shown = [lesson.map("situations-map"), lesson.timeline("people-and-works")]
    assert {widget.get_state("runtime")["runtime"] for widget in shown} == {
        f"anywidget:{runtime().model_id}"
    }
    assert all(len(str(widget.get_state())) < 200_000 for widget in shown)


def test_the_answer_is_the_library_compressed() -> None:
    class Listened(PlotlyRuntime):
        def send(self, content: Any, buffers: Any = None) -> None:
            answers.append((content, buffers))

    answers: list[Any] = []
    Listened()._handle_msg(
        {"content": {"data": {"method": "custom", "content": {}}}, "buffers": []}
    )
    ((content, (packed,)),) = answers
    assert content == {"library": "plotly"}
    assert gzip.decompress(packed).decode() == get_plotlyjs()
    assert len(packed) < 1_500_000


def test_nothing_of_it_is_synced() -> None:
    assert len(str(runtime().get_state())) < 1000
