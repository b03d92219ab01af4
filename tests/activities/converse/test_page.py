"""The stage on a static page: both chairs, two people, the map, the sheet, and found again."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, expect

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.models.dialogue import ASKING, TELLING, Meters, always, walk
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

ID = "export-button"
CELL = f"ch1.converse({ID!r})"
EN, NL = (load(language).ui["converse"] for language in ("en", "nl"))
SCENE = load("en").scenes[ID]
GRAPH = graph(SCENE)
TELLS, ASKS = (always(GRAPH, way) for way in (TELLING, ASKING))
SCRIPT = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"
MOVING = """(root) => root.getAnimations({ subtree: true }).length"""
OVERLAPS = """(root) => {
  const box = (one) => root.querySelector(one)?.getBoundingClientRect();
  const words = box(".hk-bubble, .hk-final"), people = box(".hk-figures"), edge = box(".hk-meters");
  const meters = [...root.querySelectorAll(".hk-meter > :is(.hk-meter-name, .hk-meter-number)")]
    .filter((one) => one.clientWidth || one.offsetWidth).map((one) => one.getBoundingClientRect());
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return over(words, people) || over(people, edge)
    || meters.some((one, at) => meters.some((other, to) => to > at && over(one, other)));
}"""


def stage(place: Shown, *before: str, language: str = "en") -> Locator:
    place.show(*before, CELL, lesson="06", language=language)
    widget = place.widget("converse")
    expect(widget.first).to_be_visible(timeout=PATIENCE * 1000)
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def play(widget: Locator, choices: Sequence[str]) -> None:
    """Say these lines with the mouse and hear every answer."""
    for choice in choices:
        key(widget, f"say-{choice}").click()
        key(widget, "next").click()


def land(widget: Locator, trust: int, own: int) -> None:
    """Say how a line landed."""
    key(widget, f"felt-trust-{trust}").check()
    key(widget, f"felt-own-{own}").check()
    key(widget, "landed").click()
    answered = widget.locator(f"[data-key='felt-own-{own}']:checked")
    expect(answered).to_have_count(0)  # the next line asks anew, or none is left


def stand(widget: Locator, now: Meters) -> None:
    """The meters come to say this."""
    for name in ("trust", "client", "helper"):
        number = widget.locator(f".hk-meter-{name} strong")
        expect(number).to_have_text(str(getattr(now, name)))


def spoken(scene: SceneText, choices: Sequence[str]) -> list[str]:
    """The helper's lines on a path."""
    nodes = walk(graph(scene), choices).nodes
    return [scene.nodes[node].choices[one].says for node, one in zip(nodes, choices, strict=False)]


def test_the_meters_stay_where_they_are_while_they_talk(static: StaticPage) -> None:
    widget = stage(static)
    key(widget, "raise").click()
    depth = "(root) => root.querySelector('.hk-meters').offsetTop"
    depths = set()
    for choice in ASKS.choices:
        expect(key(widget, f"say-{choice}")).to_be_visible()  # the curtain is up, the answer heard
        depths.add(widget.evaluate(depth))
        key(widget, f"say-{choice}").click()
        expect(key(widget, "next")).to_be_visible()
        depths.add(widget.evaluate(depth))
        key(widget, "next").click()
    assert len(depths) == 1


def test_the_map_and_earlier_plays(static: StaticPage) -> None:
    widget = stage(static)
    key(widget, "raise").click()
    play(widget, TELLS.choices)
    key(widget, "again").click()
    play(widget, ASKS.choices)
    expect(key(widget, "ending")).to_contain_text(EN["levelled"].split(":")[0])
    key(widget, "panel-map").click()
    both = {*TELLS.nodes, *ASKS.nodes}
    seen = len(both & GRAPH.nodes.keys())
    told = EN["seen"].format(seen=seen, lines=12, reached=2, endings=3)
    expect(widget.locator(".hk-map-of-paths")).to_contain_text(told)
    expect(widget.get_by_role("img", name=told)).to_be_visible()
    expect(widget.locator(".hk-spot.hk-now")).to_have_count(len(ASKS.nodes))
    dark = widget.locator(".hk-spots .hk-dark")
    expect(dark).to_have_count(len(GRAPH.nodes) + len(GRAPH.endings) - len(both))
    widget.locator(".hk-map-of-paths summary").click()
    expect(dark.first).to_contain_text(EN["not-seen"])
    key(widget, "look-1").click()
    expect(key(widget, "look-1")).to_be_focused()
    expect(key(widget, "ending")).to_contain_text(EN["kind-empty"])
    again = next_evening(static, "converse")
    expect(key(again, "ending")).to_contain_text(EN["kind-empty"])
    stand(again, TELLS.meters)


def press(goal: Locator) -> None:
    """Reach it by Tab and press Enter."""
    tab_to(goal)
    goal.page.keyboard.press("Enter")


def test_by_keyboard_alone_in_dutch(static: StaticPage) -> None:
    widget = stage(static, language="nl")
    scene = load("nl").scenes[ID]
    live = widget.locator(":scope > .hk-live")
    key(widget, "raise").focus()
    static.page.keyboard.press("Enter")
    expect(key(widget, "line")).to_be_focused()
    count = NL["answers"].format(count=3)
    expect(live).to_have_text(f"Noor zegt: {scene.nodes['n1'].says} {count}")
    for at, choice in enumerate(ASKS.choices):
        press(key(widget, f"say-{choice}"))
        expect(key(widget, "next")).to_be_focused()
        now = ASKS.trace[at + 1]
        expect(live).to_contain_text(f"Sam zegt: {spoken(scene, ASKS.choices)[at]}")
        expect(live).to_contain_text(f"Aanzien van Noor: {now.client} (")
        expect(live).to_contain_text(scene.nodes[ASKS.nodes[at]].choices[choice].why)
        static.page.keyboard.press("Enter")
    expect(key(widget, "ending")).to_be_focused()
    expect(live).to_contain_text(scene.endings[ASKS.last].says)
    stand(widget, Meters(10, 10, 7))
    assert english_in(widget.inner_text()) == []
    press(key(widget, "take-chair"))
    expect(key(widget, "line")).to_be_focused()
    for at in range(len(ASKS.choices)):
        expect(key(widget, "line")).to_contain_text(spoken(scene, ASKS.choices)[at])
        tab_to(key(widget, "felt-trust--2"))
        for _ in range(3):
            static.page.keyboard.press("ArrowRight")
        tab_to(key(widget, "felt-own--2"))
        static.page.keyboard.press("Space")
        press(key(widget, "landed"))
    expect(key(widget, "traces")).to_be_focused()
    assert english_in(widget.inner_text()) == []


def test_from_the_clients_chair_both_traces(static: StaticPage) -> None:
    widget = stage(static)
    key(widget, "raise").click()
    play(widget, TELLS.choices)
    key(widget, "take-chair").click()
    expect(key(widget, "line")).to_contain_text(spoken(SCENE, TELLS.choices)[0])
    key(widget, "landed").click()
    expect(widget.get_by_role("alert")).to_have_text(EN["both-first"])
    land(widget, -2, -2)
    expect(key(widget, "line")).to_contain_text(spoken(SCENE, TELLS.choices)[1])
    land(widget, -2, 2)
    land(widget, -2, 1)
    expect(key(widget, "traces")).to_be_focused()
    expect(widget.locator(".hk-drawing .main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    felt = [(4, 3), (2, 1), (0, 3), (0, 4)]
    rows = widget.locator(".hk-drawing tbody tr")
    for at, ((trust, own), model) in enumerate(zip(felt, TELLS.trace, strict=True)):
        numbers = [str(one) for one in (model.trust, trust, model.client, own)]
        expect(rows.nth(at).locator("td")).to_have_text(numbers, use_inner_text=False)
    words = widget.locator(".hk-drawing .hk-words")
    expect(words).to_contain_text("differ most on trust after line 2: the model says 5, you felt 0")


def test_two_at_one_screen(static: StaticPage) -> None:
    widget = stage(static)
    key(widget, "raise-two").click()
    for at, choice in enumerate(TELLS.choices):
        key(widget, f"say-{choice}").click()
        expect(key(widget, "seated")).to_be_focused()
        expect(widget.locator(".hk-bubble")).to_have_count(0)
        key(widget, "seated").click()
        expect(key(widget, "line")).to_contain_text(spoken(SCENE, TELLS.choices)[at])
        assert SCENE.nodes[TELLS.nodes[at]].choices[choice].why not in widget.inner_text()
        land(widget, 1, -1)
        expect(key(widget, "next")).to_be_focused()
        expect(widget.locator(".hk-meter-trust strong")).to_have_text(str(5 + at))
        key(widget, "next").click()
    expect(key(widget, "ending")).to_contain_text(EN["kind-empty"])
    key(widget, "panel-chair").click()
    rows = widget.locator(".hk-drawing tbody tr")
    expect(rows.last.locator("td")).to_have_text(["5", "7", "0", "0"], use_inner_text=False)
    key(widget, "panel-said").click()
    key(widget, "back-3").click()
    expect(key(widget, "line")).to_contain_text(SCENE.nodes["n5"].says)
    expect(widget.locator(".hk-meter-trust strong")).to_have_text("6")
    all_saved(static.page)
    kept = journal(static).state().of("06", ID).answers
    assert kept["two.2"] == list(TELLS.choices[:2])
    assert kept["felt.2"] == [[1, -1], [1, -1]]


def test_the_observers_sheet_and_hostile_notes(static: StaticPage) -> None:
    widget = stage(static)
    key(widget, "raise-two").click()
    key(widget, "say-a").click()
    key(widget, "panel-sheet").click()
    key(widget, "form.1.1").select_option("telling")
    note = key(widget, "note")
    note.fill(SCRIPT)
    note.blur()
    expect(widget.locator(".hk-note-field .hk-status")).to_contain_text("saved at")
    expect(widget.locator(".hk-sheet")).to_contain_text(EN["compare-later"])
    all_saved(static.page)
    event = journal(static).state().of("06", ID).reflections["note.1"]
    assert (event.value, event.private) == (SCRIPT, True)
    again = next_evening(static, "converse")
    key(again, "panel-sheet").click()
    expect(key(again, "form.1.1")).to_have_value("telling")
    expect(key(again, "note")).to_have_value(SCRIPT)
    assert static.page.title() != "hacked"


def test_ours_beside_the_observers(static: StaticPage) -> None:
    widget = stage(static)
    key(widget, "raise").click()
    play(widget, TELLS.choices)
    key(widget, "panel-sheet").click()
    key(widget, "form.1.1").select_option("telling")
    key(widget, "form.1.2").select_option("pure")
    key(widget, "compare").click()
    expect(widget.locator(".hk-ours").first).to_have_text("We say so too: telling.")
    expect(widget.locator(".hk-sheet")).to_contain_text(EN["same"].format(same=1, of=3))
    key(widget, "form.1.2").select_option("telling")
    expect(widget.locator(".hk-sheet")).to_contain_text(EN["same"].format(same=2, of=3))


def test_a_second_tab_sees_what_was_played_in_the_first(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 1280, "height": 420})  # the other is out of sight
    widget = stage(static, CELL)
    one, other = widget.nth(0), widget.nth(1)
    key(one, "raise").click()
    play(one, TELLS.choices[:1])
    other.scroll_into_view_if_needed()
    expect(key(other, "line")).to_contain_text(SCENE.nodes["n2"].says)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_readable_and_within_320_px(static: StaticPage, language: str) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = stage(static, language=language)
    fits(widget.locator(".hk-evening-out"))
    key(widget, "raise").click()
    for choice in TELLS.choices:
        expect(key(widget, f"say-{choice}")).to_be_visible()
        assert not widget.evaluate(OVERLAPS)
        key(widget, f"say-{choice}").click()
        expect(key(widget, "next")).to_be_visible()
        assert not widget.evaluate(OVERLAPS)
        fits(widget.locator(".hk-evening-out"))
        key(widget, "next").click()
    assert not widget.evaluate(OVERLAPS)
    for panel in ("said", "map", "sheet"):
        key(widget, f"panel-{panel}").click()
        if panel == "said":  # open already, and closed by this click
            key(widget, "panel-said").click()
        fits(widget.locator(".hk-below"))
    key(widget, "take-chair").click()
    fits(widget.locator(".hk-evening-out"))
    if language == "nl":
        assert english_in(widget.inner_text()) == []


@pytest.mark.parametrize("panel", ["said", "map", "chair", "sheet"])
def test_accessible(static: StaticPage, panel: str) -> None:
    widget = stage(static)
    key(widget, "raise").click()
    play(widget, TELLS.choices)
    if panel != "said":
        key(widget, f"panel-{panel}").click()
    expect(key(widget, f"panel-{panel}")).to_have_attribute("aria-pressed", "true")
    accessible(static, ".hk-converse")


def test_accessible_before_the_end(static: StaticPage) -> None:
    widget = stage(static)
    accessible(static, ".hk-converse")
    key(widget, "raise").click()
    key(widget, "say-a").click()
    expect(key(widget, "next")).to_be_visible()
    accessible(static, ".hk-converse")


def test_nothing_moves_for_who_wants_no_motion(static: StaticPage) -> None:
    static.page.emulate_media(reduced_motion="reduce")
    widget = stage(static)
    key(widget, "raise").click()
    key(widget, "say-a").click()
    expect(key(widget, "next")).to_be_visible()
    assert widget.evaluate(MOVING) == 0
    static.page.emulate_media(reduced_motion="no-preference")
    key(widget, "next").click()
    key(widget, "say-a").click()
    expect(key(widget, "next")).to_be_focused()
    assert widget.evaluate(MOVING) > 0
