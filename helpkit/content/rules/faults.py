"""What the form of the files cannot say: that ids resolve and that the languages are equal.

`faults` is what `helpkit check` prints: first what does not fit a type, then, for content that can
be read, every reference that leads nowhere and every text that one language has and another lacks.
"""

from collections.abc import Iterator
from pathlib import Path

from helpkit.content.activity import Activity
from helpkit.content.files import FOLDER
from helpkit.content.load import Fault, form_faults, languages, load
from helpkit.content.rules.events import event_faults
from helpkit.content.rules.parity import parity_faults
from helpkit.content.rules.references import Spots, listed, misread, one_of
from helpkit.content.types import HELD, Content

__all__ = ["faults"]


def faults(folder: Path = FOLDER) -> list[Fault]:
    """Everything that is wrong with the content in a folder, in all languages."""
    misfits = form_faults(folder)
    if misfits:
        return misfits
    every = [load(language, folder) for language in languages(folder)]
    wrong = [*_references(every[0]), *event_faults(every, folder), *parity_faults(every)]
    return list(dict.fromkeys(wrong))


def _references(content: Content) -> Iterator[Fault]:
    yield from _dimensions(content)
    yield from _situations(content)
    yield from _cases(content)
    yield from _forms(content)
    for lesson, activities in content.activities.items():
        for key, activity in activities.items():
            for spot, expected in (*_minutes(activity), *activity.faults(content, activities)):
                yield Fault(f"data/activities/{lesson}.toml", key, spot, expected)


def _minutes(activity: Activity) -> Spots:
    if activity.minutes < 1:
        yield "minutes", f"expected 1 or more, got {activity.minutes}"


def _dimensions(content: Content) -> Iterator[Fault]:
    for key, dimension in content.dimensions.items():
        for name, texts in (("labels", dimension.labels), ("hints", dimension.hints)):
            if set(texts) != set(dimension.values):
                expected = f"expected one for each of {listed(dimension.values)}"
                yield Fault("data/dimensions.toml", key, name, expected)


def _situations(content: Content) -> Iterator[Fault]:
    for key, card in content.situations.items():
        if set(card.readings) != set(content.dimensions):
            expected = f"expected exactly {listed(content.dimensions)}"
            yield Fault("data/situations.toml", key, "readings", expected)
            continue
        for name, reading in card.readings.items():
            for expected in misread(reading, content.dimensions[name].values):
                yield Fault("data/situations.toml", key, f"readings.{name}", expected)


def _cases(content: Content) -> Iterator[Fault]:
    for key, case in content.cases.items():
        for value in filter(None, (case.risk, *case.accepted)):
            if value not in content.risks:
                yield Fault("data/cases.toml", key, "risk", one_of(content.risks, value))
        if case.asks == "risk" and not (case.risk and case.question):
            yield Fault("data/cases.toml", key, "asks", "'risk' needs a risk and a question")
        if case.asks == "worked" and not case.worked:
            yield Fault("data/cases.toml", key, "asks", "'worked' needs a text in worked")
        if case.trust:
            for expected in misread(case.trust, (*content.gates, HELD)):
                yield Fault("data/cases.toml", key, "trust", expected)


def _forms(content: Content) -> Iterator[Fault]:
    for key, form in content.forms.items():
        if form.entry is not None and form.entry not in content.glossary:
            expected = f"expected an id of the glossary, got {form.entry!r}"
            yield Fault("data/forms.toml", key, "entry", expected)
