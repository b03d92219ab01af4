"""Ten favours with a price each and, from the second side on, both prices side by side."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.outcomes.receipts import HIGHEST, is_price, own_inflation, prices
from helpkit.activities.receipt.activity import ReceiptActivity
from helpkit.activities.receipt.picture import receipts
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly
from helpkit.frontend.charts.words import Words
from helpkit.journal.event import EVERY_ITEM


class Receipt(DrawsPlotly, ActivityWidget):
    """What is it worth, to me who gives it, or to me who gets it?"""

    name = "receipt"
    activity: ReceiptActivity

    def fixed(self) -> dict[str, Any]:
        """The favours; for the other side they are in a different order."""
        activity, favours = self.activity, list(self.content.favours.values())
        giver = activity.side == "given"
        listed = favours if giver else favours[1::2] + favours[::2]
        return {
            "question": activity.question,
            "favours": [
                {"id": favour.id, "text": favour.given if giver else favour.received}
                for favour in listed
            ],
            "highest": HIGHEST,
            "second": activity.beside is not None,
            "provenance": asdict(activity.provenance),
        }

    def restored(self) -> dict[str, Any]:
        """The prices, whether both receipts are complete, and the picture once it is asked for."""
        activity, lesson, state = self.activity, self.journal.lesson, self.journal.state()
        answers = prices(state, lesson, activity.id, self.content)
        own = own_inflation(activity.id, lesson, self.content, state)
        picture = None
        if own and activity.beside and EVERY_ITEM in self.recorded().reveals:
            others = prices(state, lesson, activity.beside, self.content)
            picture = receipts(others, answers, self._names(), own, self._words()).as_json()
        return {"answers": answers, "ready": own is not None, "picture": picture}

    def check(self, event: Mapping[str, Any]) -> None:
        """A price, or a look at both receipts."""
        known = tuple(self.content.favours)
        self.expect(
            event,
            {
                "answer": lambda item, value: item in known and is_price(value),
                "reveal": lambda item, _value: item == EVERY_ITEM and bool(self.activity.beside),
            },
        )

    def _names(self) -> dict[str, str]:
        return {key: favour.given.rstrip(".") for key, favour in self.content.favours.items()}

    def _words(self) -> Words:
        return Words(self.activity.texts, self.content.ui["chart"]["decimal"])
