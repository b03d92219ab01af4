"""How far markers agree, in a table, and the texts about which they differ."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpkit.frontend.base import REFRESH, Widget
from helpkit.teacher.marking.agreement import Given, Spot, agreement, apart
from helpkit.teacher.marking.reading import OPEN

if TYPE_CHECKING:
    from helpkit.teacher.marking.desk import Desk

__all__ = ["Agreed"]


class Agreed(Widget):
    """A row for each criterion; a text on which markers differ can be opened from here."""

    name = "agreement"

    def __init__(self, desk: "Desk") -> None:
        """Count what is there now; it counts again whenever it comes into view."""
        self.desk = desk
        super().__init__(desk.content, f"{desk.place}.{self.name}")

    def seen(self) -> dict[str, Any]:
        """What it is for."""
        texts = self.content.ui["agreement"]
        return {"title": texts["title"], "intro": texts["intro"], "open": OPEN}

    def restored(self) -> dict[str, Any]:
        """The rows, and the texts on which markers differ most."""
        given = self.desk.points()
        rows = [self._row(spot, texts) for spot, texts in given.items()]
        return {
            "markers": self.desk.markers(),
            "rows": rows if any(row["texts"] for row in rows) else [],
            "apart": self._apart(given),
        }

    def _criterion(self, spot: Spot) -> str:
        part, criterion = spot
        return self.desk.rubric[part].criteria[criterion].name[self.content.language]

    def _row(self, spot: Spot, texts: Given) -> dict[str, Any]:
        part, criterion = spot
        found = agreement(texts, len(self.desk.rubric[part].criteria[criterion].levels))
        return {
            "name": self._criterion(spot),
            "texts": found.texts,
            "same": _percent(found.same),
            "near": _percent(found.near),
            "alpha": self._number(found.alpha),
            "means": {marker: self._number(mean) for marker, mean in found.means.items()},
        }

    def _apart(self, given: Mapping[Spot, Given]) -> list[dict[str, Any]]:
        """By criterion and text, the widest difference first."""
        keys = [*self.desk.texts]
        return [
            {
                "text": one.text,
                "number": keys.index(one.text) + 1,
                "name": self._criterion(one.spot),
                "low": f"{one.low:g}",
                "high": f"{one.high:g}",
            }
            for one in apart(given)
        ]

    def _number(self, value: float | None) -> str:
        if value is None:
            return "–"
        plain = f"{value:.2f}".replace("-", "−")
        return plain.replace(".", self.content.ui["chart"]["decimal"])

    def handle(self, event: Mapping[str, Any]) -> None:
        """Count again, or open a text."""
        if event.get("kind") == REFRESH:
            self.state = self.restored()
        elif event.get("item") == OPEN and str(event.get("value")) in self.desk.texts:
            self.desk.turn_to(str(event["value"]))
        else:
            raise self.unexpected(event, [OPEN])


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
