"""Two traces of one conversation: the same numbers in the picture, the table and the sentences."""

from collections.abc import Sequence

import pytest

from helpkit.activities.converse.picture import traces, widest
from helpkit.content import load
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.dialogue import Meters
from tests.activities.pictures import Spied, numbers

MODEL = [Meters(4, 3, 6), Meters(5, 4, 6), Meters(6, 6, 7)]
FELT = [Meters(4, 3, 6), Meters(5, 5, 6), Meters(3, 6, 6)]
LINES = ["1. Go on.", "2. And then?"]


def plot(felt: Sequence[Meters] = FELT, language: str = "en") -> Picture:
    return traces(MODEL, felt, LINES, Words(load(language).ui["traces"]))


def test_the_table_has_the_numbers_of_both() -> None:
    assert numbers(plot()) == [[4, 4, 3, 3], [5, 5, 4, 5], [6, 3, 6, 6]]


def test_the_picture_has_them_too() -> None:
    data = plot().figure["data"]
    assert [trace["y"] for trace in data] == [[4, 5, 6], [4, 5, 3], [3, 4, 6], [3, 5, 6]]
    assert [trace["name"] for trace in data] == list(plot().header[1:])
    looks = {(trace["line"]["color"], trace["line"]["dash"]) for trace in data}
    assert len(looks) == len(data)


def test_where_they_differ_most() -> None:
    assert widest(MODEL, FELT) == (2, "trust", 3)
    assert plot().sentences[0] == (
        "You and the model differ most on trust after line 2: the model says 6, you felt 3."
    )
    assert "as you felt it, they are 3 and 6" in plot().sentences[1]


def test_the_first_of_equals_and_none() -> None:
    close = [MODEL[0], Meters(5, 5, 6), Meters(6, 7, 7)]
    assert widest(MODEL, close) == (1, "client", 1)
    assert plot(MODEL).sentences[0] == "You and the model agree on every line."


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_word_is_used(language: str) -> None:
    spied = Spied(load(language).ui["traces"])
    for felt in (MODEL, FELT, [MODEL[0], MODEL[1], Meters(6, 9, 7)]):
        traces(MODEL, felt, LINES, Words(spied))
    assert {*spied} - spied.asked == set()
