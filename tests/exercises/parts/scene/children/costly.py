"""Look at texts as the desk does, with little room and time; run by `test_hostile_scenes`."""

import resource
import sys
from pathlib import Path

from helpkit.content import load
from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.preview import built_view
from tests.exercises.parts.scene.hostile_scenes import TEXTS
from tests.exercises.samples import FOLDERS, exercise

ROOM = 100 * 2**20
SECONDS = 30
"""For all of them together."""


def main(names: list[str]) -> None:
    """Name each text that has been looked at."""
    part = exercise(FOLDERS[2]).parts["build"]
    assert isinstance(part, ScenePart)
    content = load("en")
    made = {name: TEXTS[name]() for name in names}
    built_view("title = 1", part, content)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    room = pages * resource.getpagesize() + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for name, text in made.items():
        built_view(text, part, content)
        print(name, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
