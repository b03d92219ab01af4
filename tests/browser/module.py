"""Reach the pure helpers that a widget's module exports, in the real browser."""

from typing import Any

from playwright.sync_api import Page

from helpkit.widgets.base import compose

CALL = """async ([source, expression]) => {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(address);
  return new Function("m", `return (${expression})`)(module);
}"""


def exported(page: Page, name: str, expression: str) -> Any:
    """The value of a JavaScript expression in which `m` is the module of the widget `name`."""
    return page.evaluate(CALL, [compose(name), expression])
