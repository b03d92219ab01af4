"""Scenes drawn at random: any graph, with loops, dead ends and moves that lead nowhere."""

from hypothesis import strategies as st

from helpkit.models.dialogue import FORMS, KINDS, Choice, Effect, Meters, Node, Scene

ENDINGS = dict(zip(("e1", "e2", "e3"), KINDS, strict=True))
meters = st.builds(Meters, *[st.integers(0, 10)] * 3)
effects = st.builds(Effect, *[st.integers(-3, 3)] * 3)


@st.composite
def scenes(draw: st.DrawFn, most: int = 5, sound: bool = False) -> Scene:
    """Up to `most` nodes of one to four choices; if `sound`, each by itself has no flaw."""
    nodes = [f"n{number}" for number in range(1, draw(st.integers(1, most)) + 1)]
    targets = st.sampled_from([*nodes, *ENDINGS, *([] if sound else ["gone"])])
    return Scene(
        start=draw(meters),
        first="n1",
        nodes={node: draw(_nodes(targets, 2 if sound else 1)) for node in nodes},
        endings=ENDINGS,
    )


@st.composite
def _nodes(draw: st.DrawFn, targets: st.SearchStrategy[str], fewest: int) -> Node:
    ids = "abcd"[: draw(st.integers(fewest, 4))]
    choices = (
        Choice(key, draw(st.sampled_from(FORMS)), draw(effects), draw(targets)) for key in ids
    )
    return Node(tuple(choices))
