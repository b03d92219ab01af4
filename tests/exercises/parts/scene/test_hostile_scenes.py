"""No text of a scene costs much time or room, whatever was thought of to make it so."""

import subprocess
import sys
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content.files import FOLDER
from helpkit.content.scene_file import is_deep, parse
from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.inspection import LONGEST, built
from tests.exercises.parts.scene.hostile_scenes import TEXTS
from tests.exercises.samples import FOLDERS, exercise
from tests.paths import ROOT

GRAPHS: Final = {"a tangle of 150", "a web of two", "a web of three", "a web of four", "a ladder"}
"""Those that are the same as others are not measured each time."""


@pytest.mark.linux
def test_no_text_costs_much_time_or_room() -> None:
    names = [name for name in TEXTS if name not in GRAPHS]
    child = [sys.executable, "-m", "tests.exercises.parts.scene.children.costly", *names]
    done = subprocess.run(child, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.splitlines() == names, done.stderr[-500:]


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_is_of_a_length_that_is_read(name: str) -> None:
    assert len(TEXTS[name]()) <= LONGEST


def test_a_word_that_lacks_every_language_is_told_a_bounded_number_of_times() -> None:
    part = exercise(FOLDERS[2]).parts["build"]
    assert isinstance(part, ScenePart)
    for name in ("a word in its own language each", "plain words among languages", "wrong nodes"):
        faults = built(TEXTS[name](), part).faults
        assert 100 < len(faults) <= 500
        assert all(len(str(fault)) < 400 for fault in faults)


VALUES: Final = (
    '""', '"\\""', '"#"', '"[[a"', "''", "'\"'", "'\\'", '"""x"""', '""""x"""""', '"""\\""""',
    '"""a\n""b"""', "'''x'''", "''''x'''''", "'''a\n''b'''", '"""a\\\n  b"""', "1 # it's \"",
    "[1.5]", "[\n'a', # '\n]", '{a.b = "}"}', "1979-05-27T07:32:00.9",
)  # fmt: skip
PARTS: Final = ("a", '"a"', "'a'", '""', '"."', '"a b"', "'\"'", '"\\""', '"#"', '"]"', '"é"', "-")


@given(st.lists(st.sampled_from(VALUES), max_size=4), st.lists(st.sampled_from(PARTS), min_size=18))
def test_a_key_without_end_is_seen_after_whatever_can_be_read(
    values: list[str], parts: list[str]
) -> None:
    before = "".join(f"k{at} = {value}\n" for at, value in enumerate(values))
    assert not is_deep(before)
    key = " . ".join(parts)
    for text in (f"{key} = 1", f"[{key}]", f"[[{key}]]", f"x = {{ y = 1, {key} = 1 }}"):
        assert is_deep(before + text)
        assert [misfit.id for misfit in parse(before + text).misfits] == ["too-deep"]


@given(st.text(alphabet="ab.\"'#\n[]= \\-", max_size=200))
def test_any_text_is_looked_at_without_an_error(text: str) -> None:
    assert is_deep(text) in (True, False)


def test_what_people_write_is_not_too_deep() -> None:
    for path in FOLDER.glob("text/*/*/*.toml"):
        assert not is_deep(path.read_text("utf-8"))
    for text in ("a word. " * 150, "." * 100, "Hm... " * 100, "1.5, " * 100, "a.b\n" * 100):
        assert not is_deep(text)
        assert not is_deep(f'says = "{"x." * 200}"')
