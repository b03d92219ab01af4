"""One writer at a time in a course, held by the system, which lets go of it when the writer dies.

The lock is on the folder itself, so nothing is left behind. Where a system has no such lock, files
that are written whole or not at all keep the results whole, and the second writer may be told to
run again.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpkit.errors import CourseError

__all__ = ["alone"]


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Work in a course while nobody else is writing in it.

    Raises:
        CourseError: somebody else is writing in it.
    """
    if sys.platform == "win32" or sys.platform == "emscripten":
        yield
        return
    import fcntl

    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise CourseError(
            f"another helpkit is writing in {root}: wait until it is done, and run this again"
        ) from error
    finally:
        os.close(handle)
