"""Lesson 2 as a learner does it, in each language: from the list to the ledger of predictions."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

import pytest
from playwright.sync_api import Browser, Locator, expect

from helpkit.journal import Journal
from tests.browser.fixtures import ours
from tests.browser.notebook import on_one_page
from tests.browser.steps import all_saved
from tests.browser.test_evening import LANGUAGES, Evening
from tests.lab.running import running_lab

PREDICTED = {
    "sent-something": ("32", 30),
    "own-receipts": ("4", 10),
    "both-gave-five": ("0", 2),
    "helping-fits": ("25", 26),
    "remark-in-public": ("2", 4),
}


class SecondEvening(Evening):
    """A learner at lesson 2."""

    number = "02"
    predicted: Mapping[str, tuple[str, int]] = PREDICTED

    def begin(self) -> Self:
        """Open the lesson on the map of all lessons, and look at the whole of it."""
        self.page.goto(self.lab.address)
        home = self.content.ui["lesson_view"]["all-lessons"]
        self.page.locator(".hk-lesson-bar .hk-ways button", has_text=home).click()
        name = self.content.chapters[self.number].file
        self.page.locator(f".hk-lessons .hk-station a[href='{name}']").click()
        expect(self.mine.locator(".hk-lesson-bar")).to_contain_text(f"{int(self.number)} ·")
        on_one_page(self.page)
        self.mine.locator(".hk-share").wait_for(state="attached")
        return self

    @property
    def mine(self) -> Locator:
        """Lesson 2; lesson 1 is open behind it."""
        return self.page.locator(".jp-NotebookPanel:visible")

    def widget(self, name: str, number: int = 0) -> Locator:
        return self.mine.locator(f".hk-{name}").nth(number)

    def foresee(self, number: int, key: str) -> None:
        guess, answer = self.predicted[key]
        self.guess(number, guess)
        self.widget("reveal", number).get_by_role("button").click()
        expect(self.widget("reveal", number).locator(".hk-panel")).to_contain_text(str(answer))

    def price(self, number: int, price: int) -> None:
        for key in self.content.favours:
            self.key("receipt", f"{key}-{price}", number).click()

    def trust(self) -> None:
        self.key("explore", "knob-sent").fill("5")
        expect(self.widget("explore").locator(".hk-value").first).to_contain_text("5")
        expect(self.widget("explore").locator(".hk-words")).to_contain_text("15")

    def favours(self) -> None:
        self.widget("favours").scroll_into_view_if_needed()
        for move in ("give-A", "give-B", "thank-A"):
            self.key("favours", move).click()
        expect(self.widget("favours").locator(".hk-moves li")).to_have_count(3)
        self.key("favours", "own").click()
        expect(self.widget("favours").locator(".hk-people .hk-value")).to_contain_text("1")

    def write(self, number: int = 0) -> None:
        for field in self.widget("reflect", number).get_by_role("textbox").all():
            field.fill("Mijn buurman gaf mij zijn oude fiets.")
        self.page.keyboard.press("Tab")

    def cast(self) -> None:
        casting = self.widget("casting")
        casting.scroll_into_view_if_needed()
        expect(casting.locator(".hk-words")).to_contain_text(self.number_text("9.54"))
        self.key("casting", "try-friend-helps").click()
        expect(casting.locator(".hk-words")).to_contain_text(self.number_text("4.61"))

    def number_text(self, text: str) -> str:
        return text.replace(".", self.content.ui["chart"]["decimal"])

    def lose_face(self) -> None:
        self.key("explore", "knob-audience-public", 1).check()
        expect(self.widget("explore", 1).locator(".hk-words")).to_contain_text("6")

    def go_up_and_down(self) -> None:
        self.key("seesaw", "help").click()
        expect(self.widget("seesaw").locator(".hk-moves li")).to_have_count(1)

    def film(self) -> None:
        self.key("cameras", "account-telephone").click()
        self.key("cameras", "stage-joke").click()
        self.key("cameras", "look").click()
        expect(self.widget("cameras").locator(".hk-seen .main-svg").first).to_be_attached()

    def look_back(self) -> None:
        ledger = self.widget("predictions")
        ledger.scroll_into_view_if_needed()
        expect(ledger.locator(".hk-entry")).to_have_count(5)
        expect(ledger.locator(".hk-for-fun")).to_have_count(3)
        expect(ledger.locator(".hk-panel")).to_contain_text("3")  # so many until there is a picture


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_evening(browser: Browser, tmp_path: Path, language: str) -> None:
    course = tmp_path / "course"
    with running_lab(course, tmp_path / "jupyter", "--language", language) as lab:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        evening = SecondEvening(page, lab, language).begin()
        evening.key("sort", "choice.economic").click()
        evening.price(0, 8)
        evening.foresee(0, "sent-something")
        evening.trust()
        evening.price(1, 6)
        evening.foresee(1, "own-receipts")
        evening.foresee(2, "both-gave-five")
        evening.favours()
        evening.mine.locator(".hk.hk-choose [data-key='card-open']").click()
        evening.write()
        evening.foresee(3, "helping-fits")
        evening.cast()
        evening.foresee(4, "remark-in-public")
        evening.lose_face()
        evening.go_up_and_down()
        evening.film()
        evening.write(1)
        evening.look_back()
        all_saved(page)
        evening.clean()
        page.context.close()
    assert ours(errors) == []

    kept = Journal(course / "answers").state()
    assert kept.of("02", "evening").answers["inflation"] == 1.35
    assert len(kept.of("02", "open-account").reflections) == 3
    assert kept.of("02", "one-evening").answers == {"account": "telephone", "stage": "joke"}
    assert len(kept.of("02", "see-saw").answers["moves"]) == 1
