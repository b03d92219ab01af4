"""Sentiments and equations for the tests of the theatrical models, and a plain reading of them."""

import csv
from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from helpkit.content import equations, sentiments
from helpkit.models.affect_control import EPA, Equations, Impression, impression

GOLDEN = Path(__file__).with_name("affect_control_events.csv")
EQ: Final = equations("nc1978")

ratings = st.floats(-4.3, 4.3, allow_nan=False)
epas = st.tuples(ratings, ratings, ratings)
sets = st.sampled_from([equations(name) for name in ("nc1978", "nc1978-male", "germany2007")])


def epa(term: str) -> EPA:
    """The rating of one of our own terms."""
    return sentiments()[term].epa


def event(actor: str, act: str, object: str) -> Impression:
    """Actor does act to object, by their ids, with the usual equations."""
    return impression(epa(actor), epa(act), epa(object), EQ)


def behaviors() -> Mapping[str, EPA]:
    """All that can be done, by id."""
    return {
        key: sentiment.epa
        for key, sentiment in sentiments().items()
        if sentiment.kind == "behavior"
    }


def plain(before: tuple[float, ...], eq: Equations) -> list[float]:
    """The transients, term by term and outcome by outcome, as the equation says it."""
    return [sum(row[k] * prod(before[slot] for slot in term) for term, row in eq) for k in range(9)]


def golden() -> dict[str, dict[str, float]]:
    """The published table of our events: two decimals, by event and column."""
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return {
            row.pop("event"): {key: float(value) for key, value in row.items()}
            for row in csv.DictReader(file)
        }
