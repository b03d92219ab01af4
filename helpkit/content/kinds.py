"""What a lesson asks a learner to do: one frozen dataclass per kind of activity.

`KINDS` maps the `kind` of a table in `activities/NN.toml` to its dataclass.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from helpkit.content.cast import Experiment
from helpkit.content.knobs import AnyKnob, Knob
from helpkit.content.types import Prose, Reading


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What all kinds have in common; `intro` may be empty, Markdown is not read in it."""

    id: str
    kind: str
    title: Prose
    intro: Prose


@dataclass(frozen=True, kw_only=True)
class Option:
    """One defensible answer: what it gives and what it costs."""

    label: Prose
    gain: Prose
    cost: Prose


@dataclass(frozen=True, kw_only=True)
class MessageActivity(Activity):
    """A friend's message, a free reply, a turn, and the learner's own label of the reply."""

    sender: Prose
    message: Prose
    invitation: Prose
    turn: Prose
    question: Prose
    options: Mapping[str, Option]


@dataclass(frozen=True, kw_only=True)
class PredictActivity(Activity):
    """A whole number the learner commits to; the answer is computed from the content.

    `measure` names the computation in `helpkit.checks.measures`. A guess within `margin` of the
    answer is a hit: that is what the learner says how sure they are of. The reveal shows `near`
    or `far`, then `reveal`; they may use {mine}, {answer} and the counts of the measure, whose
    names are labelled by `labels`.
    """

    question: Prose
    low: int
    high: int
    margin: int
    measure: str
    near: Prose
    far: Prose
    reveal: Prose
    labels: Mapping[str, Prose]


@dataclass(frozen=True, kw_only=True)
class SortActivity(Activity):
    """Cards into columns; without `cards`, all of the deck; readings from the dimension or own.

    `deck` "situations" sorts by `dimension`, or by `readings` of its own into `columns` named by
    the labels of that other table ("criteria"); "words" sorts by directiveness, "metaphors" by the
    picture they belong to.
    """

    deck: Literal["situations", "words", "metaphors"]
    dimension: str | None = None
    columns: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    labels: Mapping[str, Prose] = field(default_factory=dict)
    hints: Mapping[str, Prose] = field(default_factory=dict)
    question: Prose


@dataclass(frozen=True, kw_only=True)
class FlipPair:
    """Two situations that differ in one criterion, and the classes before and after."""

    classes: tuple[str, str]
    criterion: Reading
    before: Prose
    after: Prose


@dataclass(frozen=True, kw_only=True)
class FlipActivity(Activity):
    """Pairs of situations: which criterion moved the class?"""

    pairs: Mapping[str, FlipPair]


@dataclass(frozen=True, kw_only=True)
class CasesActivity(Activity):
    """Cases to diagnose; without `cases`, every case that is not core."""

    cases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GatesActivity(Activity):
    """Where did the help leak: say it, accept it, carry it out?"""

    cases: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ChoiceActivity(Activity):
    """A situation with several defensible answers; the order is that of the file."""

    situation: Prose
    options: Mapping[str, Option]
    debrief: Prose


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a reflection."""

    label: Prose
    hint: Prose


@dataclass(frozen=True, kw_only=True)
class ReflectActivity(Activity):
    """Free writing in parts; the length in words is a guide, never a bar."""

    low: int
    high: int
    parts: Mapping[str, Part]
    note: Prose


@dataclass(frozen=True, kw_only=True)
class MapActivity(Activity):
    """Any two dimensions as a heat map; `x` and `y` are where it starts."""

    x: str
    y: str


Origin = Literal["book", "published", "made_up"]


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where a model comes from, and what it leaves out; `sources` are keys of references.bib."""

    origins: tuple[Origin, ...]
    sources: tuple[str, ...] = ()
    says: Prose
    leaves_out: Prose


@dataclass(frozen=True, kw_only=True)
class ExploreActivity(Activity):
    """A model with its knobs, one at a time in this order, and then all of them.

    `model` names a picture in `helpkit.charts.explorations`; `texts` are its words.
    """

    model: str
    knobs: Mapping[str, AnyKnob]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class FavoursActivity(Activity):
    """An evening of favours between two people, move by move; then the knobs of the ledger.

    `receipts` is the activity from which the learner's own inflation comes.
    """

    receipts: str
    knobs: Mapping[str, Knob]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class ReceiptActivity(Activity):
    """What is each favour worth, to whoever does it or to whoever gets it?

    `beside` is the same list from the other side, priced before.
    """

    side: Literal["given", "received"]
    beside: str | None = None
    question: Prose
    texts: Mapping[str, Prose] = field(default_factory=dict)
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Partner:
    """Somebody to play with; `strategy` is a name in `helpkit.models.reciprocity`."""

    strategy: str
    name: Prose
    description: Prose


@dataclass(frozen=True, kw_only=True)
class PartnersActivity(Activity):
    """Partners without a name, some rounds with each, and then who they were."""

    rounds: int
    benefit: float
    cost: float
    partners: Mapping[str, Partner]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class VillagesActivity(Activity):
    """So many villages at once: in how many does helping win?"""

    runs: int
    knobs: Mapping[str, Knob]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class ScriptMove:
    """What a line of a script does to the account between A and B."""

    by: Literal["A", "B"]
    do: Literal["give", "thank", "ignore"]
    value: int = 0


@dataclass(frozen=True, kw_only=True)
class ScriptEvent:
    """What a line of a script is on the stage: ids of sentiments."""

    actor: str
    behavior: str
    object: str


@dataclass(frozen=True, kw_only=True)
class ScriptLine:
    """One line of an evening, for both cameras."""

    moves: tuple[ScriptMove, ...] = ()
    event: ScriptEvent
    says: Prose


@dataclass(frozen=True, kw_only=True)
class CamerasActivity(Activity):
    """One evening seen as an account and as a scene: at which line does it break in each?

    `readings` has ours for "account" and for "stage"; its values are ids of lines.
    """

    inflation: float
    lines: Mapping[str, ScriptLine]
    readings: Mapping[str, Reading]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class CastingActivity(Activity):
    """Who does what to whom, up to six times, and what each act does to the scene.

    `helping`, `failing` and `answering` are the acts to choose from; repairs come from `helping`.
    The scene starts as the experiment that `start` names.
    """

    helping: tuple[str, ...]
    failing: tuple[str, ...]
    answering: tuple[str, ...]
    start: str
    experiments: Mapping[str, Experiment]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Table11Activity(Activity):
    """The situations of Table 1.1 as events, helping beside failing.

    `board` is the sort of lesson 1 whose pile gives the order in which they lie here too.
    """

    board: str
    knobs: Mapping[str, AnyKnob]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class WordspaceActivity(Activity):
    """The 27 words by evaluation, potency and activity, beside what the learner made of them.

    `board` is the sort of lesson 1 whose bins are laid over it; `telling` are the words whose own
    ratings are asked for first.
    """

    board: str
    telling: tuple[str, ...]
    knobs: Mapping[str, AnyKnob]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class SeesawActivity(Activity):
    """Two people on a see-saw: `tilt` is where they begin, `gap` what both like best."""

    knobs: Mapping[str, Knob]
    texts: Mapping[str, Prose]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class PredictionsActivity(Activity):
    """Every prediction of the course so far, and how far being sure went with being right."""

    texts: Mapping[str, Prose]


@dataclass(frozen=True, kw_only=True)
class ConverseActivity(Activity):
    """A conversation on a stage, as helper and as client; `scene` is its id."""

    scene: str
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class TimelineActivity(Activity):
    """The works and people of the chapter on one line."""


@dataclass(frozen=True, kw_only=True)
class SelfCheck:
    """A short episode and the status risk it shows."""

    risk: str
    episode: Prose
    reason: Prose


@dataclass(frozen=True, kw_only=True)
class RecapActivity(Activity):
    """What I predicted, did and changed; a self-check; three lines and what they leave out."""

    predictions: tuple[str, ...]
    sorts: tuple[str, ...]
    message: str
    reflection: str
    checks: Mapping[str, SelfCheck]
    passes: int
    lines: Mapping[str, Prose]
    limits: Mapping[str, Prose]


KINDS: Mapping[str, type[Activity]] = {
    "message": MessageActivity,
    "predict": PredictActivity,
    "sort": SortActivity,
    "flip": FlipActivity,
    "cases": CasesActivity,
    "gates": GatesActivity,
    "choice": ChoiceActivity,
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
