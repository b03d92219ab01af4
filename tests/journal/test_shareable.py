"""Nothing private leaves, whenever it was private."""

from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.journal import Event
from helpkit.journal.shareable import not_private, spot
from tests.journal.samples import event, events


def test_what_was_private_once_and_is_open_now_leaves_without_its_private_versions() -> None:
    first, last = event(value="draft", private=True), event(value="final")
    assert not_private([first, last]) == [last]


def test_what_was_open_once_and_is_private_now_stays_with_all_its_versions() -> None:
    assert not_private([event(value="seen"), event(value="seen", private=True)]) == []


@settings(deadline=None)
@given(st.lists(events()))
def test_the_rest_leaves_in_its_order(given_events: list[Event]) -> None:
    left = not_private(given_events)
    assert not any(event.private for event in left)
    last = {spot(event): event for event in given_events}
    kept = [event for event in given_events if not event.private and not last[spot(event)].private]
    assert left == kept
