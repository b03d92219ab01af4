"""Records one event with a clock that is so many days off. Prints its number and its time."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from helpkit.journal import Journal


def main(folder: Path, value: int, days: int) -> None:
    """Take one turn."""
    now = datetime.now(UTC) + timedelta(days=days)
    journal = Journal(folder, clock=lambda: now)
    made = journal.record(activity="a", item="i", kind="choice", value=value)
    print(json.dumps({"n": made.n, "at": made.at}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
