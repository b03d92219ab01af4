"""`helpkit check` and `helpkit new-scene`: a line for each fault, with what was expected."""

import re
import shutil
from pathlib import Path

import pytest

from helpkit.content import load
from helpkit.content.files import FOLDER
from helpkit.content.scene_file import template
from helpkit.models.scene_balance import HABITS
from tests.cli.samples import Run, is_one_line
from tests.paths import EXERCISES


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that can be broken."""
    return Path(shutil.copytree(FOLDER, tmp_path / "content", dirs_exist_ok=True))


def test_check_finds_no_fault_in_our_own_content(run: Run) -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    first, *lines = done.stdout.splitlines()
    assert first == "No faults in the content (en, nl)."
    assert [line.partition(": ")[0] for line in lines] == [
        f"{key} ({mood})" for key, scene in load("en").scenes.items() for mood in scene.temperaments
    ]


@pytest.mark.parametrize("scene", load("en").scenes)
@pytest.mark.parametrize("name", HABITS)
def test_check_says_with_whom_a_habit_fails_and_where_it_goes_wrong(
    run: Run, scene: str, name: str
) -> None:
    lines = [line for line in run("check").stdout.splitlines() if line.startswith(f"{scene} (")]
    where = re.compile(
        rf"Always {name} (?:ends|stops) at [^;]*; it goes wrong at (\S+), with (\S+)\."
    )
    places = [match.groups() for line in lines if (match := where.search(line))]
    assert places
    nodes = load("en").scenes[scene].nodes
    assert all(choice in nodes[node].choices for node, choice in places)


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
    scene.write_text(scene.read_text("utf-8").replace('next = "m12"', 'next = "m16"', 1), "utf-8")
    done = run("check", str(content))
    assert done.returncode == 1
    assert done.stdout == (
        "data/scenes/team-day.toml [nodes.m6.choices.first-to-hear] next: "
        "expected the id of a node or an ending, got 'm16'\n"
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
        "my-scene.toml: no faults; nodes 3, endings 3.\n"
        "my-scene.toml: 5 ways to an end (e1 helpful 2, e2 empty 1, e3 broken 2); "
        "all 4 moments were looked at. Always asking ends well, at e1. "
        "Always telling ends at e2 (empty); it goes wrong at n2, with b.\n"
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
    assert first == "one.toml: no faults; nodes 3, endings 3."
    assert [line.partition(": ")[0] for line in lines] == [
        "one.toml",
        "two.toml [nodes.n1.choices.b] form",
        "two.toml [nodes.n3.choices.b] next",
    ]


def test_check_of_a_file_that_is_not_there_is_one_sentence(run: Run) -> None:
    done = run("check", "gone.toml")
    assert done.returncode == 2
    assert done.stderr == ("helpkit: gone.toml does not exist: name a scene file or a folder\n")


def scene_file(nodes: str, endings: str, more: str = "") -> str:
    """The head of the template, with nodes and endings of one’s own."""
    text = template("en")
    return text[: text.index("[nodes.n1]")] + more + nodes + endings


def node(key: str, *choices: tuple[str, str, int, int, str]) -> str:
    """A node with choices: id, form, client, helper and where it leads."""
    return f'[nodes.{key}]\nsays = "Hm."\n' + "".join(
        f'[nodes.{key}.choices.{name}]\nsays = "So."\nwhy = "So."\nform = "{form}"\n'
        f'effect = {{ trust = 0, client = {client}, helper = {helper} }}\nnext = "{to}"\n'
        for name, form, client, helper, to in choices
    )


def ending(key: str, kind: str) -> str:
    return f'[endings.{key}]\nkind = "{kind}"\nsays = "End."\n'


def test_check_has_a_line_for_each_person_and_says_what_each_changes(
    run: Run, tmp_path: Path
) -> None:
    """Hugo is not level, whatever is said; with Bo a line is better than all others."""
    nodes = node("n1", ("ask", "pure", 2, -1, "n2"), ("fix", "telling", 0, 1, "e2")) + node(
        "n2", ("lead", "telling", 1, 1, "e1"), ("go", "pure", 1, 0, "e1")
    )
    people = "".join(
        f'[temperaments.{key}]\nname = "{key}"\nreveal = "So."\n{differs}\n'
        for key, differs in (
            ("hugo", "start = { trust = -3 }\nnodes.n2.choices.go.client = 1"),
            ("bo", "start = { trust = 2 }"),
            (
                "ada",
                "start = { trust = 2 }\nnodes.n2.choices.go.client = 1\n"
                "nodes.n2.choices.lead.client = -2\nfamilies.telling.client = -1",
            ),
        )
    )
    text = scene_file(nodes, ending("e1", "helpful") + ending("e2", "empty") + people)
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    done = run("check", "mine.toml")
    ways = "3 ways to an end (e1 helpful 2, e2 empty 1); all 2 moments were looked at."
    assert done.stdout.splitlines() == [
        "mine.toml: no faults; nodes 2, endings 2.",
        f"mine.toml (hugo): {ways} Always asking ends at e1 (helpful, but uneven); no way ends "
        "helpful and level. Always telling ends at e2 (empty); no way ends helpful and level.",
        f"mine.toml (bo): {ways} At n2, lead is at least as good as every other choice. "
        "Always asking ends well, at e1. "
        "Always telling ends at e2 (empty); it goes wrong at n1, with fix.",
        f"mine.toml (ada): {ways} Always asking ends well, at e1. "
        "Always telling ends at e2 (empty); it goes wrong at n1, with fix.",
    ]


def test_check_says_where_somebody_who_always_does_the_same_gets_stuck(
    run: Run, tmp_path: Path
) -> None:
    nodes = (
        node("n1", ("ask", "pure", 1, -1, "n2"), ("fix", "telling", 0, 1, "e2"))
        + node("n2", ("ask", "pure", 1, -1, "n3"), ("fix", "telling", 0, 1, "e1"))
        + node("n3", ("ask", "pure", 1, -1, "n1"), ("fix", "telling", 0, 1, "n2"))
    )
    text = scene_file(nodes, ending("e1", "helpful") + ending("e2", "empty"))
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    done = run("check", "mine.toml")
    assert "Always asking stops at n3, where every choice leads back; " in done.stdout


def tangle_file(people: int) -> str:
    """Two hundred nodes that lead to each other, with so many people."""
    rows = [(at, (at + 1) % 200, at * 7 % 200, at * 13 % 200) for at in range(200)]
    nodes = "".join(
        node(
            f"n{at}",
            *(
                (key, "pure", to % 3 - 1, 0, "e1" if at == 150 and key == "b" else f"n{to}")
                for key, to in zip("abc", targets, strict=True)
            ),
        )
        for at, *targets in rows
    )
    persons = (f'[temperaments.p{at}]\nname = "p"\nreveal = "p"\n' for at in range(people))
    text = scene_file(nodes, ending("e1", "helpful") + "".join(persons))
    return text.replace('first = "n1"', 'first = "n0"', 1)


@pytest.mark.parametrize(
    ("people", "names", "bound"), [(0, [""], 100_000), (2, [" (p0)", " (p1)"], 50_000)]
)
def test_check_says_when_it_came_to_its_bound_and_which(
    run: Run, tmp_path: Path, people: int, names: list[str], bound: int
) -> None:
    (tmp_path / "mine.toml").write_text(tangle_file(people), "utf-8")
    done = run("check", "mine.toml")
    assert (done.returncode, done.stderr) == (0, "")
    first, *lines = done.stdout.splitlines()
    assert first == "mine.toml: no faults; nodes 200, endings 1."
    assert len(lines) == len(names)
    for line, name in zip(lines, names, strict=True):
        assert re.fullmatch(
            rf"mine\.toml{re.escape(name)}: Too many ways to count: "
            rf"the check stopped after {bound} moves, with \d{{4,5}} moments looked at\. "
            r"What can be reached, and whether a choice is always best, was not checked\. "
            r"Always asking .*\. Always telling .*\.",
            line,
        )
