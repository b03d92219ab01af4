"""How long does the mirror of a large class take, and does memory stay flat?

Each hands in about forty answers; the copies are made and collected before the clock starts.
The number of students is its argument: `python bench/mirror.py 10000` (1,000 if it is not said).
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpkit.teacher.mirror.page import html
from tests.teacher.mirror.classes import course

MORE = 120
"""So often a student changes a mind, which makes two hundred events."""


def processors() -> float:
    """Seconds of all processors, of this process and of those it waited for."""
    return sum(os.times()[:4])


def main() -> None:
    students = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as folder:
        small = course(Path(folder) / "small", 100, more=MORE)
        html(small, "01")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        large = course(Path(folder) / "large", students, more=MORE)
        start, used = time.perf_counter(), processors()
        page = html(large, "01")
        seconds = time.perf_counter() - start
        used = processors() - used
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"| mirror of {students} students | {seconds:.1f} s, {students / seconds:.0f} hand-ins/s, "
        f"processors {used:.1f} s |"
    )
    print(f"| its page, and memory beyond a class of 100 | {len(page) / 1e3:.0f} kB, "
          f"{(after - before) / 1024:.0f} MB |")  # fmt: skip


if __name__ == "__main__":
    main()
