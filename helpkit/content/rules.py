"""What the form of the files cannot say: that ids resolve and that the languages are equal.

`faults` is what `helpkit check` prints: first what does not fit a type, then, for content that can
be read, every reference that leads nowhere and every text that one language has and another lacks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch
from pathlib import Path

from helpkit.content import kinds
from helpkit.content.kinds import Activity
from helpkit.content.knobs import AnyKnob, ChoiceKnob, Knob
from helpkit.content.load import FOLDER, Fault, form_faults, languages, load
from helpkit.content.scene_rules import scene_faults
from helpkit.content.sentiments import sentiments
from helpkit.content.types import Content, Reading

__all__ = ["faults"]

HELD = "held"
CAMERAS = ("account", "stage")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_PLACEHOLDER = re.compile(r"\{([\w-]+)\}")


def faults(folder: Path = FOLDER) -> list[Fault]:
    """Everything that is wrong with the content in a folder, in all languages."""
    found = form_faults(folder)
    if found:
        return found
    every = [load(language, folder) for language in languages(folder)]
    found = [*_references(every[0]), *scene_faults(every, folder), *_parity(every)]
    return list(dict.fromkeys(found))


def _references(content: Content) -> Iterator[Fault]:
    yield from _dimensions(content)
    yield from _situations(content)
    yield from _cases(content)
    yield from _forms(content)
    for lesson, activities in content.activities.items():
        for key, activity in activities.items():
            for spot, expected in _activity(activity, content, activities):
                yield Fault(f"activities/{lesson}.toml", key, spot, expected)


def _dimensions(content: Content) -> Iterator[Fault]:
    for key, one in content.dimensions.items():
        for name, texts in (("labels", one.labels), ("hints", one.hints)):
            if set(texts) != set(one.values):
                yield Fault(
                    "dimensions.toml", key, name, f"expected one for each of {_list(one.values)}"
                )


def _situations(content: Content) -> Iterator[Fault]:
    for key, card in content.situations.items():
        if set(card.readings) != set(content.dimensions):
            expected = f"expected exactly {_list(content.dimensions)}"
            yield Fault("situations.toml", key, "readings", expected)
            continue
        for name, reading in card.readings.items():
            for expected in _reading(reading, content.dimensions[name].values):
                yield Fault("situations.toml", key, f"readings.{name}", expected)


def _reading(reading: Reading, known: Iterable[str]) -> Iterator[str]:
    known = tuple(known)
    for value in (reading.value, *reading.accepted):
        if value not in known:
            yield f"expected one of {_list(known)}, got {value!r}"
    if reading.value in reading.accepted:
        yield f"{reading.value!r} is both the reading and accepted beside it"


def _cases(content: Content) -> Iterator[Fault]:
    for key, case in content.cases.items():
        for value in filter(None, (case.risk, *case.accepted)):
            if value not in content.risks:
                yield Fault("cases.toml", key, "risk", _one_of(content.risks, value))
        if case.asks == "risk" and not (case.risk and case.question):
            yield Fault("cases.toml", key, "asks", "'risk' needs a risk and a question")
        if case.asks == "worked" and not case.worked:
            yield Fault("cases.toml", key, "asks", "'worked' needs a text in worked")
        if case.trust:
            for expected in _reading(case.trust, (*content.gates, HELD)):
                yield Fault("cases.toml", key, "trust", expected)


def _forms(content: Content) -> Iterator[Fault]:
    for key, one in content.forms.items():
        if one.entry is not None and one.entry not in content.glossary:
            expected = f"expected an id of the glossary, got {one.entry!r}"
            yield Fault("forms.toml", key, "entry", expected)


Spots = Iterator[tuple[str, str]]
Others = Mapping[str, Activity]


@singledispatch
def _activity(_one: Activity, _content: Content, _others: Others) -> Spots:
    """The references of one activity, kind by kind: key and what was expected."""
    return iter(())


def _known(spot: str, values: Iterable[str], known: Iterable[str]) -> Spots:
    known = tuple(known)
    yield from ((spot, _one_of(known, value)) for value in values if value not in known)


@_activity.register
def _sort(one: kinds.SortActivity, content: Content, _others: Others) -> Spots:
    decks: Mapping[str, Iterable[str]] = {
        "situations": content.situations,
        "words": content.words,
        "metaphors": content.metaphors,
    }
    yield from _known("cards", (*one.cards, *one.readings), decks[one.deck])
    if one.dimension is not None:
        yield from _known("dimension", (one.dimension,), content.dimensions)
    elif set(one.labels) != set(one.columns) or set(one.hints) != set(one.columns):
        yield "columns", "expected a label and a hint for each column"
    for key, reading in one.readings.items():
        yield from ((f"readings.{key}", text) for text in _reading(reading, one.columns))


@_activity.register
def _flip(one: kinds.FlipActivity, content: Content, _others: Others) -> Spots:
    levels = content.dimensions["formality"].values
    for key, pair in one.pairs.items():
        yield from _known(f"pairs.{key}.classes", pair.classes, levels)
        for expected in _reading(pair.criterion, content.criteria):
            yield f"pairs.{key}.criterion", expected


@_activity.register
def _case_file(one: kinds.CasesActivity, content: Content, _others: Others) -> Spots:
    yield from _known("cases", one.cases, content.cases)


@_activity.register
def _gates(one: kinds.GatesActivity, content: Content, _others: Others) -> Spots:
    yield from _known(
        "cases", one.cases, (key for key, case in content.cases.items() if case.trust)
    )


@_activity.register
def _map(one: kinds.MapActivity, content: Content, _others: Others) -> Spots:
    yield from _known("x", (one.x,), content.dimensions)
    yield from _known("y", (one.y,), (key for key in content.dimensions if key != one.x))


@_activity.register
def _explore(one: kinds.ExploreActivity, _content: Content, _others: Others) -> Spots:
    yield from _knobs(one.knobs)


@_activity.register
def _villages(one: kinds.VillagesActivity, _content: Content, _others: Others) -> Spots:
    yield from _knobs(one.knobs)


@_activity.register
def _table11(one: kinds.Table11Activity, content: Content, _others: Others) -> Spots:
    yield from _known("board", (one.board,), _boards(content, "situations"))
    yield from _knobs(one.knobs)


@_activity.register
def _seesaw(one: kinds.SeesawActivity, _content: Content, _others: Others) -> Spots:
    yield from _knobs(one.knobs)


@_activity.register
def _wordspace(one: kinds.WordspaceActivity, content: Content, _others: Others) -> Spots:
    yield from _known("board", (one.board,), _boards(content, "words"))
    yield from _known("telling", one.telling, content.words)
    yield from _knobs(one.knobs)


def _boards(content: Content, deck: str) -> list[str]:
    """The sorts of all lessons that have these cards."""
    every = (pair for activities in content.activities.values() for pair in activities.items())
    return [key for key, one in every if isinstance(one, kinds.SortActivity) and one.deck == deck]


@_activity.register
def _casting(one: kinds.CastingActivity, _content: Content, _others: Others) -> Spots:
    rated = sentiments()
    people = [key for key, term in rated.items() if term.kind == "identity"]
    behaviors = [key for key, term in rated.items() if term.kind == "behavior"]
    groups = {"helping": one.helping, "failing": one.failing, "answering": one.answering}
    for name, acts in groups.items():
        yield from _known(name, acts, behaviors)
    yield from _known("start", (one.start,), one.experiments)
    every = [act for acts in groups.values() for act in acts]
    for key, scene in one.experiments.items():
        yield from _known(f"experiments.{key}", (scene.first, scene.second), people)
        yield from _known(f"experiments.{key}.events", (did.act for did in scene.events), every)


@_activity.register
def _favours(one: kinds.FavoursActivity, _content: Content, others: Others) -> Spots:
    receipts = [key for key, other in others.items() if other.kind == "receipt"]
    yield from _known("receipts", (one.receipts,), receipts)
    yield from _knobs(one.knobs)


@_activity.register
def _receipt(one: kinds.ReceiptActivity, _content: Content, others: Others) -> Spots:
    receipts = [key for key, other in others.items() if other.kind == "receipt" and key != one.id]
    yield from _known("beside", () if one.beside is None else (one.beside,), receipts)


@_activity.register
def _converse(one: kinds.ConverseActivity, content: Content, _others: Others) -> Spots:
    yield from _known("scene", (one.scene,), content.scenes)


@_activity.register
def _cameras(one: kinds.CamerasActivity, _content: Content, _others: Others) -> Spots:
    if set(one.readings) != set(CAMERAS):
        yield "readings", f"expected exactly {_list(CAMERAS)}"
    for name, reading in one.readings.items():
        yield from ((f"readings.{name}", text) for text in _reading(reading, one.lines))
    for key, line in one.lines.items():
        cast = (line.event.actor, line.event.behavior, line.event.object)
        yield from _known(f"lines.{key}.event", cast, sentiments())


def _knobs(knobs: Mapping[str, AnyKnob]) -> Spots:
    """A knob has a name that the journal takes, and starts where it can stand."""
    for name, knob in knobs.items():
        if not _NAME.fullmatch(name):
            yield f"knobs.{name}", "expected a name of a-z, 0-9 and hyphen"
        found = _options(knob) if isinstance(knob, ChoiceKnob) else _steps(knob)
        yield from ((f"knobs.{name}.{spot}", expected) for spot, expected in found)


def _steps(knob: Knob) -> Spots:
    """A number starts on one of its own steps."""
    steps = (knob.start - knob.low) / knob.step
    if not knob.low <= knob.start <= knob.high or abs(steps - round(steps)) > 1e-9:
        expected = f"expected a step from {knob.low:g} to {knob.high:g}, got {knob.start:g}"
        yield "start", expected


def _options(knob: ChoiceKnob) -> Spots:
    """A choice is between several, starts with one of them, and says each in words."""
    if len(set(knob.options)) < max(2, len(knob.options)):
        yield "options", f"expected two or more, each once, got {_list(knob.options)}"
    yield from _known("start", (knob.start,), knob.options)
    if set(knob.labels) != set(knob.options):
        yield "labels", f"expected one for each of {_list(knob.options)}"


@_activity.register
def _recap(one: kinds.RecapActivity, content: Content, others: Others) -> Spots:
    wanted = {
        "predictions": ("predict", one.predictions),
        "sorts": ("sort", one.sorts),
        "message": ("message", (one.message,)),
        "reflection": ("reflect", (one.reflection,)),
    }
    for spot, (kind, values) in wanted.items():
        known = (key for key, other in others.items() if other.kind == kind)
        yield from _known(spot, values, known)
    yield from _known("checks", (check.risk for check in one.checks.values()), content.risks)


def _parity(every: list[Content]) -> Iterator[Fault]:
    """Texts of the first language against each other one: the same keys, the same placeholders."""
    first = every[0]
    for other in every[1:]:
        for one, two in ((first, other), (other, first)):
            yield from _missing_ui(one, two)
        yield from _placeholders(first, other)


def _missing_ui(one: Content, two: Content) -> Iterator[Fault]:
    for name, texts in one.ui.items():
        for key in texts.keys() - two.ui.get(name, {}).keys():
            yield Fault(
                f"text/{two.language}/ui/{name}.toml", "", key, f"missing; {one.language} has it"
            )


def _placeholders(one: Content, two: Content) -> Iterator[Fault]:
    for name, texts in one.ui.items():
        for key, text in texts.items():
            here, there = _slots(text), _slots(two.ui.get(name, {}).get(key, text))
            if here != there:
                expected = f"expected the placeholders {here or 'none'}, got {there or 'none'}"
                yield Fault(f"text/{two.language}/ui/{name}.toml", "", key, expected)


def _slots(text: str) -> str:
    return _list(sorted(set(_PLACEHOLDER.findall(text))))


def _one_of(known: Iterable[str], value: str) -> str:
    return f"expected one of {_list(known)}, got {value!r}"


def _list(values: Iterable[str]) -> str:
    return ", ".join(values)
