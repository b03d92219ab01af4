"""Find a Chromium for the browser tests, or install one.

Run `python -m tests.browser.install_chromium`. The one that is there already comes first, then the
system's own package, Playwright's download.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import chromium_path

REMEDY = (
    "No Chromium for the browser tests: install chromium or google-chrome with your system's "
    "package manager, or name one that is there: make test HELPKIT_CHROMIUM=/path/to/chromium"
)


def main() -> int:
    """Print which browser the tests will use; exit status 1 when there is none."""
    named = chromium_path()
    if named is None:
        found = downloaded() or from_system() or from_playwright()
    else:
        found = shutil.which(named)
    print(f"Browser tests use {found}." if found else REMEDY)
    return 0 if found else 1


def downloaded() -> str | None:
    """The one that Playwright downloaded before."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def from_system() -> str | None:
    """Debian's or Ubuntu's package, where we may install it."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    for command in (["apt-get", "update"], install):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            return None
    return chromium_path()


def from_playwright() -> str | None:
    """Playwright's own download."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, check=False).returncode:
        return None
    return downloaded()


if __name__ == "__main__":
    sys.exit(main())
