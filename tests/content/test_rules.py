"""Every reference leads somewhere, and the languages are equal."""

import pytest

from helpkit.content import faults
from tests.content.conftest import Spoil

SPOILS = [
    pytest.param(
        "data/situations.toml",
        'value = "informal"',
        'value = "casual"',
        "expected one of informal, semi_formal, formal, between, got 'casual'",
        id="value-of-a-reading",
    ),
    pytest.param(
        "data/cases.toml", 'risk = "barging-in"', 'risk = "barging"', "got 'barging'", id="risk"
    ),
    pytest.param(
        "data/activities/01.toml",
        'dimension = "formality"',
        'dimension = "formalty"',
        "got 'formalty'",
        id="dimension",
    ),
    pytest.param(
        "data/activities/01.toml",
        "minutes = 10",
        "minutes = 0",
        "[formality] minutes: expected 1 or more, got 0",
        id="minutes",
    ),
    pytest.param(
        "data/activities/02.toml",
        "knobs.n = { low = 2",
        "knobs.n = { low = 2.5",
        "expected a step from 2.5 to 20, got 5",
        id="start-of-a-knob",
    ),
    pytest.param(
        "data/activities/02.toml",
        '["none", "now", "later"], start = "none"',
        '["none", "now", "later"], start = "never"',
        "[losing-face] knobs.repair.start: expected one of none, now, later, got 'never'",
        id="start-of-a-choice",
    ),
    pytest.param(
        "data/activities/02.toml",
        '["none", "now", "later"]',
        '["none", "now"]',
        "[losing-face] knobs.repair.labels: expected one for each of none, now",
        id="labels-of-a-choice",
    ),
    pytest.param(
        "data/activities/02.toml",
        '["none", "now", "later"]',
        '["none", "now", "now"]',
        "[losing-face] knobs.repair.options: expected two or more, each once, got none, now, now",
        id="options-of-a-choice",
    ),
    pytest.param(
        "data/activities/02.toml",
        "knobs.tilt = { low = -10",
        "knobs.tilt = { low = 1",
        "[see-saw] knobs.tilt.start: expected a step from 1 to 10, got 0",
        id="start-of-a-see-saw",
    ),
    pytest.param(
        "data/activities/02.toml",
        'beside = "receipt-given"',
        'beside = "receipts"',
        "expected one of receipt-given, got 'receipts'",
        id="receipt",
    ),
    pytest.param(
        "data/forms.toml",
        'entry = "pure-inquiry"',
        'entry = "pure"',
        "expected an id of the glossary, got 'pure'",
        id="term-of-a-form",
    ),
    pytest.param(
        "data/activities/02.toml",
        'first = "bystander", second = "victim"',
        'first = "passer-by", second = "victim"',
        "got 'passer-by'",
        id="role-of-a-scene",
    ),
    pytest.param(
        "data/activities/02.toml",
        '"comfort", "consult"',
        '"console", "consult"',
        "got 'console'",
        id="act-of-a-casting",
    ),
    pytest.param(
        "data/activities/02.toml",
        'board = "formality"',
        'board = "words"',
        "got 'words'",
        id="board-of-a-table",
    ),
    pytest.param(
        "text/nl/ui/predict.toml",
        "{low}",
        "{laag}",
        "expected the placeholders high, low, got high, laag",
        id="placeholder",
    ),
    pytest.param(
        "text/nl/ui/predict.toml",
        "commit = ",
        "leg_vast = ",
        "commit: missing; en has it",
        id="ui-text",
    ),
    pytest.param(
        "data/affect_control/sentiments.csv",
        "nurse,identity",
        "nurse,behavior",
        "data/events.toml [bedpan] helper: expected one of actor, ",
        id="helper-of-an-event",
    ),
    pytest.param(
        "data/affect_control/sentiments.csv",
        "2015,exact,2.84",
        "2015,exact,284",
        "affect_control: sentiments.csv line 31: E must be in [-4.3, 4.3], got 284",
        id="sentiment",
    ),
    pytest.param(
        "data/affect_control/sentiments.csv",
        "advising,word",
        "advice,word",
        "data/affect_control/sentiments.csv [advice]: expected a row for each word of words.toml",
        id="word-without-sentiment",
    ),
    pytest.param(
        "data/events.toml",
        'failing = "neglect"',
        'failing = "neglct"',
        "got 'neglct'",
        id="failing-of-an-event",
    ),
    pytest.param(
        "data/events.toml",
        "[hero-victim]",
        "[hero-dog]",
        "data/events.toml [hero-dog]: expected the id of a situation, or helper and client",
        id="id-of-an-event",
    ),
    pytest.param(
        "text/nl/terms.toml",
        "[nurse]",
        "[nurce]",
        "text/nl/terms.toml [nurse]: expected words for each term",
        id="term-without-words",
    ),
    pytest.param(
        "text/nl/terms.toml",
        'the = "de verpleegkundige"',
        'does = "{actor} {object}"',
        "text/nl/terms.toml [nurse]: expected name, the and other",
        id="words-for-somebody",
    ),
    pytest.param(
        "text/nl/terms.toml",
        'does = "{actor} helpt {object}"',
        'the = "de helper"',
        "text/nl/terms.toml [help]: expected name and does",
        id="words-for-an-act",
    ),
    pytest.param(
        "text/nl/terms.toml",
        "{actor} helpt {object}",
        "{actor} helpt {actor}",
        "[help]: expected does to hold {actor} and {object}, each once",
        id="places-of-an-act",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), SPOILS)
def test_a_fault_is_found_and_named(
    spoil: Spoil, name: str, old: str, new: str, expected: str
) -> None:
    lines = [str(fault) for fault in faults(spoil(name, old, new))]
    assert any(expected in line for line in lines), lines
