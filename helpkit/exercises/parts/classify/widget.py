"""Say what each item is: a short text, and one or two questions about it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from helpkit.exercises.items import ClassifyPart
from helpkit.exercises.options import options
from helpkit.exercises.progress import answer_id, asked
from helpkit.exercises.widget import ExerciseWidget


class ExerciseClassify(ExerciseWidget):
    """The items of a student's sheet; nothing here knows which answer is ours."""

    name = "classify"
    part: ClassifyPart

    @cached_property
    def options(self) -> Mapping[str, Mapping[str, str]]:
        """What can be answered to each question, with its label."""
        return {one: options(one, self.content) for one in self.part.questions}

    def fixed(self) -> dict[str, Any]:
        """The sheet, and the questions with their options."""
        texts = self.content.ui[self.name]
        questions = [
            {
                "id": one,
                "says": texts[f"question-{one}"],
                "options": [{"id": key, "name": label} for key, label in labels.items()],
            }
            for one, labels in self.options.items()
        ]
        return {"questions": questions, "items": [self._item(item) for item in self.issued]}

    def _item(self, item: str) -> dict[str, Any]:
        names = {one: answer_id(self.part, item, one) for one in self.part.questions}
        return {"id": item, "text": self.part.items[item].text, "names": names}

    def restored(self) -> dict[str, Any]:
        """The answers that this version of the exercise still knows."""
        found = self.recorded().answers
        mine = asked(self.part, self.issued)
        return {"answers": {key: found[key] for key in mine if self._fits(key, found.get(key))}}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: the answer to one question about one item."""
        self.expect(event, {"answer": self._fits})

    def _fits(self, name: Any, value: Any) -> bool:
        if name not in asked(self.part, self.issued) or not isinstance(value, str):
            return False
        first, *further = self.part.questions
        question = next((one for one in further if name.endswith(f".{one}")), first)
        return value in self.options[question]
