"""What is wrong with an activity, kind by kind: every id it names must lead somewhere."""

from collections.abc import Iterable, Mapping
from functools import singledispatch

from helpkit.content import kinds
from helpkit.content.knob_rules import knob_faults
from helpkit.content.references import Spots, listed, misread, unknown
from helpkit.content.sentiments import sentiments
from helpkit.content.types import Content

__all__ = ["activity_faults"]

Others = Mapping[str, kinds.Activity]

LOOKED_BACK = frozenset({"flip", "cases", "gates", "choice"})


@singledispatch
def activity_faults(_one: kinds.Activity, _content: Content, _others: Others) -> Spots:
    """The references of one activity, kind by kind: key and what was expected."""
    return iter(())


@activity_faults.register
def _sort(one: kinds.SortActivity, content: Content, _others: Others) -> Spots:
    decks: Mapping[str, Iterable[str]] = {
        "situations": content.situations,
        "words": content.words,
        "metaphors": content.metaphors,
    }
    yield from unknown("cards", (*one.cards, *one.readings), decks[one.deck])
    if one.dimension is not None:
        yield from unknown("dimension", (one.dimension,), content.dimensions)
    elif set(one.labels) != set(one.columns) or set(one.hints) != set(one.columns):
        yield "columns", "expected a label and a hint for each column"
    for key, reading in one.readings.items():
        yield from ((f"readings.{key}", text) for text in misread(reading, one.columns))


@activity_faults.register
def _flip(one: kinds.FlipActivity, content: Content, _others: Others) -> Spots:
    levels = content.dimensions["formality"].values
    for key, pair in one.pairs.items():
        yield from unknown(f"pairs.{key}.classes", pair.classes, levels)
        for expected in misread(pair.criterion, content.criteria):
            yield f"pairs.{key}.criterion", expected


@activity_faults.register
def _case_file(one: kinds.CasesActivity, content: Content, _others: Others) -> Spots:
    yield from unknown("cases", one.cases, content.cases)


@activity_faults.register
def _gates(one: kinds.GatesActivity, content: Content, _others: Others) -> Spots:
    yield from unknown(
        "cases", one.cases, (key for key, case in content.cases.items() if case.trust)
    )


@activity_faults.register
def _map(one: kinds.MapActivity, content: Content, _others: Others) -> Spots:
    yield from unknown("x", (one.x,), content.dimensions)
    yield from unknown("y", (one.y,), (key for key in content.dimensions if key != one.x))


@activity_faults.register
def _knobs(one: kinds.KnobsActivity, _content: Content, _others: Others) -> Spots:
    yield from knob_faults(one.knobs)


@activity_faults.register
def _table11(one: kinds.Table11Activity, content: Content, _others: Others) -> Spots:
    yield from unknown("board", (one.board,), _boards(content, "situations"))
    yield from knob_faults(one.knobs)


@activity_faults.register
def _wordspace(one: kinds.WordspaceActivity, content: Content, _others: Others) -> Spots:
    yield from unknown("board", (one.board,), _boards(content, "words"))
    yield from unknown("telling", one.telling, content.words)
    yield from knob_faults(one.knobs)


def _boards(content: Content, deck: str) -> list[str]:
    """The sorts of all lessons that have these cards."""
    return [one.id for _lesson, one in content.each(kinds.SortActivity) if one.deck == deck]


@activity_faults.register
def _casting(one: kinds.CastingActivity, _content: Content, _others: Others) -> Spots:
    rated = sentiments()
    people = [key for key, term in rated.items() if term.kind == "identity"]
    behaviors = [key for key, term in rated.items() if term.kind == "behavior"]
    for name, acts in one.acts.items():
        yield from unknown(name, acts, behaviors)
    yield from unknown("start", (one.start,), one.experiments)
    every = [act for acts in one.acts.values() for act in acts]
    for key, scene in one.experiments.items():
        yield from unknown(f"experiments.{key}", (scene.first, scene.second), people)
        yield from unknown(f"experiments.{key}.events", (did.act for did in scene.events), every)


@activity_faults.register
def _favours(one: kinds.FavoursActivity, _content: Content, others: Others) -> Spots:
    receipts = [key for key, other in others.items() if other.kind == "receipt"]
    yield from unknown("receipts", (one.receipts,), receipts)
    yield from knob_faults(one.knobs)


@activity_faults.register
def _receipt(one: kinds.ReceiptActivity, _content: Content, others: Others) -> Spots:
    receipts = [key for key, other in others.items() if other.kind == "receipt" and key != one.id]
    yield from unknown("beside", () if one.beside is None else (one.beside,), receipts)


@activity_faults.register
def _converse(one: kinds.ConverseActivity, content: Content, _others: Others) -> Spots:
    yield from unknown("scene", (one.scene,), content.scenes)


@activity_faults.register
def _cameras(one: kinds.CamerasActivity, _content: Content, _others: Others) -> Spots:
    if set(one.readings) != set(kinds.CAMERAS):
        yield "readings", f"expected exactly {listed(kinds.CAMERAS)}"
    for name, reading in one.readings.items():
        yield from ((f"readings.{name}", text) for text in misread(reading, one.lines))
    for key, line in one.lines.items():
        cast = (line.event.actor, line.event.behavior, line.event.object)
        yield from unknown(f"lines.{key}.event", cast, sentiments())


@activity_faults.register
def _recap(one: kinds.RecapActivity, content: Content, others: Others) -> Spots:
    wanted = {
        "predictions": ("predict", one.predictions),
        "sorts": ("sort", one.sorts),
        "message": ("message", (one.message,)),
        "reflection": ("reflect", (one.reflection,)),
    }
    for spot, (kind, values) in wanted.items():
        known = (key for key, other in others.items() if other.kind == kind)
        yield from unknown(spot, values, known)
    looked = (key for key, other in others.items() if other.kind in LOOKED_BACK)
    yield from unknown("others", one.others, looked)
    yield from unknown("checks", (check.risk for check in one.checks.values()), content.risks)
