"""What came out of a run of villages, as the journal keeps it."""

from helpkit.activities.villages.activity import VillagesActivity
from helpkit.journal import ActivityState

__all__ = ["item", "result", "results"]


def item(encounters: int) -> str:
    """The item under which a run with this many encounters is kept."""
    return f"encounters-{encounters}"


def result(
    villages: VillagesActivity, done: ActivityState, encounters: int
) -> tuple[int, int] | None:
    """Villages in which helping won, of how many; only a run that was not stopped counts."""
    value = done.answers.get(item(encounters))
    match value:
        case [int(helping), int(of)] if of == villages.runs and 0 <= helping <= of:
            return helping, of
    return None


def results(villages: VillagesActivity, done: ActivityState) -> dict[int, tuple[int, int]]:
    """Every finished run by its number of encounters."""
    knob = villages.knobs["encounters"]
    tried = range(round(knob.low), round(knob.high) + 1, round(knob.step))
    runs = ((encounters, result(villages, done, encounters)) for encounters in tried)
    return {encounters: run for encounters, run in runs if run is not None}
