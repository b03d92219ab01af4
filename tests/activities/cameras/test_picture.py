"""One evening line by line: the account and the scene, in numbers and in words."""

import pytest

from helpkit.activities.cameras.activity import CamerasActivity
from helpkit.activities.cameras.picture import account, stage
from helpkit.content import load
from helpkit.frontend.charts.words import Words
from helpkit.models.ledger import Give, Ignore, Move, Thank
from tests.activities.pictures import numbers

LINES: list[list[Move]] = [[Give("A", 5)], [Thank("B")], [], [Give("B", 4)], [Ignore("A")]]


def words(language: str = "en") -> Words:
    activity = load(language).activities["02"]["one-evening"]
    assert isinstance(activity, CamerasActivity)
    return Words(activity.texts, load(language).ui["chart"]["decimal"])


def test_the_account_stands_at_the_end_of_each_line() -> None:
    picture = account(LINES, words(), inflation=1.2, marks={})
    expected = [[-6, 5], [-5, 5], [-5, 5], [-1, 0.2], [-1, 0.2]]
    assert numbers(picture) == [pytest.approx(number) for number in expected]
    assert [row.header for row in picture.rows] == ["1", "2", "3", "4", "5"]
    assert picture.sentences == ("At the end Ruth’s account stands at −1 and Sam’s at 0.2.",)


def test_the_line_that_strains_most_is_named() -> None:
    picture = stage([1.234, 25.26, 3.0], words("nl"), marks={})
    assert picture.sentences[0].startswith("Regel 2 brengt de meeste spanning: 25,3.")
    assert [row.cells[0].text for row in picture.rows] == ["1,23", "25,26", "3"]
    assert picture.figure["data"][0]["y"] == [1.23, 25.26, 3.0]


def test_marks_stand_at_their_lines_and_share_one() -> None:
    apart = stage([1, 2, 3], words(), marks={"we": 3, "you": 1}).figure["layout"]
    assert [(annotation["x"], annotation["text"]) for annotation in apart["annotations"]] == [
        (3, "we"),
        (1, "you"),
    ]
    same = account(LINES, words(), inflation=1.2, marks={"we": 2, "you": 2}).figure["layout"]
    assert [(annotation["x"], annotation["text"]) for annotation in same["annotations"]] == [
        (2, "we + you")
    ]
