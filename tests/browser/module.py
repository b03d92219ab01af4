"""Reach the pure helpers of a widget's modules, in the real browser."""

from dataclasses import asdict
from typing import Any

from playwright.sync_api import Page

from helpkit.frontend.modules import modules
from tests.paths import ROOT

CALL = """async ([modules, expression]) => {
  const address = {}, exports = {};
  for (const { key, source } of modules) {
    const linked = source.replace(/helpkit:(\\w+)/g, (_, neighbour) => address[neighbour]);
    address[key] = URL.createObjectURL(new Blob([linked], { type: "text/javascript" }));
    Object.assign(exports, await import(address[key]));
  }
  return new Function("m", `return (${expression})`)(exports);
}"""


def module_of(name: str) -> str:
    """The module of this name, seen from the package and without its ending: no two have one."""
    package = ROOT / "helpkit"
    (path,) = package.rglob(f"{name}.js")
    return path.relative_to(package).with_suffix("").as_posix()


def exported(page: Page, name: str, expression: str) -> Any:
    """The value of a JavaScript expression where `m` has all exports of `name` and its imports."""
    graph = [asdict(module) for module in modules(module_of(name))]
    return page.evaluate(CALL, [graph, expression])
