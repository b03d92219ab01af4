"""The source of helpkit as these tests read it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.paths import ROOT

PACKAGE = ROOT / "helpkit"
PYTHON = sorted(PACKAGE.rglob("*.py"))
JAVASCRIPT = sorted(PACKAGE.rglob("*.js"))
CODE = {".py", ".js", ".css", ".html"}
"""The endings of what is code; data, texts and settings are not."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
_JS_FUNCTION = re.compile(r"^(\s*)(?:.*(?:=>|\bfunction\b.*\)) \{|.*\) \{)$")
_JS_STATEMENT = re.compile(r"^\s*(?:\}? ?else )?(?:if|for|while|switch|catch|\} catch)\b")
_JS_IMPORT = re.compile(r"""^(?:import|export)\b[^;]*?from "(\.[^"]+)";""", re.MULTILINE)


class Import(NamedTuple):
    """One module asks for another."""

    source: str
    target: str


@cache
def tree(path: Path) -> ast.Module:
    """A module as Python reads it."""
    return ast.parse(path.read_text("utf-8"))


def place(path: Path) -> str:
    """Where a file is, for people."""
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> str:
    """The dotted name of a Python file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def python_imports() -> Iterator[Import]:
    """Which module imports which at run time, also inside a function."""
    known = {module(path) for path in PYTHON}
    for path in PYTHON:
        for node in _executed(tree(path)):
            for name in _asked_for(node):
                target = next((name for name in _upward(name) if name in known), None)
                if target and target != module(path):
                    yield Import(module(path), target)


def javascript_imports() -> Iterator[Import]:
    """Which file imports which."""
    for path in JAVASCRIPT:
        for near in _JS_IMPORT.findall(path.read_text("utf-8")):
            yield Import(place(path), place((path.parent / near).resolve()))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a Python file, and its lines without the docstring."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            first = body[0].lineno if body else node.lineno
            last = node.end_lineno or first
            yield f"{place(path)}:{node.lineno} {node.name}", last - first + 1


def javascript_functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function with a block in a formatted JavaScript file, and the lines of the block."""
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if (start := _JS_FUNCTION.match(line)) and not _JS_STATEMENT.match(line):
            end = next(n for n in range(number + 1, len(lines)) if _closes(lines[n], start[1]))
            yield f"{place(path)}:{number + 1} {line.strip()[:60]}", max(end - number - 1, 1)


def _closes(line: str, indent: str) -> bool:
    return line.startswith(f"{indent}}}")


def _executed(whole: ast.Module) -> Iterator[ast.AST]:
    """All nodes but those that only a type checker reads."""
    waiting: list[ast.AST] = [whole]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting.extend(node.orelse)
        else:
            waiting.extend(ast.iter_child_nodes(node))


def _asked_for(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _upward(name: str) -> Iterator[str]:
    """A name, then what it may be a part of: an attribute is in its module."""
    while name:
        yield name
        name = name.rpartition(".")[0]
