"""The `helpkit check` command: what is wrong with scenes, exercises or the content."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.errors import HelpkitError

if TYPE_CHECKING:
    from helpkit.content.scenes import SceneText
    from helpkit.models.scene_outcomes import Outcomes

__all__ = ["check"]


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Scene files, exercise or content folders; by default the installed content."
        ),
    ] = None,
) -> None:
    """Check scenes, exercises or the content: a line for each fault, with what was expected."""
    from helpkit.content.files import FOLDER

    paths = paths or [FOLDER]
    for path in paths:
        if not path.exists():
            raise HelpkitError(f"{path} does not exist: name a scene file or a folder")
    faultless = [_check_path(path) for path in paths]
    if not all(faultless):
        raise typer.Exit(1)


def _check_path(path: Path) -> bool:
    """Print each fault, or that there is none; return whether there is none."""
    if not path.is_dir():
        return _check_scene(path)
    return _check_exercise(path) if (path / "items.toml").exists() else _check_content(path)


def _check_exercise(folder: Path) -> bool:
    """Check the items, and key and rubric if present; a released folder has neither."""
    from helpkit.exercises.items import exercise_languages
    from helpkit.exercises.rules import exercise_faults
    from helpkit.teacher.grading.key_rules import key_faults
    from helpkit.teacher.grading.keys import KEY

    folder = folder.resolve()
    has_key = (folder / KEY).exists()
    faults = exercise_faults(folder) or (key_faults(folder) if has_key else [])
    if _print_faults(f"{folder.name}/{fault}" for fault in faults):
        return False
    key = "with its key" if has_key else "without a key"
    print(f"{folder.name}: no faults, {key} ({', '.join(exercise_languages(folder))}).")
    return True


def _check_content(folder: Path) -> bool:
    from helpkit.content import faults, languages, load
    from helpkit.content.scene_graph import content_faults

    if not (folder / "text").is_dir():
        raise HelpkitError(f"{folder} is not a content folder: it has no `text` folder")
    if _print_faults(faults(folder) or content_faults(load(languages(folder)[0], folder))):
        return False
    print(f"No faults in the content ({', '.join(languages(folder))}).")
    return True


def _check_scene(path: Path) -> bool:
    from helpkit.content.scene_graph import check_scene

    checked = check_scene(path)
    if _print_faults(checked.faults):
        return False
    for mood, outcomes in checked.outcomes.items():
        if checked.scene:
            print(f"{path}{mood and f' ({mood})'}: {_size(checked.scene, outcomes)}")
    return True


def _print_faults(faults: Iterable[object]) -> int:
    """Print a line for each fault; return how many there are."""
    lines = [*faults]
    for line in lines:
        print(line)
    return len(lines)


def _size(scene: "SceneText", outcomes: "Outcomes") -> str:
    """How large a scene is, and how many paths lead to each ending."""
    from helpkit.models.scene_outcomes import summary

    parts = f"no faults; nodes {len(scene.nodes)}, endings {len(scene.endings)}"
    if not outcomes.complete:
        unsure = "whether one is at least as good as every other was not checked"
        return f"{parts}, too many paths to count; {unsure}."
    tallies = summary(outcomes)
    counts = {key: tallies[key].count if key in tallies else 0 for key in scene.endings}
    each = ", ".join(f"{key} {scene.endings[key].kind} {count}" for key, count in counts.items())
    return f"{parts}, paths {sum(counts.values())} ({each})."
