"""The two languages are equal: nothing is missing, and no English is left in the Dutch."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpkit.content.files import FOLDER
from tests.language import english_in

FILES = sorted(
    path.relative_to(FOLDER / "text/nl") for path in (FOLDER / "text/nl").rglob("*.toml")
)
ENGLISH_BY_INTENT = {"ui/lessons.toml other-language", "ui/start.toml other-language"}
"""Texts that speak to a reader of the other language, marked as such on the page."""
SAME_IN_BOTH = 40
"""Up to this many letters a text may be the same in both: loan words, names, signs."""


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a file with the path to it."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    else:
        yield path, str(tree)


def texts(language: str, name: Path) -> dict[str, str]:
    """All texts of one file."""
    return dict(leaves(tomllib.loads((FOLDER / "text" / language / name).read_text("utf-8"))))


@pytest.mark.parametrize("name", FILES, ids=str)
def test_no_english_in_the_dutch(name: Path) -> None:
    foreign = {
        key: english_in(text)
        for key, text in texts("nl", name).items()
        if f"{name.as_posix()} {key}" not in ENGLISH_BY_INTENT and english_in(text)
    }
    assert not foreign


@pytest.mark.parametrize("name", FILES, ids=str)
def test_no_long_text_is_the_same_in_both(name: Path) -> None:
    english, dutch = texts("en", name), texts("nl", name)
    same = [key for key, text in dutch.items() if english.get(key) == text]
    assert not [key for key in same if len(dutch[key]) > SAME_IN_BOTH]


def test_both_folders_hold_the_same_files() -> None:
    english = {
        path.relative_to(FOLDER / "text/en") for path in (FOLDER / "text/en").rglob("*.toml")
    }
    assert english == set(FILES)


def test_the_detector_notices() -> None:
    """A check that cannot fail is no check."""
    assert english_in("Dit is the enige zin.") == ["the"]
    assert english_in("Dit is een gewone zin over hulp en wie er was.") == []
