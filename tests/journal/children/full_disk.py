"""Fills a small disk, goes on, makes room. Prints what the journal said and held."""

import json
import sys
from pathlib import Path

from helpkit.errors import NotSavedError
from helpkit.journal import Journal


def fill(ballast: Path) -> None:
    """Take all room that is left."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096) == 4096:
                pass
        except OSError:
            return


def main(mount: Path) -> None:
    """Record until it fails, twice more, and again with room."""
    journal = Journal(mount / "answers")
    said = []

    def record(number: int) -> bool:
        value = {"number": number, "text": "x" * 1500}
        try:
            journal.record(activity="a", item=f"i{number}", value=value)
        except NotSavedError as error:
            said.append([error.event.item, error.notice.id])
            return False
        return True

    numbers = iter(range(1000))
    record(next(numbers))
    fill(mount / "ballast")
    while record(next(numbers)):
        pass
    record(next(numbers))
    record(next(numbers))
    held, full = len(journal.held), journal.state().of("01", "a").answers
    (mount / "ballast").unlink()
    last = next(numbers)
    saved = record(last)
    fresh = Journal(mount / "answers")
    print(
        json.dumps(
            {
                "said": said,
                "held": held,
                "state while full": [answer["number"] for answer in full.values()],
                "saved with room": saved,
                "held with room": len(journal.held),
                "read": [event.value["number"] for event in fresh.events()],
                "lines": journal.segment.read_bytes().count(b'"language":"en"}\n'),
                "notices": [notice.id for notice in fresh.notices()],
                "last": last,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
