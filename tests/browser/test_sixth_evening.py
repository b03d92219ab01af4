"""Lesson 6 as a learner does it, in each language: two conversations and the other chair."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.journal import Journal
from helpkit.models.dialogue import ASKING, TELLING, always
from tests.browser.fixtures import ours
from tests.browser.steps import all_saved
from tests.browser.test_evening import LANGUAGES
from tests.browser.test_second_evening import SecondEvening
from tests.lab.running import running_lab

PREDICTED = {"always-telling": ("5", 0), "ways-through": ("50", 28)}
SCENES = load("en").scenes
FIRST = always(graph(SCENES["export-button"]), TELLING).choices
SECOND = always(graph(SCENES["team-day"]), ASKING).choices


class SixthEvening(SecondEvening):
    """A learner at lesson 6."""

    number = "06"
    predicted = PREDICTED

    def converse(self, number: int, choices: tuple[str, ...]) -> None:
        stage = self.widget("converse", number)
        stage.scroll_into_view_if_needed()
        self.key("converse", "raise", number).click()
        for choice in choices:
            self.key("converse", f"say-{choice}", number).click()
            self.key("converse", "next", number).click()
        expect(self.key("converse", "ending", number)).to_be_visible()

    def take_the_other_chair(self, lines: int) -> None:
        self.key("converse", "panel-chair").click()
        name, line = self.content.scenes["export-button"].client, self.content.ui["converse"]
        for number in range(1, lines + 1):
            here = line["in-the-chair"].format(client=name, number=number, of=lines)
            expect(self.widget("converse").get_by_role("heading", name=here)).to_be_visible()
            self.key("converse", "felt-trust-1").check()
            self.key("converse", "felt-own-1").check()
            self.key("converse", "landed").click()
        expect(self.widget("converse").locator(".hk-drawing .main-svg").first).to_be_attached()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sixth_evening(browser: Browser, tmp_path: Path, language: str) -> None:
    course = tmp_path / "course"
    with running_lab(course, tmp_path / "jupyter", "--language", language) as lab:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        evening = SixthEvening(page, lab, language).begin()
        evening.guess(0, PREDICTED["always-telling"][0])
        evening.converse(0, FIRST)
        evening.take_the_other_chair(len(FIRST))
        evening.widget("reveal").get_by_role("button").click()
        evening.foresee(1, "ways-through")
        evening.converse(1, SECOND)
        evening.write()
        ledger = evening.widget("predictions")
        ledger.scroll_into_view_if_needed()
        expect(ledger.locator(".hk-entry")).to_have_count(2)
        all_saved(page)
        evening.clean()
        page.context.close()
    assert ours(errors) == []

    kept = Journal(course / "answers").state()
    assert kept.of("06", "export-button").answers["alone.1"]["said"] == list(FIRST)
    assert kept.of("06", "team-day").answers["alone.1"]["said"] == list(SECOND)
    assert len(kept.of("06", "the-turn").reflections) == 3
