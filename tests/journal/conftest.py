"""What the journal's tests share: child processes, and a small file system of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import helpkit.journal

CHILDREN = Path(__file__).parent / "children"
MOUNT_TMPFS = 'mount -t tmpfs -o size=256k tmpfs "$0" && exec "$@"'
WAYS_TO_MOUNT = (
    ["unshare", "--map-root-user", "--mount"],
    ["unshare", "--mount"],
    ["sudo", "-n", "--preserve-env=PYTHONPATH", "unshare", "--mount"],
)

RunChild = Callable[..., Any]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out on other systems what only Linux can do."""
    if sys.platform != "linux":
        config.hook.pytest_deselected(items=[item for item in items if _needs_linux(item)])
        items[:] = [item for item in items if not _needs_linux(item)]


def _needs_linux(item: pytest.Item) -> bool:
    return item.get_closest_marker("linux") is not None


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """For a child that finds helpkit without any installed packages."""
    root = Path(helpkit.journal.__file__).parents[2]
    return {**os.environ, "PYTHONPATH": str(root)}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """An answers folder that does not exist yet."""
    return tmp_path / "answers"


@pytest.fixture
def run_child(environment: dict[str, str]) -> RunChild:
    """Run a script of `children/` and return the JSON it prints."""

    def run(script: str, *arguments: object, before: tuple[str, ...] = ()) -> Any:
        command = [*before, sys.executable, "-S", str(CHILDREN / script), *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return run


@pytest.fixture
def run_on_small_disk(run_child: RunChild, small_disk: list[str], tmp_path: Path) -> RunChild:
    """Run a script of `children/` with a file system of 256 KiB of its own."""
    mount = tmp_path / "small"
    mount.mkdir()
    before = (*small_disk, "sh", "-c", MOUNT_TMPFS, str(mount))
    return lambda script: run_child(script, mount, before=before)


@pytest.fixture(scope="session")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command under which this machine lets us mount."""
    mount = str(tmp_path_factory.mktemp("mount"))
    for way in WAYS_TO_MOUNT:
        if _succeeds([*way, "sh", "-c", MOUNT_TMPFS, mount, "true"]):
            return way
    pytest.fail(
        "this test needs a small file system of its own: let this user make user namespaces "
        "(sysctl -w kernel.unprivileged_userns_clone=1, or on newer Ubuntu "
        "kernel.apparmor_restrict_unprivileged_userns=0), or run the tests as root with the "
        "right to mount (in a container: --cap-add SYS_ADMIN)"
    )


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
