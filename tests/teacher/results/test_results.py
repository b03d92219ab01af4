"""A class is graded: each by their own sheet, in any number of processes the same bytes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import ContentError, CourseError
from helpkit.exercises.submission import read
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import copy_path
from helpkit.teacher.course.course import Course, read_course
from helpkit.teacher.course.lock import alone
from helpkit.teacher.grading.grader import AnsweredSheet, Grader
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.results import chunks
from helpkit.teacher.results.answers import answers_of
from helpkit.teacher.results.class_grading import grade_class
from helpkit.teacher.results.result import Result, from_line, to_line
from helpkit.teacher.results.results import read_results, write_results
from helpkit.teacher.results.scorer import Scorer
from helpkit.teacher.results.tally import tally_of
from tests.exercises.handed_out import course as sixth
from tests.exercises.samples import (
    CONTENT,
    REACH,
    Answers,
    best_play,
    person,
    played,
    reference,
)
from tests.teacher.classes import FOLDER, another_key, flat, graded, points, sheet_of
from tests.teacher.samples import LATE, tree

FULL = 26.0


def test_each_is_graded_by_their_own_sheet(course: Path, downloads: Path) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    (downloads / "2.zip").write_bytes(sheet_of("s2", {}))
    results = graded(course, downloads)
    assert [(result.student, result.state, result.reason) for result in results.rows.values()] == [
        ("s1", "graded", ""),
        ("s2", "graded", ""),
        ("s3", "missing", ""),
    ]
    machine = [row for row in results.rows["s1"].rows if row.points is not None]
    assert points(results, "s1") == sum(row.of for row in machine) == FULL
    assert {row.state for row in results.rows["s2"].rows} == {"blank", "ungraded"}
    assert [row.item for row in machine if "." not in row.item] == flat("01", "s1")[:-1]


def test_the_id_may_be_typed_in_another_way(course: Path, downloads: Path) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("S1", reference(FOLDER["01"], "s1")))
    results = graded(course, downloads)
    assert (points(results, "s1"), results.rows["s1"].reason) == (FULL, "")


def test_conversations_that_must_be_played_again_are_told_to_the_teacher(tmp_path: Path) -> None:
    first, second, third, _ = REACH.items
    others = (mood for mood in CONTENT.scenes["team-day"].temperaments if mood != person(third))
    plays: Answers = {
        first: ["a", "a", "b", "a", "a", "a"],
        second: ["a", "a", "b", "a", "a", "a"],
        third: played(third, next(others), []),
        "team-day-empty": best_play("team-day-empty"),
    }
    scorer = Scorer.of(sixth(tmp_path), "06", FOLDER["06"])
    data = sheet_of("s1", {"reach": plays}, "06")
    result = scorer.result_of("s1", "", 0, lambda: answers_of("s1", "06", read(data)))
    states = [row.state for row in result.rows if row.part == "reach"]
    assert states == ["earlier", "earlier", "invalid", "right"]
    assert result.reason == (
        "conversations played in an earlier version, which earn nothing until they are played again"
        ": 2; conversations with a person whom this student does not meet, not counted: 1"
    )
    assert from_line(to_line(result), "") == result


def test_another_id_than_ones_own_is_told(course: Path, downloads: Path) -> None:
    (downloads / "01-handin-s2.zip").write_bytes(sheet_of("s22"))
    results = graded(course, downloads)
    assert points(results, "s2") == FULL
    assert results.rows["s2"].reason == "typed s22, and was graded on the sheet for that id"


def test_what_was_not_issued_does_not_count(course: Path, downloads: Path) -> None:
    """Somebody answers all of the pool and says that one easy item was all that was issued."""
    easy = flat("01", "s1")[:1]
    (downloads / "1.zip").write_bytes(sheet_of("s1", issued=easy, all_of_the_pool=True))
    (downloads / "2.zip").write_bytes(sheet_of("s2", issued=flat("01", "s2", seed="spring")))
    results = graded(course, downloads)
    honest = [row.item for row in results.rows["s1"].rows if "." not in row.item]
    assert honest[:-1] == flat("01", "s1")[:-1]
    assert "0 of its items were not issued" in results.rows["s1"].reason
    assert "20 that were issued are not on it" in results.rows["s1"].reason
    assert results.rows["s1"].reason.endswith("items that were not issued do not count")
    assert points(results, "s1") == FULL
    foreign = {*flat("01", "s2", seed="spring")} - {*flat("01", "s2")}
    assert f"{len(foreign)} of its items were not issued" in results.rows["s2"].reason


def test_a_language_that_we_do_not_have_is_that_of_the_course(
    course: Path, downloads: Path
) -> None:
    for student, language in (("s1", "nl"), ("s2", "xx")):
        data = sheet_of(student, language=language)
        (downloads / f"{student}.zip").write_bytes(data)
    results = graded(course, downloads)
    assert [results.rows[student].language for student in ("s1", "s2")] == ["nl", "en"]


def test_whose_work_came_and_cannot_be_graded(course: Path, downloads: Path) -> None:
    (downloads / "01-handin-s1.zip").write_bytes(b"junk")
    (downloads / "02-handin-s2.zip").write_bytes(sheet_of("s2", number="02", at=LATE))
    results = graded(course, downloads)
    assert results.rows["s1"].state == "refused"
    assert results.rows["s1"].reason.startswith("this is not a readable zip")
    late = graded(course, downloads, "02").rows["s2"]
    assert (late.state, late.reason) == (
        "refused",
        "handed in after the deadline, and this course refuses late work",
    )
    assert late.rows == ()


def test_a_copy_that_was_damaged_costs_only_itself(course: Path, downloads: Path) -> None:
    for student in ("s1", "s2"):
        (downloads / f"{student}.zip").write_bytes(sheet_of(student))
    whole = graded(course, downloads)
    read = read_course(course)
    copy_path(read, "01", "s1", whole.rows["s1"].sha256).write_bytes(b"")
    results = grade_class(read, "01", FOLDER["01"])
    assert results.rows["s1"].reason.startswith("its copy is not what was collected: collect again")
    assert results.rows["s2"] == whole.rows["s2"]


def test_a_fault_of_ours_costs_only_one(
    course: Path, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("s1", "s2"):
        (downloads / f"{student}.zip").write_bytes(sheet_of(student))
    whole = graded(course, downloads)
    grade = Grader.grade

    def faulty(self: Grader, sheet: AnsweredSheet) -> tuple[ItemResult, ...]:
        if sheet.student == "s1":
            raise RecursionError("\x1b[2Jtoo deep")
        return grade(self, sheet)

    monkeypatch.setattr(Grader, "grade", faulty)
    results = grade_class(read_course(course), "01", FOLDER["01"])
    assert (results.rows["s1"].state, results.rows["s2"]) == ("refused", whole.rows["s2"])
    said = "a fault in helpkit, please report it: RecursionError: \\x1b[2Jtoo deep"
    assert results.rows["s1"].reason == said


def many(course: Path, downloads: Path, count: int) -> Course:
    names = [f"m{number:03}" for number in range(count)]
    (course / "roster.csv").write_text("student,name\n" + "".join(f"{n},{n}\n" for n in names))
    for name in names:
        (downloads / f"{name}.zip").write_bytes(sheet_of(name))
    read = read_course(course)
    collect(read, "01", downloads)
    return read


def test_one_process_or_several_the_same_bytes(
    course: Path, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "_SMALL", 1)
    monkeypatch.setattr(chunks, "_CHUNK", 3)
    read = many(course, downloads, 10)
    students: list[str] = []
    alone = grade_class(read, "01", FOLDER["01"], workers=1)
    two = grade_class(read, "01", FOLDER["01"], students.append, workers=2)
    assert alone.rows.as_bytes() == two.rows.as_bytes()
    assert alone.tally == two.tally == tally_of(two.rows.values())
    assert students == [*two.rows]
    assert {row.state for row in two.rows.values()} == {"graded"}


def test_written_and_read_again(course: Path, downloads: Path) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    results = graded(course, downloads)
    read = read_course(course)
    path = write_results(read, results)
    before = path.stat()
    assert dict(read_results(read, "01").rows) == dict(results.rows)
    write_results(read, graded(course, downloads))
    assert path.stat() == before
    assert {*tree(course / "graded")} == {"01/results.jsonl"}


def test_results_that_are_older_than_what_counts_are_told(course: Path, downloads: Path) -> None:
    read = read_course(course)
    with pytest.raises(CourseError, match=r"does not exist: run  helpkit grade 01  first"):
        read_results(read, "01")
    write_results(read, graded(course, downloads))
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    collect(read, "01", downloads)
    with pytest.raises(CourseError, match="is older than what was collected or decided since"):
        read_results(read, "01")


def test_results_of_another_key_are_told(course: Path, downloads: Path, tmp_path: Path) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    read, own = read_course(course), another_key(tmp_path / "own")
    path = write_results(read, graded(course, downloads))
    assert read_results(read, "01").rows["s1"].points == FULL
    with pytest.raises(CourseError, match=r"under another key.*own.* now: run  helpkit grade 01"):
        read_results(read, "01", own)
    write_results(read, grade_class(read, "01", own))
    assert read_results(read, "01", own).rows["s1"].points < FULL
    with pytest.raises(CourseError, match="under another key"):
        read_results(read, "01")
    path.write_bytes(as_older(path.read_bytes()))
    with pytest.raises(CourseError, match="graded by an older helpkit"):
        read_results(read, "01", own)


def as_older(data: bytes) -> bytes:
    """The file as an older helpkit wrote it."""
    lines = [json.loads(line) for line in data.splitlines()]
    newer = {"key", "texts", "decided", "v"}
    old = [{"v": 1} | {name: fields[name] for name in fields.keys() - newer} for fields in lines]
    return "".join(json.dumps(fields) + "\n" for fields in old).encode()


def test_words_of_a_key_can_be_put_better(course: Path, downloads: Path, tmp_path: Path) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    own = another_key(tmp_path / "own", "Then it is everyday help. -> So it is everyday help.")
    read = read_course(course)
    write_results(read, graded(course, downloads))
    assert read_results(read, "01", own).rows["s1"].points == FULL


def test_an_earlier_release_is_told_apart(course: Path, downloads: Path) -> None:
    issued = flat("01", "s1")
    (downloads / "1.zip").write_bytes(sheet_of("s1", issued=["old-item", *issued[1:]]))
    assert graded(course, downloads).rows["s1"].reason == (
        "made with another release of the exercise: it has no old-item any more, which do "
        "not count, and 1 items of the sheet of today are not on it"
    )


def test_a_file_that_somebody_changed_is_told(course: Path, downloads: Path) -> None:
    read = read_course(course)
    path = write_results(read, graded(course, downloads))
    path.write_bytes(path.read_bytes().replace(b'"missing"', b'"right"', 1))
    with pytest.raises(CourseError, match="line 1: expected a line that helpkit wrote"):
        read_results(read, "01")


def test_a_key_that_cannot_be_read_is_told_before_anything(course: Path, tmp_path: Path) -> None:
    source = tmp_path / "01-own"
    for name in ("items.toml", "text/en.toml", "text/nl.toml"):
        (source / name).parent.mkdir(exist_ok=True, parents=True)
        (source / name).write_bytes((FOLDER["01"] / name).read_bytes())
    with pytest.raises(ContentError, match="key"):
        grade_class(read_course(course), "01", source)


@pytest.mark.linux
def test_two_at_once_are_kept_apart(course: Path, downloads: Path) -> None:
    read = read_course(course)
    results = graded(course, downloads)
    with alone(course), pytest.raises(CourseError, match=r"another helpkit is writing in .*again"):
        write_results(read, results)
    write_results(read, results)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.none() | st.floats(0, 100) | st.integers(0, 100)
rows = st.builds(
    ItemResult,
    texts,
    texts,
    numbers,
    st.floats(0, 100),
    st.sampled_from(["right", "ungraded", "invalid"]),
    texts,
    st.lists(texts, max_size=3).map(tuple),
)
many_rows = st.lists(rows, max_size=4).map(tuple)
some = st.builds(
    Result, texts, texts, texts, st.integers(0, 9), st.just("graded"), texts, many_rows,
    texts, st.lists(st.tuples(texts, texts), max_size=2).map(tuple), texts,
)  # fmt: skip


@settings(deadline=None)
@given(some)
def test_a_line_has_a_way_back(result: Result) -> None:
    line = to_line(result)
    assert from_line(line, "") == result
    assert b"\n" not in line


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*Result.__slots__, "v", "x"]),
        st.none() | texts | st.lists(st.lists(texts)),
    )
)
def test_a_line_of_anything_is_told(fields: dict[str, Any]) -> None:
    good = json.loads(to_line(replace(Result("s1"), state="graded")))
    line = json.dumps({**good, **fields}).encode()
    if _is_good({**good, **fields}):
        assert from_line(line, "here").student == {**good, **fields}["student"]
    else:
        with pytest.raises(CourseError, match=r"^here: expected a line that helpkit wrote"):
            from_line(line, "here")


def _is_good(fields: dict[str, Any]) -> bool:
    """Here only texts change, and those of the state and the numbers never fit."""
    good = to_line(Result("s1"))
    same = {name: json.loads(good)[name] for name in ("v", "late_days", "rows", "texts")}
    as_it_was = all(fields.get(name) == value for name, value in same.items())
    return as_it_was and "x" not in fields and fields["state"] == "graded" and _are_texts(fields)


def _are_texts(fields: dict[str, Any]) -> bool:
    names = ("student", "sha256", "language", "reason", "key", "decided")
    return all(isinstance(fields[name], str) for name in names)
