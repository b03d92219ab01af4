"""Look at texts as desk and editor do, in little room and time; run by `test_hostile_scenes`."""

import resource
import sys
from pathlib import Path

from helpkit.content import load
from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.form_view import form_view
from helpkit.exercises.parts.scene.operations import Operation, edited
from helpkit.exercises.parts.scene.preview import built_view
from tests.exercises.parts.scene.hostile_scenes import TEXTS
from tests.exercises.samples import FOLDERS, exercise

ROOM = 100 * 2**20
SECONDS = 30
"""For all of them together."""
OPERATIONS = (
    Operation("set", ("title",), "x"),
    Operation("add", ("nodes",)),
    Operation("remove", ("nodes", "n0")),
    Operation("set", ("nodes", "n0", "choices", "0", "effect", "trust"), 1),
)


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
        form_view(text, "en")
        for operation in OPERATIONS:
            edited(text, operation)
        print(name, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
