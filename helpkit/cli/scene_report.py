"""What `helpkit check` says of a scene that has no faults: how it plays, with each temperament."""

from collections.abc import Iterator

from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.models.dialogue import Path, Scene, always
from helpkit.models.scene_balance import HABITS, habit, succeeds
from helpkit.models.scene_lint import Moods, most_steps
from helpkit.models.scene_outcomes import MOST_NODES, Outcomes, summary
from helpkit.models.temperaments import moods

__all__ = ["scene_report"]


def scene_report(name: str, scene: SceneText, done: Moods) -> Iterator[str]:
    """A line for each temperament.

    Args:
        name: what the scene is called at the head of each line.
        scene: the scene.
        done: its outcomes in each mood.
    """
    plain = graph(scene)
    for mood, played in moods(plain).items():
        outcomes = done[mood]
        size = _ways(played, outcomes) if outcomes.complete else _bound(plain, outcomes)
        sentences = (size, *_best(outcomes), *_habits(played, complete=outcomes.complete))
        yield f"{name}{mood and f' ({mood})'}: {' '.join(sentences)}"


def _ways(scene: Scene, outcomes: Outcomes) -> str:
    tallies = summary(outcomes)
    counts = {key: tallies[key].count if key in tallies else 0 for key in scene.endings}
    each = ", ".join(f"{key} {scene.endings[key]} {count}" for key, count in counts.items())
    seen = f"all {outcomes.states} moments were looked at"
    return f"{sum(counts.values())} ways to an end ({each}); {seen}."


def _bound(scene: Scene, outcomes: Outcomes) -> str:
    unknown = "What can be reached, and whether a choice is always best, was not checked."
    if len(scene.nodes) > MOST_NODES:
        return f"More than {MOST_NODES} nodes, so that no ways were counted. {unknown}"
    seen = f"the check stopped after {most_steps(scene)} moves, with {outcomes.states} moments"
    return f"Too many ways to count: {seen} looked at. {unknown}"


def _best(outcomes: Outcomes) -> Iterator[str]:
    if outcomes.complete:
        for node, choices in outcomes.dominant.items():
            best = " and ".join(sorted(choices))
            yield f"At {node}, {best} is at least as good as every other choice."


def _habits(scene: Scene, *, complete: bool) -> Iterator[str]:
    for name, preference in HABITS.items():
        path = always(scene, preference)
        where = _turn(scene, name) if complete else ""
        yield f"Always {name} {_end(scene, path)}{where}."


def _end(scene: Scene, path: Path) -> str:
    if path.last not in scene.endings:
        return f"stops at {path.last}, where every choice leads back"
    if succeeds(scene, path.last, path.meters):
        return f"ends well, at {path.last}"
    kind = scene.endings[path.last]
    return f"ends at {path.last} ({'helpful, but uneven' if kind == 'helpful' else kind})"


def _turn(scene: Scene, name: str) -> str:
    """From which move on it could not end well any more."""
    result = habit(scene, HABITS[name])
    if result.succeeds:
        return ""
    if result.turn is None:
        return "; no way ends helpful and level"
    node, choice = result.path.nodes[result.turn], result.path.choices[result.turn]
    return f"; it goes wrong at {node}, with {choice}"
