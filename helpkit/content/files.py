"""Where the content is."""

from importlib.resources import files
from pathlib import Path
from typing import Final

__all__ = ["DATA", "FOLDER"]

FOLDER: Final = Path(str(files("helpkit.content")))

DATA: Final = "data"
"""The folder of all that is the same in every language."""
