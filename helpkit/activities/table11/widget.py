"""Table 1.1 on stage: helping beside failing, in one order or another, and with roles reversed."""

from helpkit.activities.outcomes.boards import board
from helpkit.activities.table11.activity import Table11Activity
from helpkit.activities.table11.picture import table11
from helpkit.content.knobs import Settings, names
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.deal import deal
from helpkit.frontend.knobs import Knobs

REVERSED = "reversed"


class Table11(Knobs):
    """The 26 situations as events."""

    name = "table11"
    activity: Table11Activity

    @property
    def dealt(self) -> tuple[str, ...]:
        """The situations in the order of the board in lesson 1, never that of the book."""
        cards = board(self.content, self.activity.board).readings(self.content)
        return deal(cards, f"{self.journal.course}.{self.activity.board}")

    def picture(self, values: Settings) -> Picture:
        """Two marks for each situation."""
        chosen = names(values)
        return table11(
            self.dealt,
            self.content,
            self.picture_words,
            order=chosen["order"],
            reversed=chosen["roles"] == REVERSED,
        )
