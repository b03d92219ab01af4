"""Which answers does a part ask for, and which of them are there?"""

from collections.abc import Callable, Collection, Mapping, Sequence

from helpkit.exercises.items import ClassifyPart, LedgerPart, Part, WritePart
from helpkit.exercises.parts.ledger.evenings import BOTH, balance_id
from helpkit.exercises.parts.ledger.numbers import number, thanks

__all__ = ["answer_id", "answered", "asked"]


def answer_id(part: ClassifyPart, item: str, question: str) -> str:
    """The id under which an answer is kept: the first question has the name of the item."""
    return item if question == part.questions[0] else f"{item}.{question}"


def asked(part: Part, issued: Sequence[str]) -> tuple[str, ...]:
    """The ids under which the answers to these items are in the journal, in order."""
    match part:
        case ClassifyPart():
            return tuple(
                answer_id(part, item, question) for item in issued for question in part.questions
            )
        case LedgerPart():
            return tuple(spot for item in issued for spot in _balances(part, item))
        case WritePart():
            return tuple(part.fields)
    return tuple(issued)


def _balances(part: LedgerPart, item: str) -> tuple[str, ...]:
    thanks = part.items[item].asks == "thanks"
    return (item,) if thanks else tuple(balance_id(item, who) for who in BOTH)


def answered(part: Part, issued: Sequence[str], answers: Mapping[str, object]) -> Collection[str]:
    """Those that are there, are not blank, and are a number where a number is asked for."""
    filled = (spot for spot in asked(part, issued) if not _is_blank(answers.get(spot)))
    if not isinstance(part, LedgerPart):
        return [*filled]
    return [spot for spot in filled if _read(part, spot)(answers[spot]) is not None]


def _read(part: LedgerPart, spot: str) -> Callable[[object], object]:
    """How the answer at a spot is read: only thanks are kept under the name of their item."""
    return thanks if spot in part.items else number


def _is_blank(value: object) -> bool:
    return value in (None, []) or (isinstance(value, str) and not value.strip())
