"""The command line as a whole: whatever goes wrong, the user reads one sentence."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import helpkit
from helpkit.cli.app import app
from tests.cli.samples import Run, is_one_line, run_without


def test_the_installed_script_is_this_command() -> None:
    script = Path(sys.executable).parent / "helpkit"
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"helpkit {helpkit.__version__}\n"


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    course = ("course", "collect", "decide", "grade", "gradebook", "feedback")
    commands = ("lab", "check", "new-scene", "progress", *course)
    assert all(command in done.stdout for command in commands)


def test_a_word_that_is_no_command_is_refused(run: Run) -> None:
    done = run("labb")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_an_unknown_language_is_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("lab", "--language", "xx")
    assert done.returncode == 2
    assert done.stderr == "helpkit: language must be one of en, nl, got 'xx'\n"
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_course_should_be_is_told_in_one_sentence(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "course").write_text("")
    done = run("lab")
    assert done.returncode == 2
    assert "is a file, but a course needs a folder" in done.stderr
    assert is_one_line(done.stderr)


@pytest.mark.parametrize("package", ["typer", "rich"])
def test_without_its_packages_the_command_says_what_to_install(package: str) -> None:
    done = run_without({package}, "progress")
    assert done.returncode == 2
    assert f"{package} is not installed" in done.stderr
    assert "helpkit[lab]" in done.stderr
    assert is_one_line(done.stderr)


def test_without_jupyterlab_the_rest_of_the_command_works() -> None:
    assert run_without({"jupyterlab", "jupyterlab_server"}, "check").returncode == 0
    done = run_without({"jupyterlab", "jupyterlab_server"}, "lab")
    assert done.returncode == 2
    assert "helpkit[lab]" in done.stderr


def test_the_desk_says_what_it_needs_before_anybody_marks() -> None:
    done = run_without({"krippendorff"}, "desk", "01")
    assert done.returncode == 2
    assert "make teacher" in done.stderr


def test_a_fault_of_ours_is_one_line_that_says_where() -> None:
    code = (
        "import helpkit.content, sys; from helpkit.cli.main import main;"
        "helpkit.content.faults = lambda folder: 1 / 0;"
        "sys.argv = ['helpkit', 'check']; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "please report it: ZeroDivisionError" in done.stderr
    assert is_one_line(done.stderr)


def test_every_command_is_in_the_file_of_its_name() -> None:
    functions = [command.callback for command in app.registered_commands]
    groups = [group.name for group in app.registered_groups]
    assert all(f and f.__module__ == f"helpkit.cli.{f.__name__}" for f in functions)
    assert all(hasattr(import_module(f"helpkit.cli.{name}"), name or "") for name in groups)
