"""The commands of `helpkit`, put together. Nothing heavy is imported before a command needs it."""

from typing import Annotated

import typer

from helpkit import __version__
from helpkit.cli.check import check
from helpkit.cli.collect import collect
from helpkit.cli.course import course
from helpkit.cli.decide import decide
from helpkit.cli.desk import desk
from helpkit.cli.feedback import feedback
from helpkit.cli.grade import grade
from helpkit.cli.gradebook import gradebook
from helpkit.cli.lab import lab
from helpkit.cli.likeness import likeness
from helpkit.cli.mirror import mirror
from helpkit.cli.new_scene import new_scene
from helpkit.cli.progress import progress
from helpkit.cli.release import release

__all__ = ["app"]

app = typer.Typer(
    name="helpkit",
    help="An interactive course on the psychology of helping, in English and Dutch.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

# In the order in which `helpkit --help` lists them; it lists groups last.
COMMANDS = (
    release,
    collect,
    grade,
    desk,
    mirror,
    likeness,
    gradebook,
    feedback,
    lab,
    check,
    new_scene,
    progress,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(course, name="course")
app.add_typer(decide, name="decide")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"helpkit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options that come before a command."""
