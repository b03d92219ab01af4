"""What all widgets do on a static page."""

from playwright.sync_api import expect

from tests.browser.static_page import StaticPage

COMPLAIN = "(root) => root.dispatchEvent(new CustomEvent('hk-fail', { detail: 'moved' }))"


def test_a_complaint_does_not_move_a_button_that_is_held_down(static: StaticPage) -> None:
    static.show("ch1.partners('five-partners')", lesson="02")
    widget = static.widget("partners")
    widget.locator("[data-key='help']").hover()
    static.page.mouse.down()
    widget.evaluate(COMPLAIN)
    static.page.mouse.up()
    expect(widget.locator(".hk-marks li")).to_have_count(1)
    expect(widget.locator(".hk-problem")).to_be_hidden()  # the reply to the click takes it back
