"""How a lesson's verbs and the kinds of activities go together: by the same name, but for these."""

from helpkit.activities.registry import KINDS

VERBS = {kind: kind for kind in KINDS} | {"choice": "choose"}
"""The verb of each kind of activity."""

SHOWS = {verb: kind for kind, verb in VERBS.items()} | {"reveal": "predict"}
"""Which kind of activity each verb shows."""

SHOWS_PART = {
    "choose": "sort",
    "ledger": "ledger",
    "paths": "converse",
    "scene": "scene",
    "write": "reflect",
}
"""The verb of each kind of part of an exercise."""
