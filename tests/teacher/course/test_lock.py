"""One writer at a time, and a writer who died is none."""

import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.course.lock import alone

HOLD = """
import sys
from pathlib import Path
from helpkit.teacher.course.lock import alone
with alone(Path(sys.argv[1])):
    print("in", flush=True)
    sys.stdin.readline()
"""


def test_the_second_is_sent_away_until_the_first_is_done_or_dead(tmp_path: Path) -> None:
    for ends in ("done", "killed"):
        command = [sys.executable, "-c", HOLD, str(tmp_path)]
        with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as first:
            assert first.stdout
            assert first.stdout.readline() == "in\n"
            with pytest.raises(CourseError, match="another helpkit is writing in"), alone(tmp_path):
                pass
            if ends == "killed":
                first.kill()
            first.communicate("\n", timeout=20)
        with alone(tmp_path):
            pass


def test_a_failure_inside_is_not_taken_for_a_lock(tmp_path: Path) -> None:
    with pytest.raises(PermissionError, match="full"), alone(tmp_path):
        raise PermissionError("full")
    with alone(tmp_path):
        pass
