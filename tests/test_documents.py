"""What a reader of the documents is led to is there."""

import re
from pathlib import Path

import pytest

from helpkit.content import load
from tests.paths import ROOT

DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*.md")], key=str
)
LINK = re.compile(r"\]\((?!\w+:)([^)#]+)\)")
MAKE = re.compile(r"`make ([a-z]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_is_there(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_make_can_do_what_is_said(document: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {*MAKE.findall(document.read_text("utf-8"))} <= {*targets}


def test_the_readme_quotes_the_bar_of_a_lesson_as_it_is() -> None:
    bar = load("en").ui["lesson_view"]
    keys = ("all-lessons", "layout-page", "print", "show-code", "hide-code", "start", "start-again")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [bar[key] for key in keys if f"**{bar[key]}**" not in readme] == []
    assert f"*{bar['progress'].format(done=3, all=18)}*" in readme


def test_the_readme_shows_a_picture() -> None:
    assert "docs/screenshot.png" in LINK.findall((ROOT / "README.md").read_text("utf-8"))
