"""The pictures by the name of their model, as `activities/NN.toml` names it."""

from collections.abc import Callable, Mapping
from typing import Final

from helpkit.charts.bystanders import bystanders
from helpkit.charts.exchange_games import trust, ultimatum
from helpkit.charts.five_rules import thresholds
from helpkit.charts.obligation import obligation, regan
from helpkit.charts.picture import Picture
from helpkit.charts.reciprocity import tournament
from helpkit.charts.words import Words

__all__ = ["EXPLORATIONS", "Draw"]

Draw = Callable[[Mapping[str, float], Words], Picture]
"""From the value of each knob and the words of the activity to a picture."""

EXPLORATIONS: Final[Mapping[str, Draw]] = {
    "trust": trust,
    "ultimatum": ultimatum,
    "obligation": obligation,
    "regan": regan,
    "bystanders": bystanders,
    "reciprocity": tournament,
    "five-rules": thresholds,
}
