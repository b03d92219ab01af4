"""A progress bar on the terminal, which disappears when the work is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["bar"]


@contextmanager
def bar(label: str, total: int | None = None) -> Iterator[Callable[[str], object]]:
    """Show progress: call the result once per item; without `total` only the count is shown.

    Nothing is shown if the error stream is not a terminal.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.completed}") if total is None else MofNCompleteColumn()
    columns = TextColumn(label), BarColumn(), count, TimeElapsedColumn()
    console = Console(stderr=True)
    visible = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not visible) as progress:
        task = progress.add_task("", total=total)
        yield lambda item: progress.advance(task)
