"""Who knows whom: no circles; the floors are held by the contracts in pyproject.toml."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.house.source import Import, javascript_imports, python_imports


def circle(imports: Iterable[Import]) -> list[str]:
    """The first circle there is, as names in order; empty if there is none."""
    graph: Mapping[str, set[str]] = defaultdict(set)
    for source, target in imports:
        graph[source].add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_a_circle_would_be_seen() -> None:
    assert circle([Import("a", "b"), Import("b", "c")]) == []
    assert circle([Import("a", "b"), Import("b", "a")]) in (["a", "b", "a"], ["b", "a", "b"])


@pytest.mark.parametrize("imports", [python_imports, javascript_imports])
def test_no_circle_of_imports(imports: type) -> None:
    seen = [*imports()]
    assert len(seen) > 100
    assert circle(seen) == []
