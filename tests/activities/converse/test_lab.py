"""The stage in a real JupyterLab: both chairs, two people, the map, the sheet, and found again."""

from typing import Any

from playwright.sync_api import Locator, expect

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.models.dialogue import ASKING, TELLING, Scene, always, walk
from helpkit.models.temperaments import in_mood
from tests.activities.converse.test_page import EN, key, play, stage, stand
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening

ID = "export-button"
CELL = f"ch1.converse({ID!r})"
SCENE = load("en").scenes[ID]


def raised(notebook: Notebook) -> tuple[Locator, SceneText, Scene]:
    """The stage with the curtain up, and the words and the numbers of whoever is there."""
    widget = stage(notebook, cell=CELL)
    key(widget, "raise").click()
    expect(key(widget, "line")).to_be_focused()
    all_saved(notebook.page)
    person = kept(notebook)["alone.1"]["with"]
    return widget, SCENE.in_mood(person), in_mood(graph(SCENE), person)


def kept(notebook: Notebook) -> dict[str, Any]:
    return dict(journal(notebook).state().of("06", ID).answers)


def test_a_play_from_curtain_to_ending_and_another_way_back(notebook: Notebook) -> None:
    widget, words, scene = raised(notebook)
    tells = always(scene, TELLING)
    expect(key(widget, "line")).to_contain_text(words.nodes["n1"].says)
    stand(widget, scene.start)
    choice = words.nodes["n1"].choices[tells.choices[0]]
    key(widget, f"say-{tells.choices[0]}").click()
    expect(key(widget, "line")).to_contain_text(choice.says)
    expect(key(widget, "next")).to_be_focused()
    expect(widget.locator(".hk-why")).to_contain_text(choice.why)
    stand(widget, tells.trace[1])
    key(widget, "next").click()
    play(widget, tells.choices[1:])
    expect(key(widget, "ending")).to_contain_text(EN[f"kind-{scene.endings[tells.last]}"])
    expect(key(widget, "ending")).to_be_focused()
    stand(widget, tells.meters)
    person = SCENE.temperaments[kept(notebook)["alone.1"]["with"]]
    expect(key(widget, "ending")).to_contain_text(person.reveal)
    side = widget.locator(".hk-side")
    expect(side).not_to_contain_text(SCENE.unsaid["training"].says)
    key(widget, "unsaid-show").click()
    expect(side).to_contain_text(SCENE.unsaid["training"].says)
    expect(key(widget, "unsaid")).to_be_focused()
    key(widget, "back-2").click()
    there = walk(scene, tells.choices[:1])
    expect(key(widget, "line")).to_contain_text(words.nodes[there.last].line(there.marks))
    key(widget, f"say-{tells.choices[1]}").click()
    expect(key(widget, "next")).to_be_focused()
    all_saved(notebook.page)
    first, second = kept(notebook)["alone.1"], kept(notebook)["alone.2"]
    assert first["said"] == list(tells.choices)
    assert second == first | {"said": list(tells.choices[:2])}


def test_in_the_middle_of_a_line_the_kernel_restarts(notebook: Notebook) -> None:
    widget, words, scene = raised(notebook)
    asks = always(scene, ASKING)
    key(widget, f"say-{asks.choices[0]}").click()
    expect(key(widget, "next")).to_be_visible()
    all_saved(notebook.page)
    again = next_evening(notebook, "converse")
    there = walk(scene, asks.choices[:1])
    expect(key(again, "line")).to_contain_text(words.nodes[there.last].line(there.marks))
    stand(again, there.meters)
    play(again, asks.choices[1:])
    stand(again, asks.meters)
