"""The `helpkit check` command: what is wrong with scenes, exercises or the content."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.errors import HelpkitError

if TYPE_CHECKING:
    from helpkit.content.scenes import SceneText

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
    _print_scenes(load(languages(folder)[0], folder).scenes)
    return True


def _check_scene(path: Path) -> bool:
    from helpkit.cli.scene_report import scene_report
    from helpkit.content.scene_graph import check_scene

    checked = check_scene(path)
    if _print_faults(checked.faults):
        return False
    if scene := checked.scene:
        size = f"nodes {len(scene.nodes)}, endings {len(scene.endings)}"
        print(f"{path}: no faults; {size}.")
        _print_lines(scene_report(str(path), scene, checked.outcomes))
    return True


def _print_scenes(scenes: "Mapping[str, SceneText]") -> None:
    from helpkit.cli.scene_report import scene_report
    from helpkit.content.scene_graph import graph
    from helpkit.models.scene_lint import all_outcomes

    for key, scene in scenes.items():
        _print_lines(scene_report(key, scene, all_outcomes(graph(scene))))


def _print_faults(faults: Iterable[object]) -> int:
    """Print a line for each fault; return how many there are."""
    lines = [*faults]
    _print_lines(lines)
    return len(lines)


def _print_lines(lines: Iterable[object]) -> None:
    for line in lines:
        print(line)
