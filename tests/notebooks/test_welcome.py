"""The welcome page is a notebook of ours in every language, and each leads to the others."""

from pathlib import Path

import pytest

from helpkit.content import load
from tests.notebooks.shipped import LANGUAGES, WELCOMES, code, language, notebook, source

every_welcome = pytest.mark.parametrize("path", WELCOMES, ids=language)


def test_there_is_one_in_each_language() -> None:
    assert [language(path) for path in WELCOMES] == LANGUAGES


@every_welcome
def test_it_says_its_number_and_language_once_and_truly(path: Path) -> None:
    assert notebook(path)["metadata"]["helpkit"] == {"lesson": "00", "language": language(path)}
    assert [source(cell).splitlines()[1:] for cell in code(path)] == [
        [f'Lesson("00", language="{language(path)}").lessons()']
    ]


@every_welcome
def test_it_leads_to_the_other_language(path: Path) -> None:
    words = load(language(path)).ui["lessons"]
    other = (path.parent / words["other-file"]).resolve()
    assert other in WELCOMES
    assert language(other) == words["other-lang"] != language(path)
