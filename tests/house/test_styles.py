"""A style says what it is for: a sheet of one page never dresses another by accident."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpkit.frontend.modules import modules
from tests.house.source import JAVASCRIPT, PACKAGE, place

SHEETS = sorted(PACKAGE.rglob("*.css"))
NAMES = [
    path.relative_to(PACKAGE).with_suffix("").as_posix()
    for path in JAVASCRIPT
    if path.stem not in ("loader", "stub")
]
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTORS = re.compile(r"([^{}@]+)\{")
_CLASS = re.compile(r"\.(hk-[\w-]+)")
_GIVEN = re.compile(r"(?<![.\w-])hk-[a-z][\w-]*")


def selectors(text: str) -> Iterator[str]:
    """Each selector of a sheet."""
    for group in _SELECTORS.findall(_COMMENT.sub("", text)):
        yield from (part.strip() for part in re.split(r",(?![^(]*\))", group))


def shared() -> dict[str, set[str]]:
    """The sheets of `frontend` that dress a class wherever it is."""
    sheets: dict[str, set[str]] = defaultdict(set)
    for path in SHEETS:
        name = path.relative_to(PACKAGE).with_suffix("").as_posix()
        for selector in selectors(path.read_text("utf-8")):
            if selector.startswith(".hk ") and (first := _CLASS.search(selector)):
                sheets[first[1]].add(name)
    return sheets


OF_A_PAGE = [path for path in SHEETS if PACKAGE / "frontend" not in path.parents]


@pytest.mark.parametrize("path", OF_A_PAGE, ids=place)
def test_outside_the_front_end_every_rule_names_its_page(path: Path) -> None:
    rules = [*selectors(path.read_text("utf-8"))]
    assert [rule for rule in rules if rule.startswith(".hk ")] == []


@pytest.mark.parametrize("name", NAMES)
def test_whoever_gives_a_shared_class_imports_its_sheet(name: str) -> None:
    near = {module.name for module in modules(name)}
    given = set(_GIVEN.findall((PACKAGE / f"{name}.js").read_text("utf-8")))
    elsewhere = {word: sheets for word, sheets in shared().items() if word in given}
    assert {word: sheets for word, sheets in elsewhere.items() if not sheets & near} == {}
