"""The explorations of the course and their pictures, for the tests."""

from helpkit.activities.explore.activity import ExploreActivity
from helpkit.activities.explore.pictures.explorations import EXPLORATIONS
from helpkit.content import load
from helpkit.content.knobs import Setting
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words

EXPLORED = {
    key: activity
    for activities in load("en").activities.values()
    for key, activity in activities.items()
    if isinstance(activity, ExploreActivity)
}


def activity(key: str, language: str = "en") -> ExploreActivity:
    activity_ = next(ones[key] for ones in load(language).activities.values() if key in ones)
    assert isinstance(activity_, ExploreActivity)
    return activity_


def plot(key: str, language: str = "en", **values: Setting) -> Picture:
    exploration = activity(key, language)
    every = {name: knob.start for name, knob in exploration.knobs.items()} | values
    return EXPLORATIONS[exploration.model](
        every, Words(exploration.texts, "." if language == "en" else ",")
    )
