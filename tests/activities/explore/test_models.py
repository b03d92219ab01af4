"""Each picture shows the numbers of its model."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.activities.explore.activity import ExploreActivity
from helpkit.activities.explore.pictures.reciprocity import ENTRANTS
from helpkit.content import load
from helpkit.content.knobs import AnyKnob, ChoiceKnob
from helpkit.models import bystanders, exchange_games, five_rules, obligation, reciprocity
from helpkit.models import face as face_work
from tests.activities.explore.explored import activity, plot
from tests.activities.pictures import number, numbers


def test_trust() -> None:
    picture = plot("first-gift", sent=4, returned=0.5)
    end = exchange_games.trust(sent=4, returned=0.5)
    assert numbers(picture)[0] == [end.first, end.second] == [12, 6]
    assert "brought you 2 more" in picture.sentences[1]
    assert "10.58" in picture.sentences[2]
    assert "cost you 4" in plot("first-gift", sent=4, returned=0).sentences[1]


def test_ultimatum() -> None:
    picture = plot("ultimatum", offer=0.2, envy=0.5)
    assert numbers(picture)[0] == [0, 0]
    assert "From 25%" in picture.sentences[1]
    taken = plot("ultimatum", offer=0.25, envy=0.5)
    assert numbers(taken)[0] == [7.5, 2.5]
    assert numbers(taken)[1] == [6, 4]


def test_obligation() -> None:
    picture = plot("too-much-help", value=2)
    felt = obligation.after([obligation.Help(value=2)] * 14, obligation.Receiver())
    assert numbers(picture)[2][:2] == [round(felt[2].debt, 2), round(felt[2].unease, 2)]
    assert numbers(picture)[13][2:] == [
        round(100 * felt[13].repay),
        round(100 * felt[13].avoid),
    ]
    turn = next(day for day, feeling in enumerate(felt, start=1) if feeling.avoid > 0.5)
    assert picture.sentences[0].startswith(f"From day {turn} ")
    assert "never" in plot("too-much-help", value=0).sentences[0]


def test_regan() -> None:
    values = numbers(plot("raffle", value=3, meant=1))
    assert [row[0] for row in values] == [1.91, 1.6, 1.5, 1, 0.8, 0.8]
    assert values[0][1] == values[1][1] == values[2][1] == 60
    assert values[4][1] == 12


def test_bystanders() -> None:
    picture = plot("who-will-help", n=10)
    rows = {row.header: cells for row, cells in zip(picture.rows, numbers(picture), strict=True)}
    assert rows["5"] == [29.3, 82.3, 31, 84]
    assert rows["10"] == [14.3, 78.6, None, None]
    assert rows["1"] == [None, None, 85, 85]
    assert "85, 86 and 84%" in picture.sentences[1]
    assert [round(y) for y in picture.figure["data"][3]["y"]] == [85, 86, 84]
    p = bystanders.volunteer_probability(n=2, cost_benefit=0.25)
    assert rows["2"][0] == 100 * p == 75


def test_tournament() -> None:
    picture = plot("tournament", noise=0.05, turns=100, benefit=3)
    payoffs = reciprocity.Payoffs.of_help(benefit=3, cost=1)
    scores = {
        name: sum(
            reciprocity.match(name, other, turns=100, noise=0.05, payoffs=payoffs).mine
            for other in ENTRANTS
        )
        for name in ENTRANTS
    }
    best = max(scores.values()) / 100 / len(ENTRANTS)
    assert numbers(picture)[0][0] == round(best, 2)
    assert [row[0] for row in numbers(picture)] == sorted(
        (round(score / 800, 2) for score in scores.values()), reverse=True
    )


def test_the_mirror_is_never_ahead_without_slips() -> None:
    picture = plot("tournament")
    mirror = next(row for row in picture.rows if "TFT)" in row.header and "(T" in row.header)
    assert mirror.cells[1].text == "0"


def test_thresholds() -> None:
    picture = plot("worlds", ratio=2.5, circle=20)
    least = [row.cells[0].text for row in picture.rows]
    assert least == ["2", "3.33", "4", "2.25", "3", "2"]
    assert [row.cells[1].text for row in picture.rows] == ["yes", "no", "no", "yes", "no", "yes"]
    assert five_rules.critical_ratio_on_cycle(n=20) == pytest.approx(2.25)
    assert "none of these" in plot("worlds", ratio=1).sentences[0]
    colours = plot("worlds", ratio=2).figure["data"][0]["marker"]["color"]
    assert "@accent" not in colours, "just enough is not more than enough"


def knob(key: str, name: str) -> AnyKnob:
    return activity(key).knobs[name]


def options(key: str, name: str) -> tuple[str, ...]:
    turned = knob(key, name)
    assert isinstance(turned, ChoiceKnob)
    return turned.options


def test_face() -> None:
    picture = plot("losing-face", audience="public")
    assert [[number(cell.text) for cell in row.cells[:4]] for row in picture.rows] == [
        [1.5, 8.5, 0.75, 9.25],
        [3, 7, 1.5, 8.5],
        [4.5, 5.5, 2.25, 7.75],
        [6, 4, 3, 7],
    ]
    assert [row.cells[4].text for row in picture.rows] == ["holds", "wobbles", "breaks", "breaks"]
    assert picture.figure["data"][0]["x"] == [4, 7]
    assert "1.5 when nobody else is there, and 6 in public: 4 times" in picture.sentences[1]
    assert "a loss of 2.4, later 4.2" in picture.sentences[2]
    assert (
        "would have left 2.4" in plot("losing-face", audience="public", repair="later").sentences[2]
    )
    assert "nothing is lost" in plot("losing-face", claim=4).sentences[1]
    assert plot("losing-face", cause="accident").figure["data"][0]["x"] == [8.5, 10]
    assert plot("losing-face", claim=10, grant=0, audience="public").figure["data"][0]["x"] == [
        0,
        0,
    ]


def test_face_offers_what_the_model_knows() -> None:
    assert options("losing-face", "audience") == tuple(face_work.AUDIENCES)
    assert set(options("losing-face", "repair")) == {"none", "now", "later"}
    assert set(options("losing-face", "cause")) == {"helper", "accident"}


@pytest.mark.parametrize(("grant", "gone"), [(0, True), (2, False), (4, False)])
def test_a_cost_above_the_whole_face_says_that_nothing_is_left(grant: int, gone: bool) -> None:
    picture = plot("losing-face", audience="public", claim=7, grant=grant)
    assert any("nothing is left" in sentence for sentence in picture.sentences) == gone
    cost, left = (number(cell.text) for cell in picture.rows[-1].cells[:2])
    assert cost == 2 * (7 - grant)
    assert left == max(0, 10 - cost)


@pytest.mark.parametrize(
    ("imposition", "size"),
    [(1, "door"), (2, "door"), (3, "day"), (5, "day"), (6, "weekend"), (7, "weekend")],
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_example_asks_for_what_is_asked(imposition: int, size: str, language: str) -> None:
    activity = load(language).activities["02"]["how-to-ask"]
    assert isinstance(activity, ExploreActivity)
    picture = plot("how-to-ask", language, imposition=imposition, distance=1, power=1)
    said = {row.cells[1].text for row in picture.rows}
    ways = ("bald", "positive", "negative", "off-record")
    assert said >= {activity.texts[f"says-{way}-{size}"] for way in ways}


def test_asking() -> None:
    picture = plot("how-to-ask", imposition=7, distance=4, power=3)
    now = face_work.request(imposition=7, distance=4, power=3)
    assert (now.weight, now.way) == (14, "off-record")
    assert "weighs 14. The way of asking that goes with it: with a hint." in picture.sentences[0]
    assert [row.cells[0].text for row in picture.rows] == ["3", "6.6", "10.2", "13.8", "17.4"]
    assert [row.cells[2].text for row in picture.rows] == ["–", "–", "–", "this one", "–"]
    assert picture.figure["data"][0]["marker"]["color"].index("@accent") == 3


SEVEN = st.integers(1, 7)


@settings(deadline=None)
@given(SEVEN, SEVEN, SEVEN)
def test_a_request_lies_within_its_bar(imposition: int, distance: int, power: int) -> None:
    picture = plot("how-to-ask", imposition=imposition, distance=distance, power=power)
    bar, weight = picture.figure["data"][0], imposition + distance + power
    place = bar["marker"]["color"].index("@accent")
    low = bar["base"][place]
    assert low - 1e-9 <= weight <= low + bar["x"][place] + 1e-9


def test_regions() -> None:
    picture = plot("two-audiences", leakage=0.6)
    assert numbers(picture)[0] == [3.97, 3.43]
    assert numbers(picture)[-1] == [3.97, 8.67]
    assert [row.header for row in picture.rows] == ["0%", "25%", "50%", "60%", "75%", "100%"]
    assert numbers(picture)[2] == [3.97, pytest.approx((3.43 + 8.67) / 2, abs=0.01)]
    assert "strains less" in plot("two-audiences", leakage=0.1).sentences[1]
    assert "strains more" in plot("two-audiences", leakage=0.15).sentences[1]
    same = {"back": "friend", "front": "friend", "done": "help"}
    everything = numbers(plot("two-audiences", leakage=1, **same))[-1]
    assert everything[0] == everything[1], "what is seen is the same, and so is who is seen"
