"""Share a large class among processes, a chunk at a time; the results come back in order."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Final, TypeVar

__all__ = ["in_chunks"]

T = TypeVar("T")
R = TypeVar("R")

_CHUNK: Final = 50
_SMALL: Final = 300
"""A class of this size is done before other processes have started."""


def in_chunks(
    work: Callable[[list[T]], R], tasks: list[T], workers: int | None = None
) -> Iterator[R]:
    """What `work` makes of each chunk, in order, from one process or from several.

    `workers` is the number of processes, one for each core by default. If processes die, the rest
    of the work is done here.
    """
    workers = workers or os.cpu_count() or 1
    chunks = [tasks[at : at + _CHUNK] for at in range(0, len(tasks), _CHUNK)]
    chunks_done = 0
    if workers > 1 and len(tasks) > _SMALL:
        try:
            # A spawned process has none of our threads, on every system alike.
            with ProcessPoolExecutor(workers, get_context("spawn"), _outlive_nobody) as pool:
                for result in pool.map(work, chunks):
                    chunks_done += 1
                    yield result
        except BrokenProcessPool:
            pass  # nothing is lost: what they did not finish is done here
    yield from map(work, islice(chunks, chunks_done, None))


def _outlive_nobody() -> None:
    """Let this process end when the one that started it does, even if that was killed."""
    Thread(target=_end_with_parent, name="ends with its parent", daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)  # nobody is left to tell
