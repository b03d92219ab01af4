"""The case file: short stories of help, what the learner makes of each, and then what we do.

What the browser gets before a story is revealed gives nothing away. The line a learner writes is an
answer to an activity beside this one: `<id>.question` or `<id>.worked`.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from helpkit.activities.cases.activity import CasesActivity
from helpkit.activities.outcomes.stories import READ
from helpkit.activities.outcomes.verdict import beside
from helpkit.content.prose import Reading
from helpkit.content.types import Case
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import ActivityState

LINES = {"risk": "question", "worked": "worked"}
"""For each kind of case that asks for a line: where the line is kept."""

LONGEST = 1_000
"""The most characters a line may have."""

SKIP = "skip"
COUNTED = ("same", "accepted", "differs")


class Cases(ActivityWidget):
    """One story at a time: which risk, which question was missing, or what made it work."""

    name = "cases"
    parts = tuple(LINES.values())
    activity: CasesActivity

    @cached_property
    def cases(self) -> Mapping[str, Case]:
        """The stories of this activity; without a list of its own, those that are not core."""
        return self.activity.stories(self.content)

    def fixed(self) -> dict[str, Any]:
        """The stories and the four risks; no reading of ours."""
        risks = self.content.risks.values()
        return {
            "cases": [self._face(case) for case in self.cases.values()],
            "risks": [
                {"id": risk.id, "name": risk.name, "description": risk.description}
                for risk in risks
            ],
            "longest": LONGEST,
        }

    def restored(self) -> dict[str, Any]:
        """The risks chosen, the lines written, and ours of every story that is revealed."""
        done = self.recorded()
        answers = {key: value for key, value in done.answers.items() if self._names(key, value)}
        skipped = [key for key in self.cases if done.choices.get(key, ())[-1:] == (SKIP,)]
        lines = self._lines()
        shown = {
            key: self._shown(key, answers.get(key), done)
            for key in self.cases
            if key in done.reveals or READ in done.choices.get(key, ())
        }
        finished = self.cases.keys() <= {*shown, *skipped}
        return {
            "answers": answers,
            "lines": lines,
            "shown": shown,
            "skipped": [key for key in skipped if key not in shown],
            "summary": self._summary(shown) if finished else None,
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """A risk, a reveal, a mark that a story was read or skipped, or a line of their own."""
        mine = self.activity.id
        takes: dict[str, dict[str, Callable[[Any, Any], bool]]] = {
            mine: {"answer": self._names, "reveal": self._reveals, "choice": self._marks},
            **{self._line_of(asks): {"answer": self._writes(asks)} for asks in LINES},
        }
        self.expect(event, takes.get(str(event.get("activity") or mine), {}))

    def _names(self, item: Any, value: Any) -> bool:
        return self._asks(item, "risk") and isinstance(value, str) and value in self.content.risks

    def _reveals(self, item: Any, value: Any) -> bool:
        return self._asks(item, *LINES) and value is None

    def _marks(self, item: Any, value: Any) -> bool:
        if value == SKIP:
            return isinstance(item, str) and item in self.cases and self.cases[item].sensitive
        return self._asks(item, "reading") and value == READ

    def _writes(self, asks: str) -> Callable[[Any, Any], bool]:
        def fits(item: Any, value: Any) -> bool:
            text = isinstance(value, str) and 0 < len(value.strip()) <= len(value) <= LONGEST
            return self._asks(item, asks) and (value is None or text)

        return fits

    def _asks(self, item: Any, *asks: str) -> bool:
        return isinstance(item, str) and item in self.cases and self.cases[item].asks in asks

    def _line_of(self, asks: str) -> str:
        return f"{self.activity.id}.{LINES[asks]}" if asks in LINES else ""

    def _face(self, case: Case) -> dict[str, Any]:
        return {
            "id": case.id,
            "title": case.title,
            "story": case.story,
            "asks": case.asks,
            "sensitive": case.sensitive,
            "line": self._line_of(case.asks),
        }

    def _lines(self) -> dict[str, dict[str, str]]:
        sources = [(self.recorded(self._line_of(asks)), self._writes(asks)) for asks in LINES]
        return {
            key: {"text": text, "at": lines.answered_at[key]}
            for lines, fits in sources
            for key, text in lines.answers.items()
            if fits(key, text)
        }

    def _shown(self, key: str, answer: str | None, done: ActivityState) -> dict[str, Any]:
        case = self.cases[key]
        if case.asks != "risk":
            return {"ours": case.worked or "", "lesson": case.lesson}
        return {
            **self._compared(case, answer, done.reveals.get(key)),
            "ours": case.question or "",
            "lesson": case.lesson,
        }

    def _compared(self, case: Case, answer: str | None, first: Any) -> dict[str, Any]:
        risks = self.content.risks
        moved = first in tuple(risks) and first != answer
        return {
            "verdict": beside(answer, _reading(case)).state,
            "mine": risks[answer].name if answer else "",
            "first": risks[first].name if moved else "",
            "risk": risks[_reading(case).value].name,
            "accepted": [risks[key].name for key in case.accepted],
        }

    def _summary(self, shown: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
        verdicts = Counter(ours["verdict"] for ours in shown.values() if "verdict" in ours)
        return {state: verdicts[state] for state in COUNTED}


def _reading(case: Case) -> Reading:
    """Our risk as a reading; the stories are the book's, but naming the risk is ours."""
    value = case.risk or ""  # `helpkit check` refuses a case that asks for the risk and has none
    return Reading(value=value, accepted=case.accepted, confidence="judgement", reason=case.lesson)
