"""Nothing private is ever part of what is offered."""

import json
from pathlib import Path

from helpkit.activities.share.widget import Share
from helpkit.content import load
from helpkit.journal import Journal
from tests.activities.lesson_widget import look_around

OFFER = {"item": "lesson", "kind": "share", "value": True}


def filled(folder: Path) -> Journal:
    journal = Journal(folder, lesson="01", language="en")
    journal.record(activity="formality", item="directions", value="informal")
    journal.record(activity="formality", item="homework", value="informal")
    journal.record(activity="formality", item="homework", value="formal")
    journal.record(
        activity="help-that-missed", item="episode", kind="reflection", value="my secret"
    )
    return journal


def test_private_texts_stay(tmp_path: Path) -> None:
    share = Share(load("en"), filled(tmp_path))
    share.handle(OFFER)
    lines = [json.loads(line) for line in share.state["lines"].splitlines() if line]
    assert {line["item"] for line in lines} == {"directions", "homework"}
    assert "my secret" not in str(share.state)
    assert share.state["private"] == 1


def test_what_would_go_is_listed_before(tmp_path: Path) -> None:
    state = Share(load("en"), filled(tmp_path)).state
    title = load("en").activities["01"]["formality"].title
    assert state["parts"] == [{"title": title, "number": 2, "texts": 0}]
    assert state["offered"] == ""
    assert state["lines"] == ""


def test_a_look_at_all_cards_is_no_answer_and_own_words_are_listed(tmp_path: Path) -> None:
    journal = filled(tmp_path)
    journal.record(activity="formality", item="*", kind="reveal", value=None)
    journal.record(activity="formality.sure", item="homework", value=False)
    journal.record(activity="formality.argument", item="homework", value="because")
    (part,) = Share(load("en"), journal).state["parts"]
    assert (part["number"], part["texts"]) == (2, 1)


def test_it_is_listed_in_the_order_of_the_lesson(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="01", language="en")
    mine = load("en").activities["01"]
    for key in sorted(mine, reverse=True):
        journal.record(activity=key, item="an-item", value="x")
    parts = Share(load("en"), journal).state["parts"]
    assert [part["title"] for part in parts] == [activity.title for activity in mine.values()]


def test_an_offer_can_be_taken_back(tmp_path: Path) -> None:
    journal = filled(tmp_path)
    share = Share(load("en"), journal)
    share.handle(OFFER)
    assert Share(load("nl"), journal).state["offered"]
    share.handle(OFFER | {"value": False})
    assert share.state["offered"] == ""
    assert share.state["lines"] == ""


def test_another_lesson_is_not_part_of_it(tmp_path: Path) -> None:
    filled(tmp_path)
    other = Share(load("en"), Journal(tmp_path, lesson="01", language="en"))
    Journal(tmp_path, lesson="02", language="en").record(activity="ledger", item="a", value=1)
    other.handle(OFFER)
    assert "ledger" not in other.state["lines"]


def test_what_was_open_and_is_private_again_stays(tmp_path: Path) -> None:
    journal = filled(tmp_path)
    text = {"activity": "help-that-missed", "item": "concept", "kind": "reflection"}
    journal.record(**text, value="shown for a moment", private=False)
    share = Share(load("en"), journal)
    share.handle(OFFER)
    assert "shown for a moment" in share.state["lines"]
    journal.record(**text, value="shown for a moment", private=True)
    share.handle({"kind": "refresh", "item": "*"})
    assert "shown for a moment" not in share.state["lines"]
    assert share.state["private"] == 2


def test_how_a_lesson_is_looked_at_is_neither_offered_nor_counted(tmp_path: Path) -> None:
    journal = filled(tmp_path)
    Share(load("en"), journal).handle(OFFER)
    before = Share(load("en"), journal).state
    look_around(tmp_path)
    assert Share(load("en"), journal).state == before
