"""Files that are there whole or not at all, and that nobody else opens if they are private."""

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

__all__ = [
    "PRIVATE",
    "PUBLIC",
    "draft_of",
    "keep_private",
    "nearest",
    "private_folder",
    "write_whole",
]

PUBLIC: Final = 0o666
PRIVATE: Final = 0o600
"""The mode of a new file, from which the system takes what its user never gives."""

_OTHERS: Final = 0o077


def write_whole(path: Path, data: bytes | Iterable[bytes], mode: int = PUBLIC) -> None:
    """Write a file whole or not at all, in pieces if it is large; its folder is made if needed.

    Raises:
        OSError: it cannot be written; what was there before is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(draft, "wb", opener=partial(os.open, mode=mode)) as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def keep_private(path: Path) -> None:
    """Close what is there to others, also when it was made before this was done.

    What is not ours, or is on a system without such rights, stays as it is.
    """
    with suppress(OSError):
        mode = stat.S_IMODE(os.stat(path).st_mode)
        if mode & _OTHERS and os.name == "posix":
            os.chmod(path, mode & ~_OTHERS)


def private_folder(path: Path) -> None:
    """Make a folder, and those around it, closed to others; what is there stays as it is.

    Whoever shares the folder around it with a group shares this one with the same group.

    Raises:
        OSError: it cannot be made.
    """
    if path.is_dir():
        return
    private_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    if path.parent.stat().st_mode & stat.S_IWGRP and os.name == "posix":
        path.chmod(path.stat().st_mode | stat.S_IRWXG)


def nearest(start: Path, is_it: Callable[[Path], bool]) -> Path | None:
    """Which folder is it, from here upward? The nearest; None if there is none."""
    return next(filter(is_it, (start, *start.parents)), None)


def draft_of(name: str) -> str | None:
    """Which file was this the draft of, when a writer was killed? None for any other name."""
    stem, dot, writer = name.removeprefix(".").rpartition(".")
    return stem if name.startswith(".") and dot and stem and writer.isdecimal() else None
