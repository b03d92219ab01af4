"""Which kinds of activities are there? A kind is a folder, a verb of `Lesson` and a line here."""

from collections.abc import Mapping

from helpkit.activities.cameras.activity import CamerasActivity
from helpkit.activities.cases.activity import CasesActivity
from helpkit.activities.casting.activity import CastingActivity
from helpkit.activities.choose.activity import ChoiceActivity
from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.explore.activity import ExploreActivity
from helpkit.activities.favours.activity import FavoursActivity
from helpkit.activities.flip.activity import FlipActivity
from helpkit.activities.gates.activity import GatesActivity
from helpkit.activities.map.activity import MapActivity
from helpkit.activities.message.activity import MessageActivity
from helpkit.activities.partners.activity import PartnersActivity
from helpkit.activities.predict.activity import PredictActivity
from helpkit.activities.predictions.activity import PredictionsActivity
from helpkit.activities.recap.activity import RecapActivity
from helpkit.activities.receipt.activity import ReceiptActivity
from helpkit.activities.reflect.activity import ReflectActivity
from helpkit.activities.seesaw.activity import SeesawActivity
from helpkit.activities.sort.activity import SortActivity
from helpkit.activities.table11.activity import Table11Activity
from helpkit.activities.timeline.activity import TimelineActivity
from helpkit.activities.villages.activity import VillagesActivity
from helpkit.activities.vote.activity import VoteActivity
from helpkit.activities.wordspace.activity import WordspaceActivity
from helpkit.content.activity import Activity

__all__ = ["KINDS"]

KINDS: Mapping[str, type[Activity]] = {
    "message": MessageActivity,
    "predict": PredictActivity,
    "sort": SortActivity,
    "flip": FlipActivity,
    "cases": CasesActivity,
    "gates": GatesActivity,
    "choose": ChoiceActivity,
    "vote": VoteActivity,
    "reflect": ReflectActivity,
    "map": MapActivity,
    "explore": ExploreActivity,
    "receipt": ReceiptActivity,
    "favours": FavoursActivity,
    "partners": PartnersActivity,
    "villages": VillagesActivity,
    "cameras": CamerasActivity,
    "casting": CastingActivity,
    "table11": Table11Activity,
    "wordspace": WordspaceActivity,
    "seesaw": SeesawActivity,
    "predictions": PredictionsActivity,
    "converse": ConverseActivity,
    "timeline": TimelineActivity,
    "recap": RecapActivity,
}
"""The dataclass for each `kind` of a table in `content/data/activities/NN.toml`."""
