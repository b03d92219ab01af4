"""Days late and times in a report, by the clock on the wall where the course is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.journal.event import next_at
from helpkit.teacher.course.clock import days_late, moment_in, spoken

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZONES = [
    AMSTERDAM,
    UTC,
    *map(
        ZoneInfo, ("America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca")
    ),
]
moments = st.datetimes(datetime(2008, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))
zones = st.sampled_from(ZONES)


def written(moment: datetime) -> str:
    """As a journal writes it."""
    return next_at(moment, "")


@pytest.mark.parametrize(
    ("at", "days"),
    [
        ("2026-10-24T18:00:00.000Z", 0),
        ("2026-10-24T18:00:00.001Z", 1),
        ("2026-10-25T18:30:00.000Z", 1),  # 23.5 hours later by the clock on the wall, 24.5 in all
        ("2026-10-25T19:00:00.000Z", 1),
        ("2026-10-25T19:00:00.001Z", 2),
        ("2026-10-31T19:00:00.000Z", 7),
        ("9999-12-31T23:59:59.999Z", 2_912_000),
        ("0001-01-01T00:00:00.000Z", 0),
    ],
)
def test_a_day_later_is_the_same_time_on_the_clock(at: str, days: int) -> None:
    deadline = datetime.fromisoformat("2026-10-24T20:00:00+02:00")
    late = days_late(at, deadline, AMSTERDAM)
    assert late == days if days < 1000 else late > days - 1000


def test_a_day_over_the_start_of_summer_time_has_23_hours() -> None:
    deadline = moment_in(datetime(2027, 3, 27, 20), AMSTERDAM)
    assert days_late("2027-03-28T18:00:00.000Z", deadline, AMSTERDAM) == 1
    assert days_late("2027-03-28T18:00:00.001Z", deadline, AMSTERDAM) == 2


def test_the_night_with_two_hours_more_counts_no_day_back() -> None:
    deadline = moment_in(datetime(2026, 10, 24, 2, 30), AMSTERDAM)
    minutes = [datetime(2026, 10, 24, 23, 0, tzinfo=UTC) + timedelta(minutes=n) for n in range(240)]
    late = [days_late(written(each), deadline, AMSTERDAM) for each in minutes]
    assert late == sorted(late)
    assert {*late} == {1, 2}


def test_of_a_day_boundary_that_comes_twice_the_second_counts() -> None:
    deadline = moment_in(datetime(2026, 10, 24, 2, 30), AMSTERDAM)
    assert days_late("2026-10-25T01:15:00.000Z", deadline, AMSTERDAM) == 1
    assert days_late("2026-10-25T01:31:00.000Z", deadline, AMSTERDAM) == 2


def test_of_a_deadline_that_comes_twice_the_one_that_was_written_counts() -> None:
    first, second = (
        moment_in(datetime.fromisoformat(f"2026-10-25T02:30:00{offset}"), AMSTERDAM)
        for offset in ("+02:00", "+01:00")
    )
    assert second - first == timedelta(hours=1)
    assert first < second
    assert moment_in(datetime(2026, 10, 25, 2, 30), AMSTERDAM) == first
    assert days_late("2026-10-25T00:31:00.000Z", first, AMSTERDAM) == 1
    assert days_late("2026-10-25T00:31:00.000Z", second, AMSTERDAM) == 0


@given(moments, st.lists(moments, min_size=2, max_size=8), zones)
def test_later_is_never_fewer_days(
    deadline: datetime, times: list[datetime], zone: ZoneInfo
) -> None:
    late = [days_late(written(each), deadline, zone) for each in sorted(times)]
    assert late == sorted(late)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=3)), zones)
def test_in_time_is_no_day_and_late_at_least_one(
    deadline: datetime, after: timedelta, zone: ZoneInfo
) -> None:
    deadline = deadline.replace(microsecond=0)
    at = deadline + after.__class__(seconds=int(after.total_seconds()))
    assert (days_late(written(at), deadline, zone) == 0) == (at <= deadline)
    assert days_late(written(deadline - after), deadline, zone) == 0


@given(moments, st.integers(0, 400), st.sampled_from([AMSTERDAM, UTC, ZoneInfo("Asia/Tokyo")]))
def test_whole_days_of_the_wall_are_so_many(deadline: datetime, days: int, zone: ZoneInfo) -> None:
    wall = deadline.astimezone(zone).replace(tzinfo=None, microsecond=0, hour=12)
    deadline = moment_in(wall, zone)
    at = moment_in(wall + timedelta(days=days), zone)
    assert days_late(written(at), deadline, zone) == days
    assert days_late(written(at + timedelta(milliseconds=1)), deadline, zone) == days + 1


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-10-24T18:00:00.000Z", "2026-10-24 20:00 CEST"),
        ("2026-12-24T18:00:00.000Z", "2026-12-24 19:00 CET"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31 23:59 UTC"),
        ("0001-01-01T00:00:00.000Z", "0001-01-01 00:00 UTC"),
        ("", "no time"),
    ],
)
def test_a_time_in_a_report(at: str, said: str) -> None:
    assert spoken(at, AMSTERDAM) == said


@given(moments, zones)
def test_a_moment_with_the_offset_of_the_zone_is_itself(moment: datetime, zone: ZoneInfo) -> None:
    placed = moment_in(moment.replace(microsecond=0).astimezone(zone), zone)
    assert placed == moment.replace(microsecond=0)
    assert datetime.fromisoformat(placed.isoformat()) == placed
