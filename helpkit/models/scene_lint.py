"""What is wrong with the graph of a scene? Illustrative, as the scene is.

First each part on its own: nodes, choices, endings, minutes and temperaments, and whether every
move leads somewhere; if so, whether every node can be reached and can come to an end. If so, every
temperament is played in all its states (`scene_outcomes`): is there time for each line, is each
move open at some time, is something always open? And is there something to weigh, or is one path at
least as good as every other on all meters and in time, or one move at more than one place?
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from helpkit.models.dialogue import (
    FORMS,
    HIGHEST,
    KINDS,
    LATE,
    METERS,
    Choice,
    Effect,
    Node,
    Scene,
    Temperament,
    walk,
)
from helpkit.models.inquiry import FAMILIES
from helpkit.models.scene_flaws import (
    FEWEST,
    LARGEST,
    LONGEST,
    MOST,
    MOST_DOMINANT,
    MOST_TEMPERAMENTS,
    Flaw,
)
from helpkit.models.scene_outcomes import MOST_STEPS, Outcomes, outcomes
from helpkit.models.temperaments import in_mood, moods

__all__ = [
    "Moods",
    "all_outcomes",
    "dominant_places",
    "graph_flaws",
    "lint",
    "most_steps",
    "play_flaws",
]

Moods = Mapping[str, Outcomes]
"""The outcomes of a scene with each temperament."""


def lint(scene: Scene) -> tuple[Flaw, ...]:
    """Everything that is wrong with a scene, in the order of its nodes.

    Where a scene has too many states to see them all, what they would show stays open.
    """
    return graph_flaws(scene) or play_flaws(scene, all_outcomes(scene))


def all_outcomes(scene: Scene) -> Moods:
    """The outcomes with each temperament."""
    steps = most_steps(scene)
    return {key: outcomes(played, steps=steps) for key, played in moods(scene).items()}


def most_steps(scene: Scene) -> int:
    """How many moves are tried with each temperament: they share the bound on the work."""
    return MOST_STEPS // max(1, len(scene.temperaments))


def graph_flaws(scene: Scene) -> tuple[Flaw, ...]:
    """What is wrong with nodes, choices and endings, and then with the ways between them."""
    return (*_parts(scene),) or (*_ways(scene),)


def play_flaws(scene: Scene, done: Moods) -> tuple[Flaw, ...]:
    """What is wrong with how it plays, for a scene whose graph has no flaws."""
    if not all(each.complete for each in done.values()):
        return ()
    return (*_missed(scene, done),) or (*_unweighed(scene, done),)


def dominant_places(done: Moods) -> dict[str, frozenset[str]]:
    """The nodes with a move that is best in every way whoever the client is, and those moves."""
    places: dict[str, frozenset[str]] = {}
    for each in done.values():
        for node in each.reached:
            best = each.dominant.get(node, frozenset())
            places[node] = places.get(node, best) & best
    return {node: best for node, best in places.items() if best}


def _parts(scene: Scene) -> Iterator[Flaw]:
    for name in METERS:
        if not 0 <= (value := getattr(scene.start, name)) <= HIGHEST:
            yield Flaw("start-range", ("start", name), {"got": value})
    if scene.first not in scene.nodes:
        yield Flaw("no-first", ("first",), {"got": scene.first})
    yield from _clock(scene)
    marks = {choice.leaves for node in scene.nodes.values() for choice in node.choices} - {""}
    for key, node in scene.nodes.items():
        yield from _node(scene, key, node.choices, marks)
    for ending, kind in scene.endings.items():
        if kind not in KINDS:
            yield Flaw("kind", ("endings", ending, "kind"), {"got": kind})
    yield from _temperaments(scene)


def _clock(scene: Scene) -> Iterator[Flaw]:
    if scene.minutes is not None and not 1 <= scene.minutes <= LONGEST:
        yield Flaw("minutes-range", ("minutes",), {"got": scene.minutes})
    late = [key for key, kind in scene.endings.items() if kind == LATE]
    if scene.minutes is None:
        for key in late:
            yield Flaw("late-without-minutes", ("endings", key, "kind"), {})
    elif not late:
        yield Flaw("no-late", ("minutes",), {})
    elif len(late) > 1:
        yield Flaw("two-late", ("endings", late[1], "kind"), {"got": len(late)})


def _node(scene: Scene, node: str, choices: tuple[Choice, ...], marks: set[str]) -> Iterator[Flaw]:
    where = ("nodes", node)
    if node in scene.endings:
        yield Flaw("same-id", where, {})
    if not choices:
        yield Flaw("no-choices", where, {})
    elif not FEWEST <= len(choices) <= MOST:
        yield Flaw("choice-count", where, {"got": len(choices)})
    for choice in choices:
        yield from _choice(scene, choice, (*where, "choices", choice.id), marks)


def _choice(
    scene: Scene, choice: Choice, where: tuple[str, ...], marks: set[str]
) -> Iterator[Flaw]:
    if choice.form not in FORMS:
        yield Flaw("form", (*where, "form"), {"got": choice.form})
    yield from _effect(choice.effect, (*where, "effect"))
    if not 0 <= choice.minutes <= LONGEST:
        yield Flaw("minutes-range", (*where, "minutes"), {"got": choice.minutes})
    if choice.next not in scene.nodes and choice.next not in scene.endings:
        yield Flaw("no-target", (*where, "next"), {"got": choice.next})
    for key, mark in (("needs", choice.needs), ("unless", choice.unless)):
        if mark and mark not in marks:
            yield Flaw("no-mark", (*where, key), {"got": mark})


def _effect(effect: Effect, where: tuple[str, ...]) -> Iterator[Flaw]:
    for name in METERS:
        value = getattr(effect, name)
        if value is not None and abs(value) > LARGEST:
            yield Flaw("effect-range", (*where, name), {"got": value})


def _temperaments(scene: Scene) -> Iterator[Flaw]:
    if len(scene.temperaments) > MOST_TEMPERAMENTS:
        yield Flaw("temperament-count", ("temperaments",), {"got": len(scene.temperaments)})
    for key, person in scene.temperaments.items():
        yield from _temperament(scene, person, ("temperaments", key))


def _temperament(scene: Scene, person: Temperament, where: tuple[str, ...]) -> Iterator[Flaw]:
    yield from _effect(person.start, (*where, "start"))
    if scene.minutes is not None and not 1 <= scene.minutes + person.minutes <= LONGEST:
        yield Flaw("minutes-range", (*where, "minutes"), {"got": person.minutes})
    for group, effect in person.families.items():
        if group not in FAMILIES:
            yield Flaw("no-family", (*where, "families", group), {"got": group})
        yield from _effect(effect, (*where, "families", group))
    for (node, choice), effect in person.choices.items():
        spot = (*where, "nodes", node, "choices", choice)
        if choice not in (each.id for each in scene.nodes.get(node, Node(())).choices):
            yield Flaw("no-such-choice", spot, {})
        yield from _effect(effect, spot)


def _ways(scene: Scene) -> Iterator[Flaw]:
    """What cannot be reached from the first node, and what never comes to an end."""
    links = {key: {choice.next for choice in node.choices} for key, node in scene.nodes.items()}
    reached = _spread(links, {scene.first})
    can_end = _spread(_turned(links), {*scene.endings})
    for node in scene.nodes:
        if node not in reached:
            yield Flaw("unreachable", ("nodes", node), {})
        elif node not in can_end:
            yield Flaw("no-way-out", ("nodes", node), {})
    for ending, kind in scene.endings.items():
        if ending not in reached and kind != LATE:
            yield Flaw("unreachable", ("endings", ending), {})


def _turned(links: Mapping[str, set[str]]) -> dict[str, set[str]]:
    turned: dict[str, set[str]] = {}
    for node, others in links.items():
        for other in others:
            turned.setdefault(other, set()).add(node)
    return turned


def _spread(links: Mapping[str, set[str]], start: set[str]) -> set[str]:
    reached, waiting = {*start}, [*start]
    while waiting:
        new = links.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _missed(scene: Scene, done: Moods) -> Iterator[Flaw]:
    """What no temperament leaves room for: lines and endings, then moves, then an empty hand."""
    reached = _reached(done)
    made = frozenset[tuple[str, str]]().union(*(each.made for each in done.values()))
    stuck = frozenset[str]().union(*(each.stuck for each in done.values()))
    if not reached.issuperset((*scene.nodes, *scene.endings)):
        yield from _unreached(scene, reached)
    for node, each in scene.nodes.items():
        for choice in each.choices:
            if node in reached and (node, choice.id) not in made:
                yield Flaw("never-open", ("nodes", node, "choices", choice.id), {})
    for node in scene.nodes:
        if node in stuck:
            yield Flaw("nothing-open", ("nodes", node), {})


def _reached(done: Moods) -> frozenset[str]:
    return frozenset[str]().union(*(each.reached for each in done.values()))


def _unreached(scene: Scene, reached: frozenset[str]) -> Iterator[Flaw]:
    """Time is to blame for what can be reached as soon as it does not run."""
    timeless = _reached(all_outcomes(_timeless(scene))) if scene.minutes is not None else reached
    for table, keys in (("nodes", scene.nodes), ("endings", scene.endings)):
        for key in keys:
            if key == scene.late and key not in reached:
                yield Flaw("never-late", (table, key), {})
            elif key not in reached:
                flaw = "never-in-time" if key in timeless else "unreachable"
                yield Flaw(flaw, (table, key), {})


def _timeless(scene: Scene) -> Scene:
    return replace(scene, minutes=None)


def _unweighed(scene: Scene, done: Moods) -> Iterator[Flaw]:
    """Whether there is nothing to weigh: on the whole, or at too many places."""
    for key, each in done.items():
        best = each.best()
        if best is not None:
            at, path = best.meters, ", ".join(walk(in_mood(scene, key), best.example).nodes)
            values: dict[str, str | int] = {
                "path": path,
                "trust": at.trust,
                "client": at.client,
                "helper": at.helper,
            }
            yield Flaw("dominant", ("temperaments", key) if key else (), values)
    places = dominant_places(done)
    if len(places) > MOST_DOMINANT:
        spots = (
            f"{node}.{choice}" for node in scene.nodes for choice in sorted(places.get(node, ()))
        )
        yield Flaw("dominant-choices", (), {"places": ", ".join(spots)})
