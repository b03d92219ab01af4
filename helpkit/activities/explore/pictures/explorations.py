"""The pictures by the name of their model, as `activities/NN.toml` names it."""

from collections.abc import Callable, Mapping
from typing import Final

from helpkit.activities.explore.pictures.asking import asking
from helpkit.activities.explore.pictures.bystanders import bystanders
from helpkit.activities.explore.pictures.exchange_games import trust, ultimatum
from helpkit.activities.explore.pictures.face import face
from helpkit.activities.explore.pictures.five_rules import thresholds
from helpkit.activities.explore.pictures.obligation import obligation, regan
from helpkit.activities.explore.pictures.reciprocity import tournament
from helpkit.activities.explore.pictures.regions import regions
from helpkit.content.knobs import Settings, numbers
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words

__all__ = ["EXPLORATIONS", "Draw"]

Draw = Callable[[Settings, Words], Picture]
"""From the position of each knob and the words of the activity to a picture."""


def _numeric(draw: Callable[[Mapping[str, float], Words], Picture]) -> Draw:
    """The same for a picture whose knobs are all numbers."""
    return lambda settings, words: draw(numbers(settings), words)


EXPLORATIONS: Final[Mapping[str, Draw]] = {
    "trust": _numeric(trust),
    "ultimatum": _numeric(ultimatum),
    "obligation": _numeric(obligation),
    "regan": _numeric(regan),
    "bystanders": _numeric(bystanders),
    "reciprocity": _numeric(tournament),
    "five-rules": _numeric(thresholds),
    "face": face,
    "asking": _numeric(asking),
    "regions": regions,
}
