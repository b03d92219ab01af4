"""What came out of the villages, in words and numbers."""

import pytest

from helpkit.activities.villages.activity import VillagesActivity
from helpkit.activities.villages.picture import villages
from helpkit.content import load
from helpkit.frontend.charts.words import Words
from tests.activities.pictures import Spied, numbers


@pytest.mark.parametrize("language", ["en", "nl"])
def test_in_words_and_numbers(language: str) -> None:
    activity = load(language).activities["02"]["villages"]
    assert isinstance(activity, VillagesActivity)
    spied = Spied(activity.texts)
    assert villages({}, Words(spied)).sentences == (spied["none"],)
    picture = villages({300: (180, 200), 125: (83, 200)}, Words(spied))
    assert [row.header for row in picture.rows] == ["125", "300"]
    assert numbers(picture) == [[83, 200], [180, 200]]
    assert "83" in picture.sentences[0]
    assert picture.figure["data"][0]["y"] == [41.5, 90]
    going = villages({300: (180, 200)}, Words(spied), (500, 19, 20))
    assert going.figure["data"][1]["y"] == [95]
    assert going.rows == villages({300: (180, 200)}, Words(spied)).rows
    assert "19" in going.sentences[0]
    assert len(villages({}, Words(spied), (500, 19, 20)).sentences) == 1, "and not that none ran"
    assert spied.asked == set(spied)
