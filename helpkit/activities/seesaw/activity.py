"""Two people on a see-saw: `tilt` is where they begin, `gap` what both like best."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import KnobsActivity
from helpkit.content.knobs import Knob

__all__ = ["SeesawActivity"]


@dataclass(frozen=True, kw_only=True)
class SeesawActivity(KnobsActivity):
    """Two people on a see-saw: `tilt` is where they begin, `gap` what both like best."""

    knobs: Mapping[str, Knob]
