"""Looking back: what was guessed, done and changed, a self-check, and what to take home.

Everything but the self-check is read from what other activities of the lesson recorded. The page
is usually made before they are done, so the browser asks for a fresh look with a `refresh`, which
is answered and not recorded.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, TypeVar, cast

from helpkit.activities.message.activity import MessageActivity
from helpkit.activities.message.widget import LABEL, REPLY, SKIPPED
from helpkit.activities.outcomes.deeds import changes, deed
from helpkit.activities.outcomes.guess import Guess, committed
from helpkit.activities.outcomes.measures import measure
from helpkit.activities.outcomes.verdict import beside, deck, face, readings
from helpkit.activities.predict.activity import PredictActivity
from helpkit.activities.recap.activity import RecapActivity, SelfCheck
from helpkit.activities.sort.activity import SortActivity
from helpkit.content.activity import Activity
from helpkit.content.prose import Reading
from helpkit.frontend.base import ActivityWidget
from helpkit.journal.event import EVERY_ITEM

OPENING = 12
"""How many words of a reply are quoted."""

Kind = TypeVar("Kind", bound=Activity)
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


class Recap(ActivityWidget):
    """The learner's own evening on one page."""

    name = "recap"
    activity: RecapActivity

    def fixed(self) -> dict[str, Any]:
        """The episodes without what we say of them, the four risks, the lines and their limits."""
        one = self.activity
        risks = self.content.risks.values()
        return {
            "checks": [{"id": key, "episode": check.episode} for key, check in one.checks.items()],
            "risks": [
                {"id": risk.id, "name": risk.name, "description": risk.description}
                for risk in risks
            ],
            "lines": list(one.lines.values()),
            "limits": list(one.limits.values()),
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
            "empty": not (any(one["quote"] for one in guessed) or any(did.values())),
            "guessed": guessed,
            "did": did,
            "changed": [*self._relabelled(), *self._moved(), *self._changed()],
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

    def _of(self, key: str, _kind: type[Kind]) -> Kind:
        return cast(Kind, self.content.activities[self.journal.lesson][key])

    def _guessed(self, key: str) -> dict[str, Any]:
        one = self._of(key, PredictActivity)
        mine = committed(one, self.recorded(key))
        found = measure(one.measure, self.content, self.journal.state())
        if mine is None or found is None:
            return {"question": one.question, "quote": ""}
        return {
            "question": one.question,
            "quote": self._quoted(mine),
            "guess": mine.guess,
            "answer": found.answer,
            "margin": one.margin,
            "verdict": "hit" if mine.hits(found.answer, one.margin) else "miss",
        }

    def _quoted(self, mine: Guess) -> str:
        words = self.content.ui["reveal"]
        if mine.sure is None:
            return words["quote-for-fun"].format(guess=mine.guess)
        return words["quote"].format(guess=mine.guess, sure=words[f"sure-{mine.sure}"])

    def _message(self) -> dict[str, str] | None:
        one = self._of(self.activity.message, MessageActivity)
        done = self.recorded(one.id)
        reply = done.answers.get(REPLY)
        if not isinstance(reply, str) and SKIPPED not in done.choices:
            return None
        labels = self._labels_given()
        return {
            "title": one.title,
            "sender": one.sender,
            "quote": _opening(reply) if isinstance(reply, str) else "",
            "label": labels[-1] if labels else "",
        }

    def _labels_given(self) -> list[str]:
        one = self._of(self.activity.message, MessageActivity)
        given = self.recorded(one.id).choices.get(LABEL, ())
        return [one.options[key].label for key in given if key in tuple(one.options)]

    def _sorts(self) -> list[dict[str, Any]]:
        counted = [self._sorted(self._of(key, SortActivity)) for key in self.activity.sorts]
        return [one for one in counted if one["placed"]]

    def _sorted(self, one: SortActivity) -> dict[str, Any]:
        done, ours = self.recorded(one.id), readings(one, self.content)
        placed = {card: value for card, value in done.answers.items() if card in ours}
        shown = [
            card
            for card in placed
            if {card, EVERY_ITEM} & done.reveals.keys() and not ours[card].contested
        ]
        states = [beside(placed[card], ours[card]).state for card in shown]
        return {
            "title": one.title,
            "placed": len(placed),
            "total": len(deck(one, self.content)),
            "shown": len(shown),
            "alike": sum(state in ("same", "accepted") for state in states),
        }

    def _others(self) -> list[dict[str, Any]]:
        found = (
            deed(self._of(key, Activity), self.content, self.recorded(key))
            for key in self.activity.others
        )
        return [asdict(one) for one in found if one]

    def _changed(self) -> Iterator[dict[str, str]]:
        for key in self.activity.others:
            for one in changes(self._of(key, Activity), self.content, self.recorded(key)):
                yield asdict(one)

    def _writing(self) -> dict[str, Any] | None:
        one = self._of(self.activity.reflection, Activity)
        texts = [event.value for event in self.recorded(one.id).reflections.values()]
        words = sum(len(_WORD.findall(text)) for text in texts if isinstance(text, str))
        return {"title": one.title, "words": words} if words else None

    def _relabelled(self) -> Iterator[dict[str, str]]:
        labels = self._labels_given()
        if labels and labels[0] != labels[-1]:
            title = self._of(self.activity.message, MessageActivity).title
            yield {"what": title, "first": labels[0], "now": labels[-1]}

    def _moved(self) -> Iterator[dict[str, str]]:
        """The cards that lie elsewhere than when our reading of them was shown."""
        for key in self.activity.sorts:
            one, done = self._of(key, SortActivity), self.recorded(key)
            labels = self._columns(one)
            known = tuple(labels)
            for card, first in done.reveals.items():
                now = done.answers.get(card)
                if first != now and first in known and now in known:
                    words = {"first": labels[first], "now": labels[now]}
                    yield {"what": face(one, self.content, card), **words}

    def _columns(self, one: SortActivity) -> Mapping[Any, str]:
        return self.content.dimensions[one.dimension].labels if one.dimension else one.labels

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
        one, risks = self.activity.checks[key], self.content.risks
        moved = first in tuple(risks) and first != answer
        return {
            "verdict": beside(answer, _reading(one)).state,
            "ours": risks[one.risk].name,
            "first": risks[first].name if moved else "",
            "reason": one.reason,
        }

    def _score(self, answers: Mapping[str, Any], first: Mapping[str, Any]) -> dict[str, Any]:
        then, now = (
            sum(given.get(key) == one.risk for key, one in self.activity.checks.items())
            for given in (first, answers)
        )
        return {
            "first": then,
            "now": now,
            "total": len(first),
            "passed": max(then, now) >= self.activity.passes,
        }


def _reading(one: SelfCheck) -> Reading:
    return Reading(value=one.risk, confidence="by_criterion", reason=one.reason)


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")
