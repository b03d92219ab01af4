"""Collects, in a process that can be killed: `collector.py COURSE DOWNLOADS`.

It says `here` with half a file and with a whole file on the disk, and waits for a line to go on.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from helpkit.journal.files import write_whole
from helpkit.teacher.collect import collect as collecting
from helpkit.teacher.course.course import read_course
from tests.teacher.samples import NOW


def write_and_wait(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write half of a draft, say so, and write the file when a line comes."""
    data = data if isinstance(data, bytes) else b"".join(data)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name(f".{path.name}.4711").write_bytes(data[: len(data) // 2])
    _say_and_wait()
    write_whole(path, data)
    _say_and_wait()


def _say_and_wait() -> None:
    print("here", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    vars(collecting)["write_whole"] = write_and_wait
    collecting.collect(read_course(Path(sys.argv[1])), "01", Path(sys.argv[2]), now=NOW)
    print("done", flush=True)
