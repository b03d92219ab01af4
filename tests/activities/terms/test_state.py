"""The terms of a lesson: those of its chapter, in the order of the alphabet, with their entries."""

from pathlib import Path

import pytest

from helpkit.activities.terms.widget import Terms
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.journal import Journal
from tests.activities.lesson_widget import event, on_disk


def terms(folder: Path, lesson: str = "01", language: str = "en") -> Terms:
    return Terms(load(language), Journal(folder, lesson=lesson, language=language))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_lesson_shows_the_terms_of_its_chapter(tmp_path: Path, language: str) -> None:
    glossary = load(language).glossary
    shown = terms(tmp_path, language=language).view["entries"]
    assert {entry["id"] for entry in shown} == {
        entry.id for entry in glossary.values() if 1 in entry.chapters
    }
    assert all(entry["definition"] == glossary[entry["id"]].definition for entry in shown)
    words = [entry["term"].casefold() for entry in shown]
    assert words == sorted(words)


def test_the_term_of_the_published_dutch_edition_stands_with_it(tmp_path: Path) -> None:
    shown = terms(tmp_path, "06", "nl").view["entries"]
    assert {entry["id"]: entry["published"] for entry in shown}["pure-inquiry"] == "basisonderzoek"
    assert all(entry["published"] == "" for entry in terms(tmp_path, "06").view["entries"])


def test_no_event_is_taken(tmp_path: Path) -> None:
    with pytest.raises(HelpkitError):
        terms(tmp_path).handle(event("answer", "client", 1))
    assert on_disk(tmp_path) == []
