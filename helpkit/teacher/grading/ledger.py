"""Points for ledger arithmetic: the key is what the model computes for this student's numbers."""

from collections.abc import Iterator, Mapping, Sequence

from helpkit.exercises.items import LedgerPart
from helpkit.exercises.parts.ledger.evenings import BOTH, Evening, balance_id, evening, fewest
from helpkit.exercises.parts.ledger.numbers import number, thanks
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import LedgerKey
from helpkit.teacher.grading.ledger_mistakes import mistake_of

__all__ = ["grade_ledger"]

_FLOAT = 1e-9


def grade_ledger(
    part: LedgerPart,
    key: LedgerKey,
    answers: Mapping[str, object],
    issued: Sequence[str],
    seed: str,
    student: str,
) -> Iterator[ItemResult]:
    """A row for each balance, `ITEM.a` and `ITEM.b`, and one for each number of thanks, `ITEM`."""
    for name in issued:
        item = part.items.get(name)
        if item is None:
            yield ItemResult(part.id, name, 0.0, key.balance, "invalid", "not-in-pool")
            continue
        own = evening(item, name, seed, student)
        if item.asks == "thanks":
            yield _thanks(part.id, name, key, own, answers.get(name))
        else:
            for who in BOTH:
                spot = balance_id(name, who)
                yield _balance(part.id, spot, key, own, who, answers.get(spot))


def _balance(
    part: str, spot: str, key: LedgerKey, own: Evening, who: str, answer: object
) -> ItemResult:
    of = key.balance
    if answer is None or answer == "":
        return ItemResult(part, spot, 0.0, of, "blank", "blank")
    value = number(answer)
    if value is None:
        return ItemResult(part, spot, 0.0, of, "invalid", "no-number")
    if abs(value - own.ledger.balances[who]) <= key.tolerance + _FLOAT:
        return ItemResult(part, spot, of, of, "right", "right")
    message = mistake_of(own, who, value, key.tolerance) or "recompute"
    return ItemResult(part, spot, 0.0, of, "wrong", message)


def _thanks(part: str, spot: str, key: LedgerKey, own: Evening, answer: object) -> ItemResult:
    of, right = key.thanks, fewest(own)
    if answer is None or answer == "":
        return ItemResult(part, spot, 0.0, of, "blank", "blank")
    count = thanks(answer)
    if count is None:
        return ItemResult(part, spot, 0.0, of, "invalid", "no-thanks-number")
    if count == right:
        return ItemResult(part, spot, of, of, "right", "right")
    return ItemResult(part, spot, 0.0, of, "wrong", _message(count, right))


def _message(count: int | str, right: int | str) -> str:
    if isinstance(right, str):
        return "more-than-count"
    if isinstance(count, str):
        return "gave-up"
    return "too-few-thanks" if count < right else "too-many-thanks"
