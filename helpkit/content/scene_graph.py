"""Does a scene hold together? What is wrong in its file, and what its graph lacks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from helpkit.content import Content, Fault
from helpkit.content.files import DATA
from helpkit.content.form import Misfit, shown
from helpkit.content.rules.weighing import weighing_faults
from helpkit.content.scene_file import Parsed, misfit_faults, parse, read
from helpkit.content.scenes import ChoiceText, LevelChange, SceneText, TemperamentText
from helpkit.models.dialogue import Choice, Effect, Meters, Node, Scene, Temperament
from helpkit.models.scene_flaws import Flaw
from helpkit.models.scene_lint import Moods, all_outcomes, graph_flaws, play_flaws
from helpkit.models.temperaments import moods

__all__ = ["Checked", "check_scene", "content_faults", "graph", "scene_faults", "word_flaws"]


@dataclass(frozen=True)
class Checked:
    """The faults of a scene; if it can be played, the scene, and how its paths end in each mood."""

    faults: tuple[Fault, ...]
    scene: SceneText | None = None
    outcomes: Moods = field(default_factory=dict)


def scene_faults(source: str | Path, language: str = "en") -> list[Fault]:
    """Everything that is wrong with a scene, each in a sentence of this language.

    Args:
        source: the text of a scene, or the path of its file.
        language: of the sentences.
    """
    return list(check_scene(source, language).faults)


def check_scene(source: str | Path, language: str = "en") -> Checked:
    """Check a text or a file, whatever it holds, and return the outcome.

    Args:
        source: the text of a scene, or the path of its file.
        language: of the sentences, and of the scene if it has it.
    """
    file = str(source) if isinstance(source, Path) else ""
    parsed = _parsed(source)
    if parsed.misfits:
        return Checked(tuple(misfit_faults(parsed.misfits, file, language)))
    scene = parsed.chosen(language)
    plain = graph(scene)
    if flaws := (*word_flaws(scene), *graph_flaws(plain)):
        return Checked(_flaw_faults(flaws, file, language))
    results = all_outcomes(plain)
    return Checked(_flaw_faults(play_flaws(plain, results), file, language), scene, results)


def _parsed(source: str | Path) -> Parsed:
    if isinstance(source, str):
        return parse(source)
    text, unread = read(source)
    return Parsed({}, unread) if unread else parse(text, source.stem)


def _flaw_faults(flaws: Iterable[Flaw], file: str, language: str) -> tuple[Fault, ...]:
    misfits = (Misfit(flaw.id, flaw.where, _shown(flaw.values)) for flaw in flaws)
    return tuple(misfit_faults(misfits, file, language))


def _shown(values: Mapping[str, str | int]) -> dict[str, str]:
    """A path and places are made of ids; anything else came from the file."""
    ids = {"path", "places"}
    return {key: str(value) if key in ids else shown(value) for key, value in values.items()}


def content_faults(content: Content) -> Iterator[Fault]:
    """What our own scenes lack; their form and their languages are the loader's."""
    for key, scene in content.scenes.items():
        file, plain = f"{DATA}/scenes/{key}.toml", graph(scene)
        flaws = (*word_flaws(scene), *graph_flaws(plain))
        done = {} if flaws else all_outcomes(plain)
        yield from _flaw_faults(flaws or play_flaws(plain, done), file, "en")
        yield from weighing_faults(scene, moods(plain), done)
        yield from _unsaid(scene)


def word_flaws(scene: SceneText) -> Iterator[Flaw]:
    """Words for a mark that nobody leaves, or for a line that is not there."""
    marks = {choice.leaves for node in scene.nodes.values() for choice in node.choices.values()}
    for key, node in scene.nodes.items():
        for mark in node.recalls:
            if mark not in marks:
                yield Flaw("no-mark", ("nodes", key, "recalls", mark), {"got": mark})
    for person, differs in scene.temperaments.items():
        for key in differs.nodes:
            if key not in scene.nodes:
                yield Flaw("no-such-node", ("temperaments", person, "nodes", key), {})


def _unsaid(scene: SceneText) -> Iterator[Fault]:
    """Where the client says what else stays unsaid must be lines of the scene."""
    for key, silence in scene.unsaid.items():
        for node in silence.at:
            if node not in scene.nodes:
                expected = f"expected the id of a node, got {node!r}"
                yield Fault(f"{DATA}/scenes/{scene.id}.toml", f"unsaid.{key}", "at", expected)


def graph(scene: SceneText) -> Scene:
    """A scene without its words."""
    return Scene(
        start=Meters(scene.start.trust, scene.start.client, scene.start.helper),
        first=scene.first,
        nodes={key: _node(node.choices) for key, node in scene.nodes.items()},
        endings={key: ending.kind for key, ending in scene.endings.items()},
        minutes=scene.minutes,
        temperaments={key: _person(each) for key, each in scene.temperaments.items()},
    )


def _node(choices: Mapping[str, ChoiceText]) -> Node:
    return Node(tuple(_choice(key, choice) for key, choice in choices.items()))


def _choice(key: str, choice: ChoiceText) -> Choice:
    effect = Effect(choice.effect.trust, choice.effect.client, choice.effect.helper)
    marks = choice.leaves, choice.needs, choice.unless
    return Choice(key, choice.form, effect, choice.next, choice.minutes, *marks)


def _person(person: TemperamentText) -> Temperament:
    return Temperament(
        start=_added(person.start),
        minutes=person.minutes,
        families={key: _added(change) for key, change in person.families.items()},
        choices={
            (node, choice): _added(change)
            for node, differs in person.nodes.items()
            for choice, change in differs.choices.items()
        },
    )


def _added(change: LevelChange) -> Effect:
    return Effect(change.trust or 0, change.client or 0, change.helper or 0)
