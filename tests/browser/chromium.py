"""Which Chromium the browser tests start."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium_path() -> str | None:
    """A Chromium that is there already; None means the one that Playwright downloaded."""
    named = os.environ.get("HELPKIT_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)
