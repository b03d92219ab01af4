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


def test_the_first_start_opens_the_lesson_alone(tmp_path: Path) -> None:
    """A second tab would be a second kernel."""
    workspace.prepare(tmp_path, "en", LESSON)
    main = layout(tmp_path)["layout-restorer:data"]["main"]
    assert main["dock"]["widgets"] == [f"notebook:{LESSON}"]
    assert main["current"] == f"notebook:{LESSON}"
    assert layout(tmp_path)["file-browser-filebrowser:cwd"] == {"path": "en"}


def test_afterwards_the_layout_is_the_learners(tmp_path: Path) -> None:
    workspace.prepare(tmp_path, "en", LESSON)
    (file,) = tmp_path.glob("*.jupyterlab-workspace")
    mine = json.dumps({"data": {"mine": {}}, "metadata": {"id": "en"}})
    file.write_text(mine, "utf-8")
    workspace.prepare(tmp_path, "en", LESSON)
    assert file.read_text("utf-8") == mine


@pytest.mark.parametrize("others", [[], ["notebook:en/02-economics-and-theatre.ipynb"]])
def test_a_layout_of_an_earlier_version_is_not_left_without_a_page(
    tmp_path: Path, others: list[str]
) -> None:
    workspace.prepare(tmp_path, "en", LESSON)
    (file,) = tmp_path.glob("*.jupyterlab-workspace")
    tabs: dict[str, Any] = {tab: {} for tab in ["markdownviewer-widget:welcome.md", *others]}
    file.write_text(json.dumps({"data": tabs, "metadata": {"id": "en"}}), "utf-8")
    workspace.prepare(tmp_path, "en", LESSON)
    assert (f"notebook:{LESSON}" in layout(tmp_path)) == (not others)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"metadata": {}}'])
def test_a_layout_that_was_cut_off_is_made_afresh(tmp_path: Path, damage: str) -> None:
    workspace.prepare(tmp_path, "en", LESSON)
    (file,) = tmp_path.glob("*.jupyterlab-workspace")
    file.write_text(damage, "utf-8")
    workspace.prepare(tmp_path, "en", LESSON)
    assert f"notebook:{LESSON}" in layout(tmp_path)


def test_each_language_has_its_own_layout(tmp_path: Path) -> None:
    workspace.prepare(tmp_path, "en", LESSON)
    workspace.prepare(tmp_path, "nl", "nl/01-wat-is-hulp.ipynb")
    assert len(list(tmp_path.glob("*.jupyterlab-workspace"))) == 2
