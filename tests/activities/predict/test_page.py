"""A guess and its answer on a static page."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening
from tests.language import english_in

CELLS = ("ch1.predict('sent-something')", "ch1.reveal('sent-something')")
FOR_FUN = ("ch1.predict('how-many-settled')", "ch1.reveal('how-many-settled')")
EN = load("en").ui


def test_of_a_number_for_fun_nobody_has_to_say_how_sure_they_are(static: StaticPage) -> None:
    static.show(*FOR_FUN)
    root, reveal = static.widget("predict"), static.widget("reveal")
    expect(root).to_contain_text(EN["predict"]["for-fun"])
    expect(root.get_by_role("radio")).to_have_count(0)
    root.get_by_role("spinbutton").fill("14")
    root.get_by_role("spinbutton").press("Enter")
    expect(root.locator(".hk-committed")).to_contain_text(EN["predict"]["committed-for-fun"])
    reveal.get_by_role("button").click()
    expect(reveal.get_by_role("blockquote")).to_have_text("You said 14.")
    all_saved(static.page)
    guesses = journal(static).state().of("01", "how-many-settled").predictions
    assert guesses["settled-by-text"].value == {"guess": 14}
    accessible(static, ".hk-predict")


def test_the_answer_quotes_a_guess_that_was_made_after_its_cell_ran(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    static.show(*CELLS, language="nl", lesson="02")
    root, reveal = static.widget("predict"), static.widget("reveal")
    expect(reveal).to_be_visible()
    fits(root)
    root.get_by_role("spinbutton").fill("20")
    root.get_by_role("radio").nth(1).check()
    root.get_by_role("button").click()
    expect(root.locator(".hk-number")).to_have_text("20")
    reveal.get_by_role("button").click()
    expect(reveal.get_by_role("blockquote")).to_contain_text("Jij zei 20")
    # The dots are for the eye: as many as the list beside them says.
    counts = [int(text) for text in reveal.locator("li strong").all_text_contents()]
    expect(reveal.locator(".hk-dots .hk-dot")).to_have_count(sum(counts))
    for widget in (root, reveal):
        assert english_in(widget.inner_text()) == []
        fits(widget)

    all_saved(static.page)
    reveal.evaluate("(node) => node.remove()")
    next_evening(static, "predict")
    expect(root.locator(".hk-number")).to_have_text("20")
    expect(reveal.get_by_role("blockquote")).to_contain_text("Jij zei 20")
    accessible(static, ".hk-predict")
    accessible(static, ".hk-reveal")
