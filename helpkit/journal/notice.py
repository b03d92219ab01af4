"""What the learner must know: an id and its values; the words are content, in `ui/journal`."""

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from helpkit.journal.answers_folder import is_writable

__all__ = ["VALUES", "Notice", "failure", "listed"]

VALUES: Final[Mapping[str, frozenset[str]]] = {
    "read-only": frozenset({"folder"}),
    "disk-full": frozenset({"folder"}),
    "locked": frozenset({"file"}),
    "not-saved": frozenset({"file"}),
    "torn-lines": frozenset({"count", "files"}),
    "not-ours": frozenset({"files"}),
    "unreadable": frozenset({"files"}),
    "unknown-version": frozenset({"file", "found", "reads"}),
    "large": frozenset({"mebibytes"}),
    "damaged": frozenset({"files"}),
    "gone": frozenset({"folder", "files"}),
    "put-back": frozenset({"folder", "count"}),
}
_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell the learner: `id` names the sentence, `values` fill its gaps."""

    id: str
    values: Mapping[str, str | int]


def failure(error: OSError, segment: Path) -> Notice:
    """Why could a record not be saved?"""
    if error.errno in _NO_ROOM:
        return Notice("disk-full", {"folder": str(segment.parent)})
    if error.errno == errno.EROFS or not is_writable(segment.parent):
        return Notice("read-only", {"folder": str(segment.parent)})
    if isinstance(error, PermissionError):  # on Windows: another program has the file open
        return Notice("locked", {"file": segment.name})
    return Notice("not-saved", {"file": segment.name})


def listed(names: Sequence[str]) -> str:
    """File names in one line; a long row of them is cut."""
    return ", ".join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])])
