"""What came out of a run of villages, as the journal keeps it."""

from helpkit.activities.villages.activity import VillagesActivity
from helpkit.journal import ActivityState

__all__ = ["item", "result", "results"]


def item(encounters: int) -> str:
    """The item under which a run with this many encounters is kept."""
    return f"encounters-{encounters}"


def result(one: VillagesActivity, done: ActivityState, encounters: int) -> tuple[int, int] | None:
    """Villages in which helping won, of how many; only a run that was not stopped counts."""
    value = done.answers.get(item(encounters))
    match value:
        case [int(helping), int(of)] if of == one.runs and 0 <= helping <= of:
            return helping, of
    return None


def results(one: VillagesActivity, done: ActivityState) -> dict[int, tuple[int, int]]:
    """Every finished run by its number of encounters."""
    knob = one.knobs["encounters"]
    tried = range(round(knob.low), round(knob.high) + 1, round(knob.step))
    found = ((encounters, result(one, done, encounters)) for encounters in tried)
    return {encounters: value for encounters, value in found if value is not None}
