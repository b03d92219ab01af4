"""The guesses of a learner: over all lessons, and silent about answers nobody looked at."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.predict.activity import PredictActivity
from helpkit.activities.predictions.widget import Predictions
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.journal import Journal
from tests.activities.lesson_widget import event, made, on_disk

EN = load("en")
PUBLISHED = ("sent-something", "tickets", "victims-chance", "refused-offers", "mirror-ahead")


def predictions(folder: Path, language: str = "en") -> Predictions:
    return made(Predictions, "predictions", folder, language)


def predict(folder: Path, key: str, guess: int, sure: int = 75, *, look: bool = True) -> None:
    lesson = next(name for name, ones in EN.activities.items() if key in ones)
    activity = EN.activities[lesson][key]
    assert isinstance(activity, PredictActivity)
    journal = Journal(folder, lesson=lesson, language="en")
    value = {"guess": guess, "sure": sure}
    journal.record(activity=key, item=activity.measure, kind="prediction", value=value)
    if look:
        journal.record(activity=key, item=activity.measure, kind="reveal", value=None)


def test_nothing_yet(tmp_path: Path) -> None:
    assert predictions(tmp_path).state == {"rows": [], "done": 0, "picture": None}


def test_an_answer_that_was_not_looked_at_is_not_told(tmp_path: Path) -> None:
    predict(tmp_path, "tickets", 16, look=False)
    (row,) = predictions(tmp_path).state["rows"]
    assert row["answer"] is None
    assert row["hit"] is False


def test_an_answer_that_waits_for_the_learner_stays_open(tmp_path: Path) -> None:
    predict(tmp_path, "own-receipts", 6)
    assert predictions(tmp_path).state["done"] == 0


def test_only_published_numbers_count(tmp_path: Path) -> None:
    for key in PUBLISHED[1:]:
        predict(tmp_path, key, 2)
    for key in ("how-many-settled", "both-gave-five", "always-telling"):
        predict(tmp_path, key, 8, 95)
    state: Any = predictions(tmp_path).state
    assert {row["words"] for row in state["rows"] if not row["counts"]} == {""}
    assert (len(state["rows"]), state["done"], state["picture"]) == (7, 4, None)


def test_a_guess_that_does_not_say_how_sure_counts_for_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="02", language="en")
    for key in PUBLISHED:
        journal.record(activity=key, item=key, kind="prediction", value={"guess": 2})
        journal.record(activity=key, item=key, kind="reveal", value=None)
    state: Any = predictions(tmp_path).state
    assert (len(state["rows"]), state["done"], state["picture"]) == (5, 0, None)


def test_all_lessons_in_their_order_and_a_picture_from_five_on(tmp_path: Path) -> None:
    predict(tmp_path, "tickets", 16, 95)
    predict(tmp_path, "how-many-settled", 8, 50)
    predict(tmp_path, "sent-something", 30, 50)
    predict(tmp_path, "victims-chance", 2)
    predict(tmp_path, "refused-offers", 16)
    widget = predictions(tmp_path)
    assert [row["lesson"] for row in widget.state["rows"]] == ["01", *["02"] * 4]
    assert [row["hit"] for row in widget.state["rows"][1:]] == [True, True, False, True]
    assert widget.state["picture"] is None
    predict(tmp_path, "mirror-ahead", 1)
    widget.handle(event("refresh", "*"))
    english: Any = widget.state
    cells = [[cell["text"] for cell in row["cells"]] for row in english["picture"]["rows"]]
    assert cells == [["1", "1"], ["3", "1"], ["1", "1"]]
    dutch: Any = predictions(tmp_path, "nl").state
    assert dutch["picture"]["rows"][0]["header"] == "50%"
    assert dutch["rows"][0]["question"] != widget.state["rows"][0]["question"]


def test_no_event_is_taken(tmp_path: Path) -> None:
    with pytest.raises(HelpkitError):
        predictions(tmp_path).handle(event("prediction", "tickets", {"guess": 1, "sure": 75}))
    assert on_disk(tmp_path) == []
