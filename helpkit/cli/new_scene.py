"""The `helpkit new-scene` command: a template for a scene of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from helpkit.cli import options

__all__ = ["new_scene"]


def new_scene(
    path: Annotated[Path, typer.Argument(help="The file to write, such as my-scene.toml.")],
    language: Annotated[str, options.language("the language of the template")] = "en",
) -> None:
    """Write a small scene with comments to a new file, for you to make your own."""
    from helpkit.content import scene_file

    scene_file.new_scene(path, language)
    print(f"Write your scene in {path}, and check it:  helpkit check {path}")
