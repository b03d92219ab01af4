"""The list says what the line shows; nothing is recorded."""

from pathlib import Path

import pytest

from helpkit.activities.timeline.activity import TimelineActivity
from helpkit.activities.timeline.widget import Timeline
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.journal import Journal


def line(folder: Path, language: str = "en") -> Timeline:
    content = load(language)
    activity = content.activities["01"]["people-and-works"]
    assert isinstance(activity, TimelineActivity)
    return Timeline(activity, content, Journal(folder, lesson="01", language=language))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_work_has_its_note(tmp_path: Path, language: str) -> None:
    works = load(language).works
    entries = line(tmp_path, language).view["entries"]
    assert {entry["id"]: entry["note"] for entry in entries} == {
        key: work.note for key, work in works.items()
    }


def test_there_is_nothing_to_record(tmp_path: Path) -> None:
    with pytest.raises(HelpkitError, match="This widget cannot take"):
        line(tmp_path).handle({"kind": "choice", "item": "helping", "value": 1})
    assert not list(tmp_path.glob("*"))


def test_both_languages_have_the_same_texts() -> None:
    keys = {"lane-chicago", "lane-others", "lane-schein", "and-others", "guess", "uncertain"}
    assert (
        set(load("en").ui["timeline"])
        == set(load("nl").ui["timeline"])
        == keys
        | {
            "legend",
            "list",
        }
    )
