"""An answer beside a reading: the same, accepted, different, or not to be scored at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from helpkit.activities.sort.activity import SortActivity
from helpkit.content.prose import Reading
from helpkit.content.types import Content, Metaphor, Word

__all__ = [
    "DIRECTIVENESS",
    "State",
    "Verdict",
    "beside",
    "dispute",
    "face",
    "metaphor_reading",
    "readings",
    "word_beside",
    "word_reading",
]

State = Literal["same", "accepted", "differs", "contested", "unanswered"]

DIRECTIVENESS = ("0", "1", "2", "3", "4")
"""The bins for words, from the client leads to the helper decides."""

_DISPUTE = {"contested": 3, "differs": 2, "accepted": 1, "same": 0, "unanswered": 0}
_FIRMNESS = {"judgement": 2, "implied": 1, "by_criterion": 1, "in_text": 0}


@dataclass(frozen=True)
class Verdict:
    """How an answer stands to ours; `steps` is the distance on an ordered scale, else 0."""

    state: State
    steps: int = 0


def beside(answer: str | None, reading: Reading, scale: Sequence[str] = ()) -> Verdict:
    """Compare one answer with one reading; a contested reading is never scored.

    `scale` holds the possible answers in order, when they have one.
    """
    if answer is None:
        return Verdict("unanswered")
    if reading.contested:
        return Verdict("contested")
    steps = abs(scale.index(answer) - scale.index(reading.value)) if scale else 0
    if answer == reading.value:
        return Verdict("same")
    return Verdict("accepted" if answer in reading.accepted else "differs", steps)


def word_reading(word: Word) -> Reading:
    """Our bin for a word; the bins beside it are as defensible, and the book has none."""
    at = word.directiveness
    near = tuple(level for level in DIRECTIVENESS if abs(int(level) - at) == 1)
    return Reading(value=str(at), accepted=near, confidence="judgement", reason=word.reason)


def metaphor_reading(metaphor: Metaphor) -> Reading:
    """Our reading of a turn of phrase; the choice of phrases is ours, and so is the reading."""
    return Reading(value=metaphor.picture, confidence="judgement", reason=metaphor.reason)


def word_beside(answer: str | None, word: Word) -> Verdict:
    """Compare a bin, "0" to "4", with ours; one step away is as defensible."""
    return beside(answer, word_reading(word), DIRECTIVENESS)


def dispute(verdict: Verdict, reading: Reading) -> tuple[int, int, int, int]:
    """How much there is to talk about, the most first.

    A card between the levels counts most, answered or not; then an answer that differs from ours,
    by the number of steps; then how far our reading leans on our own judgement and how many others
    it accepts.
    """
    state = "contested" if reading.contested else verdict.state
    firmness = _FIRMNESS[reading.confidence]
    return (_DISPUTE[state], verdict.steps, firmness, len(reading.accepted))


def face(activity: SortActivity, content: Content, card: str) -> str:
    """What stands on a card, whatever its deck."""
    if activity.deck == "words":
        return content.words[card].word
    if activity.deck == "metaphors":
        return content.metaphors[card].text
    return content.situations[card].text


def readings(activity: SortActivity, content: Content) -> Mapping[str, Reading]:
    """Our reading of each card of a sort, whatever its deck."""
    cards = activity.deck_in(content)
    if activity.deck == "words":
        return {card: word_reading(content.words[card]) for card in cards}
    if activity.deck == "metaphors":
        return {card: metaphor_reading(content.metaphors[card]) for card in cards}
    if activity.dimension is None:
        return {card: activity.readings[card] for card in cards}
    return {card: content.situations[card].readings[activity.dimension] for card in cards}
