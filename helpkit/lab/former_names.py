"""Modules under the names they had when a notebook or a configuration was written.

Teachers and learners keep what they changed: a notebook of the desk, a copy of a lesson, a
configuration of nbgrader. They import a few modules by name, and those modules have moved since.
A finder at the end of `sys.meta_path` is asked only when nothing else answers, so it costs nothing
until then. It loads the module of today and puts that same module under the former name: there are
never two copies of a class.
"""

import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

__all__ = ["FormerNames", "install"]

MODULES: Final[Mapping[str, str]] = {
    "helpkit.desk": "helpkit.teacher.marking.desk",
    "helpkit.nbgrader.preprocessor": "helpkit.teacher.nbgrader.preprocessor",
    "helpkit.checks.scenes": "helpkit.content.scene_graph",
}
PACKAGES: Final = frozenset({"helpkit.nbgrader", "helpkit.checks"})
"""The folders of former modules; each is an empty package now."""


class FormerNames:
    """Finds and loads the modules in `MODULES`."""

    @classmethod
    def find_spec(cls, name: str, *_: Any) -> ModuleSpec | None:
        """How to load the module of this name; None for any name that is not a former one."""
        if name in MODULES:
            # It has what a loader has; `importlib.abc` would take its time to load.
            return ModuleSpec(name, cls())  # type: ignore[arg-type]
        # Without a folder of its own to search, or Python would load a second copy from there.
        return ModuleSpec(name, None, is_package=True) if name in PACKAGES else None

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave the making of a module to Python; it is replaced at once."""

    def exec_module(self, module: ModuleType) -> None:
        """Put the module of today in the place of the empty one."""
        sys.modules[module.__name__] = import_module(MODULES[module.__name__])


def install() -> None:
    """Let Python ask this finder last."""
    sys.meta_path.append(FormerNames)
