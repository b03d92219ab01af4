"""Whatever somebody writes in a scene, it is checked to the end, within the bound on its work."""

import random

import pytest

from helpkit.content.files import FOLDER
from helpkit.content.scene_graph import check_scene

TEMPLATE = (FOLDER / "text/en/templates/scene.toml").read_text("utf-8")
HEAD = TEMPLATE[: TEMPLATE.index("[nodes.n1]")]
END = '[endings.e1]\nkind = "helpful"\nsays = "End."\n'
LATE = '[endings.e2]\nkind = "late"\nsays = "Time is up."\n'


def choice(node: str, key: str, target: str, more: str = "") -> str:
    return (
        f'[nodes.{node}.choices.{key}]\nsays = "So."\nwhy = "So."\nform = "process"\n'
        f'next = "{target}"\n{more}\n'
    )


def person(key: str, more: str = "") -> str:
    return f'[temperaments.{key}]\nname = "{key}"\nreveal = "So."\n{more}\n'


def knot(nodes: int, more: str = "") -> str:
    """Each of many nodes leads to the next, and to three others; moves take different times."""
    rng = random.Random(1)
    parts = []
    for at in range(1, nodes + 1):
        onward = f"n{at + 1}" if at < nodes else "e1"
        targets = onward, *(f"n{rng.randint(1, nodes)}" for _ in "bcd")
        parts.append(f'[nodes.n{at}]\nsays = "Hm."\n')
        parts += (
            choice(f"n{at}", key, to, more.format(at=at, key=key, minutes=rng.randint(0, 3)))
            for key, to in zip("abcd", targets, strict=True)
        )
    return "".join(parts)


def crowd(count: int, more: str = "") -> str:
    return "".join(person(f"p{number}", more) for number in range(count))


def everywhere(nodes: int) -> str:
    """Words and effects of one person for each line and each choice."""
    return "".join(
        f'[temperaments.KEY.nodes.n{at}]\nsays = "Ha."\nthinks = "Hm."\n'
        f"choices.a = {{ trust = {at % 3 - 1} }}\nchoices.b = {{ client = 1 }}\n"
        for at in range(1, nodes + 1)
    )


def people_everywhere(nodes: int) -> str:
    return "".join(person(key) + everywhere(nodes).replace("KEY", key) for key in "wxyz")


def with_minutes(value: object) -> str:
    return TEMPLATE.replace('first = "n1"', f'first = "n1"\nminutes = {value}', 1)


def with_mark(mark: str) -> str:
    """A small scene in which this mark is left, and makes a difference later."""
    first = choice("n1", "a", "n2", f'leaves = "{mark}"') + choice("n1", "b", "n2")
    last = choice("n2", "a", "e1", f'needs = "{mark}"') + choice("n2", "b", "e1")
    more = choice("n2", "c", "e1", f'unless = "{mark}"')
    lines = "".join(f'[nodes.{node}]\nsays = "Hm."\n' for node in ("n1", "n2"))
    return HEAD + lines + first + last + more + END


def in_vain(nodes: int) -> str:
    """A line that nobody reaches in time, so that the scene is played once more without a clock."""
    return (
        TIMED.replace('first = "n1"', 'first = "n0"', 1)
        + '[nodes.n0]\nsays = "Hm."\n[nodes.far]\nsays = "Hm."\n'
        + choice("n0", "a", "n1")
        + choice("n0", "b", "far", "minutes = 60")
        + choice("far", "a", "e1")
        + choice("far", "b", "e1")
        + knot(nodes, "minutes = {minutes}")
        + END
        + LATE
        + people_everywhere(nodes)
    )


def recalls(count: int) -> str:
    lines = "".join(f'm{number} = "Ha."\n' for number in range(count))
    return TEMPLATE.replace("[nodes.n2]\n", f"[nodes.n2.recalls]\n{lines}[nodes.n2]\n", 1)


TIMED = HEAD.replace('first = "n1"', 'first = "n1"\nminutes = 60', 1)
MARKED = 'leaves = "m{at}{key}"\nneeds = "m{at}{key}"\nminutes = {minutes}'
REMEMBERED = 'leaves = "m{at}{key}"\nunless = "m1{key}"\nminutes = {minutes}'
HOSTILE = {
    "huge minutes": with_minutes(10**18),
    "minutes of thousands of digits": with_minutes("0x" + "f" * 5000),
    "negative minutes": with_minutes(-5),
    "a person with huge minutes": with_minutes(5) + person("x", f"minutes = {10**18}"),
    "a move with huge minutes": TEMPLATE.replace('next = "n2"', f'next = "n2"\nminutes = {10**18}'),
    "a mark of 60,000 characters": with_mark("m" * 60_000),
    "a mark of strange characters": with_mark("\\u0000 {got} \\n"),
    "thousands of people": TEMPLATE + crowd(5_000),
    "thousands of people with words everywhere": TEMPLATE
    + crowd(2_000, 'nodes.n1.says = "Ha."\nnodes.n9.says = "Ho."\nnodes.n1.choices.a.trust = 9'),
    "thousands of recalls": recalls(10_000),
    "hundreds of marks, each in its own way": TIMED + knot(199, MARKED) + END + LATE,
    "hundreds of marks that count later": TIMED + knot(199, REMEMBERED) + END + LATE,
    "four people with words everywhere in a tangle": TIMED
    + knot(199, REMEMBERED)
    + END
    + LATE
    + people_everywhere(199),
    "a thousand nodes": TIMED + knot(1_000, REMEMBERED) + END + LATE + people_everywhere(500),
    "a line that nobody reaches in time": in_vain(12),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_scene_is_checked_and_told_in_lines(name: str) -> None:
    done = check_scene(HOSTILE[name])
    assert done.faults or done.scene
    assert all(len(str(fault).splitlines()) == 1 for fault in done.faults)
    assert all(len(str(fault)) < 600 for fault in done.faults)
