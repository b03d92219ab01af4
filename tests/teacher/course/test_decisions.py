"""decisions.toml: what stands, what replaces what, and a sentence for each fault."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.exercises.submission.display import is_name
from helpkit.teacher.course.decision_file import Subjects, added, parse_decisions
from helpkit.teacher.course.decisions import UNDECIDED, Decision, Decisions, Kind

ZONE = ZoneInfo("Europe/Amsterdam")
KNOWN = Subjects({"01": 10.0, "02": 5.0}, ("s1", "s2", "s30"), ZONE)
ONE, OTHER = "3fa4c1d2" + "0" * 56, "3fa4c1d2" + "1" * 56
MOMENT = datetime.fromisoformat("2026-12-04T16:00:00+01:00")


def table(*lines: str, exercise: str = "01", reason: str = "because") -> str:
    rest = "\n".join(lines)
    return f'[[decision]]\nexercise = "{exercise}"\nreason = "{reason}"\n{rest}\n'


def faults(text: str) -> list[str]:
    return [str(fault) for fault in parse_decisions(text.encode(), KNOWN)[1]]


def read(*tables: str) -> Decisions:
    decisions, faults = parse_decisions("".join(tables).encode(), KNOWN)
    assert faults == []
    return decisions


HERS = table('submission = "3fa4c1d2"', 'student = "s2"')
OUT = table('submission = "3FA4C1D2"', "left_out = true", reason="copied")
AT = table('submission = "3fa4c1d2"', "at = 2026-12-04T16:00:00", reason="by mail")
LONGER = table('student = "s2"', "until = 2026-12-11T17:00:00+01:00")
POINTS = table('student = "s2"', "points = 0")


def taken_back(about: str, kind: str) -> str:
    return table(about, f'withdrawn = "{kind}"')


def test_nothing_is_decided_by_default() -> None:
    assert UNDECIDED.submission("01", ONE) is None
    assert UNDECIDED.extension("01", "s1") is None
    assert UNDECIDED.points("01", "s1") is None
    assert [*UNDECIDED] == []


def test_each_kind_is_read_and_found() -> None:
    decisions = read(HERS, AT, LONGER, POINTS)
    about = decisions.submission("01", ONE)
    assert about
    assert (about.student, about.at, about.left_out) == ("s2", MOMENT, False)
    assert about.reason == "because; by mail"
    longer, points = decisions.extension("01", "s2"), decisions.points("01", "s2")
    assert longer
    assert longer.until == datetime.fromisoformat("2026-12-11T17:00:00+01:00")
    assert points
    assert points.points == 0
    assert [each.kinds for each in decisions] == [
        (Kind.OWNER,), (Kind.HANDED_IN_AT,), (Kind.EXTENSION,), (Kind.POINTS,)
    ]  # fmt: skip


def test_a_decision_is_about_one_exercise_and_one_thing() -> None:
    decisions = read(HERS, LONGER, POINTS)
    assert decisions.submission("02", ONE) is None
    assert decisions.submission("01", "4" * 64) is None
    assert decisions.extension("02", "s2") is None
    assert decisions.points("01", "s1") is None


def test_a_later_decision_replaces_an_earlier_one() -> None:
    decisions = read(HERS, table('submission = "3fa4c1d2"', 'student = "s1"'))
    about = decisions.submission("01", ONE)
    assert about
    assert about.student == "s1"
    assert [decisions.holds(each) for each in decisions] == [False, True]


def test_hers_and_left_out_exclude_one_another_and_the_later_stands() -> None:
    out = read(HERS, AT, OUT).submission("01", ONE)
    assert out
    assert (out.left_out, out.student, out.at) == (True, "", MOMENT)
    hers = read(OUT, HERS).submission("01", ONE)
    assert hers
    assert (hers.left_out, hers.student) == (False, "s2")


def test_what_is_withdrawn_no_longer_stands_and_stays_in_the_file() -> None:
    about, whose = 'submission = "3fa4c1d2"', 'student = "s2"'
    decisions = read(HERS, AT, LONGER, POINTS, taken_back(about, "owner"))
    left = decisions.submission("01", ONE)
    assert left
    assert (left.student, left.at) == ("", MOMENT)
    decisions = read(HERS, LONGER, POINTS, taken_back(whose, "extension"))
    assert decisions.extension("01", "s2") is None
    assert decisions.points("01", "s2")
    assert decisions.submission("01", ONE)
    assert len(decisions) == 4
    again = read(POINTS, taken_back(whose, "points"), POINTS)
    assert again.points("01", "s2")


def test_which_submissions_a_decision_can_mean() -> None:
    decisions = read(HERS, table('submission = "99999999"', "left_out = true"))
    assert decisions.fitting("01", [OTHER, ONE, ONE, "4" * 64]) == {
        "3fa4c1d2": (ONE, OTHER),
        "99999999": (),
    }
    assert decisions.fitting("02", [ONE]) == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[decision]", ": not readable as TOML: Expected ']]' at the end of an array "
         "declaration (at line 1, column 11)"),
        ("[decision]\nx = 1", " decision: expected a table [[decision]] for each, with "
         "two brackets"),
        ("x = 1", " x: unknown key; expected only tables [[decision]]"),
        (HERS.replace('reason = "because"', ""), " [decision 1] reason: missing"),
        (HERS.replace("because", " "),
         " [decision 1] reason: expected a text on one line, got ' '"),
        (HERS.replace("01", "07"),
         " [decision 1] exercise: expected one of 01, 02, got '07'"),
        (HERS.replace("3fa4c1d2", "3fa4c1d"), " [decision 1] submission: expected 8 or "
         "more of the first letters of its sha256, as  helpkit collect  shows them, got '3fa4c1d'"),
        (HERS.replace("3fa4c1d2", "s2-answers"), " [decision 1] submission: expected 8 "
         "or more of the first letters of its sha256, as  helpkit collect  shows them, got "
         "'s2-answers'"),
        (POINTS.replace("= 0", "= 10.5"), " [decision 1] points: expected points from 0 "
         "to 10, those of exercise 01, got 10.5"),
        (POINTS.replace("= 0", "= -1"),
         " [decision 1] points: expected a number from 0 to 10000, got -1"),
        (POINTS.replace("= 0", "= nan"),
         " [decision 1] points: expected a number from 0 to 10000, got nan"),
        (LONGER.replace("+01:00", "+02:00"), " [decision 1] until: Europe/Amsterdam is "
         "at +01:00 from UTC then: expected 2026-12-11T16:00:00+01:00 or 2026-12-11T17:00:00 "
         "without an offset, got 2026-12-11T17:00:00+02:00"),
        (LONGER.replace("T17:00:00+01:00", ""), " [decision 1] until: expected a day "
         "and a time such as 2026-12-04T17:00:00, got 2026-12-11"),
        (HERS + LONGER + taken_back('student = "s1"', "extension"), " [decision 3] "
         "withdrawn: expected an earlier decision (extension) that it takes back; there is none"),
        (taken_back('student = "s1"', "everything"), " [decision 1] withdrawn: "
         "expected one of owner, leave-out, handed-in-at, extension, points, got 'everything'"),
        (table("colour = 1"), " [decision 1] colour: unknown key; expected one of "
         "exercise, reason, submission, student, left_out, at, until, points, withdrawn, made"),
    ],
)  # fmt: skip
def test_each_fault_of_the_decisions(text: str, sentence: str) -> None:
    assert faults(text) == [f"decisions.toml{sentence}"]


@pytest.mark.parametrize(
    ("lines", "got"),
    [
        (('submission = "3fa4c1d2"', 'student = "s2"', "left_out = true"),
         "left_out and student and submission"),
        (('submission = "3fa4c1d2"', "left_out = false"), "submission"),
        (('student = "s2"',), "student"),
        (('student = "s2"', "points = 1", "until = 2026-12-11T17:00:00"),
         "points and student and until"),
        (("points = 1",), "points"),
        ((), "none of them"),
    ],
)  # fmt: skip
def test_a_decision_says_one_thing(lines: tuple[str, ...], got: str) -> None:
    (line,) = faults(table(*lines))
    assert line.startswith("decisions.toml [decision 1]: expected one of these pairs of keys: ")
    assert line.endswith(f"; got {got}: write a table for each")


def test_without_a_zone_a_time_needs_its_offset() -> None:
    _, faults = parse_decisions(AT.encode(), Subjects(KNOWN.points, KNOWN.students))
    (line,) = map(str, faults)
    assert line.startswith("decisions.toml [decision 1] at: expected a time with its offset")


submissions = st.text("0123456789abcdef", min_size=8, max_size=64)
students = st.sampled_from(KNOWN.students)
reasons = st.text(min_size=1).filter(is_name)
times = st.datetimes(
    datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(ZONE), allow_imaginary=False
).map(lambda each: datetime.fromisoformat(each.replace(microsecond=0).isoformat()))
facts = st.one_of(
    st.fixed_dictionaries({"submission": submissions, "student": students}),
    st.fixed_dictionaries({"submission": submissions, "left_out": st.just(True)}),
    st.fixed_dictionaries({"submission": submissions, "at": times}),
    st.fixed_dictionaries({"student": students, "until": times}),
    st.fixed_dictionaries({"student": students, "points": st.floats(0, 5)}),
)
decisions_made = st.builds(
    lambda exercise, reason, fact, made: Decision(exercise, reason, made=made, **fact),
    st.sampled_from(["01", "02"]),
    reasons,
    facts,
    st.none() | times,
)


@given(st.lists(decisions_made, max_size=6))
def test_what_is_added_is_read_back_and_nothing_else_changes(made: list[Decision]) -> None:
    data = b"# mine"
    for each in made:
        before, data = data, added(data, each)
        assert data.startswith(before)
    decisions, faults = parse_decisions(data, KNOWN)
    assert faults == []
    assert [*decisions] == made
