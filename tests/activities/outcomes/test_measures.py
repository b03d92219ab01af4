"""What a prediction is about comes from a model, a published figure or the learner’s own work."""

import re
from pathlib import Path

import pytest

from helpkit.activities.outcomes.measures import measure
from helpkit.activities.outcomes.villages import item
from helpkit.activities.predict.activity import PredictActivity
from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.errors import UnknownIdError
from helpkit.journal import Journal, State
from helpkit.models import dialogue
from helpkit.models.temperaments import moods

EN = load("en")
PREDICTIONS = [
    activity
    for activities in EN.activities.values()
    for activity in activities.values()
    if isinstance(activity, PredictActivity)
]


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("both-gave-five", 2),
        ("sent-something", 30),
        ("tickets", 16),
        ("victims-chance", 84),
        ("refused-offers", 16),
        ("circle-of-eight", 3),
        ("mirror-ahead", 0),
        ("helping-fits", 26),
        ("remark-in-public", 4),
        ("always-telling", 0),
        ("ways-through", 28),
    ],
)
def test_answers(name: str, answer: int) -> None:
    measured = measure(name, EN, State())
    assert measured
    assert measured.answer == answer


@pytest.mark.parametrize("prediction", PREDICTIONS, ids=lambda prediction: prediction.id)
def test_the_answer_can_be_given_and_its_counts_have_names(prediction: PredictActivity) -> None:
    measured = measure(prediction.measure, EN, State())
    if measured is None:
        return
    assert prediction.low <= measured.answer <= prediction.high
    assert set(measured.counts) == set(prediction.labels)
    # The list of the counts stands above the sentence, which would only say them again.
    assert not {f"{{{name}}}" for name in measured.counts} & {
        *re.findall(r"{[^}]*}", prediction.reveal)
    }


def test_numbers_that_make_no_whole_are_not_drawn_as_parts_of_one() -> None:
    measures = {
        prediction.measure: measure(prediction.measure, EN, State()) for prediction in PREDICTIONS
    }
    apart = {name for name, it in measures.items() if it and not it.parts}
    assert apart == {"tickets", "circle-of-eight", "remark-in-public", "always-telling"}
    wholes = {"settled-by-text": 26, "led-by-client": 27, "sent-something": 32, "helping-fits": 29}
    for name, whole in wholes.items():
        measured = measures[name]
        assert measured
        assert sum(measured.counts.values()) == whole
    for name in ("victims-chance", "refused-offers", "ways-through"):
        measured = measures[name]
        assert measured
        assert 99 <= sum(measured.counts.values()) <= 101  # hundredths, each rounded


def test_the_mirror_ends_level_or_behind_with_everybody() -> None:
    measured = measure("mirror-ahead", EN, State())
    assert measured
    assert measured.counts == {"ahead": 0, "level": 4, "behind": 1}


def test_telling_wins_the_trust_of_three_of_the_four_noors_and_raises_none() -> None:
    measured = measure("always-telling", EN, State())
    assert measured
    assert measured.counts == {"client": 0, "trust": 7, "helper": 9}
    played = moods(graph(EN.scenes["export-button"])).values()
    ends = [(scene.start, dialogue.always(scene, dialogue.TELLING).meters) for scene in played]
    assert [end.client for _, end in ends] == [0, 0, 0, 0]
    assert sum(end.trust > start.trust for start, end in ends) == 3


def test_what_the_learner_does_is_counted_when_it_is_done(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="02", language="en")
    assert measure("own-receipts", EN, journal.state()) is None
    assert measure("helping-villages", EN, journal.state()) is None
    for number, key in enumerate(EN.favours):
        journal.record(activity="receipt-given", item=key, kind="answer", value=5)
        price = 4 if number < 3 else 5 if number < 7 else 6
        journal.record(activity="receipt-received", item=key, kind="answer", value=price)
    journal.record(activity="villages", item=item(125), kind="answer", value=[83, 200])
    own, villages = (
        measure(name, EN, journal.state()) for name in ("own-receipts", "helping-villages")
    )
    assert own
    assert own.counts == {"higher": 3, "same": 4, "lower": 3}
    assert villages
    assert villages.counts == {"helping": 83, "other": 117}


@pytest.mark.parametrize("value", [[83, 199], [201, 200], [-1, 200], 83, "83", [83]])
def test_a_run_that_was_not_finished_does_not_count(tmp_path: Path, value: object) -> None:
    journal = Journal(tmp_path, lesson="02", language="en")
    journal.record(activity="villages", item=item(125), kind="answer", value=value)
    assert measure("helping-villages", EN, journal.state()) is None


def test_an_unknown_one_is_named() -> None:
    with pytest.raises(UnknownIdError, match="got 'weather'"):
        measure("weather", EN, State())
