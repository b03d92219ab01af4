"""`helpkit mirror`: the page for the projector is never replaced by one with names."""

from pathlib import Path

import pytest

from helpkit.errors import CourseError
from tests.teacher.gradebook.test_export import run
from tests.teacher.marking.classes import class_of
from tests.teacher.samples import tree


def test_names_have_a_page_of_their_own(tmp_path: Path) -> None:
    course = class_of(tmp_path / "course")
    assert run("mirror", "01", "--course", course)[0] == 0
    shown = tree(course / "mirror")
    assert [*shown] == ["01.html"]
    run("mirror", "01", "--course", course, "--names")
    assert tree(course / "mirror").items() > shown.items()
    assert {*tree(course / "mirror")} == {"01.html", "01-names.html"}


@pytest.mark.parametrize("name", ["roster.csv", "course.toml", "marks/01.html"])
def test_what_the_course_lives_from_is_not_replaced(tmp_path: Path, name: str) -> None:
    course = class_of(tmp_path / "course")
    before = tree(course)
    with pytest.raises(CourseError, match="belongs to the course and stays as it is"):
        run("mirror", "01", "--course", course, "--to", course / name)
    assert tree(course) == before
