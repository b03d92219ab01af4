"""Files that are there whole or not at all, whatever happens meanwhile."""

import os
from collections.abc import Iterable
from pathlib import Path

__all__ = ["draft_of", "write_whole"]


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, in pieces if it is large; its folder is made if needed.

    Raises:
        OSError: it cannot be written; what was there before is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def draft_of(name: str) -> str | None:
    """Which file was this the draft of, when a writer was killed? None for any other name."""
    stem, dot, writer = name.removeprefix(".").rpartition(".")
    return stem if name.startswith(".") and dot and stem and writer.isdecimal() else None
