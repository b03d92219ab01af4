"""Runs of the command line, in a process of its own."""

import subprocess
import sys
from collections.abc import Callable

__all__ = ["Run", "is_one_line", "run_without"]

Run = Callable[..., "subprocess.CompletedProcess[str]"]
BLOCKED = """
import sys
class Missing:
    def find_spec(self, name, *_):
        if name.partition(".")[0] in {blocked}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Missing())
sys.argv = ["helpkit", *{arguments}]
from helpkit.cli.main import main
main()
"""


def run_without(blocked: set[str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command where these packages are not installed."""
    code = BLOCKED.format(blocked=blocked, arguments=arguments)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def is_one_line(text: str) -> bool:
    """Whether it is one line."""
    return len(text.strip().splitlines()) == 1
