"""A model with its knobs: one at a time, then all of them, and a picture that follows."""

from helpkit.activities.explore.activity import ExploreActivity
from helpkit.activities.explore.pictures.explorations import EXPLORATIONS
from helpkit.content.knobs import Settings
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.knobs import Knobs


class Explore(Knobs):
    """What happens when this number changes, and the others stay?"""

    name = "explore"
    activity: ExploreActivity

    def picture(self, values: Settings) -> Picture:
        """The picture of the activity's model."""
        return EXPLORATIONS[self.activity.model](values, self.picture_words)
