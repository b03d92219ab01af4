"""Looking back: what was guessed, done and changed, a self-check, and what to take home.

Everything but the self-check is read from what other activities of the lesson recorded. The page
is usually made before they are done, so the browser asks for a fresh look with a `refresh`, which
is answered and not recorded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, cast

from helpkit.activities.outcomes.deeds import Deed, changes, deed
from helpkit.activities.outcomes.guess import Guess, PredictActivity, committed
from helpkit.activities.outcomes.measures import measure
from helpkit.activities.outcomes.replies import reply
from helpkit.activities.outcomes.verdict import beside
from helpkit.activities.recap.activity import RecapActivity, SelfCheck
from helpkit.content.activity import Activity
from helpkit.content.prose import Reading
from helpkit.frontend.base import ActivityWidget
from helpkit.journal.event import EVERY_ITEM

OPENING = 12
"""How many words of a reply are quoted."""

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


class Recap(ActivityWidget):
    """The learner's own evening on one page."""

    name = "recap"
    activity: RecapActivity

    def fixed(self) -> dict[str, Any]:
        """The episodes without what we say of them, the four risks, the lines and their limits."""
        activity, risks = self.activity, self.content.risks.values()
        return {
            "checks": [
                {"id": key, "episode": check.episode} for key, check in activity.checks.items()
            ],
            "risks": [
                {"id": risk.id, "name": risk.name, "description": risk.description}
                for risk in risks
            ],
            "lines": list(activity.lines.values()),
            "limits": list(activity.limits.values()),
        }

    def restored(self) -> dict[str, Any]:
        """The three looks back, whether they are still empty, and the self-check."""
        guessed = [self._guessed(key) for key in self.activity.predictions]
        did = {
            "message": self._message(),
            "sorts": self._sorts(),
            "others": self._others(),
            "writing": self._writing(),
        }
        return {
            "empty": not (any(guess["quote"] for guess in guessed) or any(did.values())),
            "guessed": guessed,
            "did": did,
            "changed": list(self._changed()),
            **self._checked(),
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """A risk for an episode, or a look at all of them."""
        self.expect(
            event,
            {
                "answer": lambda item, value: (
                    item in tuple(self.activity.checks) and value in tuple(self.content.risks)
                ),
                "reveal": lambda item, value: item == EVERY_ITEM and value is None,
            },
        )

    def _of(self, key: str) -> Activity:
        return self.content.activities[self.journal.lesson][key]

    def _guessed(self, key: str) -> dict[str, Any]:
        activity = cast(PredictActivity, self._of(key))
        mine = committed(activity, self.recorded(key))
        measured = measure(activity.measure, self.content, self.journal.state())
        if mine is None or measured is None:
            return {"question": activity.question, "quote": ""}
        return {
            "question": activity.question,
            "quote": self._quoted(mine),
            "guess": mine.guess,
            "answer": measured.answer,
            "margin": activity.margin,
            "verdict": "hit" if mine.hits(measured.answer, activity.margin) else "miss",
        }

    def _quoted(self, mine: Guess) -> str:
        words = self.content.ui["reveal"]
        if mine.sure is None:
            return words["quote-for-fun"].format(guess=mine.guess)
        return words["quote"].format(guess=mine.guess, sure=words[f"sure-{mine.sure}"])

    def _message(self) -> dict[str, str] | None:
        key = self.activity.message
        mine = reply(self._of(key), self.recorded(key))
        if mine is None:
            return None
        return {
            "title": mine.title,
            "sender": mine.sender,
            "quote": _opening(mine.text),
            "label": mine.label,
        }

    def _sorts(self) -> list[dict[str, Any]]:
        return [
            {
                "title": cards.title,
                "placed": cards.done,
                "total": cards.total,
                "shown": cards.shown,
                "alike": cards.alike,
            }
            for cards in self._deeds(self.activity.sorts)
        ]

    def _others(self) -> list[dict[str, Any]]:
        return [asdict(other) for other in self._deeds(self.activity.others)]

    def _deeds(self, keys: Iterable[str]) -> Iterator[Deed]:
        deeds = (deed(self._of(key), self.content, self.recorded(key)) for key in keys)
        return filter(None, deeds)

    def _changed(self) -> Iterator[dict[str, str]]:
        """A new label, cards that lie elsewhere, and new answers after ours was shown."""
        for key in (self.activity.message, *self.activity.sorts, *self.activity.others):
            for change in changes(self._of(key), self.content, self.recorded(key)):
                yield asdict(change)

    def _writing(self) -> dict[str, Any] | None:
        key = self.activity.reflection
        texts = [event.value for event in self.recorded(key).reflections.values()]
        words = sum(len(_WORD.findall(text)) for text in texts if isinstance(text, str))
        return {"title": self._of(key).title, "words": words} if words else None

    def _checked(self) -> dict[str, Any]:
        done, checks = self.recorded(), self.activity.checks
        answers = {
            key: value
            for key, value in done.answers.items()
            if key in checks and value in tuple(self.content.risks)
        }
        first = {key: done.reveals.get(key) for key in checks}
        shown = {key: self._said(key, answers.get(key), first[key]) for key in checks}
        revealed = EVERY_ITEM in done.reveals
        return {
            "answers": answers,
            "shown": shown if revealed else {},
            "score": self._score(answers, first) if revealed else None,
        }

    def _said(self, key: str, answer: str | None, first: Any) -> dict[str, str]:
        check, risks = self.activity.checks[key], self.content.risks
        moved = first in tuple(risks) and first != answer
        return {
            "verdict": beside(answer, _reading(check)).state,
            "ours": risks[check.risk].name,
            "first": risks[first].name if moved else "",
            "reason": check.reason,
        }

    def _score(self, answers: Mapping[str, Any], first: Mapping[str, Any]) -> dict[str, Any]:
        then, now = (
            sum(said.get(key) == check.risk for key, check in self.activity.checks.items())
            for said in (first, answers)
        )
        return {
            "first": then,
            "now": now,
            "total": len(first),
            "passed": max(then, now) >= self.activity.passes,
        }


def _reading(check: SelfCheck) -> Reading:
    return Reading(value=check.risk, confidence="by_criterion", reason=check.reason)


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")
