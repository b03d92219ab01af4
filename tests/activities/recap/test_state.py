"""Looking back: it reads well when nothing was done, and tells what was done and changed."""

from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.outcomes.measures import measure
from helpkit.activities.recap.widget import Recap
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.journal import State
from tests.activities.lesson_widget import event, made, on_disk

EN = load("en")
SETTLED = measure("settled-by-text", EN, State())
assert SETTLED
ALL = SETTLED.answer


def recap(folder: Path, language: str = "en") -> Recap:
    return made(Recap, "recap", folder, language)


def right(widget: Recap) -> dict[str, str]:
    return {key: check.risk for key, check in widget.activity.checks.items()}


def test_nothing_done_yet(tmp_path: Path) -> None:
    widget = recap(tmp_path)
    assert widget.state["empty"]
    assert [guess["quote"] for guess in widget.state["guessed"]] == ["", ""]
    assert widget.state["did"] == {"message": None, "sorts": [], "others": [], "writing": None}
    assert widget.state["changed"] == []
    assert widget.state["score"] is None
    assert len(widget.view["lines"]) == 3
    assert widget.view["limits"]


def test_the_self_check_gives_nothing_away(tmp_path: Path) -> None:
    widget = recap(tmp_path)
    assert not [
        check.reason
        for check in widget.activity.checks.values()
        if check.reason in f"{widget.view}{widget.state}"
    ]
    assert all({*check} == {"id", "episode"} for check in widget.view["checks"])
    assert widget.state["shown"] == {}


@pytest.mark.parametrize(
    ("guess", "verdict"), [(ALL + 3, "hit"), (ALL - 3, "hit"), (ALL + 4, "miss"), (ALL - 4, "miss")]
)
def test_a_guess_is_quoted_beside_the_count(tmp_path: Path, guess: int, verdict: str) -> None:
    lesson = Lesson("01", answers=tmp_path)
    value = {"guess": guess}
    lesson.predict("how-many-settled").handle(event("prediction", "settled-by-text", value))
    first, second = recap(tmp_path).state["guessed"]
    assert (first["guess"], first["answer"], first["verdict"]) == (guess, ALL, verdict)
    assert f"You said {guess}" in first["quote"]
    assert second["quote"] == ""
    assert not recap(tmp_path).state["empty"]


def test_what_was_done(tmp_path: Path) -> None:
    lesson = Lesson("01", answers=tmp_path)
    reply = " ".join(f"word{n}" for n in range(20))
    message = lesson.message("cv-tonight")
    message.handle(event("answer", "reply", reply, private=True))
    message.handle(event("choice", "label", "told"))
    sort = lesson.sort("formality")
    sort.handle(event("answer", "directions", "informal"))
    sort.handle(event("answer", "dishes", "informal"))
    sort.handle(event("reveal", "directions"))
    text = event("reflection", "episode", "It's my sister’s move, again.", private=True)
    lesson.reflect("help-that-missed").handle(text)
    did = recap(tmp_path).state["did"]
    assert did["message"]["quote"] == f"{reply[: reply.index(' word12')]} …"
    assert did["message"]["label"].startswith("I told her")
    assert did["sorts"] == [
        {"title": "Three piles", "placed": 2, "total": 26, "shown": 1, "alike": 1}
    ]
    assert did["writing"] == {"title": "Help that missed", "words": 5}
    assert "sister" not in f"{did}"


def test_a_contested_card_is_never_scored(tmp_path: Path) -> None:
    key = next(k for k, card in EN.table.items() if card.readings["formality"].contested)
    sort = Lesson("01", answers=tmp_path).sort("formality")
    sort.handle(event("answer", key, "formal"))
    sort.handle(event("reveal", key))
    (counted,) = recap(tmp_path).state["did"]["sorts"]
    assert (counted["placed"], counted["shown"], counted["alike"]) == (1, 0, 0)


def test_going_on_without_a_reply_is_told(tmp_path: Path) -> None:
    Lesson("01", answers=tmp_path).message("cv-tonight").handle(event("choice", "skipped", True))
    sent = recap(tmp_path).state["did"]["message"]
    assert (sent["quote"], sent["label"]) == ("", "")


def test_what_was_changed(tmp_path: Path) -> None:
    lesson = Lesson("01", answers=tmp_path)
    for label in ("told", "did", "asked"):
        lesson.message("cv-tonight").handle(event("choice", "label", label))
    sort = lesson.sort("formality")
    sort.handle(event("answer", "directions", "formal"))
    sort.handle(event("answer", "dishes", "informal"))
    sort.handle(event("reveal", "*"))
    sort.handle(event("answer", "directions", "informal"))
    words = lesson.sort("words")
    key, first = next(iter(EN.words.items()))
    words.handle(event("answer", key, "0"))
    words.handle(event("reveal", key))
    words.handle(event("answer", key, "4"))
    labels = EN.dimensions["formality"].labels
    label, card, word = recap(tmp_path).state["changed"]
    assert label["what"] == "A message from Noor"
    assert label["first"].startswith("I told her")
    assert label["now"].startswith("I asked her")
    assert card == {
        "what": EN.situations["directions"].text,
        "first": labels["formal"],
        "now": labels["informal"],
    }
    assert word == {"what": first.word, "first": "the client leads", "now": "the helper decides"}


def test_the_self_check(tmp_path: Path) -> None:
    widget = recap(tmp_path)
    key = right(widget)
    for item, risk in (key | {"joke": "looking-away", "knee": "looking-away"}).items():
        widget.handle(event("answer", item, risk))
    widget.handle(event("reveal", "*"))
    assert widget.state["score"] == {"first": 6, "now": 6, "total": 8, "passed": False}
    assert widget.state["shown"]["joke"]["verdict"] == "differs"
    assert widget.state["shown"]["joke"]["ours"] == "barging in"
    widget.handle(event("answer", "joke", "barging-in"))
    again = recap(tmp_path, "nl").state
    assert again["score"] == {"first": 6, "now": 7, "total": 8, "passed": True}
    assert again["shown"]["joke"]["first"] == "wegkijken"
    assert again["answers"] == widget.state["answers"]


def test_what_was_left_open_is_said_gently(tmp_path: Path) -> None:
    widget = recap(tmp_path)
    widget.handle(event("answer", "joke", "barging-in"))
    widget.handle(event("reveal", "*"))
    assert widget.state["score"] == {"first": 1, "now": 1, "total": 8, "passed": False}
    assert widget.state["shown"]["boxes"]["verdict"] == "unanswered"


def test_a_refresh_looks_again_and_records_nothing(tmp_path: Path) -> None:
    widget = recap(tmp_path)
    Lesson("01", answers=tmp_path).message("cv-tonight").handle(event("choice", "skipped", True))
    assert widget.state["empty"]
    widget.handle({"kind": "refresh", "item": "*"})
    assert not widget.state["empty"]
    assert [each.activity for each in on_disk(tmp_path)] == ["cv-tonight"]


def test_answers_of_another_version_are_passed_over(tmp_path: Path) -> None:
    widget = recap(tmp_path)
    record = widget.journal.record
    record(activity="recap", item="joke", value="sabotage")
    record(activity="recap", item="gone", value="barging-in")
    record(activity="recap", item="*", kind="reveal", value=None)
    record(activity="cv-tonight", item="label", kind="choice", value=["told"])
    record(activity="cv-tonight", item="reply", value=3)
    record(activity="formality", item="directions", value=["x"])
    record(activity="formality", item="*", kind="reveal", value=None)
    record(activity="formality", item="directions", value="informal")
    state = recap(tmp_path).state
    assert state["answers"] == {}
    assert state["score"]["now"] == 0
    assert state["changed"] == []


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "joke", "held"),
        event("answer", "helpdesk", "barging-in"),
        event("answer", ["joke"], "barging-in"),
        event("answer", "joke", ["barging-in"]),
        event("reveal", "joke"),
        event("reveal", "*", True),
        event("reset", "*"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        recap(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    assert Lesson("01", answers=tmp_path).recap("recap").view == recap(tmp_path).view
