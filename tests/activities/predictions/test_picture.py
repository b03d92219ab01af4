"""Being sure beside being right."""

import pytest

from helpkit.activities.predictions.activity import PredictionsActivity
from helpkit.activities.predictions.picture import Group, calibration
from helpkit.content import load
from helpkit.frontend.charts.words import Words
from tests.activities.pictures import Spied, numbers

SURE: list[Group] = [(75, 4, 1), (95, 2, 1)]
MATCHED: list[Group] = [(50, 4, 2), (75, 4, 3)]
MODEST: list[Group] = [(25, 4, 3), (50, 1, 1)]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_in_words_and_numbers(language: str) -> None:
    activity = load(language).activities["02"]["predictions"]
    assert isinstance(activity, PredictionsActivity)
    spied = Spied(activity.texts)
    sentences = {}
    for name, groups in (("sure", SURE), ("matched", MATCHED), ("modest", MODEST)):
        picture = calibration(groups, Words(spied))
        assert numbers(picture) == [[number, hits] for _, number, hits in groups]
        sentences[name] = picture.sentences
    assert spied.asked == set(spied)
    assert "2" in sentences["sure"][0]
    assert "33%" in sentences["sure"][0]
    assert sentences["sure"][1] == spied["too-sure"].format(expected="82")
    assert sentences["matched"][1] == spied["matched"].format(expected="62")
    assert sentences["modest"][1] == spied["too-modest"].format(expected="30")
