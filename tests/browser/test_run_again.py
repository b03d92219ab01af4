"""Running a lesson again: the old widgets leave the page, and what was typed is in the new ones."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal

ALL = "(node) => node.querySelectorAll('*').length"


def run_again(notebook: Notebook, root: Locator) -> None:
    """Run all cells, until another widget stands in the place of this one."""
    old = root.element_handle()
    notebook.run()
    notebook.page.wait_for_function("(node) => !node.isConnected", arg=old)
    old.dispose()  # or the page would keep it for the test
    expect(root).to_be_visible()


def nodes(page: Page) -> int:
    """What the page keeps alive, seen or not."""
    wire = page.context.new_cdp_session(page)
    wire.send("HeapProfiler.collectGarbage")
    return int(wire.send("Memory.getDOMCounters")["nodes"])


def test_the_page_grows_by_no_widget(notebook: Notebook) -> None:
    root = notebook.show("ch1.sort('formality')").widget("sort")
    expect(root).to_be_visible()
    run_again(notebook, root)
    before, times = nodes(notebook.page), 4
    for _ in range(times):
        run_again(notebook, root)
    grown = nodes(notebook.page) - before
    assert grown < times * root.evaluate(ALL) / 2


def test_what_is_being_typed_goes_on_in_the_new_widget(notebook: Notebook) -> None:
    root = notebook.show("ch1.reflect('help-that-missed')").widget("reflect")
    field = root.get_by_role("textbox").first
    for text in ("On Tuesday", "On Tuesday my neighbour", "On Tuesday my neighbour rang"):
        field.fill(text)
        run_again(notebook, root)
        expect(field).to_have_value(text)
    all_saved(notebook.page)
    events = journal(notebook).state().of("01", "help-that-missed").reflections
    assert events["episode"].value == "On Tuesday my neighbour rang"
