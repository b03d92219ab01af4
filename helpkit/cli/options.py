"""The arguments and options that several commands have, each written once."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer

__all__ = [
    "COURSE",
    "HERE",
    "Browser",
    "CourseFolder",
    "DryRun",
    "ExerciseNumber",
    "KeyFolder",
    "Port",
    "dry_run",
    "language",
]

COURSE: Final = Path("course")
"""Where a learner's course is by default."""
HERE: Final = Path(".")
"""Where a teacher's course is by default."""


def language(purpose: str) -> Any:  # typer types its own options as Any
    """The option `--language`, and what the language is for."""
    return typer.Option(help=f"en or nl: {purpose}.")


def dry_run(promise: str = "Say what would be done; write nothing.") -> Any:
    """The option `--dry-run`, and what the command does instead of writing."""
    return typer.Option("--dry-run", help=promise)


ExerciseNumber = Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")]
CourseFolder = Annotated[Path, typer.Option("--course", help="The folder of the course.")]
KeyFolder = Annotated[
    Path | None,
    typer.Option("--exercises", help="A folder of exercises with keys, or the exercise itself."),
]
DryRun = Annotated[bool, dry_run()]
Browser = Annotated[bool, typer.Option(help="Open the browser.")]
Port = Annotated[int | None, typer.Option(help="Port to listen on.", min=1, max=65535)]
