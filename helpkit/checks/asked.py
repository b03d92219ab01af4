"""Which answers does a part ask for, and which of them are there?"""

from collections.abc import Collection, Mapping, Sequence

from helpkit.checks.evenings import BOTH, balance_id
from helpkit.content.exercises import ChoosePart, LedgerPart, Part, WritePart

__all__ = ["answer_id", "answered", "asked"]


def answer_id(part: ChoosePart, item: str, question: str) -> str:
    """Under which id an answer stands: the first question has the name of the item."""
    return item if question == part.questions[0] else f"{item}.{question}"


def asked(part: Part, issued: Sequence[str]) -> tuple[str, ...]:
    """The ids under which the answers to these items stand in the journal, in order."""
    match part:
        case ChoosePart():
            return tuple(answer_id(part, item, one) for item in issued for one in part.questions)
        case LedgerPart():
            return tuple(spot for item in issued for spot in _balances(part, item))
        case WritePart():
            return tuple(part.fields)
    return tuple(issued)


def _balances(part: LedgerPart, item: str) -> tuple[str, ...]:
    thanks = part.items[item].asks == "thanks"
    return (item,) if thanks else tuple(balance_id(item, who) for who in BOTH)


def answered(part: Part, issued: Sequence[str], answers: Mapping[str, object]) -> Collection[str]:
    """Those that are there and are not blank."""
    return [spot for spot in asked(part, issued) if not _is_blank(answers.get(spot))]


def _is_blank(value: object) -> bool:
    return value in (None, []) or (isinstance(value, str) and not value.strip())
