"""Which tabs are open when JupyterLab starts?

A workspace is JupyterLab's own record of the layout. Each course folder has one per language, kept
inside the folder: on the first start it is written here, afterwards it is the learner's.
"""

import json
from pathlib import Path
from typing import Any

from jupyterlab_server.workspaces_handler import WorkspacesManager

__all__ = ["prepare"]


def prepare(folder: Path, language: str, welcome: str, lesson: str | None) -> None:
    """Lay out the first start in this language: the welcome page, and the lesson in front.

    Args:
        folder: where the workspaces of the course are kept.
        language: also the name of the workspace.
        welcome: path of the welcome page in the course folder.
        lesson: path of a notebook in the course folder; None when there is none yet.
    """
    workspaces = WorkspacesManager(str(folder))
    if not _has_layout(workspaces, language):
        layout = {"data": _first_layout(language, welcome, lesson), "metadata": {"id": language}}
        workspaces.save(language, json.dumps(layout))


def _has_layout(workspaces: WorkspacesManager, name: str) -> bool:
    try:
        return bool(workspaces.load(name)["data"])
    except (ValueError, KeyError, TypeError):  # cut off while JupyterLab wrote it: start afresh
        return False


def _first_layout(language: str, welcome: str, lesson: str | None) -> dict[str, Any]:
    tabs = {f"markdownviewer-widget:{welcome}": _tab(welcome, "Markdown Preview")}
    if lesson is not None:
        tabs[f"notebook:{lesson}"] = _tab(lesson, "Notebook")
    names = list(tabs)
    return {
        **tabs,
        "file-browser-filebrowser:cwd": {"path": language},
        "layout-restorer:data": {
            "main": {
                "dock": {"type": "tab-area", "currentIndex": len(names) - 1, "widgets": names},
                "current": names[-1],
            },
            "left": {"collapsed": False, "visible": True, "current": "filebrowser", "widgets": []},
            "right": {"collapsed": True, "visible": True, "widgets": []},
            "relativeSizes": [0.17, 0.83, 0],
        },
    }


def _tab(path: str, factory: str) -> dict[str, Any]:
    return {"data": {"path": path, "factory": factory}}
