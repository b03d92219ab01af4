"""What is wrong with the knobs of an activity."""

import re
from collections.abc import Mapping

from helpkit.content.knobs import AnyKnob, ChoiceKnob, Knob
from helpkit.content.rules.references import Spots, listed, unknown

__all__ = ["knob_faults"]

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


def knob_faults(knobs: Mapping[str, AnyKnob]) -> Spots:
    """A knob has a name that the journal takes, and starts at a value that it can have."""
    for name, knob in knobs.items():
        if not _NAME.fullmatch(name):
            yield f"knobs.{name}", "expected a name of a-z, 0-9 and hyphen"
        spots = _options(knob) if isinstance(knob, ChoiceKnob) else _steps(knob)
        yield from ((f"knobs.{name}.{spot}", expected) for spot, expected in spots)


def _steps(knob: Knob) -> Spots:
    """A number starts on one of its own steps."""
    if knob.step <= 0:
        yield "step", f"expected more than 0, got {knob.step:g}"
        return
    steps = (knob.start - knob.low) / knob.step
    if not knob.low <= knob.start <= knob.high or abs(steps - round(steps)) > 1e-9:
        expected = f"expected a step from {knob.low:g} to {knob.high:g}, got {knob.start:g}"
        yield "start", expected


def _options(knob: ChoiceKnob) -> Spots:
    """A choice is between several options, starts with one of them, and names each in words."""
    if len(set(knob.options)) < max(2, len(knob.options)):
        yield "options", f"expected two or more, each once, got {listed(knob.options)}"
    yield from unknown("start", (knob.start,), knob.options)
    if set(knob.labels) != set(knob.options):
        yield "labels", f"expected one for each of {listed(knob.options)}"
