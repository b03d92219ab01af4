"""One writer at a time in a course, held by the system, which lets go of it when the writer dies.

The lock is on the folder itself, so nothing is left behind. Windows cannot lock a folder; there it
is on an empty file in it. In a browser there is one writer anyway.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from helpkit.errors import CourseError

__all__ = ["alone"]

_FILE: Final = ".helpkit-lock"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Work in a course while nobody else is writing in it.

    Raises:
        CourseError: somebody else is writing in it.
    """
    handle = _opened(root)
    try:
        _lock(handle)
    except (BlockingIOError, PermissionError) as error:
        os.close(handle)
        raise CourseError(
            f"another helpkit is writing in {root}: wait until it is done, and run this again"
        ) from error
    try:
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(root: Path) -> int:
        return os.open(root / _FILE, os.O_RDWR | os.O_CREAT)

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

elif sys.platform == "emscripten":

    def _opened(root: Path) -> int:
        return os.open(root, os.O_RDONLY)

    def _lock(handle: int) -> None:
        """Nobody else is there."""

else:
    import fcntl

    def _opened(root: Path) -> int:
        return os.open(root, os.O_RDONLY)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
