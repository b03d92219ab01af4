"""A real JupyterLab, a real kernel and a real Chromium for whatever tests ask for one."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Error, Page, ViewportSize, expect, sync_playwright

from helpkit.lab.server import SETTINGS
from tests.browser.chromium import chromium_path
from tests.browser.notebook import Notebook
from tests.paths import ROOT

if TYPE_CHECKING:
    from tests.browser.static_page import StaticPage, StaticWindow

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60
EXPECTED = 15  # seconds; a test that starts a server itself asks for more
SIZE: ViewportSize = {"width": 1280, "height": 800}
LIFE = 40  # tests in one window; what JupyterLab does not let go of adds up
# What JupyterLab itself throws when a kernel is restarted or dies before it has answered, and what
# anywidget throws when the page is slow; `test_slow_page.py` holds that our widgets live with that.
NOT_OURS = ("Canceled future for", "[anywidget] Failed to initialize model")
# Where scripts come from: those of our widgets, and those of the lesson view.
OURS = re.compile(r"blob:|/extensions/helpkit/")
JUPYTER = re.compile(r"/static/(lab|notebook)/")
RESULTS = Path("test-results")
OLDER = Path(os.environ.get("HELPKIT_NBGRADER", ROOT / ".venv/nbgrader/bin/python"))
OUR_LAB = (
    "jupyterlab",
    "--LabApp.expose_app_in_browser=True",
    f"--LabApp.app_settings_dir={SETTINGS}",
)

Served = tuple[str, Path]
"""The address of a server, and the folder it serves."""


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of what `make test` leaves to `make test-all`."""
    config.addinivalue_line("markers", "night: runs in the other language what runs by day")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave a picture of what the page showed when a test failed."""
    report = yield
    if report.when == "call" and report.failed:
        for name in ("window", "static_window"):
            if name in item.funcargs:
                spoil(item.funcargs[name], item, report)
    return report


def spoil(window: Any, item: pytest.Function, report: pytest.TestReport) -> None:
    """After a failure nobody knows what is open: the next test gets another window."""
    window.spoiled = True
    try:
        window.page.screenshot(path=RESULTS / f"{re.sub(r'[^a-z0-9]+', '-', item.name)}.png")
    except Error as error:  # it is the test that is told of, also when its page hangs
        report.sections.append(("no picture", str(error)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield chromium
        chromium.close()


def ours(errors: list[str]) -> list[str]:
    """The errors of a page that are of our doing: a stack that is all Jupyter's is not."""
    mine = (error for error in errors if not JUPYTER.search(error) or OURS.search(error))
    return [error for error in mine if not any(known in error for known in NOT_OURS)]


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The address of a JupyterLab with our settings, and the folder it serves."""
    with jupyter(tmp_path_factory.mktemp("lab"), sys.executable, *OUR_LAB) as served:
        yield served


@pytest.fixture(scope="session")
def older_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same with the JupyterLab before this one."""
    with jupyter(tmp_path_factory.mktemp("older"), older_python(), *OUR_LAB) as served:
        yield served


@pytest.fixture(scope="session")
def classic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The address of a Notebook 7 as anybody starts it, and the folder it serves."""
    exposed = "--JupyterNotebookApp.expose_app_in_browser=True"
    with jupyter(tmp_path_factory.mktemp("classic"), older_python(), "notebook", exposed) as served:
        yield served


def older_python() -> str:
    """The Python of the environment that has the JupyterLab before this one."""
    assert OLDER.exists(), f"{OLDER} is not there: `make older` makes it"
    return str(OLDER)


@contextmanager
def jupyter(home: Path, python: str, *application: str) -> Iterator[Served]:
    """A server of this Python, with nothing of the user's own."""
    folder, log = home / "course", home / "log"
    folder.mkdir()
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_PATH": "shared",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    environment = os.environ | {name: str(home / place) for name, place in own.items()}
    command = [python, "-m", *application, "--no-browser", "--allow-root"]
    command += [f"--ServerApp.port={port}", f"--ServerApp.root_dir={folder}"]
    command += ["--IdentityProvider.token="]
    with log.open("w") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
        try:
            wait_for(f"{address}/api/status", server, log)
            yield address, folder
        finally:
            end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """Stop it, also when it waits for a kernel that is just starting and does not answer."""
    server.terminate()
    try:
        server.wait(PATIENCE / 4)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; fail with its log when it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)  # between two polls
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


class Window:
    """The window that all tests use, one after the other: loading JupyterLab is most of the work.

    A test that failed, or that asks for something no later test should find, leaves it `spoiled`.
    """

    def __init__(self, browser: Browser):
        self.browser, self.spoiled, self.age = browser, True, 0
        self.errors: list[str] = []
        self.page: Page

    def ready(self) -> Page:
        """A page of 1280 by 800 with a tidy desk."""
        if self.spoiled or self.age >= LIFE:
            self.renew()
        self.age += 1
        self.errors.clear()
        return self.page

    def renew(self) -> None:
        """Another window."""
        self.close()
        self.page = self.browser.new_context(viewport=SIZE).new_page()
        self.page.on("pageerror", lambda error: self.errors.append(error.stack or str(error)))
        self.spoiled, self.age = False, 0

    def tidy(self) -> None:
        """As it was before the test."""
        for other in self.page.context.pages:
            if other != self.page:
                other.close()
        self.page.set_viewport_size(SIZE)
        self.page.emulate_media(reduced_motion=None, color_scheme=None)
        self.page.mouse.move(0, 0)
        if self.page.url.startswith("http"):
            self.page.evaluate("() => localStorage.clear()")

    def close(self) -> None:
        """Away with it."""
        if hasattr(self, "page"):
            self.page.context.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Window]:
    """The window of the run."""
    shared = Window(browser)
    yield shared
    shared.close()


@pytest.fixture(scope="session")
def numbers() -> Iterator[int]:
    """What the notebooks of the run are called, one after the other."""
    return count(1)


@pytest.fixture(autouse=True)
def patience() -> None:
    """What one test set for its own, slower server does not last."""
    expect.set_options(timeout=EXPECTED * 1000)


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """A page for one test alone, that may listen, wait and set what would last."""
    context = browser.new_context(viewport=SIZE)
    page, errors = context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
    yield page
    context.close()
    assert not ours(errors), f"errors in the page: {ours(errors)}"


@pytest.fixture
def page(window: Window) -> Iterator[Page]:
    """The page of the run, tidy; its errors fail the test.

    It outlives the test, and so does a listener on it: who needs one takes `own_page`.
    """
    yield window.ready()
    window.tidy()
    assert not ours(window.errors), f"errors in the page: {ours(window.errors)}"


@pytest.fixture
def notebook(page: Page, lab: Served, tmp_path: Path, numbers: Iterator[int]) -> Iterator[Notebook]:
    """A notebook that can be written, opened and run; its answers folder is its own.

    An error that a widget tells of fails the test; one that expects it calls
    `notebook.page.goto("about:blank")` after looking.
    """
    address, folder = lab
    opened = Notebook(page, address, folder, tmp_path / "answers", next(numbers))
    yield opened
    faults = opened.faults()
    opened.close()
    assert not faults, f"errors told by widgets: {faults}"


@pytest.fixture(scope="session")
def static_window(browser: Browser) -> Iterator["StaticWindow"]:
    """The window of all static pages of the run."""
    from tests.browser.static_page import StaticWindow  # it loads ipywidgets, units need not

    window = StaticWindow(browser)
    yield window
    window.close()


@pytest.fixture
def static(
    static_window: "StaticWindow", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator["StaticPage"]:
    """A static page; errors in the page and faults that a widget tells of fail the test."""
    monkeypatch.setenv("HELPKIT_ANSWERS", "")  # put back after the test, whatever the page sets
    place = static_window.ready(tmp_path / "answers")
    yield place
    problems = [*static_window.errors, *place.faults()]
    place.leave()
    assert not problems, f"errors in the page: {problems}"
