"""A bar on the terminal while something is worked through; it is gone when that is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["bar"]


@contextmanager
def bar(doing: str, total: int | None = None) -> Iterator[Callable[[str], object]]:
    """Show how far it is: call what you get once for each; without `total` only the count shows.

    Nothing is shown where the error stream is not a terminal.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.completed}") if total is None else MofNCompleteColumn()
    columns = TextColumn(doing), BarColumn(), count, TimeElapsedColumn()
    console = Console(stderr=True)
    seen = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not seen) as shown:
        task = shown.add_task("", total=total)
        yield lambda source: shown.advance(task)
