"""The command in a folder of its own, and the class whose texts wait to be read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.samples import Run
from tests.teacher.marking.conftest import course

__all__ = ["course", "run"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command, in a folder of its own."""

    def command(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        inherited = {name: value for name, value in os.environ.items() if name != "HELPKIT_ANSWERS"}
        return subprocess.run(
            [sys.executable, "-m", "helpkit", *arguments],
            cwd=tmp_path,
            env=inherited | {"NO_COLOR": "1", "COLUMNS": "160", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return command
