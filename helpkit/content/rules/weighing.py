"""Our own scenes have something to weigh at every line, whoever the client is.

What a teacher or a student writes need not be as strict: for that there is `models.scene_lint`.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from helpkit.content.files import DATA
from helpkit.content.load import Fault
from helpkit.content.rules.references import listed
from helpkit.content.scenes import SceneText
from helpkit.models.dialogue import Scene
from helpkit.models.scene_balance import balance
from helpkit.models.scene_outcomes import Outcomes

__all__ = ["FREE", "weighing_faults"]

FREE: Final = 10
"""One choice in so many may gain something and cost nothing."""


def weighing_faults(
    scene: SceneText, played: Mapping[str, Scene], done: Mapping[str, Outcomes]
) -> Iterator[Fault]:
    """Choices that only gain, or only lose, and places with a choice that is always best.

    Args:
        scene: with its words.
        played: its graph in each mood.
        done: the outcomes of these; empty if it cannot be played.
    """
    file = f"{DATA}/scenes/{scene.id}.toml"
    count = sum(len(node.choices) for node in scene.nodes.values())
    for mood, outcomes in done.items():
        person = f" with {mood}" if mood else ""
        weights = balance(played[mood], outcomes)
        if len(weights.free) > count // FREE:
            expected = f"expected at most {count // FREE} of {count} that only gain{person}"
            yield Fault(file, "", "nodes", f"{expected}, got {_spots(weights.free)}")
        for node, choice in sorted(weights.losing):
            if scene.nodes[node].choices[choice].right_for is None:
                expected = f"missing: this choice only loses{person}, so for whom is it right?"
                yield Fault(file, f"nodes.{node}.choices.{choice}", "right_for", expected)
        for node, best in outcomes.dominant.items():
            expected = f"expected no choice that is always best{person}, got {listed(sorted(best))}"
            yield Fault(file, f"nodes.{node}", "choices", expected)


def _spots(spots: Collection[tuple[str, str]]) -> str:
    return listed(f"{node}.{choice}" for node, choice in sorted(spots))
