"""Which events may leave the learner's computer?"""

from collections.abc import Iterable

from helpkit.journal.event import Event

__all__ = ["not_private", "spot"]


def not_private(events: Iterable[Event]) -> list[Event]:
    """The events of one lesson or exercise that are open, in order.

    What was once open and is now private stays behind, with all its earlier versions.
    """
    events = [*events]
    hidden = {at for at, last in {spot(event): event for event in events}.items() if last.private}
    return [event for event in events if spot(event) not in hidden and not event.private]


def spot(event: Event) -> tuple[str, str]:
    """What an event is about."""
    return event.activity, event.item
