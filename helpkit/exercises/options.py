"""What can be answered to a question of an exercise: each value with its label."""

from collections.abc import Callable, Mapping
from typing import Final

from helpkit.activities.sort.activity import SortActivity
from helpkit.content.prose import CONTESTED
from helpkit.content.types import Content
from helpkit.errors import UnknownIdError

__all__ = ["QUESTIONS", "options"]


def _formality(content: Content) -> dict[str, str]:
    """The levels; what falls between them is argued about and never scored."""
    return {
        key: label
        for key, label in content.dimensions["formality"].labels.items()
        if key != CONTESTED
    }


def _picture(content: Content) -> dict[str, str]:
    board = content.activities["02"]["metaphors"]
    return {**board.labels} if isinstance(board, SortActivity) else {}


QUESTIONS: Final[Mapping[str, Callable[[Content], dict[str, str]]]] = {
    "formality": _formality,
    "criterion": lambda content: {
        key: criterion.name for key, criterion in content.criteria.items()
    },
    "risk": lambda content: {key: risk.name for key, risk in content.risks.items()},
    "picture": _picture,
    "form": lambda content: {key: form.name for key, form in content.forms.items()},
}


def options(question: str, content: Content) -> Mapping[str, str]:
    """Every value that answers a question, with what a learner reads for it.

    Raises:
        UnknownIdError: for a question that no exercise asks.
    """
    if question not in QUESTIONS:
        raise UnknownIdError(f"question must be one of {', '.join(QUESTIONS)}, got {question!r}")
    return QUESTIONS[question](content)
