"""The whole evening: `helpkit lab`, lesson 1 from the first click to the last, and the next one.

Nothing is written from the side: everything goes through the mouse and the keyboard of a learner,
in each language. The next evening is a new server, a new page and a new kernel.
"""

from pathlib import Path
from typing import Self

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from helpkit.content import load
from helpkit.journal import Journal
from tests.browser.axe import serious
from tests.browser.fixtures import ours
from tests.browser.notebook import FAULTS, THEMED, on_one_page
from tests.browser.steps import all_saved
from tests.lab.running import PATIENCE, Lab, running_lab
from tests.language import english_in

TITLE = "How to Offer, Give, and Receive Help"
LICENCE = "CC BY 4.0"
OWN_LANGUAGE = """(node) => {
  const copy = node.cloneNode(true);
  copy.querySelectorAll(":is([lang], code, svg)").forEach((one) => one.remove());
  return copy.innerText;
}"""
STORY = {
    "episode": "Gisteren wilde ik mijn zus helpen verhuizen.",
    "both-sides": "Zij wilde rust; ik wilde nuttig zijn <b>en</b> snel.",
    "concept": "Opdringen, en het was informeel.",
    "next-time": "Eerst vragen, dan pas tillen.",
}
LANGUAGES = ["nl", pytest.param("en", marks=pytest.mark.night)]


class Evening:
    """A learner at lesson 1."""

    def __init__(self, page: Page, lab: Lab, language: str):
        self.page, self.lab, self.language = page, lab, language
        self.content = load(language)
        page.set_default_timeout(PATIENCE * 1000)
        expect.set_options(timeout=PATIENCE * 1000)

    def begin(self) -> Self:
        """Open the address that `helpkit lab` prints, and look at the whole lesson."""
        self.page.goto(self.lab.address)
        on_one_page(self.page)
        expect(self.widget("start")).to_be_visible()
        self.widget("share").wait_for(state="attached")
        return self

    def widget(self, name: str, number: int = 0) -> Locator:
        return self.page.locator(f".hk-{name}").nth(number)

    def key(self, name: str, key: str, number: int = 0) -> Locator:
        return self.widget(name, number).locator(f"[data-key='{key}']")

    def answer_the_message(self) -> None:
        widget = self.widget("message")
        widget.get_by_role("textbox").fill("Stuur maar!")
        widget.get_by_role("button").first.click()
        self.key("message", "label-told").click()

    def guess(self, number: int, guess: str) -> None:
        widget = self.widget("predict", number)
        widget.get_by_role("spinbutton").fill(guess)
        for degree in widget.get_by_role("radio").all()[2:3]:  # of a number for fun none is asked
            degree.check()
        widget.get_by_role("button").click()
        expect(widget.locator(".hk-number")).to_have_text(guess)

    def look_up(self, entry: str) -> None:
        """A term that is marked in the text, and back to the text."""
        word = self.page.locator(f".jp-MarkdownOutput a[href='#term-{entry}']")
        word.scroll_into_view_if_needed()
        word.press("Enter")
        opened = self.page.get_by_role("dialog", name=self.content.glossary[entry].term)
        expect(opened).to_contain_text(self.content.glossary[entry].definition)
        expect(word).to_be_in_viewport()
        self.page.keyboard.press("Escape")
        expect(opened).to_be_hidden()
        expect(word).to_be_focused()

    def sort(self) -> dict[str, str]:
        """One card by the mouse, one by the keyboard, one with a click."""
        board = self.widget("sort")
        done = {}
        board.locator(".hk-board").evaluate("(node) => node.scrollIntoView({ block: 'end' })")
        done[self.in_hand(board)] = "formal"
        self.drag(board.locator(".hk-big"), board.locator(".hk-column[data-column='formal']"))
        card = board.locator(".hk-pile .hk-card").nth(1)
        done[str(card.get_attribute("data-card"))] = "informal"
        card.focus()
        for press in ("Enter", "ArrowRight", "Enter"):
            self.page.keyboard.press(press)
        expect(board.locator(".hk-column[data-column='informal'] .hk-card")).to_have_count(1)
        done[self.in_hand(board)] = "semi_formal"
        self.key("sort", "choice.semi_formal").click()
        return done

    def in_hand(self, board: Locator) -> str:
        return str(board.locator(".hk-big").get_attribute("data-card"))

    def drag(self, card: Locator, column: Locator) -> None:
        start, goal = card.bounding_box(), column.bounding_box()
        assert start
        assert goal
        self.page.mouse.move(start["x"] + 40, start["y"] + 18)
        self.page.mouse.down()
        self.page.mouse.move(goal["x"] + 40, goal["y"] + 18, steps=6)
        self.page.mouse.up()
        expect(column.locator(".hk-card")).to_have_count(1)

    def find(self, done: dict[str, str]) -> None:
        for card, column in done.items():
            place = f".hk-column[data-column='{column}'] [data-card='{card}']"
            expect(self.widget("sort").locator(place)).to_be_visible()

    def see_the_answer(self) -> None:
        self.widget("reveal").get_by_role("button").click()
        expect(self.widget("reveal").locator("blockquote")).to_contain_text("14")

    def diagnose(self) -> None:
        self.key("flip", "the-sink-helper").click()
        self.key("flip", "show").click()
        self.widget("cases").get_by_role("radio").nth(2).check()
        self.widget("cases").get_by_role("textbox").fill("Wat maakt het lastig?")
        self.key("cases", "show").click()
        expect(self.widget("cases")).to_contain_text(self.content.cases["pills-not-taken"].lesson)
        self.widget("gates").get_by_role("radio").nth(1).check()
        self.key("gates", "show").click()
        expect(self.key("gates", "reveal")).to_be_visible()
        self.page.locator("[data-key='card-tell']").click()
        expect(self.page.locator("[data-key='card-tell'].hk-now")).to_be_visible()

    def reflect(self) -> None:
        fields = self.widget("reflect").get_by_role("textbox")
        for field, text in zip(fields.all(), STORY.values(), strict=True):
            field.fill(text)
        self.page.keyboard.press("Tab")

    def found(self) -> None:
        """Everything that was done, as the page shows it."""
        expect(self.widget("message").locator(".hk-mine p")).to_have_text("Stuur maar!")
        expect(self.key("message", "label-told")).to_have_attribute("aria-pressed", "true")
        expect(self.widget("predict").locator(".hk-number")).to_have_text("14")
        expect(self.widget("predict", 1).locator(".hk-number")).to_have_text("9")
        expect(self.widget("reveal").locator("blockquote")).to_contain_text("14")
        if self.key("flip", "previous").count():  # it opens at the first pair still to do
            self.key("flip", "previous").click()
        expect(self.key("flip", "the-sink-helper")).to_have_attribute("aria-pressed", "true")
        self.key("cases", "index-pills-not-taken").click()
        expect(self.widget("cases").get_by_role("radio").nth(2)).to_be_checked()
        expect(self.widget("cases").get_by_role("textbox")).to_have_value("Wat maakt het lastig?")
        self.key("gates", "index-friends-marriage").click()
        expect(self.widget("gates").get_by_role("radio").nth(1)).to_be_checked()
        expect(self.page.locator("[data-key='card-tell'].hk-now")).to_be_visible()
        fields = self.widget("reflect").get_by_role("textbox")
        for field, text in zip(fields.all(), STORY.values(), strict=True):
            expect(field).to_have_value(text)
        self.widget("recap").scroll_into_view_if_needed()
        expect(self.widget("recap")).to_contain_text("14")

    def in_the_dark(self) -> None:
        """Choose the dark theme in the menu of JupyterLab, which comes with the code."""
        code = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .hk-show-code")
        code.click()
        self.page.get_by_role("menuitem", name="Settings", exact=True).click()
        for entry in ("Theme", "JupyterLab Dark"):  # a submenu of JupyterLab has no role of its own
            self.page.locator(".lm-Menu").get_by_text(entry, exact=True).click()
        self.page.wait_for_function(THEMED, arg="JupyterLab Dark")
        code.click()

    def clean(self) -> None:
        """No fault told, nothing grave for axe in light or dark, and no English in the Dutch."""
        told = self.page.locator(".hk-problem:visible").all_text_contents()
        assert [text for text in told if text.startswith(FAULTS)] == []
        assert serious(self.page) == []
        self.in_the_dark()
        assert serious(self.page) == []
        if self.language == "nl":
            own = ".jp-Notebook :is(.hk, .jp-RenderedMarkdown)"
            texts = [node.evaluate(OWN_LANGUAGE) for node in self.page.locator(own).all()]
            text = "\n".join(texts).replace(TITLE, "").replace(LICENCE, "")
            assert english_in(text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_evening_and_the_next(browser: Browser, tmp_path: Path, language: str) -> None:
    course = tmp_path / "course"
    with running_lab(course, tmp_path / "jupyter", "--language", language) as lab:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        evening = Evening(page, lab, language).begin()
        evening.answer_the_message()
        evening.guess(0, "14")
        done = evening.sort()
        evening.look_up("client")
        evening.see_the_answer()
        evening.diagnose()
        evening.guess(1, "9")
        evening.reflect()
        all_saved(page)
        evening.found()
        evening.clean()
        page.context.close()
    assert ours(errors) == []

    kept = Journal(course / "answers").state().of("01", "help-that-missed").reflections
    assert {key: event.value for key, event in kept.items()} == STORY
    assert all(event.private for event in kept.values())

    with running_lab(course, tmp_path / "jupyter", "--language", language) as lab:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        evening = Evening(page, lab, language).begin()
        evening.find(done)
        evening.found()
        expect(page.locator(".jp-Notebook")).not_to_contain_text("model not found")
        page.context.close()
