"""Partners behind doors: some rounds with each by hand, a guess, and then who they were.

The browser is told who stands behind which door only when the learner asks for the names.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from helpkit.activities.partners.activity import Partner, PartnersActivity
from helpkit.frontend.base import ActivityWidget
from helpkit.models.reciprocity import Payoffs, match, next_move

NAMES = "names"
GUESS = "guess."
MIRROR = "TFT"


class Partners(ActivityWidget):
    """Help, or not now: what does the other do, and what comes of it?"""

    name = "partners"
    activity: PartnersActivity

    def fixed(self) -> dict[str, Any]:
        """The doors, the sums, and the five ways of answering without their doors."""
        activity = self.activity
        ways = sorted(activity.partners.values(), key=lambda partner: partner.name)
        return {
            "doors": list(activity.partners),
            "rounds": activity.rounds,
            "benefit": activity.benefit,
            "cost": activity.cost,
            "options": [{"id": _way(partner), "name": partner.name} for partner in ways],
            "provenance": asdict(activity.provenance),
        }

    def restored(self) -> dict[str, Any]:
        """Every round at every door, the guesses, and the names once they were asked for."""
        done = self.recorded()
        doors = {door: self._played(door) for door in self.activity.partners}
        ready = all(len(rounds) == self.activity.rounds for rounds in doors.values())
        ways = [_way(partner) for partner in self.activity.partners.values()]
        guesses = {door: done.answers.get(GUESS + door) for door in doors}
        known = {door: guess for door, guess in guesses.items() if guess in ways}
        shown = ready and NAMES in done.reveals
        return {
            "doors": doors,
            "guesses": known,
            "ready": ready,
            "names": self._names(doors, known) if shown else None,
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """The moves at a door, a guess, or the names."""
        self.expect(
            event,
            {
                "answer": self._answers,
                "reveal": lambda item, _value: item == NAMES,
            },
        )

    def _answers(self, item: Any, value: Any) -> bool:
        partners = self.activity.partners
        if item in list(partners):
            return value is None or self._is_play(value)
        guessed = item in [GUESS + door for door in partners]
        return guessed and value in [_way(partner) for partner in partners.values()]

    def _is_play(self, value: Any) -> bool:
        fits = isinstance(value, list) and len(value) <= self.activity.rounds
        return fits and all(isinstance(move, bool) for move in value)

    def _played(self, door: str) -> list[dict[str, Any]]:
        """What both did in each round and what it brought them."""
        moves = self.recorded().answers.get(door)
        if moves is None or not self._is_play(moves):
            return []
        return [
            {
                "mine": mine,
                "theirs": theirs,
                "my-points": self._points(mine, theirs),
                "their-points": self._points(theirs, mine),
            }
            for theirs, mine in _history(door, self.activity.partners[door].strategy, moves)
        ]

    def _points(self, helps: bool, is_helped: bool) -> float:
        return self.activity.benefit * is_helped - self.activity.cost * helps

    def _names(
        self, doors: Mapping[str, Sequence[Mapping[str, Any]]], guesses: Mapping[str, str]
    ) -> dict[str, dict[str, Any]]:
        payoffs = Payoffs.of_help(benefit=self.activity.benefit, cost=self.activity.cost)
        turns = self.activity.rounds
        return {
            door: {
                "name": partner.name,
                "description": partner.description,
                "code": partner.strategy,
                "right": guesses.get(door) == _way(partner),
                "guessed": door in guesses,
                "mine": sum(turn["my-points"] for turn in doors[door]),
                "theirs": sum(turn["their-points"] for turn in doors[door]),
                "mirror": match(MIRROR, partner.strategy, turns=turns, payoffs=payoffs).mine,
            }
            for door, partner in self.activity.partners.items()
        }


def _way(partner: Partner) -> str:
    """The id of a way of answering; it says nothing about a door."""
    return partner.strategy.lower()


def _history(door: str, strategy: str, moves: Sequence[bool]) -> list[tuple[bool, bool]]:
    """What the partner and the learner did; chance starts anew at each round, always the same."""
    history: list[tuple[bool, bool]] = []
    for number, mine in enumerate(moves):
        chance = random.Random(f"{door}-{number}")
        history.append((next_move(strategy, history, chance), mine))
    return history
