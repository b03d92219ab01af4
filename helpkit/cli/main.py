"""The `helpkit` command: whatever goes wrong, the user reads one sentence.

This module needs no more than the core, so that it can say what else to install.
"""

import sys
import traceback
from typing import NoReturn

from helpkit.errors import HelpkitError

__all__ = ["main"]

LAB_PACKAGES = ("typer", "rich", "jinja2", "jupyterlab", "jupyterlab_server")
TEACHER_PACKAGES = ("krippendorff", "numpy")


def main() -> None:
    """Run the command line; exit status 1 means faults were found, 2 that the command failed."""
    try:
        from helpkit.cli.app import app

        app()
    except HelpkitError as error:
        _stop(str(error))
    except ModuleNotFoundError as error:
        if error.name not in (*LAB_PACKAGES, *TEACHER_PACKAGES):
            _stop(_defect(error))
        extra = "lab" if error.name in LAB_PACKAGES else "teacher"
        make = " (in a clone: make teacher)" if extra == "teacher" else ""
        _stop(f"{error.name} is not installed: run  python -m pip install 'helpkit[{extra}]'{make}")
    except OSError as error:
        _stop(f"{error.filename or 'the system'}: {error.strerror or error}")
    except Exception as error:
        _stop(_defect(error))


def _stop(sentence: str) -> NoReturn:
    print(f"helpkit: {sentence}", file=sys.stderr)
    sys.exit(2)


def _defect(error: Exception) -> str:
    """What a report about a fault of ours needs, in one line."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"
    return f"this is a fault in helpkit, please report it: {what}"
