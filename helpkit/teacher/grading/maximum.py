"""How many points can a student get for a part? The items tell students, the key decides."""

from helpkit.exercises.items import LedgerPart, Part
from helpkit.exercises.sheet import sheet
from helpkit.teacher.grading.keys import ClassifyKey, LedgerKey, PathsKey, SceneKey, WriteKey

__all__ = ["maximum"]


def maximum(part: Part, key: object) -> float:
    """The most that a part gives, by its key; the same for every student."""
    match key:
        case ClassifyKey():
            return sum(key.points.values()) * len(sheet(part, "", ""))
        case LedgerKey() if isinstance(part, LedgerPart):
            asks = [item.asks for item in part.items.values()]
            return key.thanks * asks.count("thanks") + 2 * key.balance * asks.count("balances")
        case PathsKey():
            return key.full * len(sheet(part, "", ""))
        case SceneKey():
            return sum(key.points.values()) + key.content
        case WriteKey():
            return key.content
    return 0.0
