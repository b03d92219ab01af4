"""Reach the pure helpers that a widget's module exports, in the real browser."""

from typing import Any

from playwright.sync_api import Page

from helpkit.frontend.base import compose
from tests.paths import ROOT

CALL = """async ([source, expression]) => {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(address);
  return new Function("m", `return (${expression})`)(module);
}"""


def module_of(name: str) -> str:
    """The module of this name, seen from the package and without its ending: no two have one."""
    package = ROOT / "helpkit"
    (path,) = package.rglob(f"{name}.js")
    return path.relative_to(package).with_suffix("").as_posix()


def exported(page: Page, name: str, expression: str) -> Any:
    """The value of a JavaScript expression in which `m` is the module of the widget `name`."""
    return page.evaluate(CALL, [compose(module_of(name)), expression])
