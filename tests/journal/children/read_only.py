"""A folder that becomes read-only and writable again. Prints what the journal said and held."""

import json
import subprocess
import sys
from pathlib import Path

from helpkit.errors import NotSavedError
from helpkit.journal import Journal


def remount(mount: Path, how: str) -> None:
    """`ro` or `rw`."""
    subprocess.run(["mount", "-o", f"remount,bind,{how}", str(mount)], check=True)


def main(mount: Path) -> None:
    """Save one, fail with two, save again."""
    folder = mount / "answers"
    Journal(folder).record(activity="a", item="i0", value=0)
    remount(mount, "ro")
    journal = Journal(folder)
    at_once = [notice.id for notice in journal.notices()]
    said = []
    for number in (1, 2):
        try:
            journal.record(activity="a", item=f"i{number}", value=number)
        except NotSavedError as error:
            said.append(error.notice.id)
    state = dict(journal.state().of("01", "a").answers)
    on_disk = [event.value for event in journal.events()]
    remount(mount, "rw")
    journal.record(activity="a", item="i3", value=3)
    read = [event.value for event in Journal(folder).events()]
    print(
        json.dumps(
            {
                "at once": at_once,
                "said": said,
                "state": state,
                "on disk": on_disk,
                "read": read,
                "same course": journal.course == Journal(folder).course,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
