"""What does it cost to read a hand-in instead of running a notebook, in nbgrader's autograder?

Run it with `make bench`, which gives it an environment with nbgrader, as `make nbgrader` does. A
class hands in exercise 01. nbgrader grades the same submissions twice: with its own autograder,
which starts a kernel for each, and with ours, which reads; `helpkit grade` needs no nbgrader.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from grading import FOLDER, command, make_class

from helpkit.teacher.course.course import read_course
from helpkit.teacher.nbgrader.assignment import fill
from helpkit.teacher.nbgrader.config import CONFIG

ROOT = Path(__file__).parents[1]
PYTHON = Path(os.environ.get("HELPKIT_NBGRADER", ROOT / ".venv/nbgrader/bin/python"))
STUDENTS = 20
NUMBER = "01"


def nbgrader(course: Path, *arguments: str) -> float:
    """Seconds of one command."""
    path = f"{PYTHON.parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    start = perf_counter()
    done = subprocess.run(
        [str(PYTHON), "-m", "nbgrader", *arguments],
        cwd=course,
        env=env,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return perf_counter() - start


def submitted(course: Path, downloads: Path) -> None:
    """What nbgrader would have collected: the released notebook, and a zip beside it."""
    for zipped in sorted(downloads.iterdir()):
        student = zipped.stem.removeprefix(f"{NUMBER}-handin-")
        folder = course / "submitted" / student / "ps01"
        shutil.copytree(course / "release" / "ps01", folder)
        (folder / "hand-in").mkdir()
        shutil.copy(zipped, folder / "hand-in")


def kernels(course: Path) -> int:
    """How many of the graded notebooks were run."""
    graded = [*course.glob("autograded/*/ps01/*.ipynb")]
    cells = [json.loads(path.read_text("utf-8"))["cells"] for path in graded]
    return sum(any(cell.get("execution_count") for cell in one) for one in cells)


def main(students: int = STUDENTS) -> None:
    """Print seconds and ratios."""
    if not PYTHON.exists():
        raise SystemExit(f"{PYTHON} is not there: `make nbgrader` makes it")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        course, downloads = make_class(root, NUMBER, students)
        reads, runs = root / "reads", root / "runs"
        fill(read_course(course), NUMBER, "en", reads, FOLDER)
        nbgrader(reads, "generate_assignment", "ps01")
        submitted(reads, downloads)
        shutil.copytree(reads, runs)
        (runs / CONFIG).write_text("c = get_config()\n")
        ran, read = nbgrader(runs, "autograde", "ps01"), nbgrader(reads, "autograde", "ps01")
        collected, *_ = command("collect", NUMBER, downloads, "--course", course)
        graded, *_ = command("grade", NUMBER, "--course", course)
        counts = kernels(runs), kernels(reads)
    print(f"{students} hand-ins of exercise {NUMBER}; Python has to start in each of these")
    print(f"nbgrader runs notebooks:       {ran:6.1f} s, notebooks run {counts[0]}")
    print(f"nbgrader reads hand-ins:       {read:6.1f} s, notebooks run {counts[1]}")
    print(f"helpkit collect and grade:     {collected + graded:6.1f} s")
    print(f"running takes {ran / read:.1f} times as long as reading, in nbgrader,")
    print(f"and {ran / (collected + graded):.1f} times as long as helpkit alone")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else STUDENTS)
