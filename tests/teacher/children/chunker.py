"""Shares work that never ends among two processes, each of which says its number."""

import os
import signal

from helpkit.teacher.results import chunks


def never_ends(chunk: list[int]) -> None:
    """Say who does it, and wait for a signal that nobody sends."""
    print(os.getpid(), flush=True)
    signal.pause()


if __name__ == "__main__":
    vars(chunks).update(_SMALL=1, _CHUNK=1)
    print(*chunks.in_chunks(never_ends, [1, 2], 2))
