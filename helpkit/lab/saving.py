"""What a notebook of a course folder keeps when it is saved.

A widget lives in a kernel. Saved in a file it is dead: a reopened notebook would show "model not
found" until it is run. So saving leaves widgets out, with the numbers that say in which order cells
ran; running the notebook shows every widget again, restored from the journal. What a learner wrote,
and the text their own cells printed, stays.
"""

from collections.abc import MutableMapping
from typing import Any

__all__ = ["drop_widgets"]

WIDGET = "application/vnd.jupyter.widget-view+json"


def drop_widgets(*, model: MutableMapping[str, Any], **_: Any) -> None:
    """Take widgets and execution counts out of a notebook that is about to be saved.

    A hook of Jupyter's contents manager; `model` is changed in place, as the manager expects.
    """
    notebook = model.get("content")
    if model.get("type") != "notebook" or not isinstance(notebook, dict):
        return
    notebook.get("metadata", {}).pop("widgets", None)
    for cell in notebook.get("cells", ()):
        if cell.get("cell_type") == "code":
            cell["outputs"] = [
                output for output in cell.get("outputs", ()) if not _is_widget(output)
            ]
            _forget_order(cell)


def _is_widget(output: MutableMapping[str, Any]) -> bool:
    return WIDGET in output.get("data", {})


def _forget_order(cell: MutableMapping[str, Any]) -> None:
    cell["execution_count"] = None
    for output in cell["outputs"]:
        if "execution_count" in output:
            output["execution_count"] = None
