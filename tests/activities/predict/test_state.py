"""A guess is locked, whoever tries to change it and wherever."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.activities.outcomes.guess import SURE
from helpkit.activities.predict.widget import Predict
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk


def predict(folder: Path, language: str = "en") -> Predict:
    return made(Predict, "sent-something", folder, language)


def guess(number: Any, sure: Any = 75, item: str = "sent-something") -> dict[str, Any]:
    return event("prediction", item, {"guess": number, "sure": sure})


@settings(deadline=None, max_examples=30)  # each one waits for the disk
@given(st.integers(0, 32), st.sampled_from(SURE), st.integers(0, 32), st.sampled_from(SURE))
def test_the_first_one_stays(
    tmp_path_factory: pytest.TempPathFactory, number: int, sure: int, other: int, later: int
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    widget = predict(folder)
    widget.handle(guess(number, sure))
    widget.handle(guess(other, later))
    expected = {"prediction": {"guess": number, "sure": sure}}
    assert widget.state == predict(folder, "nl").state == expected


@pytest.mark.parametrize(
    "foreign",
    [
        guess(33),
        guess(-1),
        guess(3.0),
        guess(True),
        guess(3, 60),
        guess(3, [75]),
        guess(3, item="tickets"),
        event("prediction", "sent-something", 3),
        event("prediction", "sent-something", {"guess": 3}),
        event("answer", "sent-something", {"guess": 3, "sure": 75}),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        predict(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_how_sure_is_asked_of_published_numbers_only(tmp_path: Path) -> None:
    assert predict(tmp_path).view["sure"] == list(SURE)
    assert made(Predict, "how-many-settled", tmp_path).view["sure"] == []


def test_a_guess_for_fun_says_nothing_about_being_sure(tmp_path: Path) -> None:
    widget = made(Predict, "how-many-settled", tmp_path)
    widget.handle(event("prediction", "settled-by-text", {"guess": 3}))
    assert widget.state == {"prediction": {"guess": 3, "sure": None}}


def test_how_sure_somebody_was_of_such_a_number_before_is_left_out(tmp_path: Path) -> None:
    widget = made(Predict, "how-many-settled", tmp_path)
    widget.handle(event("prediction", "settled-by-text", {"guess": 3, "sure": 95}))
    (saved,) = on_disk(tmp_path)
    assert saved.value == {"guess": 3, "sure": 95}
    assert widget.state == {"prediction": {"guess": 3, "sure": None}}
