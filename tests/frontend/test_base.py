"""The way in and the way out: recorded before it is acknowledged, every error told and raised."""

from pathlib import Path
from shutil import rmtree
from typing import Any, cast

import pytest

from helpkit.activities.predict.activity import PredictActivity
from helpkit.activities.predict.widget import Predict
from helpkit.content import load
from helpkit.journal import Journal

GUESS = {"item": "sent-something", "kind": "prediction", "value": {"guess": 14, "sure": 75}}


class Listened(Predict):
    """A prediction whose replies to the browser can be read."""

    def __init__(self, *args: Any) -> None:
        """Nothing has been said yet."""
        self.replies: list[dict[str, Any]] = []
        super().__init__(*args)

    def send(self, content: Any, buffers: Any = None) -> None:
        """Keep a copy of each reply."""
        self.replies.append(content)
        super().send(content, buffers)

    def receive(self, event: dict[str, Any]) -> dict[str, Any]:
        """What the browser sends, and what it gets back."""
        self._receive(self, {"id": "1", "event": event}, [])
        return self.replies[-1]


def predict(folder: Path, language: str = "nl") -> Listened:
    content = load(language)
    activity = cast(PredictActivity, content.activities["02"]["sent-something"])
    return Listened(activity, content, Journal(folder, lesson="02", language=language))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_answers_that_were_removed_while_the_page_is_open_are_put_back_and_told(
    tmp_path: Path, language: str
) -> None:
    widget = predict(tmp_path / "answers", language)
    widget.receive(GUESS)
    rmtree(tmp_path / "answers")
    reply = widget.receive(GUESS)
    sentence = load(language).ui["journal"]["put-back"]
    told = sentence.format(folder=tmp_path / "answers", count=1)
    assert reply == {"id": "1", "saved": True, "problem": told}
    assert len(Journal(tmp_path / "answers").events()) == 2
    assert widget.receive(GUESS)["problem"] == ""


def test_what_is_acknowledged_is_on_the_disk(tmp_path: Path) -> None:
    widget = predict(tmp_path)
    assert widget.receive(GUESS) == {"id": "1", "saved": True, "problem": ""}
    assert widget.state["prediction"] == {"guess": 14, "sure": 75}
    assert predict(tmp_path).state == widget.state


def test_an_event_from_elsewhere_is_refused_in_the_learners_language(tmp_path: Path) -> None:
    reply = predict(tmp_path).receive(GUESS | {"kind": "vote"})
    assert reply["refused"]
    assert reply["problem"].startswith("Dit onderdeel kan niets met vote")
    assert not list(tmp_path.glob("*.jsonl"))


@pytest.mark.parametrize(
    "value",
    [None, 14, {"guess": 33, "sure": 75}, {"guess": True, "sure": 75}, {"guess": 3, "sure": 60}],
)
def test_a_value_out_of_range_is_refused(tmp_path: Path, value: Any) -> None:
    assert predict(tmp_path).receive(GUESS | {"value": value})["refused"]


def test_an_error_in_a_callback_is_told_and_raised(tmp_path: Path) -> None:
    widget = predict(tmp_path)
    broken: dict[str, Any] = {}
    widget.restored = lambda: broken["x"]  # type: ignore[method-assign]
    with pytest.raises(KeyError):
        widget.receive(GUESS)
    assert not widget.replies[-1]["saved"]
    assert "KeyError: 'x'" in widget.replies[-1]["problem"]


def test_what_cannot_be_saved_is_kept_and_said(tmp_path: Path) -> None:
    """A file where the folder should be: nothing can be written, by root neither."""
    blocked = tmp_path / "answers"
    blocked.write_text("in the way")
    widget = predict(blocked)
    reply = widget.receive(GUESS)
    assert not reply["saved"]
    assert reply["problem"]
    assert widget.state["prediction"] == {"guess": 14, "sure": 75}


def test_a_refresh_reads_again_and_records_nothing(tmp_path: Path) -> None:
    widget, other = predict(tmp_path), predict(tmp_path, "en")
    other.receive(GUESS)
    assert widget.state["prediction"] is None
    before = [path.read_bytes() for path in sorted(tmp_path.glob("*.jsonl"))]
    assert widget.receive({"kind": "refresh", "item": "*"})["saved"]
    assert widget.state["prediction"] == {"guess": 14, "sure": 75}
    assert [path.read_bytes() for path in sorted(tmp_path.glob("*.jsonl"))] == before
