"""One word for one thing: no text uses a word that `docs/vocabulary.md` lists under *never*."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.paths import ROOT

LANGUAGES = ("en", "nl")
NEVER = re.compile(r"\b(en|nl) \*((?:[^*\\]|\\\*)+)\*(?!\*)")
SENTENCE = re.compile(r"(?<=[.!?;])[\s\]]+|\n")
HEADLESS = re.compile(r"^\W*Who (?!(?:it|the|this|that|you|we|they|he|she|to)\b).*[^?’”]$")
"""*Who asks, shows a need* for *whoever asks*; a question, direct or not, is no such thing."""


def _texts(tree: Any, language: str) -> Iterator[str]:
    """The texts of a tree of TOML; a table with both languages gives that of one."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        chosen = [tree[language]] if {*tree} == {*LANGUAGES} else tree.values()
        for part in chosen:
            yield from _texts(part, language)


def _tables(language: str) -> Iterator[Path]:
    yield from (ROOT / "helpkit/content/text" / language).rglob("*.toml")
    for folder in (ROOT / "exercises").iterdir():
        yield folder / "text" / f"{language}.toml"
        yield from (folder / name for name in ("key.toml", "rubric.toml"))


def _notebooks(language: str) -> Iterator[Path]:
    yield from (ROOT / "lessons" / language).glob("*.ipynb")
    yield from (ROOT / "exercises").glob(f"*/{language}.ipynb")


def _pages(language: str) -> Iterator[Path]:
    yield ROOT / "docs/teachers-guide" / f"{language}.md"
    if language == "en":
        yield from (ROOT / name for name in ("README.md", "CONTRIBUTING.md"))


def _prose(path: Path) -> str:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def _messages(path: Path) -> Iterator[str]:
    """What the code itself says to somebody: its texts of some words that document nothing."""
    tree = ast.parse(path.read_text("utf-8"))
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in documents else None
        if isinstance(text, str) and len(text.split()) > 2:
            yield text


@cache
def texts(language: str) -> tuple[tuple[str, str], ...]:
    """Everything that a learner or a teacher reads in this language, and where it stands."""
    rows: list[tuple[str, str]] = []
    for path in _tables(language):
        tree = tomllib.loads(path.read_text("utf-8"))
        rows += [(str(path.relative_to(ROOT)), text) for text in _texts(tree, language)]
    for path in _notebooks(language):
        rows.append((str(path.relative_to(ROOT)), _prose(path)))
    for path in _pages(language):
        rows.append((str(path.relative_to(ROOT)), path.read_text("utf-8")))
    if language == "en":
        for path in (ROOT / "helpkit").rglob("*.py"):
            rows += [(str(path.relative_to(ROOT)), text) for text in _messages(path)]
    return tuple(rows)


@cache
def never(language: str) -> re.Pattern[str]:
    """All that no text of this language may say."""
    page = (ROOT / "docs/vocabulary.md").read_text("utf-8")
    lists = [words for tongue, words in NEVER.findall(page) if tongue == language]
    phrases = [phrase.strip() for words in lists for phrase in words.split(",")]
    patterns = [
        re.escape(pattern.replace(r"\*", "*")).replace(r"\*", r"\w*") for pattern in phrases
    ]
    assert len(patterns) > 10
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


def headless(text: str) -> list[str]:
    """Sentences that begin with a *who* which asks nothing."""
    return [sentence for sentence in SENTENCE.split(text) if HEADLESS.match(sentence)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_what_is_never_said(language: str) -> None:
    hits = [
        f"{place}: {words.group()} in {text[max(0, words.start() - 40) : words.end() + 40]!r}"
        for place, text in texts(language)
        for words in never(language).finditer(text)
    ]
    assert hits == []


def test_no_sentence_begins_with_a_who_that_asks_nothing() -> None:
    hits = [f"{place}: {sentence}" for place, text in texts("en") for sentence in headless(text)]
    assert hits == []


def test_it_reads_everything() -> None:
    for language in LANGUAGES:
        places = {place.split("/")[0] for place, _ in texts(language)}
        assert {"helpkit", "exercises", "lessons", "docs"} <= places
        assert len(texts(language)) > 2000


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your predictions so far."),
        ("en", "Keep the crisis helpline at hand."),
        ("en", "This is saved by itself."),
        ("nl", "Dat is onze lezing."),
        ("nl", "Druk op een toets."),
        ("nl", "Ze verliest gezicht."),
        ("nl", "Niemand hoeft zijn gezicht te verliezen."),
        ("nl", "De helper misgrijpt zich."),
    ],
)
def test_it_notices(language: str, text: str) -> None:
    assert never(language).search(text)


def test_it_lets_pass_what_only_looks_alike() -> None:
    assert not never("nl").search("Het toetsenbord, en Noor lijdt gezichtsverlies.")
    assert not never("en").search("A helping relationship; hand in your work.")


def test_a_who_without_a_head_is_noticed_and_a_question_is_not() -> None:
    assert headless("Try it. Who goes first runs a risk.") == ["Who goes first runs a risk."]
    assert headless("Who goes first? Who it is for, and when: that matters.") == []
    assert headless("- [Who will help?](#Who-will-help?): one of many, 4 minutes.") == []
