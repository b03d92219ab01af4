"""Starts JupyterLab on a course folder, and stops with it.

Everything is set on the command line of JupyterLab's own application or in `settings` beside this
file: nothing is written into the user's own Jupyter settings, whose theme and layout choices still
count.
"""

import asyncio
import os
import sys
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NoReturn

from jupyter_core.paths import (
    get_home_dir,
    jupyter_config_dir,
    jupyter_data_dir,
    jupyter_runtime_dir,
)

from helpkit.journal.answers_folder import is_writable
from helpkit.lab.saving import drop_widgets
from helpkit.lab.surroundings import surroundings

__all__ = ["end_in_time", "serve"]

SETTINGS = Path(str(files("helpkit.lab"))) / "settings"

LONGEST_END: Final = 15
"""Seconds that stopping the kernels may take."""


def serve(
    root: Path,
    workspaces: Path,
    workspace: str,
    *,
    notebook: str = "",
    course: str = "",
    browser: bool = True,
    port: int | None = None,
) -> NoReturn:
    """Serve the folder until Ctrl-C, and end the process; Jupyter prints the address.

    Args:
        root: the course folder.
        workspaces: where its layouts are kept.
        workspace: the layout to open.
        notebook: the notebook that comes to the front whatever the layout, if any.
        course: the language of the lessons, if it is there for them: the lesson view may then put
            away JupyterLab's own bars, and opens the welcome page when nothing else is open.
        browser: whether to open the default browser.
        port: where to listen; without one, Jupyter's own choice.
    """
    os.environ |= surroundings(root / ".helpkit" / "jupyter", _usual(), is_writable)
    from jupyterlab.labapp import LabApp  # which looks at these variables when it is imported

    start = f"/lab/workspaces/{workspace}{f'/tree/{notebook}' if notebook else ''}"
    options = _options(root, workspaces, start) | {"ServerApp.open_browser": browser}
    if port is not None:
        options["ServerApp.port"] = port
    server = LabApp.initialize_server([f"--{name}={value}" for name, value in options.items()])
    server.contents_manager.register_pre_save_hook(drop_widgets)
    if course:
        server.web_app.settings["page_config_data"]["helpkitCourse"] = course
    end_in_time(server)
    server.start()
    # Jupyter has stopped its kernels and removed its files, but the threads in which it read files
    # wait for a task that never ends: an ordinary exit would join them and hang.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def end_in_time(server: Any) -> None:
    """Let a server end although a kernel keeps it waiting.

    One that is just starting when Ctrl-C comes may never answer that it should stop. It ends by
    itself when its server does, so nobody has to wait for it.
    """
    clean_up = server._cleanup

    async def bounded() -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(clean_up(), LONGEST_END)

    server._cleanup = bounded


def _usual() -> dict[str, Path]:
    return {
        "JUPYTER_DATA_DIR": Path(jupyter_data_dir()),
        "JUPYTER_RUNTIME_DIR": Path(jupyter_runtime_dir()),
        "JUPYTER_CONFIG_DIR": Path(jupyter_config_dir()),
        "IPYTHONDIR": Path(os.environ.get("IPYTHONDIR") or Path(get_home_dir(), ".ipython")),
    }


def _options(root: Path, workspaces: Path, start: str) -> dict[str, object]:
    return {
        "ServerApp.root_dir": root,
        "Application.log_level": "ERROR",
        # Other users of a shared machine cannot listen in between the page and the kernel.
        "KernelManager.transport_encryption": "auto",
        # One Ctrl-C ends it: the journal has every answer, there is nothing to confirm.
        "ServerApp.answer_yes": True,
        # In a container or on a hired machine there is often no other user; it listens locally.
        "ServerApp.allow_root": True,
        "LabApp.default_url": start,
        "LabApp.workspaces_dir": workspaces,
        "LabApp.app_settings_dir": SETTINGS,
        # No question about news and no call to the outside, whatever the user's settings say.
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
    }
