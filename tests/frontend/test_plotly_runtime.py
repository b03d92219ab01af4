"""The library travels once for each kernel, and only with the first picture."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs

from helpkit import Lesson
from helpkit.frontend.charts.plotly_runtime import runtime

DRAWS = """
import sys
from helpkit import Lesson
lesson = Lesson("01", answers={answers!r})
lesson.predict("how-many-settled")
lesson.reveal("how-many-settled")
assert "plotly" not in sys.modules, "before the first picture"
lesson.{verb}
assert "plotly" in sys.modules, "with the first picture"
"""


@pytest.mark.parametrize("verb", ["map('situations-map')", "timeline('people-and-works')"])
def test_plotly_is_loaded_with_the_first_picture(tmp_path: Path, verb: str) -> None:
    code = DRAWS.format(answers=str(tmp_path), verb=verb)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_pictures_share_one_runtime(tmp_path: Path) -> None:
    lesson = Lesson("01", answers=tmp_path)
    shown = [lesson.map("situations-map"), lesson.timeline("people-and-works")]
    assert {widget.get_state("runtime")["runtime"] for widget in shown} == {
        f"anywidget:{runtime().model_id}"
    }
    assert all(len(str(widget.get_state())) < 200_000 for widget in shown)


def test_the_runtime_holds_the_library_compressed() -> None:
    assert gzip.decompress(runtime().source).decode() == get_plotlyjs()
    assert len(runtime().source) < 1_500_000
