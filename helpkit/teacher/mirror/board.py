"""One question over which a class can divide."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["MirrorBoard"]


@dataclass(frozen=True, kw_only=True)
class MirrorBoard:
    """One question about several cards, and where its answers are in a journal.

    `items` says by the id of an answer which card it is about; `ordered` that the options are a
    scale. `prompts` names the sentences to talk about a card with, if they are not those that fit
    how the class divided.
    """

    lesson: str
    activity: str
    title: str
    question: str
    options: Mapping[str, str]
    cards: Mapping[str, str]
    items: Mapping[str, str]
    ordered: bool = False
    prompts: str = ""

    def placed(self, answers: Mapping[str, object]) -> dict[str, str]:
        """The option that was chosen for each card that has one."""
        options = {card: self.chosen(answers.get(item)) for item, card in self.items.items()}
        return {card: option for card, option in options.items() if option is not None}

    def chosen(self, answer: object) -> str | None:
        """The option that this answer names, or None."""
        return answer if isinstance(answer, str) and answer in self.options else None
