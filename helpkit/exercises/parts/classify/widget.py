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
        return {question: options(question, self.content) for question in self.part.questions}

    def fixed(self) -> dict[str, Any]:
        """The sheet, and the questions with their options."""
        texts = self.content.ui[self.name]
        questions = [
            {
                "id": question,
                "says": texts[f"question-{question}"],
                "options": [{"id": key, "name": label} for key, label in labels.items()],
            }
            for question, labels in self.options.items()
        ]
        return {"questions": questions, "items": [self._item(item) for item in self.issued]}

    def _item(self, item: str) -> dict[str, Any]:
        names = {question: answer_id(self.part, item, question) for question in self.part.questions}
        return {"id": item, "text": self.part.items[item].text, "names": names}

    def restored(self) -> dict[str, Any]:
        """The answers that this version of the exercise still knows."""
        answers = self.recorded().answers
        mine = asked(self.part, self.issued)
        return {"answers": {key: answers[key] for key in mine if self._fits(key, answers.get(key))}}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: the answer to one question about one item."""
        self.expect(event, {"answer": self._fits})

    def _fits(self, name: Any, value: Any) -> bool:
        if name not in asked(self.part, self.issued) or not isinstance(value, str):
            return False
        first, *further = self.part.questions
        question = next((other for other in further if name.endswith(f".{other}")), first)
        return value in self.options[question]
