"""Run commands of nbgrader one after the other, and write down every process that they start.

Called with a file of JSON: a list of [folder, argument, ...]. Each runs in a fork, so that none
knows of another and nbgrader is imported once. Runs with the Python of nbgrader's environment.
"""

import json
import os
import sys
from pathlib import Path

from nbgrader.apps.nbgraderapp import NbGraderApp

_STARTS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "pty.spawn")


def run(folder: str, arguments: list[str], started: Path) -> int:
    """The exit status of one command; a line for each process goes to `started`."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.chdir(folder)
    sys.addaudithook(lambda event, details: _note(event, details, started))
    try:
        NbGraderApp.launch_instance(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    else:
        code = 0
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _note(event: str, details: tuple[object, ...], started: Path) -> None:
    if event in _STARTS:
        with started.open("a", encoding="utf-8") as file:
            file.write(f"{event} {details[:2]!r}\n")


def main(commands: str, started: str) -> None:
    """Print the exit status of each command as a list."""
    codes = []
    for folder, *arguments in json.loads(Path(commands).read_text("utf-8")):
        codes.append(run(folder, arguments, Path(started)))
    print(json.dumps(codes))


if __name__ == "__main__":
    main(*sys.argv[1:])
