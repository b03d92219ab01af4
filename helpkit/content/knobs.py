"""What a learner can turn in a model: a number on a scale, or one of a few named options."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.prose import Prose

__all__ = ["AnyKnob", "ChoiceKnob", "Knob", "Setting", "Settings", "names", "numbers"]


@dataclass(frozen=True, kw_only=True)
class Knob:
    """One number of a model that a learner can turn.

    `hint` says what to try. `shown` is the number in words, with {value} and {percent}.
    """

    low: float
    high: float
    step: float
    start: float
    label: Prose
    hint: Prose
    shown: Prose


@dataclass(frozen=True, kw_only=True)
class ChoiceKnob:
    """One of a few options of a model, by name; `labels` says each in words."""

    options: tuple[str, ...]
    start: str
    label: Prose
    hint: Prose
    labels: Mapping[str, Prose]


AnyKnob = Knob | ChoiceKnob
"""In the files, a knob with `options` or `labels` is a choice and any other is a number."""

Setting = float | str
"""What a knob is set to: its number, or the name of its option."""

Settings = Mapping[str, Setting]


def numbers(settings: Settings) -> dict[str, float]:
    """The knobs that are numbers."""
    return {name: value for name, value in settings.items() if not isinstance(value, str)}


def names(settings: Settings) -> dict[str, str]:
    """The knobs that are choices."""
    return {name: value for name, value in settings.items() if isinstance(value, str)}
