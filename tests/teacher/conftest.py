"""A course to test with, and hand-ins for it."""

from pathlib import Path

import pytest

from tests.teacher.samples import COURSE, ROSTER


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course folder with three students."""
    root = tmp_path / "course"
    root.mkdir()
    (root / "course.toml").write_text(COURSE, "utf-8")
    (root / "roster.csv").write_text(ROSTER, "utf-8")
    return root


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """An empty folder for what comes from outside."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder
