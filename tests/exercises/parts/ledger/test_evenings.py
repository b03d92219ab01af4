"""Evenings with numbers of one's own: the same for the same student, and worth computing."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.exercises.parts.ledger.evenings import BOTH, IMPOSSIBLE, Evening, evening, fewest
from helpkit.models.ledger import Give, Ignore, Move, Thank, play
from tests.exercises.samples import FOLDERS, SEED, exercise

ITEMS = exercise(FOLDERS[1]).parts["ledger"].items
THANKED = ITEMS["enough-thanks"]
STUDENTS = [f"s{number}" for number in range(200)]


@given(st.text(max_size=20), st.sampled_from([*ITEMS]))
@settings(deadline=None)
def test_the_same_student_gets_the_same_evening(student: str, name: str) -> None:
    drawn = evening(ITEMS[name], name, SEED, student)
    assert drawn == evening(ITEMS[name], name, SEED, f"  {student} ")
    assert 1.1 <= drawn.inflation <= 1.5
    assert all(2 <= move.value <= 9 for move in drawn.moves if isinstance(move, Give))


def test_the_numbers_of_a_student_never_change() -> None:
    """A new version of helpkit must grade what was handed out before."""
    drawn = evening(ITEMS["first-evening"], "first-evening", "autumn", "s1")
    moves = (Give("A", 5), Thank("B"), Give("B", 2), Give("A", 6))
    assert drawn == Evening(moves, inflation=1.3, relation="exchange")


def test_neighbours_have_other_numbers() -> None:
    for name, item in ITEMS.items():
        counts = Counter(str(evening(item, name, SEED, student)) for student in STUDENTS)
        assert max(counts.values()) < 6


def test_nobody_ends_at_zero_or_where_the_other_does() -> None:
    for name, item in ITEMS.items():
        for student in STUDENTS if item.asks == "balances" else ():
            a, b = (evening(item, name, SEED, student).ledger.balances[who] for who in BOTH)
            assert min(abs(a), abs(b), abs(a - b)) > 0.1


def test_neither_possible_nor_impossible_is_the_safe_answer() -> None:
    numbers = [fewest(evening(THANKED, "enough-thanks", SEED, student)) for student in STUDENTS]
    assert 70 < sum(answer == IMPOSSIBLE for answer in numbers) < 130
    assert all(
        isinstance(answer, int) and 1 <= answer <= 4 for answer in numbers if answer != IMPOSSIBLE
    )


def thanked(moves: tuple[Move, ...], number: int) -> Iterator[Move]:
    """So many thanks of B, two after each favour of A as long as they last."""
    for move in moves:
        yield move
        if isinstance(move, Give) and move.by == "A":
            yield from [Thank("B")] * min(number, 2)
            number -= min(number, 2)


@given(st.sampled_from(STUDENTS))
@settings(deadline=None)
def test_the_fewest_thanks_are_those_of_the_model(student: str) -> None:
    drawn = evening(THANKED, "enough-thanks", SEED, student)
    right = fewest(drawn)

    def after(number: int) -> float:
        moves = [*thanked(drawn.moves, number)]
        return round(play(moves, inflation=drawn.inflation).balances["A"], 6)

    if isinstance(right, int):
        assert after(right) >= 0 > after(right - 1)
    else:
        assert after(20) < 0


def test_moves_are_read_from_a_pattern() -> None:
    for student in STUDENTS[:20]:
        drawn = evening(ITEMS["third-evening"], "third-evening", SEED, student)
        assert isinstance(drawn, Evening)
        assert drawn.relation == "communal"
        assert not any(isinstance(move, Ignore) for move in drawn.moves)
        gifts = [move.value for move in drawn.moves if isinstance(move, Give)]
        assert len({*gifts}) < len(gifts), "somebody pays back exactly as much"
