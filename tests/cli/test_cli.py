import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import helpkit
from helpkit.content import load
from helpkit.content.files import FOLDER
from helpkit.journal import Journal
from tests.paths import EXERCISES
from tests.teacher.samples import handed

Run = Callable[..., "subprocess.CompletedProcess[str]"]
TYPER_FAILS = """
import sys
class Missing:
    def find_spec(self, name, *_):
        if name.partition(".")[0] in {blocked}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Missing())
sys.argv = ["helpkit", *{arguments}]
from helpkit.cli.main import main
main()
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command, in a folder of its own."""

    def command(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        inherited = {name: value for name, value in os.environ.items() if name != "HELPKIT_ANSWERS"}
        return subprocess.run(
            [sys.executable, "-m", "helpkit", *arguments],
            cwd=tmp_path,
            env=inherited | {"NO_COLOR": "1", "COLUMNS": "160", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return command


def run_without(blocked: set[str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    code = TYPER_FAILS.format(blocked=blocked, arguments=arguments)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that can be broken."""
    return Path(shutil.copytree(FOLDER, tmp_path / "content", dirs_exist_ok=True))


def one_line(text: str) -> bool:
    return len(text.strip().splitlines()) == 1


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


def test_check_finds_no_fault_in_our_own_content(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "No faults in the content (en, nl).\n"


def test_check_tells_each_fault_in_a_line_with_file_table_and_key(run: Run, content: Path) -> None:
    words = content / "data" / "words.toml"
    text = words.read_text("utf-8")
    words.write_text(text.replace("directiveness =", "directness =", 1), "utf-8")
    done = run("check", str(content))
    first = next(iter(load("en").words))
    assert done.returncode == 1
    assert f"data/words.toml [{first}] directness: unknown key" in done.stdout
    assert f"data/words.toml [{first}] directiveness: missing" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_check_of_a_typo_in_toml_names_the_file_and_the_line(run: Run, content: Path) -> None:
    (content / "data" / "gates.toml").write_text("[say-it\n", "utf-8")
    done = run("check", str(content))
    assert done.returncode == 1
    assert "data/gates.toml: not readable as TOML" in done.stdout
    assert "line 1" in done.stdout


def test_check_of_a_folder_that_is_no_content_says_so(run: Run, tmp_path: Path) -> None:
    done = run("check", str(tmp_path))
    assert done.returncode == 2
    assert "is not a content folder" in done.stderr
    assert one_line(done.stderr)


def test_check_of_our_own_scenes_is_part_of_the_content(run: Run, content: Path) -> None:
    scene = content / "data" / "scenes" / "team-day.toml"
    scene.write_text(scene.read_text("utf-8").replace('next = "m12"', 'next = "m13"', 1), "utf-8")
    done = run("check", str(content))
    assert done.returncode == 1
    assert done.stdout == (
        "data/scenes/team-day.toml [nodes.m9.choices.b] next: "
        "expected the id of a node or an ending, got 'm13'\n"
    )


@pytest.fixture
def exercise(tmp_path: Path) -> Path:
    """A copy of an exercise that can be broken."""
    source = EXERCISES / "01-what-is-help"
    return Path(shutil.copytree(source, tmp_path / source.name))


def test_check_of_an_exercise_says_whether_its_key_was_there(run: Run, exercise: Path) -> None:
    done = run("check", str(exercise))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "01-what-is-help: no faults, with its key (en, nl).\n"
    (exercise / "key.toml").unlink()
    (exercise / "rubric.toml").unlink()
    done = run("check", exercise.name)
    assert done.stdout == "01-what-is-help: no faults, without a key (en, nl).\n"


def test_check_of_an_exercise_tells_each_fault_in_a_line(run: Run, exercise: Path) -> None:
    key = exercise / "key.toml"
    text = key.read_text("utf-8").replace('value = "informal"', 'value = "kind"', 1)
    key.write_text(text.replace("passes = 13", "", 1), "utf-8")
    done = run("check", str(exercise))
    assert done.returncode == 1
    assert done.stdout == "01-what-is-help/key.toml [classify] passes: missing\n"
    key.write_text(text, "utf-8")
    done = run("check", str(exercise))
    assert done.returncode == 1
    assert one_line(done.stdout)
    assert done.stdout.endswith("expected one of formal, informal, semi_formal, got 'kind'\n")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_scene_is_begun_and_checked_as_the_recipe_says(
    run: Run, tmp_path: Path, language: str
) -> None:
    done = run("new-scene", "my-scene.toml", "--language", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Write your scene in my-scene.toml, and check it:  helpkit check my-scene.toml\n"
    )
    done = run("check", "my-scene.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "my-scene.toml: no faults; nodes 3, endings 3, paths 5 "
        "(e1 helpful 2, e2 empty 1, e3 broken 2).\n"
    )


def test_a_new_scene_replaces_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("")
    done = run("new-scene", "mine.toml")
    assert done.returncode == 2
    assert done.stderr == "helpkit: mine.toml already exists: choose another name\n"
    done = run("new-scene", "nowhere/mine.toml")
    assert done.returncode == 2
    assert done.stderr == "helpkit: nowhere/mine.toml: No such file or directory\n"


def test_check_of_scenes_tells_each_fault_in_a_line(run: Run, tmp_path: Path) -> None:
    run("new-scene", "one.toml")
    run("new-scene", "two.toml")
    text = (tmp_path / "two.toml").read_text("utf-8")
    text = text.replace('"pure"', '"puer"').replace('next = "e3"', 'next = "e4"')
    (tmp_path / "two.toml").write_text(text, "utf-8")
    done = run("check", "one.toml", "two.toml")
    assert done.returncode == 1
    first, *lines = done.stdout.splitlines()
    assert first.startswith("one.toml: no faults; ")
    assert [line.partition(": ")[0] for line in lines] == [
        "two.toml [nodes.n1.choices.b] form",
        "two.toml [nodes.n3.choices.b] next",
    ]


def test_check_of_a_file_that_is_not_there_is_one_sentence(run: Run) -> None:
    done = run("check", "gone.toml")
    assert done.returncode == 2
    assert done.stderr == ("helpkit: gone.toml does not exist: name a scene file or a folder\n")


def test_check_says_when_there_are_too_many_paths(run: Run, tmp_path: Path) -> None:
    rows = [(at, (at + 1) % 200, at * 7 % 200, at * 13 % 200) for at in range(200)]
    run("new-scene", "mine.toml")
    text = (tmp_path / "mine.toml").read_text("utf-8")
    text = text[: text.index("# A node")] + '[endings.e1]\nkind = "helpful"\nsays = "End."\n'
    text = text.replace('first = "n1"', 'first = "n0"')
    for at, *targets in rows:
        text += f'[nodes.n{at}]\nsays = "Hm."\n'
        for key, to in zip("abc", targets, strict=True):
            to_id = "e1" if at == 150 and key == "b" else f"n{to}"
            text += (
                f'[nodes.n{at}.choices.{key}]\nsays = "So."\nwhy = "So."\nform = "pure"\n'
                f"effect = {{ trust = {at % 3 - 1}, client = {to % 3 - 1}, helper = 0 }}\n"
                f'next = "{to_id}"\n'
            )
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    done = run("check", "mine.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "mine.toml: no faults; nodes 200, endings 1, too many paths to count; "
        "whether one is at least as good as every other was not checked.\n"
    )


def test_an_unknown_language_is_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("lab", "--language", "de")
    assert done.returncode == 2
    assert done.stderr == "helpkit: language must be one of en, nl, got 'de'\n"
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_course_should_be_is_told_in_one_sentence(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "course").write_text("")
    done = run("lab")
    assert done.returncode == 2
    assert "is a file, but a course needs a folder" in done.stderr
    assert one_line(done.stderr)


def test_progress_shows_what_the_journals_hold(run: Run, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "course" / "answers")
    for item in ("directions", "homework"):
        journal.record(activity="formality", item=item, value="informal")
    journal.record(activity="formality", item="directions", kind="reveal", value=None)
    done = run("progress")
    assert done.returncode == 0, done.stderr
    assert load("en").activities["01"]["formality"].title in done.stdout
    assert "answers 2, reveals 1" in done.stdout
    assert str(journal.folder) in done.stdout


@pytest.mark.linux
def test_progress_speaks_the_time_of_this_computer(run: Run, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "course" / "answers")
    kept = journal.record(activity="formality", item="directions", value="informal")
    utc = datetime.fromisoformat(kept.at).replace(tzinfo=None)
    for zone, hours in (("UTC", 0), ("Pacific/Kiritimati", 14)):
        done = run("progress", TZ=zone)
        assert f"{utc + timedelta(hours=hours):%Y-%m-%d %H:%M}" in done.stdout
        assert "Last (your time)" in done.stdout


def test_progress_only_reads(run: Run, tmp_path: Path) -> None:
    done = run("progress", "nowhere")
    assert done.returncode == 0
    assert "No answers yet." in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_progress_tells_what_is_wrong_with_the_journals(run: Run, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "course" / "answers")
    journal.record(activity="formality", item="directions", value="informal")
    with journal.segment.open("ab") as file:
        file.write(b'{"torn')
    done = run("progress")
    assert done.returncode == 0
    assert journal.segment.name in done.stdout
    assert "could not be read" in done.stdout


def test_progress_follows_the_answers_folder_that_is_named(run: Run, tmp_path: Path) -> None:
    done = run("progress", HELPKIT_ANSWERS=str(tmp_path / "elsewhere"))
    assert str(tmp_path / "elsewhere") in done.stdout


@pytest.mark.parametrize("package", ["typer", "rich"])
def test_without_its_packages_the_command_says_what_to_install(package: str) -> None:
    done = run_without({package}, "progress")
    assert done.returncode == 2
    assert f"{package} is not installed" in done.stderr
    assert "helpkit[lab]" in done.stderr
    assert one_line(done.stderr)


def test_a_course_is_made_filled_in_and_its_hand_ins_collected(run: Run, tmp_path: Path) -> None:
    done = run("course", "new", "mine", "--language", "nl")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Fill in mine/course.toml and mine/roster.csv, and check them:  helpkit course check mine\n"
    )
    assert run("course", "new", "mine").returncode == 2
    done = run("course", "check", "mine")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "roster.csv holds only a header; expected lines below it\n"
    with (tmp_path / "mine" / "roster.csv").open("a", encoding="utf-8") as file:
        file.write("s1,Jan de Vries,,\ns2,Zoë Jansen,,\n")
    done = run("course", "check", "mine")
    assert (done.returncode, done.stdout) == (0, "Helpen: no faults; students 2, exercises 01.\n")
    (tmp_path / "downloads").mkdir()
    late = handed("s1", "2024-12-05T10:00:00.000Z")
    (tmp_path / "downloads" / "01-handin-s1.zip").write_bytes(late)
    rules = tmp_path / "mine" / "course.toml"
    rules.write_text(rules.read_text("utf-8").replace("2026-12-04", "2024-12-04"), "utf-8")
    done = run("collect", "01", "downloads", "--course", "mine", "--dry-run")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "s1: late according to the student's clock (2024-12-05 11:00 CET); counts\n"
        "Nothing from: s2\n"
        "Exercise 01: submissions 1, students 1, unmatched 0, refused 0; copies to make 1.\n"
    )
    assert not (tmp_path / "mine" / "collected").exists()
    assert run("collect", "01", "downloads", "--course", "mine").returncode == 0


def test_a_class_is_graded_and_given_back(run: Run, tmp_path: Path) -> None:
    run("course", "new", "mine")
    (tmp_path / "mine" / "roster.csv").write_text("student,name\ns1,Jan\n", "utf-8")
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "01-handin-s1.zip").write_bytes(handed("s1"))
    for command in (["collect", "01", "downloads"], ["grade", "01"]):
        assert run(*command, "--course", "mine").returncode in (0, 1)
    for command in (["gradebook", "01", "--format", "csv"], ["feedback", "01"]):
        done = run(*command, "--course", "mine")
        assert (done.returncode, done.stderr) == (1, "")
        assert "Still to be marked: 1, from s1" in done.stdout
    assert {path.name for path in (tmp_path / "mine" / "graded" / "01").iterdir()} == {
        "results.jsonl",
        "gradebook-csv.csv",
    }
    assert (tmp_path / "mine" / "feedback" / "01" / "01-feedback-s1.html").exists()
    assert one_line(run("gradebook", "01", "--format", "xls", "--course", "mine").stderr)


def test_collect_lists_what_it_cannot_take(run: Run, tmp_path: Path) -> None:
    run("course", "new", "mine")
    with (tmp_path / "mine" / "roster.csv").open("a", encoding="utf-8") as file:
        file.write("s1,Jan de Vries,,\n")
    (tmp_path / "01-handin-s1.zip").write_bytes(b"junk")
    (tmp_path / "01-handin-s7.zip").write_bytes(handed("s7"))
    done = run("collect", "01", ".", "--course", "mine")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "Unmatched: 01-handin-s7.zip: typed s7: no student on the roster has this id, name or "
        "number\n"
        "Refused: 01-handin-s1.zip (s1): this is not a readable zip (File is not a zip "
        "file)\n"
        "Nothing from: s1\n"
        "Exercise 01: submissions 0, students 0, unmatched 1, refused 1; new copies 1.\n"
    )


def test_collect_without_a_course_is_told_how_to_make_one(run: Run) -> None:
    done = run("collect", "01", ".")
    assert done.returncode == 2
    assert "course.toml does not exist: create it with  helpkit course new ." in done.stderr


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
    assert one_line(done.stderr)
