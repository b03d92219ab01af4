"""kill -9, and writers that live side by side: what was acknowledged is there."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import monotonic

import pytest
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from helpkit.journal import Event, Journal
from tests.journal.children.writer import values
from tests.journal.conftest import CHILDREN

pytestmark = pytest.mark.linux

PATIENCE = 60  # seconds, for a machine that is very busy


class Writer:
    """A running children/writer.py."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.acknowledged = 0
        self.alive = False

    def start(self, seed: int) -> Path:
        """Let a fork write; where does it write?"""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()
        self.acknowledged, self.alive = 0, True
        _, pid, segment = self._next()
        self._pid = int(pid)
        return Path(segment)

    def wait_for(self, acknowledged: int) -> None:
        """Until so many records were acknowledged."""
        while self.acknowledged < acknowledged:
            self._next()

    def kill(self) -> None:
        """SIGKILL; acknowledgements that were under way are counted."""
        os.kill(self._pid, signal.SIGKILL)
        while self.alive:
            self._next()

    def _next(self) -> list[str]:
        assert self._process.stdout is not None
        words = self._process.stdout.readline().split()
        assert words, "the writer ended by itself"
        self.acknowledged += words[0] == "ack"
        self.alive = words[0] != "dead"
        return words


@contextmanager
def writing(folder: Path, environment: dict[str, str]) -> Iterator[Writer]:
    with subprocess.Popen(
        [sys.executable, "-S", CHILDREN / "writer.py", folder],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        writer = Writer(process)
        yield writer
        if writer.alive:
            writer.kill()


def wait_for_size(file: Path, size: int) -> None:
    end = monotonic() + PATIENCE
    while not (file.exists() and file.stat().st_size >= size):
        assert monotonic() < end, "waited too long"


def check(events: list[Event], seed: int, acknowledged: int) -> None:
    """All that was acknowledged, in order, each once, and nothing that was never recorded."""
    values_on_disk = [event.value for event in events if event.item == f"seed-{seed}"]
    assert len(values_on_disk) >= acknowledged
    assert values_on_disk == list(islice(values(seed), len(values_on_disk)))


def test_what_was_acknowledged_survives_200_kills(
    answers: Path, environment: dict[str, str]
) -> None:
    rng = random.Random(2026)
    reader = Journal(answers)
    acknowledged = {}
    with writing(answers, environment) as writer:
        for seed in range(200):
            segment = writer.start(seed)
            if rng.random() < 0.5:
                writer.wait_for(rng.randrange(8))
            else:
                wait_for_size(segment, rng.randrange(120_000))
            writer.kill()
            acknowledged[seed] = writer.acknowledged
            check(reader.events(), seed, writer.acknowledged)
    assert sum(acknowledged.values()) > 400
    fresh = Journal(answers).events()
    assert fresh == reader.events()
    for seed, count in acknowledged.items():
        check(fresh, seed, count)


def test_a_torn_line_between_live_writers_costs_nothing(
    answers: Path, environment: dict[str, str]
) -> None:
    with writing(answers, environment) as first, writing(answers, environment) as second:
        segments = first.start(1), second.start(2)
        for step in range(1, 31):
            first.wait_for(step)
            with segments[0].open("ab") as file:
                file.write(b'{"v":1,"at":"2026-11-2')
            second.wait_for(step)
        first.kill()
        second.kill()
        journal = Journal(answers)
        check(journal.events(), 1, first.acknowledged)
        check(journal.events(), 2, second.acknowledged)
    torn = next(notice for notice in journal.notices() if notice.id == "torn-lines")
    assert segments[0].name in str(torn.values["files"])


CODE = """
from itertools import count
from helpkit.journal import Journal
journal = Journal({folder!r})
for number in count():
    journal.record(activity="kernel", item="life-{life}", kind="choice", value=number)
    print("ack", number, flush=True)
"""


@pytest.fixture
def kernel(environment: dict[str, str]) -> Iterator[KernelManager]:
    manager = KernelManager()
    manager.start_kernel(env=environment)
    yield manager
    manager.shutdown_kernel(now=True)


def test_what_a_kernel_acknowledged_survives_10_kills(answers: Path, kernel: KernelManager) -> None:
    rng = random.Random(10)
    acknowledged = []
    for life in range(10):
        acknowledged.append(write_in_kernel(kernel, answers, life, rng.randrange(1, 40)))
        assert isinstance(kernel.provisioner, LocalProvisioner)
        assert kernel.provisioner.pid
        os.kill(kernel.provisioner.pid, signal.SIGKILL)
        kernel.restart_kernel(now=True)
    choices = Journal(answers).state().of("01", "kernel").choices
    for life, count in enumerate(acknowledged):
        numbers = choices[f"life-{life}"]
        assert len(numbers) >= count
        assert numbers == tuple(range(len(numbers)))


def write_in_kernel(kernel: KernelManager, folder: Path, life: int, enough: int) -> int:
    """Let it record until `enough` acknowledgements came; how many did?"""
    client = kernel.client()
    client.start_channels()
    client.wait_for_ready(timeout=PATIENCE)
    client.execute(CODE.format(folder=str(folder), life=life))
    seen = 0
    while seen < enough:
        message = client.get_iopub_msg(timeout=PATIENCE)
        assert message["msg_type"] != "error", message["content"]
        if message["msg_type"] == "stream":
            seen += message["content"]["text"].count("ack")
    client.stop_channels()
    return seen
