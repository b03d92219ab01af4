"""Where the content is."""

from importlib.resources import files
from pathlib import Path
from typing import Final

__all__ = ["DATA", "FOLDER", "lessons_folder"]

FOLDER: Final = Path(str(files("helpkit.content")))

DATA: Final = "data"
"""The folder of all that is the same in every language."""


def lessons_folder() -> Path:
    """Where the lessons are: inside an installed package, beside it in a checkout."""
    package = Path(str(files("helpkit")))
    inside = package / "lessons"
    return inside if inside.is_dir() else package.parent / "lessons"
