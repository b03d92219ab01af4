"""The map of a conversation: every line has a place of its own, and every move is on it."""

from helpkit.activities.converse.map_layout import links, spots
from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import TELLING, always

SCENES = [graph(scene) for scene in load("en").scenes.values()]


def test_every_line_has_a_place_of_its_own() -> None:
    for scene in SCENES:
        placed = spots(scene)
        assert placed.keys() == scene.nodes.keys() | scene.endings.keys()
        assert len(set(placed.values())) == len(placed)
        assert all(0 < spot.across < 1 for spot in placed.values())


def test_the_first_line_is_on_top_and_the_endings_below_all() -> None:
    for scene in SCENES:
        placed = spots(scene)
        assert [name for name, spot in placed.items() if spot.row == 0] == [scene.first]
        lowest = max(spot.row for spot in placed.values())
        last = {name for name, spot in placed.items() if spot.row == lowest}
        assert last == scene.endings.keys()


def test_every_move_is_counted() -> None:
    for scene in SCENES:
        path = always(scene, TELLING)
        moves = links(scene, [path, path])
        assert len(moves) == sum(len(node.choices) for node in scene.nodes.values())
        assert sum(link.taken for link in moves) == 2 * len(path.choices)
