"""The see-saw in words: who is up, how it feels, and what the last move did."""

import pytest

from helpkit.activities.seesaw.activity import SeesawActivity
from helpkit.activities.seesaw.picture import Turn, balanced, see_saw
from helpkit.content import load
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.see_saw import MOVES


def talk(*turns: Turn, tilt: float = 0, gap: float = 0, language: str = "en") -> Picture:
    activity = load(language).activities["02"]["see-saw"]
    assert isinstance(activity, SeesawActivity)
    return see_saw(turns, balanced(tilt=tilt, gap=gap), Words(activity.texts))


def test_helping_raises_the_helper_unless_it_is_paired_with_lowering() -> None:
    assert talk(("first", "help")).sentences[0] == "Ruth stands 2 higher than Sam."
    paired = talk(("first", "help"), ("first", "ask-to-be-shown"))
    assert paired.sentences[:2] == (
        "Ruth and Sam stand level, both at 5.",
        "Both are at ease with that.",
    )
    assert paired.sentences[2] == "Last move: Ruth asks: could you show me? (Ruth −1, Sam +1)."


def test_the_table_is_the_model_move_by_move() -> None:
    rows = talk(("second", "ask-for-help"), ("first", "help"), ("second", "thank"), gap=2).rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["5", "5", "2"],
        ["6", "4", "0"],
        ["7", "3", "2"],
        ["8", "3", "3"],
    ]


@pytest.mark.parametrize(
    ("tilt", "gap", "expected"),
    [
        (0, 0, "Both are at ease with that."),
        (2, 0, "Both feel a little awkward: 2 away from what suits them."),
        (-4, 0, "Both feel uneasy: 4 away from what suits them."),
        (10, -6, "Both feel very uneasy: 16 away from what suits them."),
        (5, 5, "Both are at ease with that."),
    ],
)
def test_how_it_feels(tilt: float, gap: float, expected: str) -> None:
    assert talk(tilt=tilt, gap=gap).sentences[1] == expected


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("move", MOVES)
def test_every_move_has_its_words(move: str, language: str) -> None:
    picture = talk(("second", move), language=language)
    assert picture.rows[1].header.startswith("Sam ")
    assert "{" not in " ".join(picture.sentences)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_at_the_edge_it_says_why_nothing_moves(language: str) -> None:
    praised: Turn = ("second", "praise")
    free = talk(praised, language=language)
    assert len(free.sentences) == 3
    high = talk(praised, tilt=10, language=language)
    assert [cell.text for cell in high.rows[1].cells] == [cell.text for cell in high.rows[0].cells]
    assert high.sentences[2] == free.sentences[2]
    assert high.sentences[3].startswith("Ruth ")
    assert "10" in high.sentences[3]


def test_whoever_cannot_sink_is_named() -> None:
    low = talk(("first", "criticise"), tilt=10)
    assert low.sentences[3] == "Sam cannot sink below 0, so not all of that shows."
    both = talk(("first", "help"), tilt=10)
    assert [sentence.split()[0] for sentence in both.sentences[3:]] == ["Ruth", "Sam"]
    assert len(talk(("first", "help"), tilt=8).sentences) == 3
