"""axe-core on one part of a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}


def serious(page: Page, selector: str = ".hk") -> list[str]:
    """What axe finds serious or critical under the selector, one line per element."""
    found = Axe().run(page, context=selector).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
