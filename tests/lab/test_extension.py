"""A JupyterLab that somebody else started: our notebooks are saved without dead widgets."""

import copy
import gzip
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest

import helpkit.lab
from helpkit.lab.course_json import course_json
from helpkit.lab.extension import drop_ours, is_ours
from helpkit.lab.handlers import LESSON_VIEW
from helpkit.lab.saving import WIDGET

CONFIG = Path(helpkit.lab.__file__).parent / "config" / "helpkit.json"
PATIENCE = 60
SHOWN = {"output_type": "display_data", "data": {WIDGET: {"model_id": "a"}}, "metadata": {}}
LESSON = "from helpkit import Lesson\nch1 = Lesson('01')"


class Answer(NamedTuple):
    """What a server sends."""

    status: int
    headers: Message
    body: bytes


def notebook(source: str | list[str], kind: str = "code") -> dict[str, Any]:
    """One that was run: a cell with this source, and one that showed a widget."""
    more: dict[str, Any] = {"execution_count": 1, "outputs": []} if kind == "code" else {}
    first: dict[str, Any] = {"cell_type": kind, "id": "a", "metadata": {}, "source": source, **more}
    second: dict[str, Any] = {
        "cell_type": "code",
        "id": "b",
        "metadata": {},
        "source": "ch1.start()",
    }
    second |= {"execution_count": 2, "outputs": [copy.deepcopy(SHOWN)]}
    return {"cells": [first, second], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.mark.parametrize(
    ("source", "kind", "ours"),
    [
        (LESSON, "code", True),
        (LESSON.splitlines(keepends=True), "code", True),
        ("import helpkit", "code", True),
        ("%pip install x\n  from helpkit import Exercise", "code", True),
        ("import helpkitty", "code", False),
        ("# see: from helpkit import Lesson", "code", False),
        (LESSON, "markdown", False),
        ("", "code", False),
    ],
)
def test_a_notebook_that_asks_for_helpkit_is_ours(source: Any, kind: str, ours: bool) -> None:
    assert is_ours(notebook(source, kind)) is ours


def test_what_is_no_notebook_is_left_alone() -> None:
    for model in ({"type": "file", "content": LESSON}, {"type": "notebook", "content": None}, {}):
        before = copy.deepcopy(model)
        drop_ours(model=model)
        assert model == before


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a `jupyter lab` as anybody starts it, and its folder.

    Our package is in the environment, so that its configuration is too; a checkout that was
    installed before it had one gets it here.
    """
    home = tmp_path_factory.mktemp("plain")
    folder, installed = home / "work", home / "etc" / "jupyter_server_config.d"
    folder.mkdir()
    installed.mkdir(parents=True)
    shutil.copy(CONFIG, installed)
    own = {"CONFIG_DIR": "config", "DATA_DIR": "data", "RUNTIME_DIR": "run", "CONFIG_PATH": "etc"}
    environment = os.environ | {f"JUPYTER_{name}": str(home / place) for name, place in own.items()}
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += ["--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"]
    command += [f"--ServerApp.root_dir={folder}"]
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        yield address(server, home / "run", home / "log"), folder
    finally:
        server.terminate()
        server.wait(PATIENCE)


def address(server: "subprocess.Popen[bytes]", running: Path, log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            (server_file,) = running.glob("jpserver-*.json")
            where = str(json.loads(server_file.read_text("utf-8"))["url"])
            urllib.request.urlopen(f"{where}api/status", timeout=PATIENCE).close()
            return where
        except (ValueError, OSError):
            time.sleep(0.1)  # between two looks
    pytest.fail(f"it did not start:\n{log.read_text('utf-8')[-2000:]}")


def kept(plain: tuple[str, Path], name: str, made: dict[str, Any]) -> list[dict[str, Any]]:
    """The cells in the file when this was saved."""
    where, folder = plain
    body = json.dumps({"type": "notebook", "format": "json", "content": made}).encode()
    request = urllib.request.Request(f"{where}api/contents/{name}", body, method="PUT")
    urllib.request.urlopen(request, timeout=PATIENCE).close()
    cells: list[dict[str, Any]] = nbformat.read(folder / name, as_version=4).cells
    return cells


def test_a_lesson_is_saved_without_its_widgets(plain: tuple[str, Path]) -> None:
    cells = kept(plain, "lesson.ipynb", notebook(LESSON))
    assert [(cell["outputs"], cell["execution_count"]) for cell in cells] == [([], None)] * 2


def test_any_other_notebook_is_saved_whole(plain: tuple[str, Path]) -> None:
    made = notebook("import ipywidgets")
    assert kept(plain, "other.ipynb", made) == made["cells"]


def fetched(plain: tuple[str, Path], path: str, **headers: str) -> Answer:
    """What the server answers, also when that is no page."""
    request = urllib.request.Request(plain[0] + path, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


def test_the_server_gives_the_course(plain: tuple[str, Path]) -> None:
    answer = fetched(plain, "helpkit/course.json")
    assert json.loads(answer.body) == json.loads(course_json())
    assert answer.headers["Content-Type"].startswith("application/json")


def test_a_browser_that_can_unpack_gets_less(plain: tuple[str, Path]) -> None:
    whole = fetched(plain, "helpkit/course.json")
    packed = fetched(plain, "helpkit/course.json", **{"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == whole.body
    assert whole.headers["Content-Encoding"] is None


def test_a_browser_asks_again_and_gets_nothing_if_it_has_the_course(
    plain: tuple[str, Path],
) -> None:
    first = fetched(plain, "helpkit/course.json")
    assert first.headers["Cache-Control"] == "no-cache"
    same = {"If-None-Match": first.headers["ETag"]}
    assert fetched(plain, "helpkit/course.json", **same).status == 304
    assert fetched(plain, "helpkit/course.json", **{"If-None-Match": '"other"'}).status == 200


def test_a_page_gets_the_lesson_view_of_the_package(plain: tuple[str, Path]) -> None:
    """Not the copy that was installed, and no browser keeps it for a year."""
    files = [path for path in LESSON_VIEW.rglob("*") if path.is_file()]
    assert files
    for path in files:
        name = path.relative_to(LESSON_VIEW).as_posix()
        answer = fetched(plain, f"lab/extensions/helpkit/{name}")
        assert answer.body == path.read_bytes(), name
        assert answer.headers["Cache-Control"] == "no-cache"


def test_nothing_beside_the_lesson_view_can_be_had(plain: tuple[str, Path]) -> None:
    for name in ("../extension.py", "..%2Fextension.py", "none.js"):
        assert fetched(plain, f"lab/extensions/helpkit/{name}").status in (403, 404)


def test_an_installed_package_brings_its_configuration_and_the_lesson_view(
    tmp_path: Path,
) -> None:
    """Also a checkout that is installed as it stands."""
    root = CONFIG.parents[3]
    project = tmp_path / "project"
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-lessons"):
        (project / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / name, project / name)
    for name in ("lab/config", "lab/lesson_view"):
        shutil.copytree(root / "helpkit" / name, project / "helpkit" / name)
    shutil.copy(root / "helpkit" / "__init__.py", project / "helpkit")
    build = "import sys; from hatchling.build import build_editable as b; print(b(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)],
        cwd=project,
        check=True,
        capture_output=True,
        text=True,
    )
    wheel = tmp_path / done.stdout.split()[-1]
    names = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(wheel)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "data/etc/jupyter/jupyter_server_config.d/helpkit.json" in names
    for name in ("package.json", "install.json"):
        assert f"data/share/jupyter/labextensions/helpkit/{name}" in names
