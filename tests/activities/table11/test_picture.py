"""The 26 situations on stage: all of them, in each order, with the strains of the model."""

from collections.abc import Sequence

import pytest

from helpkit.activities.table11.activity import Table11Activity
from helpkit.activities.table11.picture import ORDERS, table11
from helpkit.content import load
from helpkit.content.strains import strains
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from tests.activities.pictures import Spied, number

EN = load("en")
DEALT = tuple(sorted(EN.table, key=lambda key: key[::-1]))


def texts(language: str = "en") -> dict[str, str]:
    activity = load(language).activities["02"]["table-on-stage"]
    assert isinstance(activity, Table11Activity)
    return dict(activity.texts)


def plot(order: str = "shuffled", *, reversed: bool = False) -> Picture:
    return table11(DEALT, EN, Words(texts()), order=order, reversed=reversed)


def column(picture: Picture, at: int) -> list[float | None]:
    return [number(row.cells[at].text) for row in picture.rows]


def rounded(values: Sequence[float]) -> list[float]:
    return [round(value, 2) for value in values]


@pytest.mark.parametrize("reversed", [False, True])
def test_all_rows_hold_the_strains_of_the_model(reversed: bool) -> None:
    picture, pairs = plot(reversed=reversed), strains(EN, reversed=reversed)
    assert [row.header for row in picture.rows] == [EN.situations[key].text for key in DEALT]
    assert column(picture, 1) == rounded([pairs[key].helping for key in DEALT])
    assert column(picture, 3) == rounded([pairs[key].failing for key in DEALT])
    _, helping, failing = picture.figure["data"]
    assert rounded(helping["x"]) == column(picture, 1)
    assert rounded(failing["x"]) == column(picture, 3)


@pytest.mark.parametrize(("order", "at", "falls"), [("strain", 1, True), ("difference", 4, False)])
def test_sorted(order: str, at: int, falls: bool) -> None:
    values = column(plot(order), at)
    assert values == sorted(values, key=float_of, reverse=falls)
    assert len(values) == 26


def float_of(value: float | None) -> float:
    assert value is not None
    return value


def test_the_exceptions_are_named() -> None:
    counted, exceptions = plot().sentences
    assert "24 of 26" in counted
    assert "the pastor comforts the mourner" in exceptions
    assert "the undertaker supports the mourner" in exceptions
    assert exceptions.count(";") == 1
    turned = plot(reversed=True)
    assert "22 of 26" in turned.sentences[0]
    assert "strains 18 of the 26" in turned.sentences[2]
    assert turned.rows[1].cells[0] != plot().rows[1].cells[0]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_text_is_asked_for(language: str) -> None:
    spied = Spied(texts(language))
    for order in ORDERS:
        table11(DEALT, load(language), Words(spied), order=order, reversed=True)
    assert spied.asked == set(spied)
