"""The teacher's guide says what the product does: its commands, their messages, both languages."""

import re
import shlex
from itertools import chain
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_group

from helpkit.activities.vote.activity import VoteActivity
from helpkit.cli.app import app
from helpkit.content import languages, load
from tests.paths import ROOT

GUIDE = ROOT / "docs" / "teachers-guide"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IN_TEXT = re.compile(r"`(helpkit [^`]+)`")
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
MESSAGE = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
BOLD, RULE = re.compile(r"\*\*[^*]+\*\*"), re.compile(r"^\|:?-", re.MULTILINE)
MENTIONED = re.compile(r"(?<!`)`(--[a-z-]+)")
IN_WORDS = re.compile(r'(?<=--language )\w+|"[^"]+"|\w+(?=\.csv)')
"""What each language writes in its own words: the language, a reason, the name of a table."""

ORDER = ("course new", "release", "collect", "grade", "desk", "gradebook", "feedback", "mirror")

guides = pytest.mark.parametrize("language", languages())


def guide(language: str) -> str:
    """The guide in this language."""
    return (GUIDE / f"{language}.md").read_text("utf-8")


def written(language: str) -> list[str]:
    """The commands in the blocks, in order."""
    return [line for block in BLOCK.findall(guide(language)) for line in block.splitlines()]


def known(line: str) -> Any:
    """The command that a line calls, with every argument and option parsed; nothing is run."""
    _, *words = shlex.split(line)
    found: Any = get_group(app)
    while isinstance(found, TyperGroup):
        name = words.pop(0)
        assert name in found.commands, f"there is no command {name!r}: {line}"
        found = found.commands[name]
    with found.make_context("helpkit", words):
        return found


@guides
def test_every_command_can_be_called_as_it_is_written(language: str) -> None:
    for line in written(language):
        known(line)


@guides
def test_every_command_and_option_of_the_text_is_there(language: str) -> None:
    group = get_group(app)
    named = {line.split()[1] for line in IN_TEXT.findall(guide(language))}
    assert named <= {*group.commands}
    options = chain.from_iterable(
        parameter.opts for command in group.commands.values() for parameter in command.params
    )
    assert {*MENTIONED.findall(guide(language))} <= {*options}


@guides
def test_a_dry_run_is_promised_only_where_there_is_one(language: str) -> None:
    dry = {
        line.split()[1]: "--dry-run" in chain.from_iterable(one.opts for one in known(line).params)
        for line in written(language)
    }
    assert {name for name, has in dry.items() if not has} == {"course", "check", "decide"}


@guides
def test_the_week_stands_in_order(language: str) -> None:
    week = " ".join(written(language)).split("helpkit ")
    places = [next(at for at, line in enumerate(week) if line.startswith(one)) for one in ORDER]
    assert places == sorted(places)


@guides
def test_every_message_is_one_that_helpkit_gives(language: str) -> None:
    source = " ".join(
        re.sub(r'"\s*\n\s*f?"', "", path.read_text("utf-8"))
        for path in sorted((ROOT / "helpkit").rglob("*.py"))
    )
    told = [one for one in MESSAGE.findall(guide(language)) if " " in one or one.endswith(":")]
    assert len(told) > 9
    assert [one for one in told if one not in source] == []


@guides
def test_the_votes_are_called_as_in_the_lessons(language: str) -> None:
    titles = [one.title.split(": ", 1)[1] for _, one in load(language).each(VoteActivity)]
    assert titles
    assert [title for title in titles if f"*{title}*" not in guide(language)] == []


@guides
def test_the_bar_of_a_lesson_is_quoted_as_it_is(language: str) -> None:
    bar = load(language).ui["lesson_view"]
    labels = [bar["progress"].format(done=3, all=18)]
    labels += [bar[key] for key in ("layout-page", "start", "start-again")]
    assert [label for label in labels if f"*{label}*" not in guide(language)] == []


@guides
def test_every_chapter_that_is_there_and_no_other(language: str) -> None:
    there = {path.name[:2] for path in (ROOT / "lessons" / language).glob("0[1-9]-*.ipynb")}
    chapters = load(language).chapters
    heads = [text for _, text in HEADING.findall(guide(language))]
    told = {
        key for key, one in chapters.items() if any(h.endswith(f": {one.title}") for h in heads)
    }
    assert told == there


def test_both_languages_have_the_same_form() -> None:
    forms = [_form(guide(language)) for language in languages()]
    assert all(form == forms[0] for form in forms)


def _form(text: str) -> dict[str, object]:
    """What a translation leaves as it is."""
    return {
        "headings": [marks for marks, _ in HEADING.findall(text)],
        "blocks": [IN_WORDS.sub("", one) for one in BLOCK.findall(text)],
        "messages": MESSAGE.findall(text),
        "minutes": re.findall(r"^\| (\d+) \|", text, re.MULTILINE),
        "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
        "points": len(re.findall(r"^(?:- |\d\. )", text, re.MULTILINE)),
        "options": MENTIONED.findall(text),
    }
