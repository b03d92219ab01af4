"""The sorting board: what it shows, what it takes, and what it finds again."""

import re
from pathlib import Path
from typing import Any, cast, get_args

import pytest

from helpkit.activities.outcomes.verdict import beside
from helpkit.activities.sort.activity import SortActivity
from helpkit.activities.sort.widget import COUNTED, LONGEST, Sort
from helpkit.content import load
from helpkit.content.prose import Confidence
from helpkit.errors import HelpkitError
from helpkit.frontend.modules import modules
from helpkit.journal import Journal
from tests.activities.lesson_widget import made

ALL = {"item": "*", "kind": "reveal", "value": None}
SORTS = [key for key, activity in load("en").activities["01"].items() if activity.kind == "sort"]


def board(folder: Path, activity: str = "formality", language: str = "en") -> Sort:
    content = load(language)
    sort = cast(SortActivity, content.activities["01"][activity])
    return Sort(sort, content, Journal(folder, lesson="01", language=language))


def put(widget: Sort, card: str, column: str | None) -> None:
    widget.handle({"item": card, "kind": "answer", "value": column})


def show(widget: Sort, item: str) -> None:
    widget.handle({"item": item, "kind": "reveal", "value": None})


def argued(card: str, text: str | None) -> dict[str, Any]:
    return {"activity": "formality.argument", "item": card, "kind": "answer", "value": text}


def test_nothing_of_ours_reaches_the_browser_before_a_reveal(tmp_path: Path) -> None:
    widget = board(tmp_path)
    put(widget, "bedpan", "formal")
    sent = f"{widget.view} {widget.state}"
    assert not [card for card, reading in widget.readings.items() if reading.reason in sent]
    assert widget.state["revealed"] == {}
    assert widget.state["summary"] is None


@pytest.mark.parametrize("activity", SORTS)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_deck_is_dealt_in_full(tmp_path: Path, activity: str, language: str) -> None:
    widget = board(tmp_path, activity, language)
    dealt = [card["id"] for card in widget.view["cards"]]
    assert sorted(dealt) == sorted(widget.readings)
    assert dealt != list(widget.readings)
    assert all(card["text"] for card in widget.view["cards"])
    assert all(column["label"] and column["hint"] for column in widget.view["columns"])
    assert widget.view["question"]
    put(widget, dealt[0], widget.view["columns"][0]["id"])
    assert widget.state["answers"]


def test_the_pile_is_the_same_after_reopening_and_in_the_other_language(tmp_path: Path) -> None:
    first = board(tmp_path)
    put(first, "bedpan", "formal")
    assert board(tmp_path).order == first.order == board(tmp_path, language="nl").order
    assert board(tmp_path, "role").order != first.order


def test_everything_is_found_again(tmp_path: Path) -> None:
    widget = board(tmp_path)
    put(widget, "bedpan", "formal")
    put(widget, "dishes", "formal")
    put(widget, "dishes", None)
    mark = {"activity": "formality.sure", "item": "bedpan", "kind": "answer", "value": False}
    widget.handle(mark)
    widget.handle(argued("blocker", "Team!"))
    show(widget, "bedpan")
    again = board(tmp_path, language="nl").state
    assert again["answers"] == {"bedpan": "formal"}
    assert again["sure"] == {"bedpan": False}
    assert again["arguments"]["blocker"]["text"] == "Team!"
    assert list(again["revealed"]) == ["bedpan"]
    assert board(tmp_path).state == widget.state


def test_a_card_moved_after_its_reveal_keeps_both(tmp_path: Path) -> None:
    widget = board(tmp_path)
    put(widget, "bedpan", "informal")
    show(widget, "bedpan")
    before = widget.state["revealed"]["bedpan"]
    assert (before["verdict"], before["first"]) == ("differs", "")
    put(widget, "bedpan", "formal")
    after = widget.state["revealed"]["bedpan"]
    assert (after["verdict"], after["first"]) == ("same", "informal")
    put(widget, "bedpan", "informal")
    assert widget.state["revealed"]["bedpan"]["first"] == ""


def test_revealing_all_compares_what_is_placed_and_shows_the_rest(tmp_path: Path) -> None:
    widget = board(tmp_path)
    put(widget, "bedpan", "formal")
    put(widget, "skill-coach", "formal")
    put(widget, "dishes", "formal")
    put(widget, "blocker", "formal")
    show(widget, "*")
    assert set(widget.state["revealed"]) == set(widget.order)
    assert widget.state["revealed"]["homework"]["verdict"] == "unanswered"
    summary = widget.state["summary"]
    assert summary["counts"] == {"same": 1, "accepted": 1, "differs": 1, "contested": 1}
    assert (summary["unplaced"], summary["moved"]) == (22, 0)
    put(widget, "dishes", "informal")
    assert widget.state["summary"]["moved"] == 1


def test_one_by_one_comes_to_the_same_summary(tmp_path: Path) -> None:
    single, all_at_once = board(tmp_path / "one"), board(tmp_path / "all")
    for widget in (single, all_at_once):
        for card, reading in widget.readings.items():
            put(widget, card, reading.value)
    for card in single.order:
        assert single.state["summary"] is None
        show(single, card)
    show(all_at_once, "*")
    assert single.state["summary"] == all_at_once.state["summary"]
    counts = single.state["summary"]["counts"]
    assert (counts["same"], counts["contested"]) == (21, 5)


def test_the_board_leaves_the_count_of_the_sources_to_the_answer_of_the_guess(
    tmp_path: Path,
) -> None:
    widget = board(tmp_path)
    show(widget, "*")
    assert {*widget.state["summary"]} == {"counts", "unplaced", "moved"}


def test_contested_cards_come_first_and_stay_there(tmp_path: Path) -> None:
    widget = board(tmp_path)
    for card in widget.order:
        put(widget, card, "informal")
    show(widget, "*")
    order = widget.state["order"]
    contested = {card for card, reading in widget.readings.items() if reading.contested}
    assert set(order[: len(contested)]) == contested
    states = [beside("informal", widget.readings[card]).state for card in order]
    assert states.index("same") > max(i for i, state in enumerate(states) if state == "differs")
    put(widget, order[-1], "formal")
    assert widget.state["order"] == order


def test_words_are_compared_by_steps_most_different_first(tmp_path: Path) -> None:
    widget = board(tmp_path, "words")
    assert widget.view["ordered"]
    for card in widget.order:
        put(widget, card, "0")
    show(widget, "*")
    steps = [widget.state["revealed"][card]["steps"] for card in widget.state["order"]]
    assert steps == sorted(steps, reverse=True)
    assert (steps[0], steps[-1]) == (4, 0)


@pytest.mark.parametrize(
    "event",
    [
        {"item": "nobody", "kind": "answer", "value": "formal"},
        {"item": "plumber", "kind": "answer", "value": "formal"},
        {"item": ["bedpan"], "kind": "answer", "value": "formal"},
        {"item": "bedpan", "kind": "answer", "value": "client_asks"},
        {"item": "bedpan", "kind": "answer", "value": ["formal"]},
        {"item": "bedpan", "kind": "answer", "value": True},
        {"item": "*", "kind": "answer", "value": "formal"},
        {"item": "bedpan", "kind": "reveal", "value": "formal"},
        {"item": "nobody", "kind": "reveal", "value": None},
        {"item": "bedpan", "kind": "reset", "value": None},
        {"item": "bedpan", "kind": "answer", "value": 1, "activity": "formality.sure"},
        {"item": "bedpan", "kind": "reveal", "value": None, "activity": "formality.sure"},
        {"item": "bedpan", "kind": "answer", "value": 7, "activity": "formality.argument"},
        argued("bedpan", "x" * (LONGEST + 1)),
        {"item": "bedpan", "kind": "answer", "value": "formal", "activity": "role"},
        {"item": "bedpan", "kind": "answer", "value": "formal", "activity": ["formality"]},
        {"kind": "answer"},
    ],
)
def test_what_no_part_of_the_board_sends_is_refused(tmp_path: Path, event: dict[str, Any]) -> None:
    widget = board(tmp_path)
    with pytest.raises(HelpkitError, match="cannot take"):
        widget.handle(event)
    assert not list(tmp_path.glob("*.jsonl"))


def test_an_answer_that_the_content_no_longer_knows_is_left_out(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="01", language="en")
    journal.record(activity="words", item="guiding", value="7")
    journal.record(activity="words", item="a-word-that-went", value="2")
    journal.record(activity="words", item="*", kind="reveal", value=None)
    widget = board(tmp_path, "words")
    assert widget.state["answers"] == {}
    assert widget.state["revealed"]["guiding"]["verdict"] == "unanswered"


def test_an_argument_may_be_as_long_as_the_page_allows(tmp_path: Path) -> None:
    widget = board(tmp_path)
    text = "ë" * widget.view["longest"]
    widget.handle(argued("blocker", text))
    assert widget.state["arguments"]["blocker"]["text"] == text
    widget.handle(argued("blocker", None))
    assert widget.state["arguments"] == {}


def javascript() -> str:
    """The widget's own modules, without what all widgets share."""
    shared = {module.name for module in modules("frontend/widget")}
    own = (module for module in modules("activities/sort/sort") if module.name not in shared)
    return "".join(module.source for module in own)


def test_the_javascript_asks_only_for_texts_that_are_there() -> None:
    words = {*load("nl").ui["sort"], *load("nl").ui["common"]}
    source = javascript()
    asked = re.findall(r"\bt(\([^,)]*)[,)]", source)  # the first argument of each ui.t(...)
    literal = {key for call in asked for key in re.findall(r'[(?:] ?"([a-z][\w-]*)"', call)}
    literal |= set(re.findall(r'"(say-[\w-]+)"', source))
    literal |= set(re.findall(r'\b(?:button|step)\((?:it, )?"([\w-]+)"', source))
    assert len(literal) > 30
    assert not literal - words
    verdicts = {*COUNTED, "unanswered"}
    built = {f"{stem}-{verdict}" for stem in ("verdict", "short", "count") for verdict in verdicts}
    built |= {f"confidence-{level}" for level in get_args(Confidence)} | {"count-moved"}
    built |= {f"filter-{name}" for name in ("all", "todo", "done")}
    assert not built - words


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_text_of_the_board_is_unused(language: str) -> None:
    source = javascript()
    stems = tuple(re.findall(r"\b(?:t|button)\(`([\w-]+)\$\{", source))
    used = set(re.findall(r'"([a-z][\w-]*)"', source)) | {"who"}
    texts = load(language).ui["sort"]
    assert not [key for key in texts if key not in used and not key.startswith(stems)]


def test_turns_of_phrase_lie_on_the_same_board(tmp_path: Path) -> None:
    widget = made(Sort, "metaphors", tmp_path)
    cards = {card["id"]: card["text"] for card in widget.view["cards"]}
    assert cards["pay-attention"] == "pay attention"
    assert len(cards) == 16
    put(widget, "pay-attention", "theatrical")
    show(widget, "pay-attention")
    assert widget.state["revealed"]["pay-attention"]["verdict"] == "differs"
    assert widget.state["revealed"]["pay-attention"]["value"] == "economic"
