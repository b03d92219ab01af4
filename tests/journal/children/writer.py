"""Writes until it is killed. For each seed on standard input: a fork that records and acknowledges.

Prints `start <pid> <segment>`, `ack <number>` after each record, and `dead` when the fork is gone.
A fork, because it is ready in a millisecond: helpkit is imported once.
"""

import os
import random
import sys
from collections.abc import Iterator
from typing import Any

from helpkit.journal import Journal


def values(seed: int) -> Iterator[dict[str, Any]]:
    """What a fork of this seed records: mostly small, now and then of many pages."""
    rng = random.Random(seed)
    number = 0
    while True:
        size = rng.randrange(1, 90_000) if rng.random() < 0.2 else rng.randrange(300)
        yield {"number": number, "text": "é" * size}
        number += 1


def say(text: str) -> None:
    """One line in one write."""
    os.write(1, f"{text}\n".encode())


def write(folder: str, seed: int) -> None:
    """Record for ever."""
    journal = Journal(folder)
    say(f"start {os.getpid()} {journal.segment}")
    for value in values(seed):
        journal.record(activity="kill", item=f"seed-{seed}", value=value)
        say(f"ack {value['number']}")


def main(folder: str) -> None:
    """A fork for each seed, one after the other."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            write(folder, int(line))
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main(sys.argv[1])
