"""The stage in a real JupyterLab: both chairs, two people, the map, the sheet, and found again."""

from playwright.sync_api import expect

from helpkit.content import load
from helpkit.models.dialogue import Meters
from tests.activities.converse.test_page import (
    ASKS,
    EN,
    ID,
    SCENE,
    TELLS,
    key,
    play,
    spoken,
    stage,
    stand,
)
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening


def test_a_play_from_curtain_to_ending_and_another_way_back(notebook: Notebook) -> None:
    widget = stage(notebook)
    expect(widget).not_to_contain_text(SCENE.nodes["n1"].says)
    key(widget, "raise").click()
    expect(key(widget, "line")).to_contain_text(SCENE.nodes["n1"].says)
    expect(key(widget, "line")).to_be_focused()
    stand(widget, Meters(4, 3, 6))
    key(widget, f"say-{TELLS.choices[0]}").click()
    expect(key(widget, "line")).to_contain_text(spoken(SCENE, TELLS.choices)[0])
    expect(key(widget, "next")).to_be_focused()
    expect(widget.locator(".hk-why")).to_contain_text(SCENE.nodes["n1"].choices["a"].why)
    expect(widget.locator(".hk-meter-client .hk-change")).to_have_text("−1")
    expect(widget.locator(".hk-meter-helper .hk-change")).to_have_text("+1")
    stand(widget, TELLS.trace[1])
    key(widget, "next").click()
    play(widget, TELLS.choices[1:])
    expect(key(widget, "ending")).to_contain_text(EN["kind-empty"])
    expect(key(widget, "ending")).to_be_focused()
    stand(widget, Meters(5, 0, 9))
    side = widget.locator(".hk-side")
    expect(side).not_to_contain_text(SCENE.unsaid["training"].says)
    key(widget, "unsaid-show").click()
    expect(side).to_contain_text(SCENE.unsaid["training"].says)
    expect(key(widget, "unsaid")).to_be_focused()
    tags = widget.locator(".hk-said .hk-form .hk-tag")
    expect(tags).to_have_text([load("en").forms["telling"].name] * 3)
    key(widget, "back-2").click()
    expect(key(widget, "line")).to_contain_text(SCENE.nodes["n2"].says)
    key(widget, "say-c").click()
    expect(key(widget, "line")).to_contain_text(SCENE.nodes["n2"].choices["c"].says)
    all_saved(notebook.page)
    kept = journal(notebook).state().of("06", ID).answers
    assert kept == {"alone.1": list(TELLS.choices), "alone.2": ["a", "c"]}


def test_in_the_middle_of_a_line_the_kernel_restarts(notebook: Notebook) -> None:
    widget = stage(notebook)
    key(widget, "raise").click()
    play(widget, ASKS.choices[:2])
    key(widget, f"say-{ASKS.choices[2]}").click()
    expect(key(widget, "next")).to_be_visible()
    all_saved(notebook.page)
    again = next_evening(notebook, "converse")
    expect(key(again, "line")).to_contain_text(SCENE.nodes[ASKS.nodes[3]].says)
    stand(again, ASKS.trace[3])
    play(again, ASKS.choices[3:])
    stand(again, ASKS.meters)
