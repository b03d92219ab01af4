"""When Python is gone, a widget names the button of the lesson view, and the menu without it."""

import re

import pytest

from helpkit.content import languages, load

MENU = "Run ▸ Run All Cells"


def _sentences(language: str) -> dict[str, str]:
    texts = {**load(language).ui["common"], **load(language).ui["journal"]}
    return {key: text for key, text in texts.items() if "‘" in text or MENU in text}


@pytest.mark.parametrize("language", languages())
def test_the_button_is_called_as_in_the_lesson_view(language: str) -> None:
    quoted = [
        name for text in _sentences(language).values() for name in re.findall("‘(.+?)’", text)
    ]
    assert {*quoted} == {load(language).ui["lesson_view"]["start-again"]}


@pytest.mark.parametrize("language", languages())
def test_whoever_has_no_such_button_reads_what_to_choose(language: str) -> None:
    assert len(_sentences(language)) == 5
    assert [key for key, text in _sentences(language).items() if MENU not in text] == []
