import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import helpkit
from helpkit.lab.course_json import course_json
from helpkit.lab.handlers import LESSON_VIEW
from tests.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PARTS = ("pyproject.toml", ".gitignore", "README.md", "LICENSE", "LICENSE-lessons")
FOLDERS = ("helpkit", "lessons", "exercises")
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
every_file = pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel and an sdist of this project."""
    project = tmp_path_factory.mktemp("project")
    for name in PARTS:
        shutil.copy(ROOT / name, project / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, project / name)
    left_over = project / "lessons" / "en" / ".ipynb_checkpoints"
    left_over.mkdir(exist_ok=True)
    (left_over / "01-checkpoint.ipynb").write_text("{}")
    build = [sys.executable, "-m", "hatchling", "build", "-d", "dist"]
    subprocess.run(build, cwd=project, check=True, capture_output=True)
    return project / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def in_wheel(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.fixture(scope="module")
def in_sdist(built: Path) -> set[str]:
    (found,) = built.glob("*.tar.gz")
    with tarfile.open(found) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_the_wheel_is_for_every_python_and_system(wheel: Path) -> None:
    assert wheel.name == f"helpkit-{helpkit.__version__}-py3-none-any.whl"


def test_the_wheel_carries_the_lessons_of_every_language(in_wheel: set[str]) -> None:
    lessons = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lessons").glob("*/*.ipynb")}
    assert lessons
    assert {f"helpkit/{name}" for name in lessons} <= in_wheel


def test_the_wheel_carries_every_file_of_the_package(in_wheel: set[str]) -> None:
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "helpkit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert package <= in_wheel


def test_the_wheel_carries_nothing_else(in_wheel: set[str]) -> None:
    tops = {name.partition("/")[0] for name in in_wheel}
    made = f"helpkit-{helpkit.__version__}"
    assert tops == {"helpkit", f"{made}.dist-info", f"{made}.data"}
    data = {name for name in in_wheel if name.startswith(f"{made}.data/")}
    view = {path.relative_to(LESSON_VIEW).as_posix() for path in LESSON_VIEW.rglob("*.*")}
    extension = {f"share/jupyter/labextensions/helpkit/{name}" for name in view | {"install.json"}}
    config = "etc/jupyter/jupyter_server_config.d/helpkit.json"
    whatever_loads_it = {f"{made}.data/data/{name}" for name in extension | {config}}
    assert data == whatever_loads_it, "what any Jupyter of the environment loads"


def test_the_wheel_carries_the_notebooks_of_the_exercises_and_nothing_else_of_them(
    in_wheel: set[str],
) -> None:
    notebooks = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("exercises/*/*.ipynb")}
    assert notebooks
    folder = "helpkit/exercises/notebooks/"
    carried = {name.removeprefix(folder) for name in in_wheel if name.startswith(folder)}
    assert {f"exercises/{name}" for name in carried} == notebooks


def test_neither_carries_a_key_a_rubric_or_a_checkpoint(
    in_wheel: set[str], in_sdist: set[str]
) -> None:
    exercises = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("exercises/*/*.toml")}
    assert any(secret_file(name) for name in exercises)
    assert {name for name in exercises if not secret_file(name)} <= in_sdist
    assert {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("exercises/*/text/*")
    } <= in_sdist
    assert [name for name in in_wheel | in_sdist if secret_file(name)] == []


def test_neither_carries_a_sentence_of_a_key(wheel: Path, built: Path) -> None:
    """Under no other name either: the reasons stand in the key and nowhere else."""
    keys = [tomllib.loads(path.read_text("utf-8")) for path in ROOT.glob("exercises/*/key.toml")]
    reasons = [
        sentence.encode("utf-8")
        for key in keys
        for part in key.values()
        for item in part.get("items", {}).values()
        for sentence in item["reason"].values()
    ]
    assert len(reasons) > 200
    (sdist,) = built.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as one, tarfile.open(sdist) as other:
        shipped = [one.read(name) for name in one.namelist()]
        files = [other.extractfile(member) for member in other.getmembers()]
        shipped += [file.read() for file in files if file]
    whole = b"\n".join(shipped)
    assert [reason for reason in reasons if reason in whole] == []


def test_a_download_for_students_carries_no_key() -> None:
    attributes = (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    for name in ("key.toml", "rubric.toml"):
        assert f"exercises/**/{name} export-ignore" in attributes


def secret_file(name: str) -> bool:
    return bool(re.search(r"key\.toml$|rubric\.toml$|\.ipynb_checkpoints", name))


def test_the_wheel_finds_its_own_lessons_and_content(wheel: Path, tmp_path: Path) -> None:
    code = (
        "import helpkit.lab.course_folder as c; from helpkit.content import load; "
        "print(c.lessons_folder(), len(c.notebooks(c.lessons_folder())), len(load('nl').chapters))"
    )
    folder, notebooks, chapters = said(code, wheel, tmp_path).split()
    assert Path(folder) == tmp_path / "site" / "helpkit" / "lessons"
    assert int(notebooks) >= 2
    assert chapters == "9"


def test_the_wheel_knows_the_same_notebooks_as_a_checkout(wheel: Path, tmp_path: Path) -> None:
    code = (
        "import helpkit.lab.course_json as c; print(c.exercises_folder(), c.course_json().decode())"
    )
    folder, _, course = said(code, wheel, tmp_path).partition(" ")
    assert Path(folder) == tmp_path / "site" / "helpkit" / "exercises" / "notebooks"
    assert json.loads(course) == json.loads(course_json())


def said(code: str, wheel: Path, folder: Path) -> str:
    """What a Python prints that has the helpkit of this wheel."""
    zipfile.ZipFile(wheel).extractall(folder / "site")
    environment = os.environ | {"PYTHONPATH": str(folder / "site")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_core_depends_on_five_packages() -> None:
    """A new dependency costs every learner a download; it is a decision, not an accident.

    What comes with ipywidgets anyway, such as comm, is named because we import it.
    """
    names = [re.split(r"[<>=]", one)[0] for one in PROJECT["project"]["dependencies"]]
    assert names == ["anywidget", "cattrs", "comm", "ipywidgets", "plotly", "tomlkit"]


@every_file
def test_requirements_are_pinned_with_hashes_and_name_no_registry(path: Path) -> None:
    text = path.read_text("utf-8")
    pinned = re.findall(r"^[a-z0-9][^\s#]*==\S+", text, re.MULTILINE)
    assert len(pinned) > 20
    assert text.count("--hash=sha256:") > len(pinned)
    assert not re.search(r"://|index-url|find-links", text)


@every_file
def test_requirements_hold_what_the_project_asks_for(path: Path) -> None:
    project = PROJECT["project"]
    extras = project["optional-dependencies"]
    lab = [*extras["lab"], *PROJECT["build-system"]["requires"]]
    teacher = [*lab, *extras["teacher"]]
    test, nbgrader = [*teacher, *extras["test"]], [*lab, *extras["nbgrader"]]
    more = {"lab": lab, "nbgrader": nbgrader, "teacher": teacher, "test": test}
    wanted = [*project["dependencies"], *more[path.stem]]
    names = {re.split(r"[<>=\[]", one)[0].lower() for one in wanted}
    assert names <= set(re.findall(r"^([a-z0-9._-]+)==", path.read_text("utf-8"), re.MULTILINE))


def test_the_jupyterlabs_that_are_allowed_are_those_that_are_tested() -> None:
    """The lesson view takes what is inside JupyterLab, and that is no interface."""
    (wanted,) = (
        each for each in PROJECT["project"]["optional-dependencies"]["lab"] if "jupyterlab" in each
    )
    allowed = Requirement(wanted).specifier
    minor = [f"{major}.{number}" for major in (3, 4, 5) for number in range(30)]
    tested = {pinned("jupyterlab", name).rpartition(".")[0] for name in ("lab", "nbgrader")}
    assert {version for version in minor if f"{version}.9" in allowed} == tested
    assert len(tested) == 2


def pinned(package: str, requirements: str) -> str:
    text = (ROOT / "requirements" / f"{requirements}.txt").read_text("utf-8")
    (version,) = re.findall(rf"^{package}==(\S+)", text, re.MULTILINE)
    return str(version)


def test_all_requirements_name_the_same_versions() -> None:
    lab, teacher, test = (
        set(
            re.findall(
                r"^([a-z0-9._-]+)==(\S+)",
                (ROOT / "requirements" / f"{name}.txt").read_text("utf-8"),
                re.MULTILINE,
            )
        )
        for name in ("lab", "teacher", "test")
    )
    assert lab <= teacher <= test
