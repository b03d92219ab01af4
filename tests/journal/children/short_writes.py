"""Cuts a record at every byte by a limit on file size, then lifts it. Prints one result per cut."""

import json
import resource
import sys
from pathlib import Path

from helpkit.errors import NotSavedError
from helpkit.journal import Journal


def limit(size: int) -> None:
    """No file may grow beyond this many bytes; -1 lifts the limit."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size < 0 else size, hard))


def failure(journal: Journal, number: int) -> str:
    """The notice of a record, or nothing if it was saved."""
    try:
        journal.record(activity="a", item="i", kind="choice", value=number)
    except NotSavedError as error:
        return str(error.notice.id)
    return ""


def cut_at(folder: Path, cut: int) -> dict[str, object]:
    """A record, one of which `cut` bytes fit, one of which nothing fits, one without limit."""
    journal = Journal(folder)
    failure(journal, 0)
    size = journal.segment.stat().st_size
    limit(size + cut)
    said = [failure(journal, 1)]
    written = journal.segment.stat().st_size - size
    said.append(failure(journal, 2))
    while_failing = journal.state().of("01", "a").choices["i"]
    limit(-1)
    said.append(failure(journal, 3))
    read = [event.value for event in Journal(folder).events()]
    return {"said": said, "written": written, "while failing": while_failing, "read": read}


def main(root: Path) -> None:
    """Every cut of a record."""
    probe = Journal(root / "probe")
    failure(probe, 0)
    length = probe.segment.stat().st_size
    print(json.dumps([cut_at(root / str(cut), cut) for cut in range(length)]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
