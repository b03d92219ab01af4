"""The answer to a prediction: only when asked for, counted from the content, with the guess."""

import re
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.outcomes.measures import measure
from helpkit.activities.predict.activity import PredictActivity
from helpkit.activities.predict.widget import Predict
from helpkit.activities.reveal.widget import Reveal
from helpkit.content import load
from helpkit.errors import HelpkitError, UnknownIdError
from helpkit.journal import State
from tests.activities.lesson_widget import event, made, on_disk

SHOW = {
    "how-many-settled": event("reveal", "settled-by-text"),
    "left-to-client": event("reveal", "led-by-client"),
}


def reveal(folder: Path, activity: str = "how-many-settled", language: str = "en") -> Reveal:
    return made(Reveal, activity, folder, language)


def commit(folder: Path, number: int) -> None:
    value = {"guess": number}
    made(Predict, "how-many-settled", folder).handle(event("prediction", "settled-by-text", value))


def test_a_guess_made_after_this_cell_ran_is_quoted(tmp_path: Path) -> None:
    widget = reveal(tmp_path)
    assert widget.state["shown"] is None
    commit(tmp_path, 20)
    widget.handle(SHOW["how-many-settled"])
    assert widget.state["prediction"] == {"guess": 20, "sure": None}
    assert reveal(tmp_path, language="nl").state["prediction"] == {"guess": 20, "sure": None}


@pytest.mark.parametrize(("off", "text"), [(3, "near"), (4, "far"), (-3, "near"), (-4, "far")])
def test_near_is_within_the_margin(tmp_path: Path, off: int, text: str) -> None:
    content = load("en")
    measured = measure("settled-by-text", content, State())
    assert measured
    answer = measured.answer
    commit(tmp_path, answer + off)
    widget = reveal(tmp_path)
    widget.handle(SHOW["how-many-settled"])
    expected = getattr(content.activities["01"]["how-many-settled"], text)
    assert widget.state["shown"]["texts"][0] == expected.format(mine=answer + off, answer=answer)


@pytest.mark.parametrize("activity", SHOW)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_a_guess_every_number_is_filled_in(
    tmp_path: Path, activity: str, language: str
) -> None:
    widget = reveal(tmp_path, activity, language)
    widget.handle(SHOW[activity])
    shown = widget.state["shown"]
    assert widget.state["prediction"] is None
    assert len(shown["texts"]) == 1
    assert "{" not in shown["texts"][0]
    assert set(shown["counts"]) == set(widget.view["labels"])
    assert shown["answer"] in shown["counts"].values()


def test_the_line_of_guesses_reaches_from_the_lowest_to_the_highest(tmp_path: Path) -> None:
    activity = load("en").activities["01"]["how-many-settled"]
    view = reveal(tmp_path).view
    assert isinstance(activity, PredictActivity)
    assert [view[name] for name in ("low", "high", "margin")] == [
        activity.low,
        activity.high,
        activity.margin,
    ]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_words_with_which_the_client_leads_are_named(language: str) -> None:
    content = load(language)
    text = content.activities["01"]["left-to-client"].reveal  # type: ignore[attr-defined]
    named = {str(word.word) for word in content.words.values() if word.directiveness < 2}
    assert set(re.findall("‘(.+?)’", text)) == named
    measured = measure("led-by-client", content, State())
    assert measured
    assert measured.answer == len(named)


@pytest.mark.parametrize("foreign", [event("reveal", "*"), event("answer", "settled-by-text"), {}])
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        reveal(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    lesson = Lesson("01", answers=tmp_path)
    assert lesson.reveal("left-to-client").view["item"] == "led-by-client"
    with pytest.raises(UnknownIdError, match="how-many-settled"):
        lesson.reveal("how-many-setled")
