"""How fast is the journal?

Run it with `python bench/journal.py [FOLDER]`; the folder decides which disk is measured.
Writing is compared with a plain append without a sync, reading with json.loads of the same lines,
in the same run: the ratios mean something on any machine, the seconds only on yours.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from helpkit.journal import Journal
from helpkit.journal.event import to_line

WRITTEN = 1_000
READ = 10_000
VALUE = {"column": "informal", "sure": True, "text": "een klein verzoek van een vriend " * 2}


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, the best of three."""
    times = []
    for _ in range(3):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def record(folder: Path, count: int) -> Journal:
    """A journal that has just recorded so many events."""
    journal = Journal(folder)
    for number in range(count):
        journal.record(activity="formality", item=f"card-{number % 26}", value=VALUE)
    return journal


def append_plainly(file: Path, lines: list[bytes]) -> None:
    """Open, append, close; no sync."""
    for line in lines:
        with file.open("ab") as opened:
            opened.write(line + b"\n")


def bench_writing(root: Path) -> None:
    """Print events per second."""
    lines = [to_line(event) for event in record(root / "warm", WRITTEN).events()]
    ours = seconds(lambda: record(root / "written", WRITTEN))
    plain = seconds(lambda: append_plainly(root / "plain.jsonl", lines))
    print(f"recorded durably   {WRITTEN / ours:9,.0f} events/s")
    print(f"plain append       {WRITTEN / plain:9,.0f} events/s, {ours / plain:.1f} times as fast")


def bench_reading(root: Path) -> None:
    """Print the time to read, cold and again."""
    journal = record(root / "read", READ)
    lines = [to_line(event) for event in journal.events()]
    ours = seconds(lambda: Journal(journal.folder).state())
    plain = seconds(lambda: [json.loads(line) for line in lines])
    journal.state()
    again = seconds(journal.state)
    print(f"first state of {READ:,} events {ours * 1000:7.1f} ms, {ours / plain:.1f} x json.loads")
    print(f"json.loads of their lines    {plain * 1000:7.1f} ms")
    print(f"state when nothing changed   {again * 1000:7.3f} ms")
    journal.record(activity="formality", item="card-1", value=VALUE)
    print(f"state after one more event   {seconds_once(journal.state) * 1000:7.1f} ms")


def seconds_once(work: Callable[[], object]) -> float:
    """How long it takes the first time."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main(parent: str | None) -> None:
    """Bench in a temporary folder, which is removed; its parent decides which disk is measured."""
    with tempfile.TemporaryDirectory(dir=parent) as root:
        bench_writing(Path(root))
        bench_reading(Path(root))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
