"""`helpkit check` and `helpkit new-scene`: a line for each fault, with what was expected."""

import shutil
from pathlib import Path

import pytest

from helpkit.content import load
from helpkit.content.files import FOLDER
from tests.cli.samples import Run, is_one_line
from tests.paths import EXERCISES


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that can be broken."""
    return Path(shutil.copytree(FOLDER, tmp_path / "content", dirs_exist_ok=True))


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
    assert is_one_line(done.stderr)


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
    assert is_one_line(done.stdout)
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
