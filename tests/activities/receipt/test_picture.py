"""Two receipts beside each other."""

import pytest

from helpkit.activities.outcomes.receipts import inflation
from helpkit.activities.receipt.activity import ReceiptActivity
from helpkit.activities.receipt.picture import receipts
from helpkit.content import load
from helpkit.frontend.charts.words import Words
from tests.activities.pictures import Spied, numbers

NAMES = {"cat": "the cat", "loan": "the loan", "letter": "the letter"}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_same_in_words_and_numbers(language: str) -> None:
    activity = load(language).activities["02"]["receipt-received"]
    assert isinstance(activity, ReceiptActivity)
    spied = Spied(activity.texts)
    for gave, received, percent in (
        ({"cat": 6, "loan": 6}, {"cat": 5, "loan": 5}, "20%"),
        ({"cat": 5, "loan": 4}, {"cat": 5, "loan": 5}, "10%"),
        ({"cat": 5, "loan": 4}, {"cat": 4, "loan": 5}, ""),
    ):
        own = inflation(gave, received)
        picture = receipts(gave, received, NAMES, own, Words(spied))
        assert numbers(picture) == [[gave[key], received[key]] for key in ("cat", "loan")]
        assert percent in picture.sentences[1]
    assert spied.asked == set(spied)


def test_a_favour_with_one_price_is_left_out() -> None:
    activity = load("en").activities["02"]["receipt-received"]
    assert isinstance(activity, ReceiptActivity)
    gave, received = {"cat": 6, "letter": 1}, {"cat": 5, "loan": 5}
    picture = receipts(gave, received, NAMES, inflation(gave, received), Words(activity.texts))
    assert [row.header for row in picture.rows] == ["the cat"]
