"""JavaScript and style sheets, sent to the page once for all widgets of a kernel.

Our modules import each other like any others. anywidget hands the page one text for each widget,
and a text has no neighbours. So each widget carries a stub (`stub.js`), which waits for the one
loader of its kernel (`loader.js`). The modules travel in packets: each goes out with the first
widget that needs it, behind all that it imports. The page gives each an address in that order and
keeps it by a hash of its content, so that notebooks share what is equal and versions do not mix.
"""

import gzip
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, ClassVar

import anywidget
import ipywidgets
import traitlets as t

from helpkit.content.types import Content

__all__ = ["Module", "ModuleWidget", "modules", "one_layout"]

PACKAGE = Path(str(files("helpkit")))
HERE = Path(__file__).parent

_IMPORT = re.compile(r'^((?:import|export) (?:[^;"()=]*\bfrom )?)"(\.[^"]+)\.js"', re.MULTILINE)
_packets: dict[str, "Packet"] = {}
"""Which packet of this kernel carries a module, by the module's key, in the order of sending."""
_once: dict[object, ipywidgets.Widget] = {}
"""What this kernel has only once: its layout, and the loader for each language."""


@dataclass(frozen=True)
class Module:
    """A module as it travels; an import names its neighbour by `helpkit:` and the key."""

    name: str
    key: str
    source: str
    style: str


class Packet(ipywidgets.Widget):  # type: ignore[misc]
    """Modules on their way to the page; it is shown nowhere."""

    content = t.Bytes().tag(sync=True)


class Loader(anywidget.AnyWidget):
    """What puts modules on the page, with the words that all widgets share; it is shown nowhere."""

    _esm = (HERE / "loader.js").read_text("utf-8")
    words = t.Dict().tag(sync=True)


class ModuleWidget(anywidget.AnyWidget):
    """A widget that a module of ours draws.

    A subclass has `language` and `content`, and names its module in `module`.
    """

    _esm = (HERE / "stub.js").read_text("utf-8")
    module: ClassVar[str]
    content: Content
    loader = anywidget.WidgetTrait().tag(sync=True)
    entry = t.Unicode().tag(sync=True)
    packets = t.List(t.Unicode()).tag(sync=True)

    @t.default("loader")
    def _loader(self) -> Any:
        words = dict(self.content.ui["common"])
        return once(self.content.language, lambda: Loader(words=words, layout=one_layout()))

    @t.default("layout")
    def _layout(self) -> ipywidgets.Layout:
        return one_layout()

    @t.default("entry")
    def _entry(self) -> str:
        return modules(self.module)[-1].key

    @t.default("packets")
    def _needed(self) -> list[str]:
        return [f"anywidget:{packet.model_id}" for packet in _sent(modules(self.module))]


@cache
def modules(name: str) -> tuple[Module, ...]:
    """A module, such as `activities/sort/sort`, behind all that it imports.

    Raises:
        ImportError: modules import each other in a circle.
    """
    ready: dict[str, Module] = {}
    _visit(name, (), ready)
    return tuple(ready.values())


def _visit(name: str, importers: tuple[str, ...], ready: dict[str, Module]) -> None:
    if name in importers:
        raise ImportError(f"modules import each other: {' > '.join([*importers, name])}")
    if name in ready:
        return
    source = _text(name, "js")
    for _, path in _IMPORT.findall(source):
        _visit(_neighbour(name, path), (*importers, name), ready)
    ready[name] = _module(name, source, ready)


def _module(name: str, source: str, ready: Mapping[str, Module]) -> Module:
    """The key of a module changes with those of its neighbours, since it contains them."""

    def linked(match: re.Match[str]) -> str:
        return f'{match[1]}"helpkit:{ready[_neighbour(name, match[2])].key}"'

    text, style = _IMPORT.sub(linked, source), _text(name, "css")
    return Module(name, sha256(f"{text}\0{style}".encode()).hexdigest()[:16], text, style)


def _neighbour(name: str, path: str) -> str:
    return normpath(join(dirname(name), path))


def _text(name: str, kind: str) -> str:
    """A source, or the style sheet beside it, if it has one."""
    path = PACKAGE / f"{name}.{kind}"
    return path.read_text("utf-8") if kind == "js" or path.exists() else ""


def _sent(needed: Iterable[Module]) -> list[Packet]:
    """All packets up to the last with one of these modules; what none carries yet goes out."""
    for key in [key for key, packet in _packets.items() if packet.comm is None]:
        del _packets[key]  # somebody has closed all widgets of the kernel
    missing = [module for module in needed if module.key not in _packets]
    if missing:
        _packets.update(dict.fromkeys((module.key for module in missing), _packet(missing)))
    # Also those between: a module in a packet may import what an earlier one brought.
    sent = list(dict.fromkeys(_packets.values()))
    return sent[: max(sent.index(_packets[module.key]) for module in needed) + 1]


def _packet(some: Iterable[Module]) -> Packet:
    text = json.dumps([asdict(module) for module in some], ensure_ascii=False)
    return Packet(content=gzip.compress(text.encode(), mtime=0))


def once(key: object, make: Callable[[], ipywidgets.Widget]) -> Any:
    """The one widget of this kernel for a key; it is made anew when somebody has closed it."""
    if key not in _once or _once[key].comm is None:
        _once[key] = make()
    return _once[key]


def one_layout() -> ipywidgets.Layout:
    """The layout of every widget: none says anything, and fifty would be fifty messages."""
    return once("layout", ipywidgets.Layout)
