"""How do our notebooks stay alive in a JupyterLab that somebody else started?

A plain `jupyter lab`, Notebook 7 or a hub loads this with the package: our notebooks are saved
without their widgets, as `helpkit lab` saves them, and open without *model not found*. Other
notebooks are saved as ever.
"""

import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

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
