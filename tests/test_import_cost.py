"""What importing loads, by the names of the modules: times differ by machine, names do not."""

import json
import subprocess
import sys

import pytest

FRONT_END = {"IPython", "anywidget", "ipywidgets", "plotly", "traitlets"}
HEAVY = FRONT_END | {"jupyterlab", "numpy", "cattrs"}

BLOCKED = """
import sys
class Missing:
    def find_spec(self, name, *_):
        if name.partition(".")[0] in {"numpy", "typer", "rich"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
"""
WALK = """
import importlib, pkgutil, helpkit
own = {
    "helpkit.__main__", "helpkit.cli", "helpkit.lab", "helpkit.lessons",
    "helpkit.teacher.nbgrader.preprocessor",
}
for module in pkgutil.walk_packages(helpkit.__path__, "helpkit."):
    if not any(module.name == one or module.name.startswith(one + ".") for one in own):
        importlib.import_module(module.name)
        print(module.name)
"""


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def packages_after(code: str) -> set[str]:
    """The top-level packages that are loaded after it."""
    listing = "import json, sys; print(json.dumps([n.partition('.')[0] for n in sys.modules]))"
    return set(json.loads(python(f"{code}\n{listing}").splitlines()[-1]))


def test_importing_helpkit_loads_no_front_end() -> None:
    assert packages_after("import helpkit") & HEAVY == set()


def test_content_and_journal_load_no_front_end() -> None:
    used = "from helpkit.content import load; load('nl'); from helpkit.journal import Journal"
    assert packages_after(used) & FRONT_END == set()


def test_importing_a_lesson_does_not_load_plotly() -> None:
    assert "plotly" not in packages_after("from helpkit import Lesson")


def test_a_lesson_without_a_chart_does_not_load_plotly() -> None:
    lesson = "from helpkit import Lesson; Lesson('01', answers='nowhere').sort('formality')"
    assert "plotly" not in packages_after(lesson)


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_the_command_line_is_light_until_a_command_runs(argument: str) -> None:
    code = (
        f"import sys; sys.argv = ['helpkit', {argument!r}]\n"
        "from helpkit.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code"
    )
    assert packages_after(code) & HEAVY == set()


def test_everything_a_lesson_uses_does_without_numpy_typer_and_rich() -> None:
    imported = python(BLOCKED + WALK).split()
    assert {"helpkit.activities.lesson", "helpkit.journal.journal", "helpkit.frontend.base"} <= set(
        imported
    )
