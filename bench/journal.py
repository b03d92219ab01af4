"""How fast is the journal?

Run it with `python bench/journal.py [FOLDER]`; the folder decides which disk is measured.
Writing is compared with a plain append without a sync, reading with json.loads of the same lines,
in the same run: the ratios mean something on any machine, the seconds only on yours.
A click is what the browser waits for: a message is checked, recorded and answered, and the new
state made into JSON. It is measured in time of the processor, without waiting for the disk: after
so many events of the same activity, then of another one, and last with 1,000 events in many files.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpkit.journal import Journal
from helpkit.journal.event import to_line
from tests.journal.clicks import CLICKS, Click, fill, opened

WRITTEN = 1_000
READ = 10_000
BEFORE = (50, 500, 2_000, 5_000)
"""So many events there are when somebody clicks."""
CLICKED = 20
FILES = 100
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


def bench_clicks(root: Path) -> None:
    """Print milliseconds for each kind of activity and number of events, and last over first."""
    numbers = "".join(f"{number:9,}" for number in BEFORE)
    print(f"\na click in ms, after events  {numbers}   ratio")
    for click in CLICKS:
        for other in (False, True):
            name = f"{click.verb}, {'of another' if other else 'its own'}"
            show(name, [click_after(root, click, number, other=other) for number in BEFORE])
    for click in CLICKS:
        files = [click_after(root, click, READ // 10, files=number) for number in (1, FILES)]
        print(
            f"{click.verb}, in 1 and in {FILES} files".ljust(28), *(f"{one:8.2f}" for one in files)
        )


def show(name: str, times: list[float]) -> None:
    """One line of the table."""
    print(name.ljust(28), "".join(f"{one:9.2f}" for one in times), f"{times[-1] / times[0]:7.1f}")


def click_after(
    root: Path, click: Click, number: int, *, other: bool = False, files: int = 1
) -> float:
    """Milliseconds of a click after so many events; the first ones warm up."""
    with tempfile.TemporaryDirectory(dir=root) as made:
        folder = Path(made) / "answers"
        fill(folder, click, number, other=other)
        split(folder, files)
        widget = opened(folder, click)
        times = [press(widget, click, number) for number in range(CLICKED)]
    return 1000 * median(times[CLICKED // 4 :])


def press(widget: Any, click: Click, number: int) -> float:
    """Seconds of the processor for what the kernel does at one click."""
    start = thread_time()
    widget._receive(None, {"id": str(number), "event": click.event(number)}, [])
    json.dumps(widget.state)
    return thread_time() - start


def split(folder: Path, files: int) -> None:
    """Put the lines of the one file there into so many, as many kernels would have done."""
    (file,) = folder.iterdir()
    lines = file.read_bytes().split(b"\n\n")
    file.unlink()
    for number in range(files):
        part = b"\n\n".join(lines[number::files])
        (folder / f"lesson-01.{number:03}.jsonl").write_bytes(b"\n" + part.strip() + b"\n")


def main(parent: str | None) -> None:
    """Bench in a temporary folder, which is removed; its parent decides which disk is measured."""
    with tempfile.TemporaryDirectory(dir=parent) as root:
        bench_writing(Path(root))
        bench_reading(Path(root))
        bench_clicks(Path(root))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
