"""What is written once in each language, and our answers with their reasons."""

from dataclasses import dataclass
from typing import Literal, NewType

__all__ = ["CONTESTED", "Confidence", "Prose", "Reading"]

Prose = NewType("Prose", str)
"""A text that is in the folder of each language."""

Confidence = Literal["in_text", "implied", "by_criterion", "judgement"]

CONTESTED = "between"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Our answer on one dimension, how far the book bears it out, and why."""

    value: str
    accepted: tuple[str, ...] = ()
    confidence: Confidence
    reason: Prose

    @property
    def contested(self) -> bool:
        """Between the levels: the book files it nowhere, so it is argued about and never scored."""
        return self.value == CONTESTED
