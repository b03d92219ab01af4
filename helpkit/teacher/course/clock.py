"""What does the clock on the wall say where the course is, and how many days late is that?

A moment in a file of the teacher's may be without an offset; then it is the time of the course's
zone. All that is kept has its offset, and a fixed one: Python compares two times of one zone by
what their clocks say, which is an hour wrong in the night when summer time ends.
"""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

__all__ = ["comes_twice", "days_late", "moment_in", "named_zone", "spoken"]

_DAY = timedelta(days=1)
_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)
"""Clocks of zones are computed between these; a student's journal can hold any year."""


def days_late(at: str, deadline: datetime, zone: tzinfo) -> int:
    """How many days after the deadline have begun, by the clock on the wall of the zone?

    A day later is the same time on the next day, also if summer time begins or ends in between.

    Args:
        at: a time as a journal writes it, in UTC.
        deadline: with its offset.
        zone: where the course is.
    """
    moment = min(max(datetime.fromisoformat(at), _FIRST), _LAST)
    if moment <= deadline:
        return 0
    # No zone has ever moved by more than a day, so two days around are enough to look at.
    first = max(0, (moment - deadline) // _DAY - 2)
    return first + sum(_after(deadline, days, zone) < moment for days in range(first, first + 5))


def _after(deadline: datetime, days: int, zone: tzinfo) -> datetime:
    """The same time of day, some days later; of two such moments the later, which is milder."""
    if not days:
        return deadline
    wall = deadline.astimezone(zone).replace(tzinfo=None) + days * _DAY
    return max(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))


def spoken(at: str, zone: tzinfo) -> str:
    """A time of a journal for a report: `2026-10-24 20:00 CEST`; `no time` if there is none."""
    if not at:
        return "no time"
    moment = datetime.fromisoformat(at)
    if not _FIRST <= moment <= _LAST:
        return f"{at[:16].replace('T', ' ')} UTC"
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M %Z}"


def named_zone(name: str) -> ZoneInfo:
    """The zone of an IANA name such as `Europe/Amsterdam`.

    Raises:
        ValueError: there is none of that name; the text says what was expected.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        near = get_close_matches(name, sorted(available_timezones()), n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ValueError(
            f"expected the name of a zone such as Europe/Amsterdam, got {name[:60]!r}{hint}"
        ) from error


def moment_in(moment: datetime, zone: tzinfo | None) -> datetime:
    """The moment that a teacher wrote, with a fixed offset; without a zone it needs its own.

    Of a time that the clock shows twice, when summer time ends, the first is meant.

    Raises:
        ValueError: it has no offset or another than the zone has then, or the clock skips it.
    """
    written = moment.isoformat()
    if zone is None:
        if moment.tzinfo is None:
            raise ValueError(
                "expected a time with its offset from UTC such as 2026-12-04T17:00:00+01:00, "
                f"or a timezone for the whole course, got {written}"
            )
        return _fixed(moment)
    if not _FIRST.year <= moment.year < _LAST.year:
        raise ValueError(f"expected a year from {_FIRST.year} to {_LAST.year - 1}, got {written}")
    local = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    if moment.tzinfo and local.utcoffset() != moment.utcoffset():
        raise ValueError(
            f"{zone} is at {local.isoformat()[-6:]} from UTC then: expected {local.isoformat()} or "
            f"{_bare(moment)} without an offset, got {written}"
        )
    if _bare(local.astimezone(UTC).astimezone(zone)) != _bare(local):
        raise ValueError(f"expected a time that exists; the clocks of {zone} skip {written}")
    return _fixed(local)


def comes_twice(moment: datetime, zone: tzinfo) -> bool:
    """Does the clock of the zone show this time twice, because summer time ends?"""
    local = moment.astimezone(zone)
    first, second = (local.replace(fold=fold).utcoffset() for fold in (0, 1))
    return first != second


def _bare(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat()


def _fixed(moment: datetime) -> datetime:
    offset = moment.utcoffset() or timedelta()
    return moment.replace(tzinfo=timezone(offset), fold=0)
