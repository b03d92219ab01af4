"""How much is in one place: folders, modules and functions that can be taken in at a glance."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.house.source import (
    CODE,
    JAVASCRIPT,
    PACKAGE,
    PYTHON,
    functions,
    javascript_functions,
    place,
)

ENTRIES = 12
MARKERS = {"__pycache__", "py.typed", "lessons"}
"""What is no part of the house: caches, an empty mark for type checkers, a wheel's copy."""

FILES = 40
LINES = 300
LONGEST = 60


def test_whoever_opens_the_package_sees_a_dozen_things() -> None:
    entries = sorted({path.name for path in PACKAGE.iterdir()} - MARKERS)
    assert len(entries) <= ENTRIES, entries


def test_no_folder_holds_more_than_one_can_look_over() -> None:
    files = (path for path in PACKAGE.rglob("*") if path.suffix in CODE)
    full = {place(folder): n for folder, n in Counter(p.parent for p in files).items() if n > FILES}
    assert full == {}


@pytest.mark.parametrize("paths", [PYTHON, JAVASCRIPT], ids=["python", "javascript"])
def test_a_module_is_read_in_one_sitting(paths: list[Path]) -> None:
    long = {place(p): n for p in paths if (n := len(p.read_text("utf-8").splitlines())) > LINES}
    assert long == {}


@pytest.mark.parametrize(
    ("paths", "read", "most"),
    [(PYTHON, functions, 8), (JAVASCRIPT, javascript_functions, 10)],
    ids=["python", "javascript"],
)
def test_most_functions_are_a_few_lines_and_none_is_long(
    paths: list[Path], read: Callable[[Path], Iterator[tuple[str, int]]], most: int
) -> None:
    lines = dict(item for path in paths for item in read(path))
    assert len(lines) > 500
    assert median(lines.values()) <= most
    assert {name: n for name, n in lines.items() if n > LONGEST} == {}
