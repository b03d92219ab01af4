"""Points for ledger arithmetic: the key is what the model computes for this student's numbers."""

from collections.abc import Iterator, Mapping, Sequence

from helpkit.exercises.items import LedgerPart
from helpkit.exercises.parts.ledger.evenings import BOTH, Evening, balance_id, evening, fewest
from helpkit.exercises.parts.ledger.numbers import number, thanks
from helpkit.teacher.grading.keys import LedgerKey
from helpkit.teacher.grading.ledger_mistakes import mistaken
from helpkit.teacher.grading.points import Graded

__all__ = ["grade_ledger"]

_FLOAT = 1e-9


def grade_ledger(
    part: LedgerPart,
    key: LedgerKey,
    answers: Mapping[str, object],
    issued: Sequence[str],
    seed: str,
    student: str,
) -> Iterator[Graded]:
    """A row for each balance, `ITEM.a` and `ITEM.b`, and one for each number of thanks, `ITEM`."""
    for name in issued:
        item = part.items.get(name)
        if item is None:
            yield Graded(part.id, name, 0.0, key.balance, "invalid", "not-in-pool")
            continue
        drawn = evening(item, name, seed, student)
        if item.asks == "thanks":
            yield _thanks(part.id, name, key, drawn, answers.get(name))
        else:
            for who in BOTH:
                spot = balance_id(name, who)
                yield _balance(part.id, spot, key, drawn, who, answers.get(spot))


def _balance(
    part: str, spot: str, key: LedgerKey, drawn: Evening, who: str, answer: object
) -> Graded:
    of = key.balance
    if answer is None or answer == "":
        return Graded(part, spot, 0.0, of, "blank", "blank")
    given = number(answer)
    if given is None:
        return Graded(part, spot, 0.0, of, "invalid", "no-number")
    if abs(given - drawn.ledger.balances[who]) <= key.tolerance + _FLOAT:
        return Graded(part, spot, of, of, "right", "right")
    message = mistaken(drawn, who, given, key.tolerance) or "recompute"
    return Graded(part, spot, 0.0, of, "wrong", message)


def _thanks(part: str, spot: str, key: LedgerKey, drawn: Evening, answer: object) -> Graded:
    of, right = key.thanks, fewest(drawn)
    if answer is None or answer == "":
        return Graded(part, spot, 0.0, of, "blank", "blank")
    given = thanks(answer)
    if given is None:
        return Graded(part, spot, 0.0, of, "invalid", "no-thanks-number")
    if given == right:
        return Graded(part, spot, of, of, "right", "right")
    return Graded(part, spot, 0.0, of, "wrong", _message(given, right))


def _message(given: int | str, right: int | str) -> str:
    if isinstance(right, str):
        return "more-than-count"
    if isinstance(given, str):
        return "gave-up"
    return "too-few-thanks" if given < right else "too-many-thanks"
