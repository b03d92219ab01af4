"""Looking back on a static page: it fills itself, and the self-check survives a restart."""

from playwright.sync_api import Locator, expect

from helpkit.activities.recap.activity import RecapActivity
from helpkit.content import load
from tests.browser.axe import serious
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown
from tests.language import english_in

RECAP = "ch1.recap('recap')"
EN, NL = load("en"), load("nl")
UI = EN.ui["recap"]


def checks(language: str = "en") -> dict[str, str]:
    """The risk of each episode."""
    one = load(language).activities["01"]["recap"]
    assert isinstance(one, RecapActivity)
    return {key: check.risk for key, check in one.checks.items()}


def recap(place: Shown) -> Locator:
    widget = place.widget("recap")
    expect(widget).to_be_visible()
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


EVENING = """
from helpkit.journal import Journal
other = Journal(ch1.journal.folder, lesson="01", language="nl").record
guess = {"guess": 14}
other(activity="how-many-settled", item="settled-by-text", kind="prediction", value=guess)
reply = "Kom <b>maar</b> op met die brief, ik kijk er straks naar."
other(activity="cv-tonight", item="reply", value=reply, private=True)
other(activity="cv-tonight", item="label", kind="choice", value="told")
other(activity="cv-tonight", item="label", kind="choice", value="did")
other(activity="formality", item="directions", value="formal")
other(activity="formality", item="*", kind="reveal", value=None)
other(activity="formality", item="directions", value="informal")
text = "Mijn zus belde over haar huis."
other(activity="help-that-missed", item="episode", kind="reflection", value=text)
"""


def test_it_fills_itself_when_it_comes_into_sight(static: StaticPage) -> None:
    static.show("ch1.message('cv-tonight')", "ch1.cases('case-file')", RECAP)
    widget = static.widget("recap")
    expect(widget).to_contain_text(UI["nothing-yet"])
    message = static.widget("message")
    message.scroll_into_view_if_needed()
    message.get_by_role("button", name=EN.ui["message"]["skip"]).click()
    expect(message.locator("[data-key='turn']")).to_be_visible()
    widget.scroll_into_view_if_needed()
    expect(widget).to_contain_text(UI["no-reply"].format(sender="Noor"))
    assert key(widget, "refresh").is_visible()


def test_the_self_check_by_keyboard_alone(static: StaticPage) -> None:
    static.show(RECAP)
    widget = recap(static)
    widget.locator("summary").focus()
    static.page.keyboard.press("Enter")
    expect(widget.get_by_text(EN.risks["letting-go"].description)).to_be_visible()
    for item in checks():
        static.page.keyboard.press("Tab")
        static.page.keyboard.press("Space")
        expect(key(widget, f"{item}-looking-away")).to_be_checked()
        static.page.keyboard.press("ArrowRight")
        expect(key(widget, f"{item}-barging-in")).to_be_checked()
    static.page.keyboard.press("Tab")
    static.page.keyboard.press("Enter")
    expect(key(widget, "score")).to_be_focused()
    expect(key(widget, "score")).to_contain_text(UI["score"].format(now=2, total=8))


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 800})
    first = "\n".join(
        f"ch1.journal.record(activity='recap', item={item!r}, value='letting-go')"
        for item in checks()
    )
    reveal = "ch1.journal.record(activity='recap', item='*', kind='reveal', value=None)"
    static.show(EVENING, first, reveal, RECAP, language="nl")
    widget = recap(static)
    expect(widget.locator(".hk-numbers dd").first).to_have_text("14")
    expect(widget.locator("blockquote")).to_contain_text("Kom <b>maar</b> op")
    expect(widget.locator(".hk-changes li")).to_have_count(2)
    expect(key(widget, "score")).to_be_visible()
    widget.locator("summary").click()
    assert widget.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert english_in(widget.inner_text()) == []
    for theme in ("Dark", "Light"):
        static.theme(f"JupyterLab {theme}")
        expect(
            static.page.locator(f"body[data-jp-theme-name='JupyterLab {theme}']")
        ).to_be_attached()
        assert serious(static.page, ".hk-recap") == []


def test_a_fresh_look_keeps_what_is_in_hand(static: StaticPage) -> None:
    static.show("ch1.message('cv-tonight')", RECAP)
    widget = recap(static)
    key(widget, "joke-barging-in").check()
    refresh = key(widget, "refresh")
    refresh.click()
    expect(refresh).to_be_focused()
    expect(widget.locator(".hk-live")).to_have_text(UI["refreshed"])
    expect(key(widget, "joke-barging-in")).to_be_checked()
