"""What was played in an earlier edition is kept as it was then, and read when it is asked for."""

from pathlib import Path

import pytest

from helpkit.content import Content, faults, languages, load
from helpkit.content.scene_graph import graph
from helpkit.errors import ContentError
from helpkit.models.dialogue import paths
from helpkit.models.scene_lint import lint
from tests.content.conftest import Spoil, spoil

__all__ = ["spoil"]

FIRST = ("export-button-1", "team-day-1")
FILE = "data/scenes/earlier/team-day-1.toml"


@pytest.fixture(params=languages())
def content(request: pytest.FixtureRequest) -> Content:
    return load(request.param)


def test_every_earlier_edition_is_there(content: Content) -> None:
    """All of today’s scenes are of a later edition than the last that was kept."""
    expected = {
        f"{key}-{edition}"
        for key, scene in content.scenes.items()
        for edition in range(1, scene.edition)
    }
    assert {*content.earlier_scenes} == expected == {*FIRST}


@pytest.mark.parametrize("key", FIRST)
def test_an_earlier_edition_can_be_played_as_it_was(content: Content, key: str) -> None:
    scene = content.earlier_scenes[key]
    assert (scene.id, scene.edition, scene.minutes, scene.temperaments) == (key, 1, None, {})
    assert {key for node in scene.nodes.values() for key in node.choices} == {"a", "b", "c"}
    assert next(paths(graph(scene))).choices


@pytest.mark.parametrize("key", FIRST)
def test_an_earlier_play_can_never_be_taken_for_one_of_today(content: Content, key: str) -> None:
    """No choice of today has an id of then."""
    today = content.scenes[key.removesuffix("-1")]
    then = {name for node in content.earlier_scenes[key].nodes.values() for name in node.choices}
    assert not then & {name for node in today.nodes.values() for name in node.choices}


def test_it_is_not_held_to_what_a_scene_of_today_must_be() -> None:
    """Nobody mends what somebody has played."""
    flaws = {flaw.id for flaw in lint(graph(load("en").earlier_scenes["export-button-1"]))}
    assert flaws == {"dominant-choices"}
    assert faults() == []


def test_it_is_read_when_it_is_asked_for(spoil: Spoil) -> None:
    folder = spoil(FILE, 'next = "m2"', 'to = "m2"')
    content = load("en", folder)
    assert [*content.earlier_scenes] == [*FIRST]
    with pytest.raises(ContentError, match=r"data/scenes/earlier/team-day-1\.toml"):
        content.earlier_scenes["team-day-1"]
    assert content.earlier_scenes["export-button-1"].id == "export-button-1"
    with pytest.raises(KeyError):
        content.earlier_scenes["team-day-9"]


def test_the_check_reads_all_of_them(spoil: Spoil) -> None:
    folder: Path = spoil(FILE, 'next = "m2"', 'to = "m2"')
    assert any(fault.file == FILE for fault in faults(folder))
