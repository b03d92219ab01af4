"""What tests of a scene in the making share."""

import re
from typing import Final

from helpkit.content.scene_file import template

STORED: Final = r"^# (?=minutes|\[endings.e4|kind|says|\[temp|name|reveal|start|fam|nodes\.n)"


def uncommented() -> str:
    """The template with all that it has in store: time, marks and another person."""
    return re.sub(STORED, "", template("en"), flags=re.MULTILINE)
