"""What does one play of a scene show? Illustrative, as the scene is; no grade.

Three things can be said of every play: at which move it turned most, which move cost most, and
where another move was open that would have done more for the client. For the client means trust
plus the client's standing, as the meters showed it: one that is at its end moves no further. A cost
is what the meters lost, plus, where time runs, the minutes beyond the quickest move there.
"""

from dataclasses import dataclass

from helpkit.models.dialogue import (
    Choice,
    Meters,
    Path,
    Scene,
    begin,
    open_choices,
    step,
    then,
    walk,
)

__all__ = ["Alternative", "Review", "review"]


@dataclass(frozen=True)
class Alternative:
    """Another move that was open at the place of the move number `turn`, counted from 0."""

    turn: int
    choice: str


@dataclass(frozen=True)
class Review:
    """The moves at which it turned and that cost most, counted from 0, and a move to try instead.

    Each is None where nothing moved, nothing was lost, or nothing better was open.
    """

    turn: int | None
    cost: int | None
    instead: Alternative | None


def review(scene: Scene, path: Path) -> Review:
    """What can be said of a play.

    Args:
        scene: in the mood in which it was played.
        path: the play.

    Raises:
        UnknownIdError: for a path that this scene does not allow.
    """
    moves = _moves(scene, path)
    swings = [_swing(choice, meters) for choice, meters, _ in moves]
    timed = scene.minutes is not None
    costs = [
        _lost(choice, meters) + timed * _longer(choice, others) for choice, meters, others in moves
    ]
    return Review(_first_highest(swings), _first_highest(costs), _instead(moves))


_Move = tuple[Choice, Meters, tuple[Choice, ...]]
"""A move, the meters when it came, and all moves that were open then."""


def _moves(scene: Scene, path: Path) -> list[_Move]:
    moves, before = [], begin(scene)
    for name in walk(scene, path.choices).choices:
        others = open_choices(scene, before)
        made = next(choice for choice in others if choice.id == name)
        moves.append((made, before.meters, others))
        before = then(scene, before, made)
    return moves


def _moved(choice: Choice, meters: Meters) -> tuple[int, ...]:
    """How far a move took each meter."""
    return tuple(after - before for before, after in zip(meters, step(meters, choice), strict=True))


def _for_client(choice: Choice, meters: Meters) -> int:
    of_trust, of_client, _ = _moved(choice, meters)
    return of_trust + of_client


def _swing(choice: Choice, meters: Meters) -> int:
    of_trust, of_client, _ = _moved(choice, meters)
    return abs(of_trust) + abs(of_client)


def _lost(choice: Choice, meters: Meters) -> int:
    return sum(max(0, -value) for value in _moved(choice, meters))


def _longer(choice: Choice, others: tuple[Choice, ...]) -> int:
    return choice.minutes - min(other.minutes for other in others)


def _first_highest(values: list[int]) -> int | None:
    highest = max(values, default=0)
    return values.index(highest) if highest > 0 else None


def _instead(moves: list[_Move]) -> Alternative | None:
    """The move that would have done most more than the one that was made; the first of equals."""
    best, gain = None, 0
    for turn, (made, meters, others) in enumerate(moves):
        for other in others:
            more = _for_client(other, meters) - _for_client(made, meters)
            if more > gain:
                best, gain = Alternative(turn, other.id), more
    return best
