"""The code asks only for texts that both languages have, and leaves none unused.

A key stands in the code as it is, or it is put together there: `verdict-${state}` in JavaScript,
f"question-{question}" in Python. What stands in a gap is a number, an id of the content or a word
of the same code. So the keys that can be asked for are read off the code.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from helpkit.content import load
from helpkit.frontend.modules import modules
from tests.paths import ROOT

PACKAGE = ROOT / "helpkit"
PYTHON = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
WIDGETS = {path.stem: path for path in PACKAGE.rglob("*.js")}
TEXTS = load("en").ui

SHARED = {"common", "chart"}
"""Texts that every widget has."""

SHOWN = sorted({*WIDGETS} & {*TEXTS, *(path.parent.name for path in WIDGETS.values())} - SHARED)
"""The widgets: those with texts of their own, and those in a folder of their name."""

BORROWED = {"reading": "scene"}
"""A widget that shows a part of another one with its words."""

_CALL = re.compile(r"(?<!\w)t\(((?:[^()]|\([^()]*\))*)\)")
_WORD = re.compile(r'"([\w-]+)"|(?<=[{ ])(\w+): |\bwords\.(\w+)')
_COMPARED = re.compile(r'[!=]== "[\w-]+"')
_TEMPLATE = re.compile(r"`((?:[\w-]|\$\{[^}`]*\})*)`")
_SUBSCRIPT = re.compile(r'\bui\["([\w-]+)"\]\["([\w-]+)"\]')
GAP = "([^ ]+)"


@cache
def scripts(name: str) -> str:
    """The module of this name behind all that it imports, and pages; for the shared texts all."""
    if name in SHARED:
        return "\n".join(path.read_text("utf-8") for path in WIDGETS.values())
    pages = [
        page.read_text("utf-8") for path in asking(name) for page in path.parent.glob("*.html")
    ]
    if name not in WIDGETS:
        return "\n".join(pages)
    module = WIDGETS[name].relative_to(PACKAGE).with_suffix("")
    return "\n".join([*pages, *(part.source for part in modules(module.as_posix()))])


@cache
def asking(name: str) -> tuple[Path, ...]:
    """The files of Python that name these texts, or stand beside the module of this name."""
    folder = WIDGETS[name].parent if name in WIDGETS else None
    return tuple(p for p, source in PYTHON.items() if p.parent == folder or f'"{name}"' in source)


@cache
def python(name: str) -> tuple[ast.Module, ...]:
    """The files that ask for these texts, those beside them, and what they import."""
    own = [near for path in asking(name) for near in path.parent.glob("*.py")]
    return tuple(map(_parsed, dict.fromkeys([*own, *(near for p in own for near in _near(p))])))


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(PYTHON[path])


def _near(path: Path) -> Iterator[Path]:
    """The modules of ours that a file imports; of a package all of them."""
    for node in ast.walk(_parsed(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("helpkit."):
            base = ROOT.joinpath(*(node.module or "").split("."))
            yield from (
                near for near in (base.with_suffix(".py"), *base.glob("*.py")) if near in PYTHON
            )


def words(name: str) -> frozenset[str]:
    """Every word in the code that has these texts."""
    script = {word for pair in _WORD.findall(scripts(name)) for word in pair}
    constants = (node.value for node in _nodes(name) if isinstance(node, ast.Constant))
    return frozenset(script | {text for text in constants if isinstance(text, str)}) - {""}


def patterns(name: str) -> frozenset[str]:
    """Every key that this code puts together, with a gap for each part that is not fixed."""
    templates = (re.sub(r"\$\{[^}]*\}", "\0", text) for text in _TEMPLATE.findall(scripts(name)))
    strings = (_gaps(node) for node in _nodes(name) if isinstance(node, ast.JoinedStr))
    some = {text for text in (*templates, *strings) if text.strip("\0")}
    return frozenset(re.escape(text).replace("\0", GAP) for text in some)


def _gaps(string: ast.JoinedStr) -> str:
    return "".join(str(p.value) if isinstance(p, ast.Constant) else "\0" for p in string.values)


def _nodes(name: str) -> Iterator[ast.AST]:
    return (node for tree in python(name) for node in ast.walk(tree))


@cache
def ids() -> frozenset[str]:
    """Every id of the content."""
    return frozenset(_keys(vars(load("en")).values()))


def _keys(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if type(value) is str:  # not prose
            yield value
        elif isinstance(value, Mapping):
            yield from map(str, value)
            yield from _keys(value.values())
        elif hasattr(value, "__dict__"):
            yield from _keys(vars(value).values())


def unused(name: str) -> set[str]:
    """The keys that no code can ask for."""
    known = words(name)
    made = [re.compile(pattern) for pattern in patterns(name)]
    return {
        key
        for key in {*TEXTS[name]} - known
        if not any(_fills(match, known) for pattern in made if (match := pattern.fullmatch(key)))
    }


def _fills(key: re.Match[str], known: frozenset[str]) -> bool:
    """Whether what stands in the gaps is known; of two words and a dash one must be a number."""
    gaps, says = key.groups(), re.search(r"\w", key.re.pattern.replace(GAP, ""))
    numbers = [gap for gap in gaps if gap.isdecimal()]
    return bool(says or numbers) and all(gap in known | ids() for gap in {*gaps} - {*numbers})


def asked(name: str) -> set[str]:
    """Every key that stands inside a call of `t`, in the widget or a module that it imports."""
    calls = (_COMPARED.sub("", call) for call in _CALL.findall(scripts(name)))
    return {key for call in calls for key in re.findall(r'"([\w-]+)"', call)}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_text_is_unused(name: str) -> None:
    assert unused(name) == set()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", SHOWN)
def test_no_text_is_missing_in_a_widget(name: str, language: str) -> None:
    texts = load(language).ui
    own = {**texts["common"], **texts.get(name, {}), **texts.get(BORROWED.get(name, ""), {})}
    assert asked(name) - own.keys() == set()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_text_is_missing_in_python(language: str) -> None:
    texts = load(language).ui
    asked = {pair for source in PYTHON.values() for pair in _SUBSCRIPT.findall(source)}
    assert asked
    assert {(name, key) for name, key in asked if key not in texts.get(name, {})} == set()
