"""axe-core on one part of a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
CONTRAST = ("color-contrast",)
"""The one rule that another theme can break."""
AT_REST = """() => Promise.all(document.getAnimations()
  .filter((moving) => Number.isFinite(moving.effect.getComputedTiming().endTime))
  .map((moving) => moving.finished.catch(() => {})))"""
"""A color on its way from one theme to the other is neither."""


def serious(page: Page, selector: str = ".hk", rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds serious or critical under the selector, one line per element."""
    page.evaluate(AT_REST)
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = [*rules]
    violations = Axe().run(page, selector, options).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} {node['failureSummary']}"
        for rule in violations
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
