"""A real kernel for whatever tests ask for one."""

from collections.abc import Iterator

import pytest
from jupyter_client.manager import KernelManager


@pytest.fixture(scope="module")
def kernel() -> Iterator[KernelManager]:
    """One for all tests of a file."""
    manager = KernelManager()
    manager.start_kernel()
    yield manager
    manager.shutdown_kernel(now=True)
