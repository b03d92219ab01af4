"""Which tabs are open when JupyterLab starts?

A workspace is JupyterLab's own record of the layout. Each course folder has one per language, kept
inside the folder: on the first start it is written here, afterwards it is the learner's.
"""

import json
from pathlib import Path
from typing import Any

from jupyterlab_server.workspaces_handler import WorkspacesManager

__all__ = ["prepare"]

FORMER_TAB = "markdownviewer-widget:welcome.md"
"""The welcome page of earlier versions: a layout with no notebook beside it would now be empty."""


def prepare(folder: Path, language: str, lesson: str) -> None:
    """Lay out the first start in this language: one lesson, and so one kernel.

    Args:
        folder: where the workspaces of the course are kept.
        language: also the name of the workspace.
        lesson: path of a notebook in the course folder.
    """
    workspaces = WorkspacesManager(str(folder))
    if not _has_layout(workspaces, language):
        layout = {"data": _first_layout(language, lesson), "metadata": {"id": language}}
        workspaces.save(language, json.dumps(layout))


def _has_layout(workspaces: WorkspacesManager, name: str) -> bool:
    try:
        data = workspaces.load(name)["data"]
        notebooks = any(tab.startswith("notebook:") for tab in data)
        return bool(data) and (notebooks or FORMER_TAB not in data)
    except (ValueError, KeyError, TypeError):  # cut off while JupyterLab wrote it: start afresh
        return False


def _first_layout(language: str, lesson: str) -> dict[str, Any]:
    tab = f"notebook:{lesson}"
    return {
        tab: {"data": {"path": lesson, "factory": "Notebook"}},
        "file-browser-filebrowser:cwd": {"path": language},
        "layout-restorer:data": {
            "main": {
                "dock": {"type": "tab-area", "currentIndex": 0, "widgets": [tab]},
                "current": tab,
            },
            "left": {"collapsed": False, "visible": True, "current": "filebrowser", "widgets": []},
            "right": {"collapsed": True, "visible": True, "widgets": []},
            "relativeSizes": [0.17, 0.83, 0],
        },
    }
