"""The words of the code: nouns of the field; see docs/vocabulary.md for those that people read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import CODE, JAVASCRIPT, PACKAGE, PYTHON, place, tree

NEVER = {"one", "found", "told", "stands"}
"""They name nothing: what is it that was found?"""

POEMS = [
    "agreed",
    "asked",
    "built",
    "drawn",
    "exercised",
    "filled",
    "final",
    "folder",
    "found",
    "given",
    "greet",
    "inert",
    "kept",
    "line",
    "newest",
    "offered",
    "reach",
    "shown",
    "told",
    "whose",
    "written",
]
"""Names that modules had before they said what they are for."""

_DECLARED = re.compile(r"\b(?:const|let|var|function)\s+(\w+)|\(?\b(\w+)(?:,\s*\w+)*\)?\s*=>")


def names(path: Path) -> Iterator[str]:
    """Every name that a Python module gives to something."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name


def declared(path: Path) -> Iterator[str]:
    """Every name that a JavaScript module gives to something, in the two usual ways."""
    for match in _DECLARED.finditer(path.read_text("utf-8")):
        yield match[1] or match[2]


@pytest.mark.parametrize("path", PYTHON, ids=place)
def test_a_name_says_what_it_names(path: Path) -> None:
    assert NEVER.intersection(names(path)) == set()


@pytest.mark.parametrize("path", JAVASCRIPT, ids=place)
def test_a_name_says_what_it_names_in_javascript_too(path: Path) -> None:
    assert NEVER.intersection(declared(path)) == set()


def test_a_module_is_named_for_what_it_is_for() -> None:
    code = [path for path in PACKAGE.rglob("*") if path.suffix in CODE]
    assert [place(path) for path in code if path.stem in POEMS] == []


def test_no_class_of_one_name_in_two_places() -> None:
    classes = [
        (node.name, place(path))
        for path in PYTHON
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    seen: dict[str, set[str]] = {}
    for name, where in classes:
        seen.setdefault(name, set()).add(where)
    assert {name: where for name, where in seen.items() if len(where) > 1} == {}
