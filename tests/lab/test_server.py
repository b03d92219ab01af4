import asyncio
import dataclasses
import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from jupyterlab.commands import get_app_dir

from helpkit.lab import server
from helpkit.lab.handlers import LESSON_VIEW
from helpkit.lab.server import SETTINGS, end_in_time
from tests.lab.running import PATIENCE, Lab, running_lab

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    home = tmp_path_factory.mktemp("home")
    with running_lab(home / "course", home / "jupyter", "--language", "nl") as lab:
        yield lab


def setting(lab: Lab, plugin: str) -> dict[str, Any]:
    schema = json.loads(lab.ask(f"lab/api/settings/{plugin}"))["schema"]
    return {name: entry.get("default") for name, entry in schema["properties"].items()}


def page_config(lab: Lab) -> dict[str, Any]:
    page = lab.ask("lab").decode()
    start = page.index('<script id="jupyter-config-data" type="application/json">')
    text = page[page.index(">", start) + 1 : page.index("</script>", start)]
    config: dict[str, Any] = json.loads(text)
    return config


def test_it_opens_the_layout_of_the_language(lab: Lab) -> None:
    assert "/lab/workspaces/nl?" in lab.address
    layout = json.loads(lab.ask("lab/api/workspaces/nl"))["data"]
    assert layout["file-browser-filebrowser:cwd"] == {"path": "nl"}


def test_no_question_about_news_greets_the_learner(lab: Lab) -> None:
    assert setting(lab, "@jupyterlab/apputils-extension:notification")["fetchNews"] == "false"
    assert page_config(lab)["news"] == {"disabled": True}


def test_the_lesson_view_knows_that_it_is_there_for_the_course(lab: Lab) -> None:
    assert page_config(lab)["helpkitCourse"] == "nl"


def test_the_lesson_view_is_loaded_from_where_it_is_served(lab: Lab) -> None:
    extensions = {each["name"]: each for each in page_config(lab)["federated_extensions"]}
    script = lab.ask(f"lab/extensions/helpkit/{extensions['helpkit']['load']}")
    assert script == (LESSON_VIEW / extensions["helpkit"]["load"]).read_bytes()


def test_nobody_gets_the_course_without_the_token(lab: Lab) -> None:
    assert json.loads(lab.ask("helpkit/course.json"))["notebooks"]
    stranger = dataclasses.replace(lab, address=lab.address.partition("token=")[0])
    with pytest.raises(HTTPError, match="403"):
        stranger.ask("helpkit/course.json")


def test_nobody_asks_for_a_newer_jupyterlab(lab: Lab) -> None:
    assert json.loads(lab.ask("lab/api/update"))["notification"] is None


def test_the_settings_it_names_exist_in_this_jupyterlab() -> None:
    """JupyterLab passes over an unknown key in silence."""
    for plugin, entries in json.loads((SETTINGS / "overrides.json").read_text("utf-8")).items():
        package, name = plugin.split(":")
        schema = Path(get_app_dir()) / "schemas" / package / f"{name}.json"
        known = json.loads(schema.read_text("utf-8"))["properties"]
        assert entries.keys() <= known.keys()


def test_its_settings_count(lab: Lab) -> None:
    for plugin, entries in json.loads((SETTINGS / "overrides.json").read_text("utf-8")).items():
        known = setting(lab, plugin)
        assert {name: known[name] for name in entries} == entries


def test_a_saved_notebook_carries_no_dead_widget(lab: Lab) -> None:
    output = {"output_type": "display_data", "data": {WIDGET: {}}, "metadata": {}}
    cell = {
        "cell_type": "code",
        "id": "a",
        "source": "show()",
        "metadata": {},
        "execution_count": 3,
        "outputs": [output, {"output_type": "stream", "name": "stdout", "text": "mine"}],
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    model = {"type": "notebook", "format": "json", "content": notebook}
    lab.ask("api/contents/nl/mine.ipynb", json.dumps(model).encode())
    (saved,) = json.loads((lab.course / "nl" / "mine.ipynb").read_text("utf-8"))["cells"]
    assert [item["output_type"] for item in saved["outputs"]] == ["stream"]
    assert saved["execution_count"] is None


def test_the_learners_own_jupyter_settings_are_not_touched(lab: Lab) -> None:
    for folder in ("config", "settings", "workspaces"):
        written = [path for path in (lab.home / folder).rglob("*") if path.is_file()]
        assert [path.name for path in written if path.name != "migrated"] == []


def test_one_ctrl_c_ends_it_without_a_traceback(tmp_path: Path) -> None:
    with running_lab(tmp_path / "course", tmp_path / "jupyter") as lab:
        lab.process.send_signal(signal.SIGINT)
        assert lab.process.wait(PATIENCE) == 0
        assert "Traceback" not in lab.output.read_text("utf-8")


def test_a_kernel_that_never_answers_does_not_keep_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LONGEST_END", 0)

    class Waiting:
        """A server that waits for a kernel."""

        async def _cleanup(self) -> None:
            await asyncio.Event().wait()

    waiting = Waiting()
    end_in_time(waiting)
    asyncio.run(asyncio.wait_for(waiting._cleanup(), PATIENCE))
