"""What a hint asks a learner to set can be set, in both languages."""

import re

import pytest

from helpkit.content import load
from helpkit.content.knobs import AnyKnob, Knob

NUMBER = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?)(%?)")
NO_SETTINGS = {1971, 162}
"""A year, and how many experiments there were."""
LANGUAGES = ("en", "nl")


def knobs(language: str) -> dict[str, AnyKnob]:
    return {
        f"{lesson}.{name}.{knob}": definition
        for lesson, activities in load(language).activities.items()
        for name, activity in activities.items()
        for knob, definition in getattr(activity, "knobs", {}).items()
    }


def asked(hint: str) -> list[float]:
    """The numbers in a hint, percentages as parts of one."""
    numbers = [(float(text.replace(",", ".")), sign) for text, sign in NUMBER.findall(hint)]
    return [value / 100 if sign else value for value, sign in numbers if value not in NO_SETTINGS]


def can_stand(knob: Knob, value: float) -> bool:
    steps = (value - knob.low) / knob.step
    return knob.low <= value <= knob.high and abs(steps - round(steps)) < 1e-6


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_in_a_hint_is_a_setting(language: str) -> None:
    numeric = {name: knob for name, knob in knobs(language).items() if isinstance(knob, Knob)}
    asking = {name: asked(knob.hint) for name, knob in numeric.items()}
    missing = {
        name: values
        for name, values in asking.items()
        if not all(can_stand(numeric[name], value) for value in values)
    }
    assert missing == {}
    assert {"02.first-gift.returned", "02.worlds.relatedness"} <= {
        name for name, values in asking.items() if values
    }


@pytest.mark.parametrize(
    ("knob", "values"),
    [
        ("02.first-gift.returned", (0.33, 0.34, 0.37)),
        ("02.worlds.relatedness", (0.5, 0.25, 0.125)),
        ("02.villages.encounters", (125, 250, 300, 500)),
        ("02.evening.inflation", (1.0, 1.2)),
    ],
)
def test_what_is_asked_in_words_can_be_set(knob: str, values: tuple[float, ...]) -> None:
    definition = knobs("en")[knob]
    assert isinstance(definition, Knob)
    assert all(can_stand(definition, value) for value in values)


@pytest.mark.parametrize("value", [step / 20 for step in range(2, 21)])
def test_what_a_journal_holds_of_relatedness_still_stands(value: float) -> None:
    definition = knobs("en")["02.worlds.relatedness"]
    assert isinstance(definition, Knob)
    assert can_stand(definition, value)
