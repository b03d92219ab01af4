"""The head of a lesson tells where the answers are and what must be known."""

from pathlib import Path

from helpkit.activities.start.widget import Start
from helpkit.content import load
from helpkit.journal import Journal
from tests.activities.lesson_widget import look_around


def start(folder: Path, language: str = "en") -> Start:
    return Start(load(language), Journal(folder, lesson="01", language=language))


def test_first_evening(tmp_path: Path) -> None:
    head = start(tmp_path)
    assert head.state == {"kept": 0, "last": "", "told": []}
    assert head.view["folder"] == str(tmp_path)
    assert head.view["file"] == load("nl").chapters["01"].file


def test_the_head_of_a_lesson_reads_no_second_language(tmp_path: Path) -> None:
    load.cache_clear()
    start(tmp_path)
    assert load.cache_info().currsize == 1


def test_next_evening(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="01", language="en")
    event = journal.record(activity="formality", item="directions", value="informal")
    assert start(tmp_path, "nl").state == {"kept": 1, "last": event.at, "told": []}


def test_a_torn_line_is_told_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="01", language="nl")
    journal.record(activity="formality", item="directions", value="informal")
    with journal.segment.open("a") as file:
        file.write('\n{"v":1,"at":"2026-')
    head = start(tmp_path, "nl")
    assert head.state["kept"] == 1
    assert len(head.state["told"]) == 1
    assert "zijn leesbaar (aantal: 1" in head.state["told"][0]


def test_looking_around_is_no_answer(tmp_path: Path) -> None:
    look_around(tmp_path)
    assert start(tmp_path).state == {"kept": 0, "last": "", "told": []}
    event = Journal(tmp_path).record(activity="formality", item="directions", value="informal")
    look_around(tmp_path)
    assert start(tmp_path).state == {"kept": 1, "last": event.at, "told": []}
