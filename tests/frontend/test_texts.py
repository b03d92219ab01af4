"""The JavaScript asks only for texts that both languages have, and none is left unused."""

import re

import pytest

from helpkit.activities.wordspace.ratings import DIMENSIONS
from helpkit.content import load
from helpkit.exercises.options import QUESTIONS
from helpkit.exercises.parts.scene.places import TROUBLES
from helpkit.frontend.base import compose
from tests.browser.module import module_of

ENDS = ("same", "accepted", "differs", "unanswered")
PROBLEMS = {"no-number", "no-thanks-number", "other-numbers"}
VERDICTS = {f"verdict-{one}" for one in ENDS}
CONFIDENCE = {f"confidence-{one}" for one in ("in_text", "implied", "by_criterion", "judgement")}
SURE = {f"sure-{one}" for one in (25, 50, 75, 95)}
BUILT: dict[str, set[str]] = {
    "start": set(),
    "message": set(),
    "predict": SURE,
    "reveal": SURE | {"title", "not-yet", "pin-mine", "pin-answer"},
    "flip": VERDICTS | CONFIDENCE | {"previous", "next"},
    "cases": VERDICTS
    | {f"{ask}{part}" for ask in ("first-question", "what-worked") for part in ("", "-hint")}
    | {"previous", "next"},
    "gates": VERDICTS
    | {f"short-{one}" for one in ENDS}
    | {f"path-{one}" for one in ("none", "say", "accept", "carry-out", "held")}
    | {"held", "held-hint", "column-story", "column-verdict", "previous", "next"},
    "choose": {"now", "before"},
    "reflect": {"words-short", "words-good", "words-long"},
    "recap": {f"verdict-{one}" for one in ("same", "differs", "unanswered")}
    | {"hit", "miss", "done-pairs", "done-stories"}
    | {"guessed", "did", "changed", "self-check", "lines", "limits", "your-guess", "the-count"},
    "share": {"title"},
    "terms": {"title", "intro"},
    "student": {"title"},
    "classify": {f"question-{one}" for one in QUESTIONS},
    "hand_in": {"title", "hand-in", "again", "not-written", "cannot-make"},
    "receipt": set(),
    "ledger": {"gives", "thanks", "move", "what", "worth", *PROBLEMS},
    "scene": {f"toml-{one}" for one in TROUBLES}
    | {f"kind-{one}" for one in ("helpful", "empty", "broken")}
    | {f"need-{one}" for one in ("met", "open", "unread")}
    | {"kept", "late", "full", "put-back", "keep-mine", "replace"},
    "favours": {"give", "thank", "repay", "ignore", "undo", "clear"}
    | {"both-give", "both-thank", "one-gives", "relation-exchange", "relation-communal"},
    "casting": {"helping", "failing", "answering", "undo", "clear", "first", "second"}
    | {"culture-nc1978", "culture-germany2007", "unrated"},
    "wordspace": {f"{one}{end}" for one in DIMENSIONS for end in ("", "-low", "-high")}
    | {"sorted", "not-sorted"},
    "seesaw": {"undo", "clear"},
    "predictions": {"hit", "miss", "open", "for-fun"},
    "converse": {f"meter-{one}" for one in ("trust", "client", "helper")}
    | {f"kind-{one}" for one in ("helpful", "empty", "broken")}
    | {f"panel-{one}" for one in ("said", "map", "chair", "sheet")}
    | {f"felt-{one}" for one in ("trust", "own", "0", "1", "2", "3", "4")}
    | {f"ours-{one}" for one in ("same", "other", "open")}
    | {"levelled", "uneven", "raise", "raise-two", "next", "seated"}
    | {"take-chair", "again", "again-two", "unsaid-show", "went-moved", "went-stayed"}
    | {"what-was-said", "which-form"}
    | {"impossible", "gone-on"},  # told by Python
    "partners": {"again", "help", "not-now"},
    "marker": {"title", "intro", "no-name"},  # told by Python
    "reading": {"title", "intro", "previous", "following"}
    | {f"comment-{one}" for one in ("kept", "late", "full")},
    "agreement": {"title", "intro", "criterion", "texts", "same", "near", "alpha"},
    "frame": {"title", "intro"},
    "villages": {"run-running", "run-stopped", "run-finished"},
}
"""Keys that are put together or passed on, instead of standing in a call of `ui.t`."""

BORROWED = {"reading": "scene"}
"""A widget that shows a part of another one with its words."""

_CALL = re.compile(r"\bui\.t\(((?:[^()]|\([^()]*\))*)\)")
_TEXT = re.compile(r'"([\w-]+)"')


def asked(name: str) -> set[str]:
    """Every key that stands inside a call of `ui.t`, in the widget or a neighbour it composes."""
    return {key for call in _CALL.findall(compose(module_of(name))) for key in _TEXT.findall(call)}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", BUILT)
def test_texts(name: str, language: str) -> None:
    texts = load(language).ui
    used = asked(name) | BUILT[name]
    assert used
    assert used - {*texts[name], *texts["common"], *texts.get(BORROWED.get(name, ""), ())} == set()
    assert {*texts[name]} - used == set()
