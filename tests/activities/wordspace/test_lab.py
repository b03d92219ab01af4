"""The words in space in a real JupyterLab: own ratings first, then three views and three marks."""

from playwright.sync_api import expect

from tests.activities.wordspace.test_page import drawn, key, space, telling
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening


def test_own_ratings_come_first_and_are_found_again(notebook: Notebook) -> None:
    widget = space(notebook)
    expect(widget.locator(".hk-drawing")).to_be_hidden()
    for count, word in enumerate(telling()):
        expect(key(widget, "word")).to_have_value(word)
        for at, dimension in enumerate(("evaluation", "potency", "activity")):
            key(widget, f"{dimension}-{at}").check()
        told = f"{count + 1} of the first 6 words rated."
        expect(widget.locator(".hk-ratings > p")).to_have_text(told)
        if count < 5:
            key(widget, "next-word").click()
    drawn(widget)
    key(widget, "knob-marks-own").check()
    expect(widget.locator(".hk-words")).to_contain_text("You rated 6 in full")
    all_saved(notebook.page)
    kept = journal(notebook).state().of("02", "words-in-space").answers
    assert [kept[f"{telling()[5]}.{one}"] for one in ("evaluation", "potency", "activity")] == [
        0,
        1,
        2,
    ]
    again = next_evening(notebook, "wordspace")
    drawn(again)
    expect(key(again, "knob-marks-own")).to_be_checked()
    expect(key(again, "word")).to_have_value(telling()[5])
    expect(key(again, "activity-2")).to_be_checked()
