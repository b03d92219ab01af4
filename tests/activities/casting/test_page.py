"""Casting on a static page: who does what to whom, experiments, repairs, and found again."""

from playwright.sync_api import Locator, expect

from helpkit.content import equations, sentiments
from helpkit.models.casting import Act, Side, play
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, tab_to
from tests.language import english_in

Happens = tuple[Side, str]


def casting(place: Shown, language: str = "en") -> Locator:
    place.show("ch1.casting('casting')", lesson="02", language=language)
    widget = place.widget("casting")
    widget.locator(".hk-plot").scroll_into_view_if_needed()
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def strains(widget: Locator, first: str, second: str, *happens: Happens) -> None:
    """The table comes to hold what the model says of this scene."""
    felt = sentiments()
    acts = [Act(by, felt[act].epa) for by, act in happens]
    beats = play(felt[first].epa, felt[second].epa, acts, equations())
    rows = widget.locator("tbody tr")
    expect(rows).to_have_count(len(beats))
    for at, beat in enumerate(beats):
        cells = rows.nth(at).locator("td")
        for column, value in ((0, beat.strain), (1, beat.baseline)):
            text = f"{value:.2f}".rstrip("0").rstrip(".")
            expect(cells.nth(column)).to_have_text(text, use_inner_text=False)


def test_a_bystander_is_renamed_a_friend(static: StaticPage) -> None:
    widget = casting(static)
    strains(widget, "bystander", "victim", ("first", "help"))
    expect(widget.locator(".hk-words")).to_contain_text("would strain it by 1.69")
    expect(key(widget, "culture-germany2007")).to_be_disabled()
    key(widget, "first").select_option("friend")
    strains(widget, "friend", "victim", ("first", "help"))
    expect(widget.locator(".hk-words")).to_contain_text("would strain it by 17.64")
    expect(key(widget, "try-friend-helps")).to_have_attribute("aria-pressed", "true")
    expect(key(widget, "culture-germany2007")).to_be_enabled()
    all_saved(static.page)
    assert journal(static).state().of("02", "casting").answers["scene"]["first"] == "friend"


def test_by_keyboard_alone(static: StaticPage) -> None:
    widget = casting(static)
    key(widget, "try-three-times").focus()
    static.page.keyboard.press("Enter")
    strains(widget, "nurse", "patient", ("first", "help"), ("first", "help"), ("first", "help"))
    expect(widget.get_by_role("status")).to_contain_text("10.83")
    tab_to(key(widget, "by-first"))
    static.page.keyboard.press("ArrowDown")
    tab_to(key(widget, "act"))
    tab_to(key(widget, "go"))
    for count in (4, 5, 6):
        static.page.keyboard.press("Enter")
        expect(widget.locator("tbody tr")).to_have_count(count)
    static.page.keyboard.press("Enter")
    expect(widget.get_by_role("alert")).to_contain_text("A scene holds 6 events")
    expect(widget.locator("tbody tr")).to_have_count(6)


def test_another_culture(static: StaticPage) -> None:
    widget = casting(static)
    key(widget, "try-then-silence").click()
    expect(widget.locator("tbody tr")).to_have_count(2)
    here = widget.locator("tbody").text_content() or ""
    key(widget, "culture-germany2007").check()
    expect(widget.locator("tbody")).not_to_have_text(here, use_inner_text=False)
    assert key(widget, "first").locator("option[value='bystander']").is_disabled()
    all_saved(static.page)
    kept = journal(static).state().of("02", "casting").answers["scene"]
    assert kept["culture"] == "germany2007"


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = casting(static, language="nl")
    key(widget, "try-then-thanks").click()
    expect(widget.locator("tbody tr")).to_have_count(2)
    for part in (".hk-tries", ".hk-scene", ".hk-culture"):
        fits(widget.locator(part))
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-casting")
