"""Flip one thing in a real JupyterLab."""

from playwright.sync_api import expect

from tests.activities.flip.test_page import CELL
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening

OUTBOX = "() => Object.keys(localStorage).filter((key) => key.includes('.out.')).length"


def test_with_the_mouse(notebook: Notebook) -> None:
    root = notebook.show(CELL).widget("flip")
    where, shown = root.locator(".hk-where"), root.locator(".hk-shown")
    expect(where).to_have_text("Pair 1 of 6")
    expect(root.locator(".hk-level")).to_have_text(["semi-formal", "informal"])
    expect(root.locator("[data-key='show']")).to_be_disabled()
    root.locator("[data-key='the-sink-payment']").click()
    expect(root.locator("[data-key='the-sink-payment']")).to_have_attribute("aria-pressed", "true")
    expect(shown).to_have_count(0)
    root.locator("[data-key='show']").click()
    expect(shown).to_be_focused()
    expect(shown).to_contain_text("You said ‘payment and agreements’, which is a good answer too.")
    root.locator("[data-key='the-sink-helper']").click()
    expect(shown).to_contain_text("First you said ‘payment and agreements’, now ‘who helps’.")
    root.locator("[data-key='next']").click()
    expect(where).to_have_text("Pair 2 of 6")
    expect(where).to_be_focused()
    root.locator("[data-key='the-coach-occasion']").click()
    root.locator("[data-key='show']").click()
    expect(shown).to_contain_text("You said ‘occasion’. We say ‘payment and agreements’.")
    root.locator("[data-key='previous']").click()
    expect(shown).to_contain_text("which is a good answer too")
    all_saved(notebook.page)

    root = next_evening(notebook, "flip")
    expect(where).to_have_text("Pair 3 of 6")
    root.locator("[data-key='previous']").click()
    expect(shown).to_contain_text("You said ‘occasion’.")
    root.locator("[data-key='previous']").click()
    expect(root.locator("[data-key='the-sink-helper']")).to_have_attribute("aria-pressed", "true")
    done = journal(notebook).state().of("01", "flip")
    assert done.answers == {"the-sink": "helper", "the-coach": "occasion"}
    assert done.reveals == {"the-sink": "payment", "the-coach": "occasion"}


def test_only_the_last_of_two_answers_to_a_dead_kernel_is_sent_again(notebook: Notebook) -> None:
    root = notebook.show(CELL).widget("flip")
    root.locator("[data-key='the-sink-payment']").click()
    all_saved(notebook.page)
    notebook.restart()
    root.locator("[data-key='the-sink-occasion']").click()
    root.locator("[data-key='the-sink-helper']").click()
    assert notebook.page.evaluate(OUTBOX) == 1
    root.evaluate("(node) => node.remove()")  # the kernel is a new one already
    notebook.run()
    expect(root.locator("[data-key='the-sink-helper']")).to_have_attribute("aria-pressed", "true")
    all_saved(notebook.page)
    assert [event.value for event in journal(notebook).events()] == ["payment", "helper"]
