"""What the page of each verb sends: at least one event of each kind that its widget takes.

They come in the order in which a learner can do them: a vote of the second round comes after one of
the first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from helpkit.activities.converse.plays import choices_of
from helpkit.activities.registry import KINDS
from helpkit.activities.villages.widget import START
from helpkit.content import load
from helpkit.content.activity import Activity
from helpkit.content.knobs import AnyKnob, ChoiceKnob
from helpkit.content.scene_graph import graph
from helpkit.frontend.knobs import TRY
from helpkit.journal.event import EVERY_ITEM
from helpkit.models.dialogue import TELLING, always
from tests.activities.lesson_widget import event

__all__ = ["PLAY", "SENT", "SHOWN", "VOTE", "Sent"]

CONTENT = load("en")


@dataclass(frozen=True)
class Sent:
    """An event, what else could come in the place of its value, and where it is in what is kept."""

    event: Mapping[str, Any]
    fits: Callable[[Any], bool] = lambda _value: False
    sent: Callable[[Any], Any] = lambda kept: kept


def answer(item: str, value: Any, **more: Any) -> Sent:
    return Sent(event("answer", item, value, **more))


def reveal(item: str) -> Sent:
    return Sent(event("reveal", item))


def choice(item: str, value: Any) -> Sent:
    return Sent(event("choice", item, value))


def text(kind: str, item: str, value: str, **more: Any) -> Sent:
    """Any other text is as good."""
    return Sent(event(kind, item, value, **more), lambda other: isinstance(other, str))


def mark(kind: str, item: str, value: bool, **more: Any) -> Sent:
    return Sent(event(kind, item, value, **more), lambda other: isinstance(other, bool))


def whole(kind: str) -> tuple[str, str]:
    """The first activity of a kind that has all that its kind can have, with its lesson."""
    return next(
        (lesson, key)
        for lesson, activities in CONTENT.activities.items()
        for key, activity in activities.items()
        if activity.kind == kind
        and getattr(activity, "published", True)
        and getattr(activity, "beside", True)
    )


SHOWN: Mapping[str, tuple[str, str | None]] = {
    **{kind: whole(kind) for kind in KINDS},
    "cases": ("01", "more-cases"),  # the case file that has a story to skip
    "reveal": whole("predict"),
    **{verb: ("01", None) for verb in ("lessons", "start", "share", "terms")},
}
"""For each verb with a widget the lesson and the activity to show; some show the whole lesson."""


def shown(verb: str) -> Any:
    """The activity that a verb shows here: what it holds differs from kind to kind."""
    lesson, key = SHOWN[verb]
    activity: Activity = CONTENT.activities[lesson][key or ""]
    return activity


def first(things: Mapping[str, Any]) -> str:
    return next(iter(things))


def last_step(knob: AnyKnob) -> Any:
    return list(knob.options)[-1] if isinstance(knob, ChoiceKnob) else knob.high


def knobs(verb: str) -> list[Sent]:
    """A hand on the knobs, each of them let go of, and all of them asked for."""
    values = {name: last_step(knob) for name, knob in shown(verb).knobs.items()}
    turned = [answer(name, value) for name, value in values.items()]
    opened = [reveal(f"open.{name}") for name in values]
    return [Sent(event(TRY, None, values)), *turned, *opened, reveal(EVERY_ITEM)]


CASES = {key: case for key, case in CONTENT.cases.items() if not case.core}


def story(asks: str) -> str:
    """A story of the case file that asks for this."""
    return next(key for key, case in CASES.items() if case.asks == asks)


CARD = first(CONTENT.table)
SORT, FILE = shown("sort").id, shown("cases").id
RISK, FORM, WORD = first(CONTENT.risks), first(CONTENT.forms), first(CONTENT.words)
STORY, WORKED, READING = map(story, ("risk", "worked", "reading"))
SENSITIVE = next(key for key, case in CASES.items() if case.sensitive)
SCENE = CONTENT.scenes[shown("converse").scene]
TELLS = list(always(graph(SCENE), TELLING).choices)
PLAY = {"edition": SCENE.edition, "with": first(SCENE.temperaments), "said": TELLS}
"""A conversation as the journal keeps it."""

MEASURE = shown("predict").measure
PAIR, GATED, CHECK = (
    first(shown("flip").pairs),
    shown("gates").cases[0],
    first(shown("recap").checks),
)
VOTE = {"choice": first(shown("vote").options), "sure": 75}

SENT: Mapping[str, list[Sent]] = {
    "lessons": [],
    "start": [],
    "terms": [],
    "timeline": [],
    "predictions": [],
    "share": [mark("share", "lesson", True)],
    "predict": [Sent(event("prediction", MEASURE, {"guess": shown("predict").low, "sure": 75}))],
    "reveal": [reveal(MEASURE)],
    "sort": [
        answer(CARD, "informal"),
        mark("answer", CARD, True, activity=f"{SORT}.sure"),
        text("answer", CARD, "It is at home.", activity=f"{SORT}.argument"),
        reveal(CARD),
        reveal(EVERY_ITEM),
    ],
    "message": [
        text("answer", "reply", "Shall I come by?", private=True),
        choice("label", first(shown("message").options)),
        choice("skipped", True),
    ],
    "choose": [
        choice("option", first(shown("choose").options)),
        reveal(f"option.{first(shown('choose').options)}"),
        reveal("debrief"),
    ],
    "vote": [
        Sent(event("vote", "question", {"round": 1, "value": VOTE})),
        Sent(event("vote", "question", {"round": 2, "value": VOTE})),
    ],
    "flip": [answer(PAIR, first(CONTENT.criteria)), reveal(PAIR)],
    "cases": [
        answer(STORY, RISK),
        text("answer", STORY, "What did she ask?", activity=f"{FILE}.question"),
        text("answer", WORKED, "He asked first.", activity=f"{FILE}.worked"),
        reveal(STORY),
        reveal(WORKED),
        choice(READING, "read"),
        choice(SENSITIVE, "skip"),
    ],
    "gates": [answer(GATED, first(CONTENT.gates)), reveal(GATED)],
    "reflect": [text("reflection", first(shown("reflect").parts), "On Tuesday.", private=True)],
    "map": [choice("view", {"x": "arena", "y": "role", "whose": "ours"})],
    "explore": knobs("explore"),
    "receipt": [answer(first(CONTENT.favours), 7), reveal(EVERY_ITEM)],
    "favours": [
        answer(
            "moves",
            [{"by": "A", "do": "give", "value": 3, "currency": "time"}, {"by": "B", "do": "thank"}],
        ),
        answer("relation", "communal"),
        *knobs("favours"),
    ],
    "partners": [
        answer(first(shown("partners").partners), [True, False]),
        answer(f"guess.{first(shown('partners').partners)}", "tft"),
        reveal("names"),
    ],
    "villages": [*knobs("villages"), Sent(event(START, None, 50))],
    "cameras": [
        *(answer(camera, first(shown("cameras").lines)) for camera in ("account", "stage")),
        reveal(EVERY_ITEM),
    ],
    "casting": [
        answer(
            "scene",
            {
                "first": "nurse",
                "second": "patient",
                "culture": "nc1978",
                "events": [{"by": "first", "act": "help"}],
            },
        )
    ],
    "table11": knobs("table11"),
    "wordspace": [
        answer("word", WORD),
        answer(f"{WORD}.potency", 4),
        reveal("space"),
        *knobs("wordspace"),
    ],
    "seesaw": [answer("moves", [{"by": "first", "do": "help"}]), *knobs("seesaw")],
    "converse": [
        Sent(event("answer", "alone.1", TELLS), sent=choices_of),
        answer("felt.1", [[2, -2]]),
        answer("form.1.1", FORM),
        answer("now", 1),
        text("reflection", "note.1", "She went silent.", private=True),
        reveal("sheet.1"),
        reveal("unsaid"),
    ],
    "recap": [answer(CHECK, RISK), reveal(EVERY_ITEM)],
}
"""The events of each verb; five of them only show."""
