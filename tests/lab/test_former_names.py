"""Notebooks and configurations from before the move find their modules, each module once."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpkit.lab.former_names import MODULES

DESK = "helpkit.teacher.marking.desk import Desk"
GRAPH = "helpkit.content.scene_graph import graph"


def python(code: str, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, *options, "-W", "error", "-c", code],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("line", "today"),
    [
        ("from helpkit.desk import Desk as former", DESK),
        ("from helpkit.checks.scenes import graph as former", GRAPH),
        ("import helpkit.checks.scenes as scenes; former = scenes.graph", GRAPH),
    ],
)
def test_a_former_name_gives_the_object_of_today(line: str, today: str) -> None:
    python(f"{line}\nfrom {today} as today\nassert former is today")
    python(f"from {today} as today\n{line}\nassert former is today")


FAKE_NBGRADER = """
import sys, types
for name in ("nbgrader", "nbgrader.api", "nbgrader.preprocessors"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["nbgrader.api"].Gradebook = object
from traitlets.config import LoggingConfigurable
sys.modules["nbgrader.preprocessors"].NbGraderPreprocessor = LoggingConfigurable
"""
"""nbgrader has an environment of its own; here it is enough that its two names can be imported."""

CONFIGURED = """
from traitlets.config import Config
from traitlets.utils.importstring import import_item
loaded = import_item("helpkit.nbgrader.preprocessor.ReadHandIn")
c = Config()
c.ReadHandIn.course = "../course"
assert loaded(config=c).course == "../course"
from helpkit.teacher.nbgrader.preprocessor import ReadHandIn
assert loaded is ReadHandIn
"""


def test_a_configuration_of_nbgrader_from_before_the_move_is_read() -> None:
    python(FAKE_NBGRADER + CONFIGURED)


@pytest.mark.parametrize("name", [*MODULES.values()])
def test_every_module_of_today_is_there(name: str) -> None:
    path = Path(__file__).parents[2].joinpath(*name.split(".")).with_suffix(".py")
    assert path.is_file()


@pytest.mark.parametrize(
    "name", ["helpkit.desks", "helpkit.nbgrader.assignment", "helpkit.nbgrader.desk"]
)
def test_any_other_name_is_missing_as_ever(name: str) -> None:
    python(
        f"try:\n    import {name}\n"
        f"except ModuleNotFoundError as error:\n    assert error.name == {name!r}, error.name\n"
        "else:\n    raise AssertionError"
    )


def test_it_is_asked_last_and_loads_nothing_by_itself() -> None:
    python(
        "import sys; before = {*sys.modules}; import helpkit\n"
        "assert sys.meta_path[-1].__name__ == 'FormerNames'\n"
        "mine = {name for name in {*sys.modules} - before if name.startswith('helpkit')}\n"
        "assert mine == {'helpkit', 'helpkit.lab', 'helpkit.lab.former_names'}, mine"
    )
