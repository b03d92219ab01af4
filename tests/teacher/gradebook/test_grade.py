"""A grade: results, marks, rubric and rules; where somebody has still to read there are none."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import CourseError
from helpkit.teacher.course.course import Course, read_course
from helpkit.teacher.gradebook.grade import Grade, class_grades
from helpkit.teacher.grading.rubric import Rubric, load_rubric
from helpkit.teacher.marking.marks import Mark
from helpkit.teacher.results.results import Results
from tests.exercises.samples import exercise
from tests.teacher.classes import FOLDER, graded, sheet_of
from tests.teacher.samples import COURSE, LATE

RUBRIC = load_rubric(FOLDER["01"], exercise(FOLDER["01"]))
CRITERIA = [*RUBRIC["reflection"].criteria]


def mark(criterion: str, value: float | None, at: int = 0, **fields: Any) -> Mark:
    usual = {"exercise": "01", "student": "s1", "item": "reflection", "marker": "an"}
    return Mark(**{**usual, "at": f"{at:04}", "criterion": criterion, "value": value, **fields})


def whole(value: float, **fields: Any) -> list[Mark]:
    return [mark(criterion, value, **fields) for criterion in CRITERIA]


@pytest.fixture
def results(course: Path, downloads: Path) -> Results:
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    return graded(course, downloads)


def grade(course: Path, results: Results, marks: list[Mark], **rules: str) -> Grade:
    text = COURSE
    for name, value in rules.items():
        text = text.replace("points = 10", f"points = 10\n{name} = {value}", 1)
    (course / "course.toml").write_text(text, "utf-8")
    return class_grades(read_course(course), "01", results, marks, RUBRIC)["s1"]


def test_nobody_read_it_yet(course: Path, results: Results) -> None:
    jan = grade(course, results, [])
    assert (jan.points, jan.of, jan.unread) == (None, 10, ("reflection",))
    assert [(part.part, part.points) for part in jan.parts] == [
        ("classify", 18),
        ("status-risks", 8),
        ("reflection", None),
    ]
    missing = class_grades(read_course(course), "01", results, [], RUBRIC)["s2"]
    assert (missing.points, missing.parts) == (None, ())


def test_machine_and_people_together(course: Path, results: Results) -> None:
    assert grade(course, results, whole(3)).points == 10
    assert grade(course, results, whole(0)).points == round(10 * 26 / 38, 2)


def test_of_two_markers_the_mean(course: Path, results: Results) -> None:
    jan = grade(course, results, [*whole(3), *whole(2, marker="bo")])
    assert jan.parts[-1].points == 10
    assert jan.points == round(10 * (26 + 10) / 38, 2)
    assert [criterion.points for criterion in jan.parts[-1].criteria] == [2.5] * 4


def test_a_criterion_that_nobody_marked_leaves_it_open(course: Path, results: Results) -> None:
    marks = [*whole(3), mark(CRITERIA[0], None, at=1)]
    jan = grade(course, results, marks)
    assert jan.points is None
    assert jan.parts[-1].criteria[0].points is None
    assert grade(course, results, [*marks, mark(CRITERIA[0], 3, at=2, marker="bo")]).points == 10


def test_comments_come_along_by_criterion(course: Path, results: Results) -> None:
    said = [
        mark(CRITERIA[0], 3, comment=" Vivid. "),
        mark(CRITERIA[0], 2, marker="bo", comment="So?"),
    ]
    assert grade(course, results, said).comment == "Concrete moment: Vivid.\nConcrete moment: So?"


@pytest.mark.parametrize(
    ("days", "points", "lowered"), [("04", 10, 0), ("03", 9, 1), ("01", 7, 3), ("11-20", 0, 10)]
)
def test_late_work_is_lowered_for_each_day_begun(
    course: Path, downloads: Path, days: str, points: float, lowered: float
) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1", at="2026-12-04T10:00:00.000Z"))
    deadline = f"2026-{days}" if "-" in days else f"2026-12-{days}"
    text = COURSE.replace("2026-12-04", deadline, 1)
    text = text.replace("points = 10", 'points = 10\nlate = "lower"\nlate_percent = 10', 1)
    (course / "course.toml").write_text(text, "utf-8")
    results = graded(course, downloads)
    jan = class_grades(read_course(course), "01", results, whole(3), RUBRIC)["s1"]
    assert (jan.points, jan.lowered) == (points, lowered)


def test_late_work_that_is_accepted_is_not_lowered(course: Path, downloads: Path) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1", at=LATE))
    results = graded(course, downloads)
    assert results.rows["s1"].late_days == 1
    assert grade(course, results, whole(3), late_percent="10").points == 10


@pytest.mark.parametrize("value", [4, -1])
def test_a_mark_that_the_rubric_does_not_have(course: Path, results: Results, value: float) -> None:
    with pytest.raises(
        CourseError, match=rf"an gave s1 {value} for {CRITERIA[0]}; expected 0 to 3"
    ):
        grade(course, results, [mark(CRITERIA[0], value)])


def test_marks_for_an_earlier_text_do_not_count(course: Path, results: Results) -> None:
    ((_, text),) = results.rows["s1"].texts
    jan = grade(course, results, whole(3, text="0" * 16))
    assert (jan.points, jan.unread) == (None, ("reflection",))
    assert (jan.earlier, jan.comment, jan.unsure) == (("reflection",), "", ())
    both = [*whole(3, text="0" * 16), *whole(2, text=text, marker="bo")]
    jan = grade(course, results, both)
    assert (jan.points, jan.earlier) == (round(10 * 34 / 38, 2), ())


def test_marks_that_do_not_say_for_which_text_count_and_are_told(
    course: Path, results: Results
) -> None:
    jan = grade(course, results, whole(3, at=7))
    assert (jan.points, jan.unsure) == (10, (("reflection", "0007"),))


def decided(course: Path, student: str, points: float) -> None:
    (course / "decisions.toml").write_text(
        f'[[decision]]\nexercise = "01"\nstudent = "{student}"\npoints = {points}\n'
        'reason = "The oral exam counted."\n',
        "utf-8",
    )


def test_points_by_hand_go_before_everything(course: Path, results: Results) -> None:
    decided(course, "s1", 7.5)
    late = grade(course, results, whole(0, text="0" * 16), late='"lower"', late_percent="50")
    assert (late.points, late.of, late.lowered) == (7.5, 10, 0)
    assert (late.unread, late.earlier, late.decided) == ((), (), "The oral exam counted.")


def test_points_by_hand_need_no_submission(course: Path, results: Results) -> None:
    decided(course, "s2", 0)
    zoe = class_grades(read_course(course), "01", results, [], RUBRIC)["s2"]
    assert (zoe.points, zoe.unread) == (0, ())


def test_marks_of_others_and_of_old_rubrics_change_nothing(course: Path, results: Results) -> None:
    others = [
        *whole(0, student="s2"),
        *whole(0, exercise="02", marker="bo"),
        mark("once", 9),
        mark(CRITERIA[0], 0, item="classify"),
    ]
    assert grade(course, results, [*whole(3), *others]).points == 10


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.builds(mark, st.sampled_from(CRITERIA), st.none() | st.integers(0, 3)), max_size=9)
)
def test_points_are_within_bounds_or_open(marks: list[Mark]) -> None:
    rubric: dict[str, Rubric] = {**RUBRIC}
    jan = class_grades(*CLASS[0], marks, rubric)["s1"]
    given_all = {
        criterion.criterion for criterion in jan.parts[-1].criteria if criterion.points is not None
    }
    assert (jan.points is None) == (given_all != {*CRITERIA})
    assert jan.points is None or 0 <= jan.points <= jan.of


@pytest.fixture(autouse=True, scope="module")
def _a_class(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("class")
    (root / "downloads").mkdir()
    (root / "course.toml").write_text(COURSE, "utf-8")
    (root / "roster.csv").write_text("student,name\ns1,Jan\n", "utf-8")
    (root / "downloads" / "1.zip").write_bytes(sheet_of("s1"))
    CLASS.append((read_course(root), "01", graded(root, root / "downloads")))


CLASS: list[tuple[Course, str, Results]] = []
