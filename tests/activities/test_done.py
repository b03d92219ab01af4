"""When is an activity done? Each kind says it of what the journal holds."""

from collections.abc import Iterable
from typing import Any

import pytest

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.journal import ActivityState, fold
from helpkit.journal.event import make
from helpkit.models.dialogue import ASKING, always
from helpkit.models.temperaments import moods
from tests.journal.samples import FIELDS

CONTENT = load("en")
LESSON_OF = {key: lesson for lesson, each in CONTENT.activities.items() for key in each}
RISK = next(iter(CONTENT.risks))
OTHERS = [key for key, case in CONTENT.cases.items() if not case.core]
Step = tuple[str, str, Any]


def activity(key: str) -> Any:
    return CONTENT.activities[LESSON_OF[key]][key]


def answers(items: Iterable[str], value: Any) -> list[Step]:
    return [("answer", item, value) for item in items]


def state(key: str, steps: list[Step]) -> ActivityState:
    fields = {"lesson": LESSON_OF[key], "activity": key}
    events = [
        make(**FIELDS | fields | {"kind": kind, "item": item, "value": value}, n=n)
        for n, (kind, item, value) in enumerate(steps, start=1)
    ]
    return fold(events).of(LESSON_OF[key], key)


def is_done(key: str, steps: list[Step]) -> bool:
    return bool(activity(key).is_done(state(key, steps), CONTENT))


def play(key: str, *, ends: bool = True) -> dict[str, Any]:
    """A conversation to its ending or one line short of it, with the first who can be met."""
    scene = CONTENT.scenes[activity(key).scene]
    person, mood = next(iter(moods(graph(scene)).items()))
    said = [*always(mood, ASKING).choices]
    return {"edition": scene.edition, "with": person, "said": said if ends else said[:-1]}


GUESS = ("prediction", "settled-by-text", {"guess": 3})
CARDS = [*CONTENT.table]
SORTED = answers(CARDS, "formal")
STORIES = [("reveal", story, None) for story in activity("case-file").cases]
ROUNDS = [True] * activity("five-partners").rounds
DOORS = answers(activity("five-partners").partners, ROUNDS)
EVERY: dict[str, list[Step]] = {
    "how-many-settled": [GUESS],
    "cv-tonight": [("answer", "reply", "Send it."), ("choice", "label", "told")],
    "formality": SORTED,
    "practice": answers(activity("practice").cards, "formal"),
    "words": answers(CONTENT.words, "2"),
    "metaphors": answers(CONTENT.metaphors, "economic"),
    "which-criterion": answers(activity("which-criterion").cards, "helper"),
    "flip": answers(activity("flip").pairs, "helper"),
    "case-file": STORIES,
    "more-cases": [("choice", OTHERS[0], "skip"), *answers(OTHERS[1:], RISK)],
    "gates": answers(activity("gates").cases, "held"),
    "a-colleague-stuck": [("choice", "option", "ask")],
    "on-the-stairs": [("vote", "question", {"round": 1, "value": {"choice": "ask"}})],
    "help-that-missed": [("reflection", "episode", "On Tuesday")],
    "recap": answers(activity("recap").checks, RISK),
    "situations-map": [("choice", "view", {"x": "arena", "y": "role", "whose": "mine"})],
    "receipt-given": answers(CONTENT.favours, 0),
    "first-gift": [("answer", "sent", 3)],
    "evening": [("answer", "moves", [{"by": "A", "do": "thank"}])],
    "five-partners": DOORS,
    "villages": [("answer", "encounters.125", [3, 200])],
    "one-evening": answers(["account", "stage"], "joke"),
    "casting": [("answer", "scene", {})],
    "table-on-stage": [("answer", "order", "strain")],
    "words-in-space": [("answer", "coaching.potency", 1)],
    "see-saw": [("answer", "moves", [])],
    "export-button": [("answer", "alone.1", play("export-button"))],
}
"""For each kind, all that must happen, and nothing that need not."""


@pytest.mark.parametrize("key", EVERY)
def test_it_is_done_with_the_last_step_and_not_before(key: str) -> None:
    steps = EVERY[key]
    assert [is_done(key, steps[:number]) for number in range(len(steps) + 1)] == [
        *(False for _ in steps),
        True,
    ]


def test_every_kind_is_here() -> None:
    asking = {
        each.kind for lesson in CONTENT.activities.values() for each in lesson.values() if each.asks
    }
    assert {activity(key).kind for key in EVERY} == asking


@pytest.mark.parametrize("key", EVERY)
def test_a_reset_takes_it_back_but_not_a_prediction(key: str) -> None:
    steps = [*EVERY[key], ("reset", "*", None)]
    assert is_done(key, steps) == (activity(key).kind == "predict")


@pytest.mark.parametrize("key", EVERY)
@pytest.mark.parametrize("value", [None, "?", -1, {"a": []}, [[]], True])
def test_whatever_a_file_holds_it_can_be_asked(key: str, value: Any) -> None:
    steps = [(kind, item, value) for kind, item, _ in EVERY[key] if kind != "vote"]
    assert isinstance(is_done(key, steps), bool)


@pytest.mark.parametrize(
    ("key", "steps"),
    [
        ("how-many-settled", [("reveal", "settled-by-text", None)]),
        ("cv-tonight", [("answer", "reply", "Send it.")]),
        ("formality", [*SORTED, ("answer", CARDS[0], None)]),
        ("formality", [*SORTED, ("answer", CARDS[0], "no-column-of-ours")]),
        ("a-colleague-stuck", [("reveal", "option.ask", None)]),
        ("help-that-missed", [("reflection", "episode", text) for text in ("On Tuesday", " \n")]),
        ("help-that-missed", [("reflection", "episode", None)]),
        ("five-partners", [*DOORS[1:], ("answer", DOORS[0][1], ROUNDS[1:])]),
        ("export-button", [("answer", "alone.1", play("export-button", ends=False))]),
        ("predictions", []),
        ("people-and-works", []),
    ],
)
def test_it_is_not_done_yet(key: str, steps: list[Step]) -> None:
    assert not is_done(key, steps)


def test_going_on_without_a_reply_is_enough() -> None:
    assert is_done("cv-tonight", [("choice", "skipped", True)])


def test_an_activity_that_asks_for_nothing_says_so() -> None:
    silent = {
        key
        for lesson in CONTENT.activities.values()
        for key, each in lesson.items()
        if not each.asks
    }
    assert silent == {"predictions", "predictions-so-far", "people-and-works"}
