"""A copy of the content that a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from helpkit.content.files import FOLDER

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Replace a text that stands once in one file of the copy; return the folder."""
    folder = tmp_path / "content"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))

    def replace(name: str, old: str, new: str) -> Path:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return folder

    return replace
