"""No test reaches beyond this machine: what tries to fails where it tries."""

import ipaddress
import sys
from typing import Any

import pytest
from hypothesis import settings

pytest_plugins = ["tests.browser.fixtures"]

# A law holds on a busy machine too: how long an example takes is no part of it.
settings.register_profile("helpkit", deadline=None)
settings.load_profile("helpkit")

# What tests share says what it found, as the tests themselves do.
pytest.register_assert_rewrite("tests.browser.steps")


def _stay_here(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        raise RuntimeError(f"a test must not use the network, and this one wants {host}")


def _is_here(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(name))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


sys.addaudithook(_stay_here)
