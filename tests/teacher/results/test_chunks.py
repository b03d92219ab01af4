"""A class shared among processes: all of it, in order, whatever happens to the processes."""

import os
import signal
import subprocess
import sys
from multiprocessing import parent_process
from pathlib import Path
from select import select

import pytest

import helpkit
from helpkit.teacher.results import chunks
from helpkit.teacher.results.chunks import in_chunks

TASKS = list(range(10))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_SMALL", 1)
    monkeypatch.setattr(chunks, "_CHUNK", 3)


def elsewhere(chunk: list[int]) -> tuple[list[int], bool]:
    """The chunk, and whether another process had it."""
    return chunk, parent_process() is not None


def dies(chunk: list[int]) -> tuple[list[int], bool]:
    """The chunk, unless another process has it: that is killed."""
    if parent_process() is not None:
        os._exit(1)
    return elsewhere(chunk)


@pytest.mark.parametrize(("workers", "others"), [(1, False), (2, True)])
def test_all_of_it_in_order(workers: int, others: bool) -> None:
    chunks = list(in_chunks(elsewhere, TASKS, workers))
    assert [task for chunk, _ in chunks for task in chunk] == TASKS
    assert {where for _, where in chunks} == {others}


def test_processes_that_die_are_done_without() -> None:
    chunks = list(in_chunks(dies, TASKS, 2))
    assert [task for chunk, _ in chunks for task in chunk] == TASKS
    assert not any(where for _, where in chunks)


CHUNKER = Path(__file__).parents[1] / "children" / "chunker.py"


@pytest.mark.linux
def test_a_killed_parent_leaves_no_process_behind() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(helpkit.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, CHUNKER], env=environment, text=True, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout
        workers = {int(parent.stdout.readline()) for _ in range(2)}
        parent.kill()
        # Whoever is left can still write there; when nobody is, that is the end of it.
        ended, _, _ = select([parent.stdout], [], [], 30)
        for left in () if ended else workers:
            os.kill(left, signal.SIGKILL)
        assert ended
        assert parent.stdout.read() == ""
