"""Any two of the seven questions against each other: where do the cards lie, mine or ours?"""

from collections.abc import Mapping
from typing import Any

from helpkit.activities.map.activity import MapActivity
from helpkit.activities.map.picture import crossed, heatmap, key
from helpkit.activities.outcomes.boards import boards
from helpkit.content.types import Dimension
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly

WHOSE = ("mine", "ours")


class Map(DrawsPlotly, ActivityWidget):
    """A heat map of the cards of Table 1.1, in words too; a square shows its cards."""

    name = "map"
    activity: MapActivity

    def fixed(self) -> dict[str, Any]:
        """The questions to choose from, and what stands on the cards."""
        dimensions = self.content.dimensions.values()
        return {
            "dimensions": [
                {"id": dimension.id, "name": dimension.name, "question": dimension.question}
                for dimension in dimensions
            ],
            "cards": {card.id: card.text for card in self.content.table.values()},
        }

    def restored(self) -> dict[str, Any]:
        """The last choice, and the map that belongs to it."""
        choice = self._choice()
        down, across = self._placed(choice["x"], choice["y"])
        answers = self._answers(choice["whose"])
        pairs = crossed(answers[down.id], answers[across.id])
        counts = {pair: len(cards) for pair, cards in pairs.items()}
        shown = {card for cards in pairs.values() for card in cards}
        return {
            "choice": choice,
            "picture": heatmap(counts, down, across, self.content.ui[self.name]).as_json(),
            "cards": {key(pair): cards for pair, cards in pairs.items()},
            "sorted": {side.name: len(answers[side.id]) for side in (down, across)},
            "unsorted": [card for card in self.content.table if card not in shown],
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: two different questions, and whose answers."""
        self.expect(
            event, {"choice": lambda item, value: item == "view" and self._is_choice(value)}
        )

    def _is_choice(self, value: Any) -> bool:
        if not isinstance(value, dict) or set(value) != {"x", "y", "whose"}:
            return False
        known = list(self.content.dimensions)  # a list: what came may be of any type
        x, y = value["x"], value["y"]
        return x in known and y in known and x != y and value["whose"] in WHOSE

    def _choice(self) -> dict[str, str]:
        """The last one that is still possible, else the activity's own, for whoever has sorted."""
        for value in reversed(self.recorded().choices.get("view", ())):
            if self._is_choice(value):
                return dict(value)
        x, y = self.activity.x, self.activity.y
        mine = self._answers("mine")
        return {"x": x, "y": y, "whose": "mine" if mine[x].keys() & mine[y].keys() else "ours"}

    def _placed(self, x: str, y: str) -> tuple[Dimension, Dimension]:
        """The question with the most answers runs down: a page is longer than it is wide."""
        first, second = self.content.dimensions[x], self.content.dimensions[y]
        longer = len(first.values) > len(second.values)
        return (first, second) if longer else (second, first)

    def _answers(self, whose: str) -> dict[str, dict[str, str]]:
        """For each question the answer of each card of the table that has one."""
        find = self._mine if whose == "mine" else self._ours
        return {dimension: find(dimension) for dimension in self.content.dimensions}

    def _ours(self, dimension: str) -> dict[str, str]:
        return {card.id: card.readings[dimension].value for card in self.content.table.values()}

    def _mine(self, dimension: str) -> dict[str, str]:
        """What the learner sorted by this question, in any lesson; the last answer counts."""
        state = self.journal.state()
        answers = [
            (done.answer_order[card], card, value)
            for board in boards(self.content)
            if board.sort.dimension == dimension
            for done in (board.recorded(state),)
            for card, value in done.answers.items()
            if value in self.content.dimensions[dimension].values
        ]
        latest = {card: value for _order, card, value in sorted(answers)}
        return {card: latest[card] for card in self.content.table if card in latest}
