"""From counts to what is on the page: rows, shares, sentences, the most divided cards first."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from helpkit.activities.vote.activity import VoteActivity
from helpkit.frontend.charts.words import Words
from helpkit.teacher.mirror.agreement import alpha, division
from helpkit.teacher.mirror.board import MirrorBoard
from helpkit.teacher.mirror.counts import EVERYBODY, Counts, Group, Shift
from helpkit.teacher.mirror.prompts import prompt

__all__ = ["SMALL", "BoardView", "CardView", "MirrorView", "OptionView", "view"]

SMALL = 4
"""A smaller group is not shown separately while names are hidden. Our own choice."""


@dataclass(frozen=True)
class OptionView:
    """One option of a card: its label, how many chose it, and which percentage that is."""

    label: str
    number: int
    share: float


@dataclass(frozen=True)
class GroupView:
    """One card for one group: how many chose each option, how divided they are, what to ask."""

    numbers: list[int]
    divided: int
    prompt: str


@dataclass(frozen=True)
class CardView:
    """One card: for the whole class, and in `groups` for those that can be shown separately."""

    text: str
    rows: tuple[OptionView, ...]
    divided: int
    prompt: str
    who: tuple[tuple[str, str], ...]
    groups: Mapping[str, GroupView]


@dataclass(frozen=True)
class BoardView:
    """One question; `cards` begin with the most divided, `left` were answered by too few."""

    title: str
    question: str
    agreement: str
    sentences: tuple[str, ...]
    cards: tuple[CardView, ...]
    left: tuple[str, ...]


@dataclass(frozen=True)
class ShiftView:
    """How one card or vote moved."""

    text: str
    number: int
    moved: int
    most: str


@dataclass(frozen=True)
class MirrorView:
    """Everything on the page that depends on the class."""

    boards: tuple[BoardView, ...]
    groups: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]
    shifts: tuple[ShiftView, ...]
    votes: tuple[ShiftView, ...]
    sure: tuple[tuple[int, int, int], ...]
    words: tuple[tuple[str, float], ...]


def view(counts: Counts, words: Words) -> MirrorView:
    """What the page shows of a class that was counted; `words` are those of `ui.mirror`."""
    groups = _groups(counts)
    boards = tuple(
        _board(at, board, counts, groups, words) for at, board in enumerate(counts.boards)
    )
    boards = tuple(board for board in boards if board.cards or board.left)
    rows = (row for board in boards for card in board.cards for row in card.rows)
    return MirrorView(
        boards,
        tuple((group_key(group), _label(group, words)) for group in groups),
        tuple(dict.fromkeys(row.label for row in rows)),
        tuple(_shifts(counts, words)),
        tuple(_votes(counts, words)),
        tuple(_sure(counts)),
        tuple(_words(counts)),
    )


def group_key(group: Group) -> str:
    """A group as a key of the page."""
    return "=".join(group)


def _groups(counts: Counts) -> list[Group]:
    """The groups to choose from; a small one, or one whose rest is small, would tell who is who."""
    most = counts.students[EVERYBODY]
    shown = counts.names is not None
    groups = [
        group
        for group, number in sorted(counts.students.items())
        if group != EVERYBODY and (shown or SMALL <= number <= most - SMALL)
    ]
    return [EVERYBODY, *groups]


def _label(group: Group, words: Words) -> str:
    kind, value = group
    return words(kind, value=value) if kind else words("everybody")


def _board(
    at: int, board: MirrorBoard, counts: Counts, groups: list[Group], words: Words
) -> BoardView:
    numbers = {card: sum(counts.of(at, card).values()) for card in board.cards}
    answered = [card for card, number in numbers.items() if number >= _enough(counts)]
    left = [card for card, number in numbers.items() if 0 < number < _enough(counts)]
    # Sorting keeps the order of the cards where two are equally divided.
    order = sorted(answered, key=lambda card: -division(counts.of(at, card)))
    agreed = alpha([counts.of(at, card) for card in answered])
    return BoardView(
        board.title,
        board.question,
        words("alpha-short-none") if agreed is None else words.number(agreed),
        tuple(_agreement(agreed, words))[: 1 if board.prompts else None],
        tuple(_card(at, card, place, counts, groups, words) for place, card in enumerate(order)),
        tuple(board.cards[card] for card in left),
    )


def _enough(counts: Counts) -> int:
    """The answers that make a card worth ordering; fewer would also tell who chose what."""
    small = counts.names is not None or counts.students[EVERYBODY] < SMALL
    return 2 if small else SMALL


def _apart(group: Group, number: int, whole: int, counts: Counts) -> bool:
    """Whether a card shows this group: neither those who answered nor the others are too few."""
    if group == EVERYBODY or counts.names is not None:
        return number > 0
    return number >= SMALL and (number == whole or whole - number >= SMALL)


def _agreement(value: float | None, words: Words) -> Iterator[str]:
    if value is None:
        yield words("alpha-none")
        return
    yield words("alpha", alpha=value)
    yield words("alpha-high" if value >= 0.8 else "alpha-middle" if value >= 0.4 else "alpha-low")


def _card(
    at: int, card: str, place: int, counts: Counts, groups: list[Group], words: Words
) -> CardView:
    board, chosen = counts.boards[at], counts.of(at, card)
    whole = sum(chosen.values())
    names = {} if counts.names is None else counts.names
    who = ((label, names.get((at, card, key), [])) for key, label in board.options.items())
    apart = {group: counts.of(at, card, group) for group in groups}
    shown = {
        group_key(group): _group(board, some, words, place)
        for group, some in apart.items()
        if _apart(group, sum(some.values()), whole, counts)
    }
    all_ = shown[group_key(EVERYBODY)]
    return CardView(
        board.cards[card],
        _rows(board, chosen),
        all_.divided,
        all_.prompt,
        tuple((label, ", ".join(sorted(those))) for label, those in who if those),
        shown,
    )


def _group(board: MirrorBoard, chosen: Mapping[str, int], words: Words, place: int) -> GroupView:
    return GroupView(
        [chosen.get(key, 0) for key in board.options],
        round(100 * division(chosen)),
        prompt(chosen, board.options, words, place, board.prompts),
    )


def _rows(board: MirrorBoard, chosen: Mapping[str, int]) -> tuple[OptionView, ...]:
    total = sum(chosen.values())
    numbers = ((label, chosen.get(key, 0)) for key, label in board.options.items())
    return tuple(OptionView(label, number, 100 * number / total) for label, number in numbers)


def _shifts(counts: Counts, words: Words) -> Iterator[ShiftView]:
    """The cards that moved, the most moved first; no card that a few answered twice."""
    enough = _enough(counts)
    moved = {
        key: shift for key, shift in counts.shifts.items() if shift.moved and shift.number >= enough
    }
    for (at, card), shift in sorted(moved.items(), key=lambda pair: (-pair[1].moved, pair[0])):
        board = counts.boards[at]
        yield _shift(board.cards[card], shift, board.options.__getitem__, words)


def _votes(counts: Counts, words: Words) -> Iterator[ShiftView]:
    """The questions that were voted on twice, in the order of the course."""
    for _, vote in counts.content.each(VoteActivity):
        shift = counts.votes.get(vote.id)
        if shift and shift.number >= _enough(counts):
            labels = {key: option.label for key, option in vote.options.items()}
            yield _shift(vote.situation, shift, labels.__getitem__, words)


def _shift(text: str, shift: Shift, label: Callable[[str], str], words: Words) -> ShiftView:
    moves = [(number, pair) for pair, number in shift.moves.items() if pair[0] != pair[1]]
    if not moves:
        return ShiftView(text, shift.number, 0, words("no-move"))
    number, (before, after) = min(moves, key=lambda pair: (-pair[0], pair[1]))
    most = words("move", before=label(before), after=label(after), number=number)
    return ShiftView(text, shift.number, shift.moved, most)


def _sure(counts: Counts) -> Iterator[tuple[int, int, int]]:
    """Each degree of confidence with the guesses made with it, and how many were right."""
    if counts.predicted >= _enough(counts):
        for sure, hits in sorted(counts.sure.items()):
            yield sure, hits.total(), hits[True]


def _words(counts: Counts) -> Iterator[tuple[str, float]]:
    """The cards of the ordered boards by the mean place that a class gave them."""
    means = []
    for at, board in enumerate(counts.boards):
        for card, text in board.cards.items() if board.ordered else ():
            chosen = counts.of(at, card)
            if (total := sum(chosen.values())) >= _enough(counts):
                places = {key: place for place, key in enumerate(board.options)}
                mean = sum(places[key] * number for key, number in chosen.items()) / total
                means.append((text, mean))
    yield from sorted(means, key=lambda pair: (pair[1], pair[0]))
