"""What a lesson asks a learner to do: one frozen dataclass per kind of activity.

`KINDS` maps the `kind` of a table in `activities/NN.toml` to its dataclass.
"""

from collections.abc import Mapping

from helpkit.content.kinds.base import Activity, KnobsActivity, Option, Origin, Provenance
from helpkit.content.kinds.common import (
    ChoiceActivity,
    ExploreActivity,
    MessageActivity,
    Part,
    PredictActivity,
    PredictionsActivity,
    RecapActivity,
    ReflectActivity,
    SelfCheck,
    TimelineActivity,
    VoteActivity,
)
from helpkit.content.kinds.conversation import ConverseActivity
from helpkit.content.kinds.economic import (
    FavoursActivity,
    Partner,
    PartnersActivity,
    ReceiptActivity,
    VillagesActivity,
)
from helpkit.content.kinds.sorting import (
    CasesActivity,
    FlipActivity,
    FlipPair,
    GatesActivity,
    MapActivity,
    SortActivity,
)
from helpkit.content.kinds.theatrical import (
    CAMERAS,
    CamerasActivity,
    CastingActivity,
    ScriptEvent,
    ScriptLine,
    ScriptMove,
    SeesawActivity,
    Table11Activity,
    WordspaceActivity,
)

__all__ = [
    "CAMERAS",
    "KINDS",
    "Activity",
    "CamerasActivity",
    "CasesActivity",
    "CastingActivity",
    "ChoiceActivity",
    "ConverseActivity",
    "ExploreActivity",
    "FavoursActivity",
    "FlipActivity",
    "FlipPair",
    "GatesActivity",
    "KnobsActivity",
    "MapActivity",
    "MessageActivity",
    "Option",
    "Origin",
    "Part",
    "Partner",
    "PartnersActivity",
    "PredictActivity",
    "PredictionsActivity",
    "Provenance",
    "RecapActivity",
    "ReceiptActivity",
    "ReflectActivity",
    "ScriptEvent",
    "ScriptLine",
    "ScriptMove",
    "SeesawActivity",
    "SelfCheck",
    "SortActivity",
    "Table11Activity",
    "TimelineActivity",
    "VillagesActivity",
    "VoteActivity",
    "WordspaceActivity",
]

KINDS: Mapping[str, type[Activity]] = {
    "message": MessageActivity,
    "predict": PredictActivity,
    "sort": SortActivity,
    "flip": FlipActivity,
    "cases": CasesActivity,
    "gates": GatesActivity,
    "choice": ChoiceActivity,
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
