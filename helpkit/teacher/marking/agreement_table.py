"""How far markers agree, in a table, and the texts about which they differ."""

from collections.abc import Mapping
from typing import Any

from helpkit.frontend.base import REFRESH, Widget
from helpkit.teacher.marking.agreement import (
    MarkerPoints,
    PartCriterion,
    agreement,
    disagreements,
)
from helpkit.teacher.marking.reading import OPEN
from helpkit.teacher.marking.session import MarkingSession

__all__ = ["AgreementTable"]


class AgreementTable(Widget):
    """A row for each criterion; a text on which markers differ can be opened from here."""

    name = "agreement"

    def __init__(self, session: MarkingSession) -> None:
        """Count what is there now; it counts again whenever it comes into view."""
        self.session = session
        super().__init__(session.content, f"{session.place}.{self.name}")

    def seen(self) -> dict[str, Any]:
        """What it is for."""
        texts = self.content.ui["agreement"]
        return {"title": texts["title"], "intro": texts["intro"], "open": OPEN}

    def restored(self) -> dict[str, Any]:
        """The rows, and the texts on which markers differ most."""
        points = self.session.points()
        rows = [self._row(place, texts) for place, texts in points.items()]
        return {
            "markers": self.session.markers(),
            "rows": rows if any(row["texts"] for row in rows) else [],
            "apart": self._apart(points),
        }

    def _criterion(self, place: PartCriterion) -> str:
        part, criterion = place
        return self.session.rubric[part].criteria[criterion].name[self.content.language]

    def _row(self, place: PartCriterion, texts: MarkerPoints) -> dict[str, Any]:
        part, criterion = place
        agreed = agreement(texts, len(self.session.rubric[part].criteria[criterion].levels))
        return {
            "name": self._criterion(place),
            "texts": agreed.texts,
            "same": _percent(agreed.same),
            "near": _percent(agreed.near),
            "alpha": self._number(agreed.alpha),
            "means": {marker: self._number(mean) for marker, mean in agreed.means.items()},
        }

    def _apart(self, points: Mapping[PartCriterion, MarkerPoints]) -> list[dict[str, Any]]:
        """By criterion and text, the widest difference first."""
        keys = [*self.session.texts]
        return [
            {
                "text": disagreement.text,
                "number": keys.index(disagreement.text) + 1,
                "name": self._criterion(disagreement.place),
                "low": f"{disagreement.low:g}",
                "high": f"{disagreement.high:g}",
            }
            for disagreement in disagreements(points)
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
        elif event.get("item") == OPEN and str(event.get("value")) in self.session.texts:
            self.session.turn_to(str(event["value"]))
        else:
            raise self.unexpected(event, [OPEN])


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
