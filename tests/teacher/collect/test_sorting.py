"""Nobody gets a grade for another's work, and nothing that came in goes unsaid."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.teacher.collect.sender import CANVAS, MOODLE, Sender
from helpkit.teacher.collect.sorting import sort_out
from helpkit.teacher.collect.submission import Collection, Submission, Time
from helpkit.teacher.course.decisions import Decision, Kind
from tests.teacher.samples import BEGAN, LATE, ON_TIME
from tests.teacher.submissions import (
    COLLECTED,
    FROM_JAN,
    FROM_ZOE,
    MALLORY,
    NOBODY,
    course_of,
    decided,
    entry,
    grading_worksheet,
)

EARLIER, LATER = "2026-12-02T00:00:00.000Z", "2026-12-07T00:00:00.000Z"


def sorted_out(
    *submissions: Submission, decisions: tuple[Decision, ...] = (), **fields: Any
) -> Any:
    return sort_out(submissions, course_of(*decisions, **fields), "01")


def counts(collection: Collection) -> dict[str, str]:
    return {student: each.sha256 for student, each in collection.counting.items()}


def contested(collection: Collection) -> list[tuple[str, list[str], bool]]:
    """Each student with the sources, and whether something else is theirs."""
    return [
        (student, [each.source for each in claims], student not in collection.withheld)
        for student, claims in collection.contested.items()
    ]


def sources(submissions: Iterable[Submission]) -> list[str]:
    return [each.source for each in submissions]


def test_two_works_in_one_name_wait_for_a_decision() -> None:
    collection = sorted_out(entry("a.zip"), entry("b.zip", at=LATE), entry("c.zip", "s2"))
    assert [*collection.counting] == ["s2"]
    assert contested(collection) == [("s1", ["a.zip", "b.zip"], False)]
    assert (collection.withheld, collection.missing, collection.is_whole) == (
        {"s1"},
        ("s3",),
        False,
    )


def test_two_versions_of_one_work_do_not() -> None:
    first, last = (
        entry("a.zip", at=EARLIER),
        entry("b.zip", origin=entry("a.zip").origin),
    )
    collection = sorted_out(first, last)
    assert (counts(collection), collection.is_whole) == ({"s1": last.sha256}, True)


def test_what_only_says_so_does_not_replace_what_the_platform_knows() -> None:
    mine = entry("a.zip", "typo", FROM_JAN, at=EARLIER)
    collection = sorted_out(mine, entry("b.zip"), entry("c.zip", "s1", MALLORY))
    assert counts(collection) == {"s1": mine.sha256}
    assert contested(collection) == [("s1", ["b.zip", "c.zip"], True)]
    assert not collection.withheld
    assert not collection.is_whole


def test_another_account_is_another_person_even_with_the_same_work() -> None:
    mine = entry("a.zip", "s1", FROM_JAN, at=EARLIER)
    copied = entry("b.zip", "s1", MALLORY, origin=mine.origin)
    again = entry("d.zip", "s1", FROM_JAN, origin=mine.origin)
    collection = sorted_out(mine, copied, again)
    assert counts(collection) == {"s1": again.sha256}
    assert contested(collection) == [("s1", ["b.zip"], True)]
    twice = sorted_out(copied, replace(copied, source="c.zip", sender=Sender(MOODLE, "Kim", "667")))
    assert contested(twice) == [("s1", ["b.zip", "c.zip"], False)]


def test_a_journal_is_no_word_for_what_came_another_way() -> None:
    """Whoever has a student's zip can go on with it and type the same id."""
    mine = entry("a.zip", "s1", FROM_JAN, at=EARLIER)
    longer = entry("c.zip", "s1", origin=mine.origin, number=99)
    collection = sorted_out(mine, longer)
    assert counts(collection) == {"s1": mine.sha256}
    assert contested(collection) == [("s1", ["c.zip"], True)]
    assert counts(sorted_out(mine, longer, decisions=(decided(longer, student="s1"),))) == {
        "s1": longer.sha256
    }
    assert sorted_out(mine, replace(mine, source="c.zip", sender=NOBODY)).is_whole
    mailed = entry("b.zip", "s1", origin=mine.origin)
    both = sorted_out(mailed, longer, decisions=(decided(mailed, student="s1"),))
    assert counts(both) == {"s1": longer.sha256}


def test_two_people_whom_the_platform_calls_by_one_name() -> None:
    other = Sender(MOODLE, "Jan de Vries", "102")
    collection = sorted_out(entry("a.zip", "x", FROM_JAN), entry("b.zip", "x", other))
    assert contested(collection) == [("s1", ["a.zip", "b.zip"], False)]
    sheet = grading_worksheet([("102", "Jan de Vries", "", "", "-")])
    submissions = [entry("a.zip", "x", FROM_JAN), entry("b.zip", "x", other)]
    collection = sort_out(submissions, course_of(), "01", sheet)
    assert counts(collection) == {"s1": submissions[1].sha256}
    assert contested(collection) == [("s1", ["a.zip"], True)]


@pytest.mark.parametrize("platform", [MOODLE, CANVAS])
def test_whoever_takes_a_name_and_goes_on_with_the_work_takes_no_grade(platform: str) -> None:
    mine = entry("a.zip", "s1", Sender(platform, "Jan de Vries", "101"), at=EARLIER)
    longer = entry("b.zip", "s1", replace(mine.sender, number="102"), origin=mine.origin, number=99)
    collection = sorted_out(mine, longer)
    assert contested(collection) == [("s1", ["a.zip", "b.zip"], False)]
    assert counts(sorted_out(mine, replace(mine, source="b.zip", sender=longer.sender))) == {
        "s1": mine.sha256
    }


@pytest.mark.parametrize("is_same", [True, False])
def test_of_two_accounts_with_one_id_number_none_counts_until_it_is_decided(is_same: bool) -> None:
    rows = [("101", "Jan de Vries", "s1", "", "-"), ("666", "Mallory", "s1", "", "-")]
    mine = entry("a.zip", "s1", FROM_JAN, at=EARLIER)
    theirs = entry("b.zip", "s1", MALLORY, origin=mine.origin if is_same else "f" * 16)
    collection = sort_out([mine, theirs], course_of(), "01", grading_worksheet(rows))
    assert contested(collection) == [("s1", ["a.zip", "b.zip"], False)]
    course = course_of(decided(mine, student="s1"), decided(theirs, left_out=True))
    collection = sort_out([mine, theirs], course, "01", grading_worksheet(rows))
    assert counts(collection) == {"s1": mine.sha256}
    assert collection.is_whole


def test_a_decision_says_whose_it_is() -> None:
    a, b = entry("a.zip"), entry("b.zip")
    collection = sorted_out(a, b, decisions=(decided(a, student="s1"),))
    assert counts(collection) == {"s1": a.sha256}
    assert contested(collection) == [("s1", ["b.zip"], True)]
    assert collection.submissions[0].decided == "I know."
    both = (decided(a, student="s1"), decided(b, student="s2"))
    collection = sorted_out(a, b, decisions=both)
    assert counts(collection) == {"s1": a.sha256, "s2": b.sha256}
    assert collection.is_whole
    # It settles what the teacher had seen, and not what came after that.
    made = datetime(2026, 12, 6, 12, tzinfo=UTC)
    decisions = (decided(a, student="s1", made=made),)
    assert sources(sorted_out(a, b, decisions=decisions).settled) == ["b.zip"]
    later = sorted_out(a, replace(b, collected=LATER), decisions=decisions)
    assert contested(later) == [("s1", ["b.zip"], True)]


def test_a_decision_leaves_out() -> None:
    a, b, junk = entry("a.zip"), entry("b.zip"), entry("c.zip", refused="junk")
    out = (decided(b, left_out=True), decided(junk, left_out=True))
    collection = sorted_out(a, b, junk, decisions=out)
    assert (counts(collection), collection.is_whole) == ({"s1": a.sha256}, True)
    assert [(each.source, each.decided) for each in collection.left_out] == [
        ("b.zip", "I know."),
        ("c.zip", "I know."),
    ]
    assert collection.left_out[0].student == "s1"
    withdrawn = Decision("01", "No.", submission=b.sha256[:8], withdrawn=Kind.LEAVE_OUT)
    assert sorted_out(a, b, decisions=(*out, withdrawn)).contested


def test_a_decision_says_when_it_came() -> None:
    late = entry("a.zip", at=LATE)
    at = datetime(2026, 12, 4, 15, 59, tzinfo=UTC)
    collection = sorted_out(late, decisions=(decided(late, at=at),))
    (counted,) = collection.submissions
    assert (counted.at, counted.says, counted.late) == (
        "2026-12-04T15:59:00.000Z",
        "decided",
        False,
    )


def test_a_decision_gives_one_student_more_time() -> None:
    until = datetime(2026, 12, 5, 9, tzinfo=UTC)
    collection = sorted_out(
        entry("a.zip", "s1", at=LATE),
        entry("b.zip", "s2", at=LATE),
        decisions=(Decision("01", "Ill", student="s1", until=until),),
    )
    assert [(each.student, each.late, each.days) for each in collection.submissions] == [
        ("s1", True, 1),
        ("s2", True, 1),
    ]
    until = datetime(2026, 12, 5, 11, tzinfo=UTC)
    late = Sender(CANVAS, "", "11", late=True)
    collection = sorted_out(
        entry("a.zip", "s1", late, at=LATE),
        entry("b.zip", "s2", Sender(CANVAS, "", "22", late=True), at=LATE),
        decisions=(Decision("01", "Ill", student="s1", until=until),),
    )
    assert [(each.student, each.late) for each in collection.submissions] == [
        ("s1", False),
        ("s2", True),
    ]


def test_a_decision_about_what_is_not_there_is_told() -> None:
    mine = entry("a.zip")
    lost = Decision("01", "I know.", submission="f" * 8, left_out=True)
    collection = sorted_out(mine, decisions=(lost, Decision("02", "", submission="e" * 8)))
    assert (collection.adrift, collection.is_whole) == ((("f" * 8, 0),), False)
    twin = replace(entry("b.zip", "s2"), sha256=mine.sha256[:8] + "0" * 56)
    collection = sorted_out(mine, twin, decisions=(decided(mine, left_out=True),))
    assert collection.adrift == ((mine.sha256[:8], 2),)
    assert {*collection.counting} == {"s1", "s2"}


def test_a_decision_about_who_left_the_class_is_told_and_not_used() -> None:
    work = entry("a.zip")
    until = datetime(2026, 12, 5, 9, tzinfo=UTC)
    mine, hers = decided(work, student="s9"), Decision("01", "Ill", student="s9", until=until)
    collection = sorted_out(work, decisions=(decided(work, student="s2"), mine, hers))
    assert (counts(collection), collection.unlisted) == ({}, ((Kind.EXTENSION, "s9"),))
    assert [each.by for each in collection.unmatched] == [
        "decided to be that of s9, who is not on the roster"
    ]
    assert not sorted_out(work, decisions=(hers,)).is_whole
    back = Decision("01", "Left.", student="s9", withdrawn=Kind.EXTENSION)
    assert sorted_out(work, decisions=(hers, back)).is_whole


def test_what_was_replaced_is_settled() -> None:
    junk = entry("a.zip", refused="junk", replaced=True)
    unknown = entry("b.zip", "x", replaced=True)
    right = entry("b.zip", "s2", origin=unknown.origin)
    right = replace(right, sha256="0" * 64)
    collection = sorted_out(junk, entry("a.zip", "s1"), unknown, right)
    assert sources(collection.settled) == ["a.zip", "b.zip"]
    assert collection.is_whole
    # Another's work under the same name settles nothing.
    other = replace(right, origin="f" * 16)
    assert sources(sorted_out(unknown, other).unmatched) == ["b.zip"]


def test_what_the_same_sender_replaced_is_settled() -> None:
    junk = entry("1.zip/a.zip", "", FROM_JAN, refused="junk")
    good = entry("2.zip/a.zip", "s1", FROM_JAN)
    assert not sorted_out(junk, good).is_whole  # they came together
    collection = sorted_out(junk, replace(good, collected=LATER))
    assert (sources(collection.settled), collection.is_whole) == (["1.zip/a.zip"], True)
    assert not sorted_out(replace(junk, collected=LATER), good).is_whole


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (entry("a.zip", at="2027-12-03T10:00:00.000Z"), "it was collected before that"),
        (entry("a.zip", at="2026-12-06T00:10:01.000Z"), "it was collected before that"),
        (entry("a.zip", at="1980-01-01T00:00:00.000Z"), "its time is before 2020"),
        (entry("a.zip", time=Time(ON_TIME, made=ON_TIME, doubt="it ran back")), "it ran back"),
    ],
)
def test_a_time_that_cannot_be_true_is_listed_until_somebody_knows(
    odd: Submission, reason: str
) -> None:
    collection = sorted_out(odd)
    assert [odd.strange.startswith(reason) for odd in collection.strange] == [True]
    assert (collection.is_whole, {*collection.counting}) == (False, {"s1"})
    at = datetime(2026, 12, 4, tzinfo=UTC)
    assert sorted_out(odd, decisions=(decided(odd, at=at),)).is_whole
    timed = replace(odd, time=replace(odd.time, at=ON_TIME, says="nbgrader"))
    assert sorted_out(timed).is_whole
    assert sorted_out(replace(odd, sender=Sender(CANVAS, "", "11"))).is_whole


def test_a_clock_that_is_a_little_fast_is_nothing_strange() -> None:
    assert sorted_out(entry("a.zip", at="2026-12-06T00:09:00.000Z")).is_whole


def test_of_versions_the_one_that_was_made_last_counts_whatever_the_clock_said() -> None:
    wrong = entry("a.zip", at=ON_TIME, origin="0" * 16, number=3)
    right = entry("b.zip", at=EARLIER, origin="0" * 16, number=9)
    assert counts(sorted_out(wrong, right)) == {"s1": right.sha256}
    known = [replace(each, sender=FROM_JAN) for each in (wrong, right)]
    known = [replace(each, time=replace(each.time, says="moodle")) for each in known]
    assert counts(sorted_out(*known)) == {"s1": wrong.sha256}


def test_the_worksheet_says_when_it_came() -> None:
    sheet = grading_worksheet(
        [("101", "Jan de Vries", "", "", "Saturday, 5 December 2026, 1:00 PM")]
    )
    now, before = (
        entry("a.zip", "s1", FROM_JAN, at=BEGAN),
        entry("b.zip", "s1", FROM_JAN, at=BEGAN),
    )
    mailed = replace(entry("c.zip", "s1", at=EARLIER, origin=now.origin), sha256=before.sha256)
    before = replace(before, collected=EARLIER, origin=now.origin)
    collection = sort_out([now, before, mailed], course_of(), "01", sheet)
    assert [(each.says, each.at, each.late, each.days) for each in collection.submissions] == [
        ("events", BEGAN, False, 0),
        ("moodle", "2026-12-05T13:00:00.000Z", True, 1),
    ]
    assert collection.participants == {"s1": "101"}


def test_a_number_counts_only_if_this_exercise_has_it() -> None:
    collection = sorted_out(entry("a.zip", "s1", FROM_JAN), entry("b.zip", "s2", MALLORY))
    assert collection.participants == {"s1": "101", "s2": "666"}
    sheet = grading_worksheet([("7", "Jan de Vries", "", "", "-"), ("8", "محمد علي", "", "", "-")])
    collection = sort_out([entry("a.zip", "s1", FROM_JAN)], course_of(), "01", sheet)
    assert collection.participants == {"s1": "7", "s3": "8"}
    given = entry("a.zip", "s1", FROM_JAN)
    collection = sorted_out(given, decisions=(decided(given, student="s2"),))
    assert collection.participants == {}


TYPED = st.sampled_from(["s1", "s2", "typo"])
SENDERS = st.sampled_from([NOBODY, FROM_JAN, FROM_ZOE, MALLORY])
SUBMISSIONS = st.builds(
    entry,
    st.sampled_from(["a.zip", "b.zip", "01-handin-s1.zip", "d.zip"]),
    TYPED,
    SENDERS,
    at=st.sampled_from([EARLIER, ON_TIME, LATE]),
    origin=st.sampled_from(["0" * 16, "1" * 16, "f" * 16, ""]),
    refused=st.sampled_from(["", "", "", "junk"]),
    collected=st.sampled_from([EARLIER, COLLECTED, ""]),
    replaced=st.booleans(),
)


@given(st.lists(SUBMISSIONS, max_size=8), st.randoms(use_true_random=False))
def test_in_whatever_order_they_are_seen(submissions: list[Submission], rng: Any) -> None:
    other = [*submissions]
    rng.shuffle(other)
    assert sorted_out(*submissions) == sorted_out(*other)


@given(st.lists(SUBMISSIONS, max_size=8))
def test_nothing_goes_unsaid(submissions: list[Submission]) -> None:
    collection = sorted_out(*submissions)
    said = {each.sha256 for each in collection.submissions}
    said |= {
        each.sha256 for each in (*collection.unmatched, *collection.refused, *collection.settled)
    }
    works = {(who, each.work) for who, claims in collection.contested.items() for each in claims}
    waiting = {each.sha256 for each in collection.readable if (each.student, each.work) in works}
    assert {each.sha256 for each in submissions} <= said | waiting
    assert {each.sha256 for each in collection.readable} == {
        each.sha256 for each in submissions if not each.refused
    }


@given(
    st.lists(SUBMISSIONS.filter(lambda each: each.sender not in (FROM_JAN, FROM_ZOE)), max_size=6)
)
def test_nobody_takes_the_place_of_whom_the_platform_knows(others: list[Submission]) -> None:
    mine = entry("mine.zip", "s1", FROM_JAN, origin="f" * 16)
    assert counts(sorted_out(mine, *others)).get("s1") == mine.sha256


@given(st.lists(SUBMISSIONS.filter(lambda each: not each.sender.platform), max_size=6))
def test_of_different_works_that_only_say_so_none_counts(submissions: list[Submission]) -> None:
    collection = sorted_out(*submissions)
    for student in ("s1", "s2"):
        works = {each.work for each in collection.readable if each.student == student}
        assert (student in collection.counting) == (len(works) == 1)
