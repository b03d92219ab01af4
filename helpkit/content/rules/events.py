"""What is wrong between sentiments, events and their words: ids that lead nowhere, words amiss."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from helpkit.content.load import Fault
from helpkit.content.rules.references import one_of
from helpkit.content.sentiments import Kind, Sentiment, sentiments
from helpkit.content.types import Content, Term
from helpkit.errors import ContentError

__all__ = ["event_faults"]

SENTIMENTS = "data/affect_control/sentiments.csv"
PLACES = ("{actor}", "{object}")


def event_faults(every: list[Content], folder: Path) -> Iterator[Fault]:
    """Faults of the events and of the words for who and what is in them, in all languages."""
    try:
        known = sentiments(folder)
    except ContentError as error:
        yield Fault("affect_control", "", "", str(error))
        return
    ids = {kind: _ids(known.values(), kind) for kind in ("identity", "behavior", "word")}
    yield from _words(every[0], ids["word"])
    yield from _events(every[0], ids["identity"], ids["behavior"])
    for content in every:
        yield from _terms(content, ids["identity"], ids["behavior"])


def _ids(known: Iterable[Sentiment], kind: Kind) -> list[str]:
    return [sentiment.id for sentiment in known if sentiment.kind == kind]


def _words(content: Content, rated: list[str]) -> Iterator[Fault]:
    for key in sorted(content.words.keys() ^ set(rated)):
        yield Fault(SENTIMENTS, key, "", "expected a row for each word of words.toml, and no other")


def _events(content: Content, people: list[str], acts: list[str]) -> Iterator[Fault]:
    for key, event in content.events.items():
        if key not in (*content.situations, f"{event.helper}-{event.client}"):
            expected = "expected the id of a situation, or helper and client with a hyphen"
            yield Fault("data/events.toml", key, "", expected)
        for spot, value in (("helper", event.helper), ("client", event.client)):
            yield from _unless_known(key, spot, value, people)
        for spot, value in (("helping", event.helping), ("failing", event.failing)):
            yield from _unless_known(key, spot, value, acts)


def _unless_known(key: str, spot: str, value: str, known: list[str]) -> Iterator[Fault]:
    if value not in known:
        yield Fault("data/events.toml", key, spot, one_of(known, value))


def _terms(content: Content, people: list[str], acts: list[str]) -> Iterator[Fault]:
    file = f"text/{content.language}/terms.toml"
    for key in sorted(content.terms.keys() ^ {*people, *acts}):
        yield Fault(file, key, "", f"expected words for each term of {SENTIMENTS}, and no other")
    for key, term in content.terms.items():
        expected = _expected_of_somebody(term) if key in people else _expected_of_act(term)
        if expected:
            yield Fault(file, key, "", expected)


def _expected_of_somebody(term: Term) -> str:
    return "" if term.the and term.other and not term.does else "expected name, the and other"


def _expected_of_act(term: Term) -> str:
    if term.the or term.other or not term.does:
        return "expected name and does"
    fits = all(term.does.count(place) == 1 for place in PLACES) and term.does.count("{") == 2
    return "" if fits else f"expected does to hold {' and '.join(PLACES)}, each once"
