"""Every reference leads somewhere, and the languages are equal."""

import pytest

from helpkit.content import faults
from tests.content.conftest import Spoil

SPOILS = [
    pytest.param(
        "situations.toml",
        'value = "informal"',
        'value = "casual"',
        "expected one of informal, semi_formal, formal, between, got 'casual'",
        id="value-of-a-reading",
    ),
    pytest.param(
        "cases.toml", 'risk = "barging-in"', 'risk = "barging"', "got 'barging'", id="risk"
    ),
    pytest.param(
        "activities/01.toml",
        'dimension = "formality"',
        'dimension = "formalty"',
        "got 'formalty'",
        id="dimension",
    ),
    pytest.param(
        "activities/02.toml",
        "knobs.n = { low = 2",
        "knobs.n = { low = 2.5",
        "expected a step from 2.5 to 20, got 5",
        id="start-of-a-knob",
    ),
    pytest.param(
        "activities/02.toml",
        'beside = "receipt-given"',
        'beside = "receipts"',
        "expected one of receipt-given, got 'receipts'",
        id="receipt",
    ),
    pytest.param(
        "forms.toml",
        'entry = "pure-inquiry"',
        'entry = "pure"',
        "expected an id of the glossary, got 'pure'",
        id="term-of-a-form",
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
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), SPOILS)
def test_a_fault_is_found_and_named(
    spoil: Spoil, name: str, old: str, new: str, expected: str
) -> None:
    lines = [str(fault) for fault in faults(spoil(name, old, new))]
    assert any(expected in line for line in lines), lines
