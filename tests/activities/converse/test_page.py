"""The stage on a static page: both chairs, two people, the map, the sheet, and found again."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, expect

from helpkit.content import load
from helpkit.models.dialogue import Meters
from tests.activities.converse.on_stage import (
    HELPS,
    LATE,
    SCENE,
    TELLS,
    TEXT,
    begun,
    kept,
    record,
    talk,
    text,
)
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

TICKET = "from tests.activities.converse.on_stage import shown\nshown(ch1)"
TEAM_DAY = "ch1.converse('team-day')"
"""A scene of ours, with the words that learners read."""

EN, NL = (load(language).ui["converse"] for language in ("en", "nl"))
NAMES = {"client": "Mila", "helper": "Ravi"}
SCRIPT = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"
TABLE = 1 + 7 * 2
"""The cells of two plays of our scene side by side: a corner, and seven rows."""

MOVING = """(root) => root.getAnimations({ subtree: true }).length"""
OVERLAPS = """(root) => {
  const box = (one) => root.querySelector(one)?.getBoundingClientRect();
  const words = box(".hk-bubble, .hk-final"), people = box(".hk-figures"), edge = box(".hk-edge");
  const clock = [...root.querySelectorAll(".hk-clock > :not([hidden])")];
  const names = [...root.querySelectorAll(".hk-meter > :is(.hk-meter-name, .hk-meter-number)")];
  const meters = [...clock, ...names]
    .filter((one) => one.clientWidth || one.offsetWidth).map((one) => one.getBoundingClientRect());
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return over(words, people) || over(people, edge)
    || meters.some((one, at) => meters.some((other, to) => to > at && over(one, other)));
}"""


def stage(place: Shown, *before: str, cell: str = TICKET, language: str = "en") -> Locator:
    place.show(*before, cell, lesson="06", language=language)
    widget = place.widget("converse")
    expect(widget.first).to_be_visible(timeout=PATIENCE * 1000)
    return widget


def begin(place: Shown, person: str = "calm", item: str = "alone.1") -> Locator:
    """The stage with a play that has begun with this person."""
    begun(place.answers, person, item)
    return stage(place)


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def play(widget: Locator, choices: Sequence[str]) -> None:
    """Say these lines with the mouse and hear every answer."""
    for choice in choices:
        key(widget, f"say-{choice}").click()
        key(widget, "next").click()


def play_last(widget: Locator) -> None:
    """Say what comes last until it is over."""
    answers = widget.locator(".hk-answer")
    while answers.count():
        answers.last.click()
        key(widget, "next").click()
    expect(key(widget, "ending")).to_be_visible()


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


def spoken(choices: Sequence[str]) -> list[str]:
    """The helper's lines on a path."""
    nodes = talk("calm", *choices).nodes
    return [TEXT.nodes[node].choices[id].says for node, id in zip(nodes, choices, strict=False)]


def test_from_the_curtain_it_is_somebody_and_the_play_is_kept(static: StaticPage) -> None:
    widget = stage(static)
    expect(widget).not_to_contain_text("card")
    key(widget, "raise").click()
    expect(key(widget, "line")).to_contain_text("The machine has taken my card.")
    expect(key(widget, "line")).to_be_focused()
    key(widget, "say-press").click()
    expect(key(widget, "next")).to_be_focused()
    all_saved(static.page)
    value = journal(static).state().of("06", SCENE).answers["alone.1"]
    assert value in [kept(person, "press") for person in TEXT.temperaments]
    again = next_evening(static, "converse")
    expect(key(again, "line")).to_contain_text(TEXT.nodes["n2"].recalls["pressed"])
    stand(again, talk(value["with"], "press").meters)


def test_the_meters_stay_where_they_are_while_they_talk(static: StaticPage) -> None:
    widget = begin(static)
    depth = "(root) => root.querySelector('.hk-meters').offsetTop"
    depths = set()
    for choice in HELPS:
        expect(key(widget, f"say-{choice}")).to_be_visible()  # the answer before was heard
        depths.add(widget.evaluate(depth))
        key(widget, f"say-{choice}").click()
        expect(key(widget, "next")).to_be_visible()
        depths.add(widget.evaluate(depth))
        key(widget, "next").click()
    assert len(depths) == 1


def test_what_time_takes_and_leaves(static: StaticPage) -> None:
    widget = begin(static)
    clock = widget.locator(".hk-clock strong")
    expect(clock).to_have_text(EN["clock"].format(left=5, of=5))
    two = EN["takes"].format(minutes=2)
    says = TEXT.nodes["n1"].choices["listen"].says
    expect(widget.get_by_role("button", name=f"{says} {two}", exact=True)).to_be_visible()
    key(widget, "say-listen").click()
    expect(clock).to_have_text(EN["clock"].format(left=3, of=5))
    expect(widget.locator(".hk-clock .hk-change")).to_have_text("−2")
    took = EN["took"].format(took=2, left=3, of=5)
    expect(widget.locator(".hk-why")).to_contain_text(took)
    expect(widget.locator(":scope > .hk-live")).to_contain_text(took)
    key(widget, "next").click()
    play(widget, LATE[1:])
    expect(key(widget, "ending")).to_contain_text(EN["kind-late"])
    expect(key(widget, "ending")).to_contain_text(TEXT.endings["e4"].says)
    expect(key(widget, "ending").locator(".hk-late")).to_be_visible()
    expect(clock).to_have_text(EN["clock"].format(left=0, of=5))
    key(widget, "panel-map").click()
    expect(widget.locator(".hk-spot .hk-sign.hk-late")).to_have_count(1)


def test_a_line_says_what_another_moment_would_have_made_of_it(static: StaticPage) -> None:
    widget = begin(static)
    key(widget, "say-shall-we").click()
    why = widget.locator(".hk-why")
    expect(why).to_contain_text(EN["timing"].format(trust=5))
    late = EN["timing-more"].format(at=9, does="trust +2, Mila’s standing +2")
    expect(why).to_contain_text(late)
    expect(widget.locator(":scope > .hk-live")).to_contain_text(late)
    early = EN["timing-none"].format(does="trust −1, Mila’s standing −1")
    expect(why).to_contain_text(early)
    key(widget, "next").click()
    play(widget, ["leave"])
    expect(widget.locator(".hk-said li").first).to_contain_text(early)
    expect(widget.locator(".hk-said li").last).not_to_contain_text("timing")


def test_who_it_was_and_again_with_somebody_else(static: StaticPage) -> None:
    widget = begin(static, "hurried")
    hurried = TEXT.temperaments["hurried"]
    assert hurried.name not in widget.inner_text()
    play(widget, TELLS)
    card = key(widget, "ending")
    expect(card).to_contain_text(EN["who-today"].format(client="Mila", person=hurried.name))
    expect(card).to_contain_text(hurried.reveal)
    expect(card).to_contain_text(EN["people-met"].format(met=1, people=2, client="Mila"))
    expect(widget.locator(":scope > .hk-live")).to_contain_text(hurried.reveal)
    assert TEXT.temperaments["calm"].name not in widget.inner_text()
    again = key(widget, "again")
    expect(again).to_have_text(EN["again-other"])
    again.click()
    expect(key(widget, "line")).to_contain_text(text("calm").nodes["n1"].says)
    key(widget, "panel-map").click()
    was = EN["who-was"].format(client="Mila", person=hurried.name)
    expect(key(widget, "look-1")).to_contain_text(was)
    expect(key(widget, "look-2")).not_to_contain_text("Mila was")


def test_three_sentences_and_a_way_to_try_another_line(static: StaticPage) -> None:
    widget = begin(static, "hurried")
    play(widget, ["press", "sharp", "leave"])
    nodes = TEXT.nodes
    sharp = nodes["n2"].choices["sharp"].says
    sentences = widget.locator(".hk-played li")
    expect(sentences.nth(0)).to_have_text(
        f"{EN['turned'].format(number=2, line=sharp)} "
        "Trust: from 4 to 3. Mila’s standing: from 3 to 1."
    )
    expect(sentences.nth(1)).to_have_text(
        f"{EN['cost'].format(number=2, line=sharp)} "
        f"{EN['cost-lost'].format(lost='trust −1, Mila’s standing −2')}"
    )
    other = nodes["n3"].choices["yours"].says
    expect(sentences.nth(2)).to_have_text(EN["instead"].format(number=3, line=other))
    key(widget, "try-it").click()
    expect(key(widget, "line")).to_contain_text(nodes["n3"].says)
    expect(key(widget, "line")).to_be_focused()
    all_saved(static.page)
    answers = journal(static).state().of("06", SCENE).answers
    assert answers["alone.2"] == kept("hurried", "press", "sharp")


def test_a_play_in_which_nothing_was_lost(static: StaticPage) -> None:
    widget = begin(static)
    play(widget, ["shall-we", "yours"])
    sentences = widget.locator(".hk-played li")
    longer = EN["cost-longer"].format(minutes=1)
    expect(sentences.nth(1)).to_contain_text(longer)
    expect(sentences.nth(1)).not_to_contain_text(EN["cost-lost"].split("{")[0])
    expect(sentences.nth(2)).to_have_text(EN["instead-none"].format(**NAMES))
    expect(key(widget, "try-it")).to_have_count(0)


def test_what_she_thought_is_shown_when_asked_for(static: StaticPage) -> None:
    widget = begin(static)
    play(widget, TELLS)
    thoughts = widget.get_by_role("switch", name=EN["thoughts"].format(**NAMES))
    expect(thoughts).not_to_be_checked()
    expect(widget.locator(".hk-thought")).to_have_count(0)
    thoughts.focus()
    static.page.keyboard.press("Space")
    expect(thoughts).to_be_checked()
    expect(thoughts).to_be_focused()
    mine, plain = text("calm").nodes["n1"].thinks, TEXT.nodes["n2"].thinks
    expect(widget.locator(".hk-thought em")).to_have_text([str(mine), str(plain)])


def test_for_whom_a_line_is_right(static: StaticPage) -> None:
    widget = begin(static)
    play(widget, TELLS[:1])
    key(widget, "panel-said").click()
    expect(widget.locator(".hk-said li")).to_have_count(1)
    expect(widget.locator(".hk-right-for")).to_have_count(0)
    play(widget, TELLS[1:])
    right = f"{EN['right-for']} {TEXT.nodes['n1'].choices['press'].right_for}"
    expect(widget.locator(".hk-right-for")).to_have_text([right])


def test_short_and_long_side_by_side(static: StaticPage) -> None:
    widget = begin(static, "hurried")
    key(widget, "panel-lengths").click()
    lengths = widget.locator(".hk-lengths")
    expect(lengths).to_have_text(EN["lengths-none"])
    play(widget, TELLS)
    key(widget, "panel-lengths").click()
    expect(lengths).to_have_text(EN["lengths-one"])
    key(widget, "again").click()
    play(widget, ["shall-we", "yours"])
    key(widget, "panel-lengths").click()
    cells = lengths.locator("tbody tr")
    expect(cells.nth(0).locator("td")).to_have_text(["2", "3"])
    expect(cells.nth(1).locator("td")).to_have_text(["4 of 5", "3 of 4"])
    expect(cells.nth(2).locator("td")).to_have_text([EN["kind-helpful"], EN["kind-broken"]])
    expect(cells.nth(3).locator("td")).to_have_text(["from 4 to 7", "from 4 to 3"])
    expect(cells.last.locator("td")).to_have_text(["calm", "in a hurry"])
    heads = [EN["shortest"].format(number=2), EN["longest"].format(number=1)]
    expect(lengths.locator("thead th")).to_have_text(heads)


def test_the_map_and_earlier_plays(static: StaticPage) -> None:
    widget = begin(static)
    play(widget, TELLS)
    key(widget, "again").click()
    play(widget, HELPS[:2])
    key(widget, "panel-map").click()
    counted = EN["seen"].format(seen=3, lines=3, reached=1, endings=4)
    expect(widget.locator(".hk-map-of-paths")).to_contain_text(counted)
    expect(widget.locator(".hk-map-of-paths")).to_contain_text(EN["otherwise"].format(lines=1))
    expect(widget.get_by_role("img", name=counted)).to_be_visible()
    expect(widget.locator(".hk-spot.hk-now")).to_have_count(3)
    dark = widget.locator(".hk-spots .hk-dark")
    expect(dark).to_have_count(3)
    widget.locator(".hk-map-of-paths summary").click()
    expect(dark.first).to_contain_text(EN["not-seen"])
    key(widget, "look-1").click()
    expect(key(widget, "look-1")).to_be_focused()
    expect(key(widget, "ending")).to_contain_text(EN["kind-broken"])
    again = next_evening(static, "converse")
    expect(key(again, "ending")).to_contain_text(EN["kind-broken"])
    stand(again, talk("calm", *TELLS).meters)


def test_a_play_of_an_earlier_version(static: StaticPage) -> None:
    record(static.answers, "alone.1", ["a", "b"])
    widget = stage(static)
    expect(key(widget, "ending")).to_contain_text("It comes out.")
    expect(widget.locator(".hk-side .hk-earlier")).to_have_text(EN["earlier"])
    expect(widget.locator(".hk-back")).to_have_count(0)
    expect(key(widget, "try-it")).to_have_count(0)
    expect(widget.locator(".hk-clock")).to_be_hidden()
    key(widget, "panel-map").click()
    expect(key(widget, "look-1")).to_contain_text(EN["earlier-short"])
    expect(key(widget, "again")).to_have_text(EN["again"])
    key(widget, "again").click()
    expect(key(widget, "line")).to_contain_text("The machine has taken my card.")


def test_an_earlier_play_that_did_not_end(static: StaticPage) -> None:
    record(static.answers, "alone.1", ["a"])
    widget = stage(static)
    expect(key(widget, "line")).to_contain_text("It is still in.")
    expect(widget.locator(".hk-side")).to_contain_text(EN["earlier"])
    expect(widget.locator(".hk-answer")).to_have_count(0)
    key(widget, "again").click()
    expect(widget.locator(".hk-answer")).to_have_count(3)


def press(goal: Locator) -> None:
    """Reach it by Tab and press Enter."""
    tab_to(goal)
    goal.page.keyboard.press("Enter")


def test_by_keyboard_alone_in_dutch(static: StaticPage) -> None:
    widget = stage(static, cell=TEAM_DAY, language="nl")
    live = widget.locator(":scope > .hk-live")
    key(widget, "raise").focus()
    static.page.keyboard.press("Enter")
    expect(key(widget, "line")).to_be_focused()
    count = widget.locator(".hk-answer").count()
    expect(live).to_contain_text("Daan zegt: ")
    expect(live).to_contain_text(NL["answers"].format(count=count))
    lines = 0
    while (answer := widget.locator(".hk-answer").first).count():
        says = answer.locator("span").first.inner_text()
        press(answer)
        lines += 1
        expect(key(widget, "next")).to_be_focused()
        expect(live).to_contain_text(f"Elif zegt: {says}")
        expect(live).to_contain_text("Aanzien van Daan: ")
        expect(live).to_contain_text(" minuten.")
        static.page.keyboard.press("Enter")
    expect(key(widget, "ending")).to_be_focused()
    expect(live).to_contain_text("Vandaag was Daan ")
    tab_to(key(widget, "thoughts"))
    static.page.keyboard.press("Space")
    assert english_in(widget.inner_text()) == []
    for panel in ("map", "lengths"):
        press(key(widget, f"panel-{panel}"))
        assert english_in(widget.inner_text()) == []
    press(key(widget, "take-chair"))
    expect(key(widget, "line")).to_be_focused()
    for _ in range(lines):
        tab_to(key(widget, "felt-trust--2"))
        for _ in range(3):
            static.page.keyboard.press("ArrowRight")
        tab_to(key(widget, "felt-own--2"))
        static.page.keyboard.press("Space")
        press(key(widget, "landed"))
    expect(key(widget, "traces")).to_be_focused()
    assert english_in(widget.inner_text()) == []


def test_from_the_clients_chair_both_traces(static: StaticPage) -> None:
    widget = begin(static)
    play(widget, TELLS)
    key(widget, "take-chair").click()
    expect(key(widget, "line")).to_contain_text(spoken(TELLS)[0])
    key(widget, "landed").click()
    expect(widget.get_by_role("alert")).to_have_text(EN["both-first"])
    land(widget, -2, -2)
    expect(key(widget, "line")).to_contain_text(spoken(TELLS)[1])
    land(widget, -2, 2)
    land(widget, -2, 1)
    expect(key(widget, "traces")).to_be_focused()
    expect(widget.locator(".hk-drawing .main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    felt = [(5, 4), (3, 2), (1, 4), (0, 5)]
    rows = widget.locator(".hk-drawing tbody tr")
    for at, ((trust, own), model) in enumerate(zip(felt, talk("calm", *TELLS).trace, strict=True)):
        numbers = [str(number) for number in (model.trust, trust, model.client, own)]
        expect(rows.nth(at).locator("td")).to_have_text(numbers, use_inner_text=False)
    words = widget.locator(".hk-drawing .hk-words")
    expect(words).to_contain_text("differ most on trust after line 2: the model says 6, you felt 1")


def test_two_at_one_screen(static: StaticPage) -> None:
    widget = begin(static, item="two.1")
    calm = TEXT.temperaments["calm"]
    for at, choice in enumerate(TELLS):
        key(widget, f"say-{choice}").click()
        expect(key(widget, "seated")).to_be_focused()
        expect(widget.locator(".hk-bubble")).to_have_count(0)
        key(widget, "seated").click()
        expect(key(widget, "line")).to_contain_text(spoken(TELLS)[at])
        seen = widget.inner_text()
        assert TEXT.nodes[talk("calm", *TELLS).nodes[at]].choices[choice].why not in seen
        assert calm.reveal not in seen
        assert calm.name not in seen
        land(widget, 1, -1)
        expect(key(widget, "next")).to_be_focused()
        expect(widget.locator(".hk-meter-trust strong")).to_have_text(str(6 + at))
        key(widget, "next").click()
    expect(key(widget, "ending")).to_contain_text(EN["kind-broken"])
    expect(key(widget, "ending")).to_contain_text(calm.reveal)
    key(widget, "panel-chair").click()
    rows = widget.locator(".hk-drawing tbody tr")
    expect(rows.last.locator("td")).to_have_text(["5", "8", "3", "1"], use_inner_text=False)
    key(widget, "panel-said").click()
    key(widget, "back-3").click()
    expect(key(widget, "line")).to_contain_text(TEXT.nodes["n3"].recalls["promised"])
    expect(widget.locator(".hk-meter-trust strong")).to_have_text("7")
    all_saved(static.page)
    answers = journal(static).state().of("06", SCENE).answers
    assert answers["two.2"] == kept("calm", *TELLS[:2])
    assert answers["felt.2"] == [[1, -1], [1, -1]]


def test_the_observers_sheet_and_hostile_notes(static: StaticPage) -> None:
    widget = begin(static, item="two.1")
    key(widget, "say-press").click()
    key(widget, "panel-sheet").click()
    key(widget, "form.1.1").select_option("telling")
    note = key(widget, "note")
    note.fill(SCRIPT)
    note.blur()
    expect(widget.locator(".hk-note-field .hk-status")).to_contain_text("saved at")
    expect(widget.locator(".hk-sheet")).to_contain_text(EN["compare-later"])
    all_saved(static.page)
    event = journal(static).state().of("06", SCENE).reflections["note.1"]
    assert (event.value, event.private) == (SCRIPT, True)
    again = next_evening(static, "converse")
    key(again, "panel-sheet").click()
    expect(key(again, "form.1.1")).to_have_value("telling")
    expect(key(again, "note")).to_have_value(SCRIPT)
    assert static.page.title() != "hacked"


def test_ours_beside_the_observers(static: StaticPage) -> None:
    widget = begin(static)
    play(widget, TELLS)
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
    widget = stage(static, TICKET)
    here, other = widget.nth(0), widget.nth(1)
    key(here, "raise").click()
    play(here, TELLS[:1])
    other.scroll_into_view_if_needed()
    expect(key(other, "line")).to_contain_text(TEXT.nodes["n2"].recalls["pressed"])


@pytest.mark.parametrize("language", ["en", "nl"])
def test_readable_and_within_320_px(static: StaticPage, language: str) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = stage(static, cell=TEAM_DAY, language=language)
    fits(widget.locator(".hk-evening-out"))
    key(widget, "raise").click()
    expect(key(widget, "line")).to_be_visible()
    while (answer := widget.locator(".hk-answer").first).count():
        assert not widget.evaluate(OVERLAPS)
        fits(widget.locator(".hk-evening-out"))
        answer.click()
        expect(key(widget, "next")).to_be_visible()
        assert not widget.evaluate(OVERLAPS)
        fits(widget.locator(".hk-evening-out"))
        key(widget, "next").click()
    assert not widget.evaluate(OVERLAPS)
    fits(widget.locator(".hk-evening-out"))
    key(widget, "thoughts").check()
    fits(widget.locator(".hk-below"))
    key(widget, "again").click()
    play_last(widget)
    for panel in ("map", "lengths", "sheet"):
        key(widget, f"panel-{panel}").click()
        expect(widget.locator(".hk-lengths td")).to_have_count(TABLE if panel == "lengths" else 0)
        fits(widget.locator(".hk-below"))
    key(widget, "take-chair").click()
    fits(widget.locator(".hk-evening-out"))
    if language == "nl":
        assert english_in(widget.inner_text()) == []


@pytest.mark.parametrize("panel", ["said", "map", "lengths", "chair", "sheet"])
def test_accessible(static: StaticPage, panel: str) -> None:
    widget = begin(static)
    play(widget, TELLS)
    key(widget, "thoughts").check()
    key(widget, "again").click()
    play(widget, ["shall-we", "leave"])
    if panel != "said":
        key(widget, f"panel-{panel}").click()
    expect(key(widget, f"panel-{panel}")).to_have_attribute("aria-pressed", "true")
    accessible(static, ".hk-converse")


def test_accessible_before_the_end(static: StaticPage) -> None:
    widget = stage(static)
    accessible(static, ".hk-converse")
    key(widget, "raise").click()
    key(widget, "say-shall-we").click()
    expect(key(widget, "next")).to_be_visible()
    accessible(static, ".hk-converse")


def test_nothing_moves_for_who_wants_no_motion(static: StaticPage) -> None:
    static.page.emulate_media(reduced_motion="reduce")
    widget = stage(static)
    key(widget, "raise").click()
    key(widget, "say-press").click()
    expect(key(widget, "next")).to_be_visible()
    assert widget.evaluate(MOVING) == 0
    static.page.emulate_media(reduced_motion="no-preference")
    key(widget, "next").click()
    key(widget, "say-promise").click()
    expect(key(widget, "next")).to_be_focused()
    assert widget.evaluate(MOVING) > 0
