import json
from pathlib import Path
from typing import Any

import pytest

from helpkit.lab import workspace

LESSON = "en/01-what-is-help.ipynb"


def layout(folder: Path) -> dict[str, Any]:
    (file,) = folder.glob("*.jupyterlab-workspace")
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))["data"]
    return data


def test_the_first_start_shows_the_welcome_page_and_the_lesson_in_front(tmp_path: Path) -> None:
    workspace.prepare(tmp_path, "en", "welcome.md", LESSON)
    main = layout(tmp_path)["layout-restorer:data"]["main"]
    assert main["dock"]["widgets"] == [
        "markdownviewer-widget:welcome.md",
        f"notebook:{LESSON}",
    ]
    assert main["current"] == f"notebook:{LESSON}"
    assert layout(tmp_path)["file-browser-filebrowser:cwd"] == {"path": "en"}


def test_without_a_lesson_the_welcome_page_is_in_front(tmp_path: Path) -> None:
    workspace.prepare(tmp_path, "en", "welcome.md", None)
    main = layout(tmp_path)["layout-restorer:data"]["main"]
    assert main["current"] == "markdownviewer-widget:welcome.md"


def test_afterwards_the_layout_is_the_learners(tmp_path: Path) -> None:
    workspace.prepare(tmp_path, "en", "welcome.md", LESSON)
    (file,) = tmp_path.glob("*.jupyterlab-workspace")
    mine = json.dumps({"data": {"mine": {}}, "metadata": {"id": "en"}})
    file.write_text(mine, "utf-8")
    workspace.prepare(tmp_path, "en", "welcome.md", LESSON)
    assert file.read_text("utf-8") == mine


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"metadata": {}}'])
def test_a_layout_that_was_cut_off_is_made_afresh(tmp_path: Path, damage: str) -> None:
    workspace.prepare(tmp_path, "en", "welcome.md", LESSON)
    (file,) = tmp_path.glob("*.jupyterlab-workspace")
    file.write_text(damage, "utf-8")
    workspace.prepare(tmp_path, "en", "welcome.md", LESSON)
    assert f"notebook:{LESSON}" in layout(tmp_path)


def test_each_language_has_its_own_layout(tmp_path: Path) -> None:
    workspace.prepare(tmp_path, "en", "welcome.md", LESSON)
    workspace.prepare(tmp_path, "nl", "welcome.md", "nl/01-wat-is-hulp.ipynb")
    assert len(list(tmp_path.glob("*.jupyterlab-workspace"))) == 2
