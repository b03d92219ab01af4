import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import helpkit
from helpkit.errors import HelpkitError
from helpkit.journal import Journal
from helpkit.lab.course_folder import (
    FORMER_WELCOME,
    CourseFolder,
    fingerprint,
    lessons_folder,
    notebooks,
)

NAME = "en/01-what-is-help.ipynb"
BESIDE = f"en/01-what-is-help-{helpkit.__version__}.ipynb"


def notebook(*sources: str, **extra: Any) -> str:
    """A notebook of code cells; `extra` goes into every cell."""
    cells = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], **extra}
        for source in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    folder = tmp_path / "lessons"
    for name in (NAME, "nl/01-wat-is-hulp.ipynb"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(notebook("first"), "utf-8")
    return folder


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    monkeypatch.delenv("HELPKIT_ANSWERS", raising=False)
    return CourseFolder(tmp_path / "course")


def update(lessons: Path, source: str) -> None:
    (lessons / NAME).write_text(notebook(source), "utf-8")


def text(course: CourseFolder, name: str = NAME) -> str:
    return (course.root / name).read_text("utf-8")


def files(course: CourseFolder) -> set[str]:
    paths = (path.relative_to(course.root) for path in course.root.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths}


def test_a_new_course_has_every_lesson_and_the_answers_folder(
    course: CourseFolder, lessons: Path
) -> None:
    assert course.lay_out(lessons) == []
    assert text(course) == notebook("first")
    assert text(course, "nl/01-wat-is-hulp.ipynb") == notebook("first")
    assert course.answers.is_dir()


def test_a_kernel_in_the_course_finds_its_answers(
    course: CourseFolder, lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.lay_out(lessons)
    monkeypatch.chdir(course.root / "nl")
    assert Journal().folder == course.answers


def test_laying_out_again_changes_nothing(course: CourseFolder, lessons: Path) -> None:
    course.lay_out(lessons)
    before = {name: (course.root / name).stat().st_mtime_ns for name in files(course)}
    assert course.lay_out(lessons) == []
    assert {name: (course.root / name).stat().st_mtime_ns for name in files(course)} == before


def test_an_untouched_copy_is_replaced_by_a_newer_version(
    course: CourseFolder, lessons: Path
) -> None:
    course.lay_out(lessons)
    update(lessons, "second")
    assert course.lay_out(lessons) == []
    assert text(course) == notebook("second")


def test_merely_running_a_lesson_does_not_count_as_changing_it(
    course: CourseFolder, lessons: Path
) -> None:
    course.lay_out(lessons)
    run = notebook(
        "first", execution_count=3, outputs=[{"output_type": "stream"}], metadata={"a": 1}
    )
    (course.root / NAME).write_text(run, "utf-8")
    update(lessons, "second")
    course.lay_out(lessons)
    assert text(course) == notebook("second")


def test_a_changed_copy_stays_and_the_new_version_stands_beside_it(
    course: CourseFolder, lessons: Path
) -> None:
    course.lay_out(lessons)
    (course.root / NAME).write_text(notebook("first", "my note"), "utf-8")
    update(lessons, "second")
    (beside,) = course.lay_out(lessons)
    assert (beside.own, beside.new) == (NAME, BESIDE)
    assert NAME in str(beside)
    assert BESIDE in str(beside)
    assert text(course) == notebook("first", "my note")
    assert text(course, BESIDE) == notebook("second")


def test_the_learner_is_told_once(course: CourseFolder, lessons: Path) -> None:
    course.lay_out(lessons)
    (course.root / NAME).write_text(notebook("mine"), "utf-8")
    update(lessons, "second")
    course.lay_out(lessons)
    assert course.lay_out(lessons) == []


def test_a_change_without_a_new_version_is_nothing_to_tell(
    course: CourseFolder, lessons: Path
) -> None:
    course.lay_out(lessons)
    (course.root / NAME).write_text(notebook("mine"), "utf-8")
    assert course.lay_out(lessons) == []
    assert BESIDE not in files(course)


def test_a_changed_new_version_stays_too(course: CourseFolder, lessons: Path) -> None:
    course.lay_out(lessons)
    for name, source in ((NAME, "mine"), (BESIDE, "mine too")):
        (course.root / name).write_text(notebook(source), "utf-8")
    update(lessons, "second")
    (beside,) = course.lay_out(lessons)
    assert beside.new == BESIDE.replace(".ipynb", "-2.ipynb")
    assert text(course, BESIDE) == notebook("mine too")
    assert text(course, beside.new) == notebook("second")


def test_a_deleted_lesson_comes_back(course: CourseFolder, lessons: Path) -> None:
    course.lay_out(lessons)
    (course.root / NAME).unlink()
    course.lay_out(lessons)
    assert text(course) == notebook("first")


def test_a_new_version_that_was_deleted_does_not_come_back(
    course: CourseFolder, lessons: Path
) -> None:
    course.lay_out(lessons)
    (course.root / NAME).write_text(notebook("mine"), "utf-8")
    update(lessons, "second")
    course.lay_out(lessons)
    (course.root / BESIDE).unlink()
    course.lay_out(lessons)
    assert BESIDE not in files(course)


def test_what_was_never_copied_here_is_not_overwritten(course: CourseFolder, lessons: Path) -> None:
    (course.root / "en").mkdir(parents=True)
    (course.root / NAME).write_text("not even a notebook", "utf-8")
    course.lay_out(lessons)
    assert text(course) == "not even a notebook"
    assert text(course, BESIDE) == notebook("first")


@pytest.mark.parametrize("damage", ["", "[]", "{", '"text"'])
def test_a_damaged_memory_overwrites_nothing(
    course: CourseFolder, lessons: Path, damage: str
) -> None:
    course.lay_out(lessons)
    (course.root / ".helpkit" / "copied.json").write_text(damage, "utf-8")
    (course.root / NAME).write_text(notebook("mine"), "utf-8")
    update(lessons, "second")
    assert [beside.new for beside in course.lay_out(lessons)] == [BESIDE]
    assert text(course) == notebook("mine")


def test_a_crash_between_copying_and_remembering_is_made_good(
    course: CourseFolder, lessons: Path
) -> None:
    course.lay_out(lessons)
    update(lessons, "second")
    (course.root / NAME).write_text(notebook("second"), "utf-8")
    course.lay_out(lessons)
    update(lessons, "third")
    assert course.lay_out(lessons) == []
    assert text(course) == notebook("third")


def welcomed(course: CourseFolder, lessons: Path) -> Path:
    """The welcome page in a course folder of an earlier version, which remembers it."""
    course.lay_out(lessons)
    page, memory = course.root / FORMER_WELCOME, course.root / ".helpkit" / "copied.json"
    page.write_text("# Welcome", "utf-8")
    copied = json.loads(memory.read_text("utf-8"))
    memory.write_text(json.dumps(copied | {FORMER_WELCOME: fingerprint(b"# Welcome")}), "utf-8")
    return page


def test_the_former_welcome_page_goes_unless_the_learner_wrote_in_it(
    course: CourseFolder, lessons: Path
) -> None:
    page = welcomed(course, lessons)
    assert course.lay_out(lessons) == []
    assert not page.exists()
    page = welcomed(course, lessons)
    page.write_text("mine", "utf-8")
    for _ in range(2):
        course.lay_out(lessons)
        assert page.read_text("utf-8") == "mine"


def test_a_welcome_page_that_nobody_remembers_is_the_learners(
    course: CourseFolder, lessons: Path
) -> None:
    page = welcomed(course, lessons)
    (course.root / ".helpkit" / "copied.json").unlink()
    course.lay_out(lessons)
    assert page.read_text("utf-8") == "# Welcome"


def test_the_former_welcome_page_may_be_gone(course: CourseFolder, lessons: Path) -> None:
    welcomed(course, lessons).unlink()
    assert course.lay_out(lessons) == []
    assert FORMER_WELCOME not in files(course)


def test_nothing_is_left_half_written(
    course: CourseFolder, lessons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.lay_out(lessons)
    update(lessons, "second")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", str(course.root))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(HelpkitError, match="No space left on device"):
        course.lay_out(lessons)
    assert text(course) == notebook("first")
    assert [name for name in files(course) if ".ipynb." in name] == []


def test_a_file_in_place_of_the_folder_is_told_in_one_sentence(
    tmp_path: Path, lessons: Path
) -> None:
    (tmp_path / "course").write_text("")
    with pytest.raises(HelpkitError, match="is a file, but a course needs a folder"):
        CourseFolder(tmp_path / "course").lay_out(lessons)


def test_a_folder_that_cannot_be_made_is_told_with_the_remedy(lessons: Path) -> None:
    impossible = Path("/proc/course")
    with pytest.raises(HelpkitError, match="cannot be used") as refusal:
        CourseFolder(impossible).lay_out(lessons)
    assert "helpkit lab FOLDER" in str(refusal.value)


@given(st.text(), st.integers(min_value=0), st.lists(st.dictionaries(st.text(), st.text())))
def test_the_fingerprint_is_that_of_the_cells(
    source: str, count: int, outputs: list[dict[str, str]]
) -> None:
    run = notebook(source, "next", execution_count=count, outputs=outputs)
    assert fingerprint(run.encode()) == fingerprint(notebook(source, "next").encode())
    assert fingerprint(run.encode()) != fingerprint(notebook(source, "next ").encode())


def test_the_fingerprint_does_not_mind_how_lines_are_stored() -> None:
    lines = json.dumps({"cells": [{"cell_type": "code", "source": ["a\n", "b"]}]})
    whole = json.dumps({"cells": [{"cell_type": "code", "source": "a\nb"}]})
    assert fingerprint(lines.encode()) == fingerprint(whole.encode())


def test_the_real_lessons_are_found_and_laid_out(course: CourseFolder) -> None:
    ready = notebooks(lessons_folder())
    assert {"en/01-what-is-help.ipynb", "nl/01-wat-is-hulp.ipynb"} <= ready
    assert course.lay_out(lessons_folder()) == []
    assert ready <= files(course)
