"""Peer instruction: a question voted on alone, talked over with a neighbour, and voted on again.

A vote is an event of kind `vote`, item `question`, value
`{"round": 1 or 2, "value": {"choice": option, "sure": percent}}`. The first of each round stands:
after voting people talk, and after talking they have moved or stayed.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.outcomes.guess import SURE
from helpkit.activities.outcomes.votes import QUESTION, ROUNDS
from helpkit.activities.vote.activity import VoteActivity
from helpkit.frontend.base import ActivityWidget


class Vote(ActivityWidget):
    """One question with several defensible answers: two rounds with a talk in between."""

    name = "vote"
    activity: VoteActivity

    def fixed(self) -> dict[str, Any]:
        """The question, the bare answers, and how sure one can be."""
        activity = self.activity
        labels = {key: option.label for key, option in activity.options.items()}
        return {"situation": activity.situation, "options": labels, "sure": list(SURE)}

    def restored(self) -> dict[str, Any]:
        """Both votes as far as given; after the second, what each answer gives and costs."""
        votes = self.recorded().votes
        recorded = [votes.get((QUESTION, turn)) for turn in ROUNDS]
        first, second = (vote if self._fits(vote) else None for vote in recorded)
        second = second if first else None
        options = {key: asdict(option) for key, option in self.activity.options.items()}
        return {
            "votes": [vote for vote in (first, second) if vote],
            "options": options if second else None,
            "debrief": self.activity.debrief if second else "",
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """The vote of the round that is open, and no other."""
        self.expect(event, {"vote": lambda item, value: item == QUESTION and self._open(value)})

    def _open(self, value: Any) -> bool:
        """Whether this is a vote for the next round, or one that stands and was sent again.

        A browser that was not told that a vote is on the disk sends it once more.
        """
        if not isinstance(value, dict) or value.keys() != {"round", "value"}:
            return False
        votes, turn = self.restored()["votes"], value["round"]
        if value in [{"round": at, "value": vote} for at, vote in zip(ROUNDS, votes, strict=False)]:
            return True
        return turn == len(votes) + 1 and turn in ROUNDS and self._fits(value["value"])

    def _fits(self, vote: Any) -> bool:
        if not isinstance(vote, dict) or vote.keys() != {"choice", "sure"}:
            return False
        chosen, sure = vote["choice"], vote["sure"]
        known = isinstance(chosen, str) and chosen in self.activity.options
        return known and type(sure) is int and sure in SURE
