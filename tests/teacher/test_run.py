"""The whole run, from downloads to feedback, with a thousand bad hand-ins among the honest."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from helpkit.exercises import submission as hand_in
from helpkit.exercises.submission import exercise_lesson
from helpkit.exercises.submission.display import clean
from helpkit.teacher.course.course import Course, read_course
from helpkit.teacher.gradebook.formats import FORMATS
from helpkit.teacher.marking.desk import Desk
from helpkit.teacher.marking.marks import Marks, marks_path
from helpkit.teacher.results.results import read_results
from tests.exercises.samples import Answers, reference
from tests.journal.samples import event
from tests.teacher.classes import FOLDER, flat, sheet_of
from tests.teacher.gradebook.test_export import run
from tests.teacher.gradebook.test_grade import CRITERIA
from tests.teacher.hostile import BY_HAND, by_chance
from tests.teacher.samples import COURSE, ON_TIME, tree

COUNT: Final = 1000
HONEST: Final = ("s1", "s3", "t1")
MEAN: Final[list[Any]] = [
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "\u202e\x00\x1b]0;x\x07",
    "../../../../etc/passwd",
    ["no-such-choice"] * 60,
    {"points": 100, "state": "right"},
    [[[[[[[[[[1]]]]]]]]]],
    2**53,
    True,
    "x" * 30_000,
    "[nodes.a]\n" * 2_500,
    "a = [" + "[" * 20_000,
]
"""What somebody types into a form that a hand-in takes; every one of them in every field."""


def mean(student: str, value: Any) -> bytes:
    """A hand-in with a right seal that says the same mean thing everywhere."""
    answers = {
        part: dict.fromkeys(own, value) for part, own in reference(FOLDER["01"], "s1").items()
    }
    return sheet_of(student, answers)


def shouting(student: str) -> bytes:
    """Events that no widget makes: other kinds, other parts, points of one's own."""
    kinds = ("answer", "reflection", "choice", "reveal", "hand_in", "share", "prediction", "reset")
    events = [
        event(
            at=ON_TIME, lesson=exercise_lesson("01"), activity=part, item=item, kind=kind, value=1
        )
        for part in ("classify", "grade", "points", "start")
        for item in ("*", "text", "spare-key")
        for kind in kinds
    ]
    issued = flat("01", student)
    return hand_in.make(events, exercise="01", student=student, language="xx", issued=issued)


def spoiled() -> Iterator[tuple[str, bytes]]:
    for number, value in enumerate(MEAN):
        yield f"m{number}", mean(f"m{number}", value)
    yield "m99", shouting("m99")
    made = [*(make() for make, _ in BY_HAND.values()), *by_chance(COUNT - len(BY_HAND) - len(MEAN))]
    for number, data in enumerate(made):
        yield f"x{number}", data


def a_class(root: Path) -> tuple[Path, Path]:
    """A course with honest and mean students, and what the honest ones hand in."""
    course, downloads = root / "course", root / "downloads"
    course.mkdir(parents=True)
    downloads.mkdir()
    (course / "course.toml").write_text(COURSE, "utf-8")
    names = [*HONEST, *(f"m{number}" for number in range(len(MEAN))), "m99", "x3", "s2"]
    roster = "".join(f"{name},Student {name}\n" for name in names)
    (course / "roster.csv").write_text(f"student,name\n{roster}", "utf-8")
    wrong: dict[str, Answers] = {"classify": dict.fromkeys(flat("01", "t1"), "formal")}
    for student in HONEST:
        data = sheet_of(student, wrong if student == "t1" else None)
        (downloads / f"01-handin-{student}.zip").write_bytes(data)
    return course, downloads


def whole_run(course: Path, downloads: Path) -> str:
    """Every command a teacher has; what they said."""
    said = run("collect", "01", downloads, "--course", course)[1]
    marks = Marks(marks_path(read_course(course), "01"))
    for student in HONEST:
        for criterion in CRITERIA:
            spot = {"exercise": "01", "student": student, "item": "reflection", "marker": "an"}
            marks.record(**spot, criterion=criterion, value=2, comment="Good.")
    said += run("grade", "01", "--course", course)[1]
    for form in FORMATS:
        said += run("gradebook", "01", "--format", form, "--course", course)[1]
    return said + run("feedback", "01", "--course", course)[1]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The run without them, and the run with them."""
    root = tmp_path_factory.mktemp("both")
    alone, downloads = a_class(root / "alone")
    whole_run(alone, downloads)
    among, downloads = a_class(root / "among")
    for name, data in spoiled():
        (downloads / f"01-handin-{name}.zip").write_bytes(data)
    before = tree(root / "among")
    said = whole_run(among, downloads)
    return {"alone": alone, "among": among, "before": before, "said": said}


def lines(course: Path, name: str, form: str) -> list[str]:
    """The lines of a file that are about the honest students."""
    found = (course / "graded" / "01" / name).read_text("utf-8").splitlines()
    return [line for line in found if any(form.format(one) in line for one in HONEST)]


@pytest.mark.parametrize("name", ["results.jsonl", *(f"gradebook-{form}.csv" for form in FORMATS)])
def test_nobody_else_gets_another_grade(both: dict[str, Any], name: str) -> None:
    form = '"student":"{}"' if name == "results.jsonl" else "Student {},"
    alone, among = (lines(both[one], name, form) for one in ("alone", "among"))
    assert len(alone) == len(HONEST)
    assert alone == among


def test_nobody_else_gets_another_page(both: dict[str, Any]) -> None:
    alone, among = (tree(both[one] / "feedback") for one in ("alone", "among"))
    assert {*alone} == {f"01/01-feedback-{student}.html" for student in HONEST}
    assert {name: among[name] for name in alone} == alone


def test_each_is_listed_with_its_reason(both: dict[str, Any]) -> None:
    course: Course = read_course(both["among"])
    results = read_results(course, "01").rows
    counted = {one.student for one in results.values() if one.state == "graded"}
    assert counted >= {*HONEST, "m99", *(f"m{number}" for number in range(len(MEAN)))}
    assert results["x3"].state == "refused"
    for number in range(COUNT - len(MEAN)):
        assert f"01-handin-x{number}.zip" in both["said"] + _index(both["among"])
    refused = [line for line in both["said"].splitlines() if line.startswith("Refused: 01-handin")]
    assert len(refused) > COUNT * 0.8
    assert all(clean(line) == line for line in both["said"].split("\n"))


def _index(course: Path) -> str:
    return (course / "collected" / "01" / "collected.jsonl").read_text("utf-8")


def test_a_mean_answer_earns_nothing(both: dict[str, Any]) -> None:
    results = read_results(read_course(both["among"]), "01").rows
    for number in range(len(MEAN)):
        rows = results[f"m{number}"].rows
        assert {row.item for row in rows if "." not in row.item} == {*flat("01", f"m{number}")}
        assert not any(row.points for row in rows)


def test_the_desk_shows_whatever_was_written_as_plain_text(both: dict[str, Any]) -> None:
    desk = Desk("01", both["among"])
    reading = desk.reflections()
    desk.call("an")
    assert {one.student for one in desk.texts.values()} >= {*HONEST, "m99", "m1"}
    assert reading.state["done"] == len(HONEST)
    for key in desk.texts:
        desk.turn_to(key)
        said = "".join(field["text"] for field in reading.state["text"]["fields"])
        assert all(one.isprintable() or one in "\n\t" for one in said)
        assert json.loads(json.dumps(reading.state)) == reading.state


def test_nothing_is_written_anywhere_else(both: dict[str, Any]) -> None:
    root = both["among"].parent
    after = tree(root)
    new = {*after} - {*both["before"]}
    assert {name: after[name] for name in both["before"]} == both["before"]
    assert {Path(name).parts[:2] for name in new} == {
        ("course", "collected"), ("course", "graded"), ("course", "feedback"), ("course", "marks"),
    }  # fmt: skip
    assert {*tree(root / "course" / "graded")} == {
        "01/results.jsonl", *(f"01/gradebook-{form}.csv" for form in FORMATS),
    }  # fmt: skip


def test_the_same_input_the_same_bytes(both: dict[str, Any]) -> None:
    course = both["among"]
    before = tree(course)
    run("grade", "01", "--course", course)
    run("gradebook", "01", "--format", "csv", "--course", course)
    run("feedback", "01", "--course", course)
    assert tree(course) == before
