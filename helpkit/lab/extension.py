"""How do our notebooks stay alive in a JupyterLab that somebody else started?

A plain `jupyter lab`, Notebook 7 or a hub loads this with the package: our notebooks are saved
without their widgets, as `helpkit lab` saves them, and open without *model not found*. Other
notebooks are saved as ever. It also answers what the lesson view asks for.

It changes no setting, since a lesson needs none of those in `settings` beside this file. How cells
are laid out is what the lesson view sees to, in its own panel. That hidden tabs are really hidden
is what JupyterLab does by default, and saving less often loses nothing, because answers are not in
the notebook. All others only make a course folder more pleasant: in a JupyterLab of their own,
people choose for themselves whether one click opens a file.
"""

import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

from helpkit.lab.handlers import handlers
from helpkit.lab.saving import drop_widgets

__all__ = ["drop_ours", "is_ours"]

IMPORT = re.compile(r"^\s*(?:from|import) helpkit\b", re.MULTILINE)


def is_ours(notebook: Mapping[str, Any]) -> bool:
    """Whether a cell of this notebook asks for helpkit."""
    return any(
        cell.get("cell_type") == "code" and IMPORT.search(_text(cell.get("source", "")))
        for cell in notebook.get("cells", ())
    )


def _text(source: str | Iterable[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


def drop_ours(*, model: MutableMapping[str, Any], **rest: Any) -> None:
    """Take widgets and execution counts out of a notebook of ours that is about to be saved."""
    notebook = model.get("content")
    if model.get("type") == "notebook" and isinstance(notebook, dict) and is_ours(notebook):
        drop_widgets(model=model, **rest)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "helpkit.lab.extension"}]


def _load_jupyter_server_extension(server: Any) -> None:
    server.contents_manager.register_pre_save_hook(drop_ours)
    server.web_app.add_handlers(".*$", handlers(server.base_url))
