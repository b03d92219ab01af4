"""A course whose texts wait to be read."""

from pathlib import Path

import pytest

from helpkit.teacher.marking.desk import Desk
from tests.teacher.marking.classes import class_of


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A class of three that handed in exercise 01."""
    return class_of(tmp_path / "course")


@pytest.fixture
def desk(course: Path) -> Desk:
    """Its desk, at which nobody sits yet."""
    return Desk("01", course)
