"""A browser without any room left: no false promise, and the page itself keeps what was done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import journal, kill_kernel, pid_cell
from tests.browser.test_evening import LANGUAGES

COMMON = {language: load(language).ui["common"] for language in ("en", "nl")}
SORT = "formality"
REFLECT = "help-that-missed"

FILL = """() => {
  let lump = "x".repeat(1 << 20);
  for (let number = 0; lump.length; number += 1)
    try {
      localStorage.setItem(`filling-${number}`, lump);
    } catch {
      lump = lump.slice(0, lump.length >> 1);
    }
}"""
EMPTY = """() => {
  for (const name of Object.keys(localStorage))
    if (name.startsWith("filling")) localStorage.removeItem(name);
}"""
LEFT = "() => Object.keys(localStorage).filter((name) => /[.](out|draft)[.]/.test(name))"
ASKS = """() => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.fixture
def full(notebook: Notebook) -> Iterator[Page]:
    """The page of a notebook; `FILL` it when the widgets are there."""
    yield notebook.page
    notebook.page.evaluate(EMPTY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_done_after_the_kernel_died_comes_back_in_the_same_page(
    notebook: Notebook, full: Page, tmp_path: Path, language: str
) -> None:
    process = tmp_path / "pid"
    verbs = f"ch1.sort({SORT!r})", f"ch1.reflect({REFLECT!r})", pid_cell(process)
    notebook.show(*verbs, language=language)
    cards, text = notebook.widget("sort"), notebook.widget("reflect")
    field, told = text.get_by_role("textbox").first, text.locator(".hk-status").first
    expect(field).to_be_visible()
    full.evaluate(FILL)
    place(cards, 2)
    field.fill("On Tuesday")
    field.blur()
    expect(told).to_contain_text(load(language).ui["reflect"]["saved-today"].split("{")[0])

    kill_kernel(notebook, process)
    place(cards, 1)
    field.press("End")
    full.keyboard.type(" my neighbour")
    expect(told).to_have_text(COMMON[language]["no-room"])
    expect(cards.get_by_role("alert")).to_have_text(COMMON[language]["kernel-silent-full"])
    assert full.evaluate(LEFT) == []
    assert full.evaluate(ASKS)

    notebook.run()
    expect(cards.locator(".hk-column .hk-card")).to_have_count(3)
    expect(field).to_have_value("On Tuesday my neighbour")
    full.wait_for_function(f"() => !({ASKS})()")
    state = journal(notebook).state()
    assert len(state.of("01", SORT).answers) == 3
    assert state.of("01", REFLECT).reflections["episode"].value == "On Tuesday my neighbour"


def place(cards: Locator, number: int) -> None:
    """Put so many cards at hand into the first column."""
    for _ in range(number):
        at_hand = cards.locator(".hk-big")
        card = at_hand.get_attribute("data-card")
        cards.locator("[data-key='choice.formal']").click()
        expect(at_hand).not_to_have_attribute("data-card", str(card))


def test_what_only_the_page_had_goes_to_the_browser_when_there_is_room(full: Page) -> None:
    full.evaluate(FILL)
    steps = """(() => {
      const shelf = m.storage("shelf");
      shelf.put("text", "mine".repeat(20));
      const told = [shelf.safe("text"), shelf.get("text"), shelf.keys("")];
      %s
      shelf.put("more", 1);
      shelf.drop("more");
      return [...told, shelf.safe("text"), localStorage.getItem("shelf.text")];
    })()"""
    room = f"({EMPTY})();"
    text = "mine" * 20
    found = exported(full, "reflect", steps % room)
    assert found == [False, text, ["text"], True, f'"{text}"']
    full.evaluate("() => localStorage.removeItem('shelf.text')")


def test_a_browser_that_keeps_nothing_is_told_of_too(own_page: Page) -> None:
    own_page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });"
    )
    own_page.goto("about:blank")
    call = """(() => {
      const shelf = m.storage("shelf");
      shelf.put("text", "mine");
      shelf.remember("habit", 1);
      const kept = [shelf.get("text"), shelf.safe("text"), shelf.keys("te"), shelf.get("habit")];
      shelf.drop("text");
      return [...kept, shelf.get("text")];
    })()"""
    assert exported(own_page, "reflect", call) == ["mine", False, ["text"], None, None]
