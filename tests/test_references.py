"""Every work that is named can be looked up, and the time line and the list of works agree."""

import re

from helpkit.content import load
from tests.paths import ROOT

BIB = (ROOT / "references.bib").read_text("utf-8")
KEYS = re.findall(r"^@\w+\{([^,]+),", BIB, re.MULTILINE)
KEY = re.compile(r"\b[a-z]+(?:1[89]|20)\d\d[a-z]+\b")
EVENTS = {"ntl-circle", "walter-reed"}
"""On the time line, and no works."""


def test_no_key_stands_twice() -> None:
    assert len(KEYS) == len(set(KEYS))


def test_every_key_in_the_code_is_a_work() -> None:
    for path in (ROOT / "helpkit").rglob("*.py"):
        assert {*KEY.findall(path.read_text("utf-8"))} <= {*KEYS}, path.name


def test_every_model_says_where_it_comes_from() -> None:
    models = [path for path in (ROOT / "helpkit/models").glob("*.py") if path.stem[0] != "_"]
    silent = [
        path.stem
        for path in models
        if not KEY.search(text := path.read_text("utf-8")) and "llustrative" not in text
    ]
    assert silent == ["ranges"]


def test_the_time_line_and_the_works_agree() -> None:
    assert {*re.findall(r"timeline\s*=\s*\{([^}]+)\}", BIB)} | EVENTS == {*load("en").works}


def test_every_provenance_names_works_and_what_is_published_names_one() -> None:
    cards = [
        one.provenance
        for activities in load("en").activities.values()
        for one in activities.values()
        if hasattr(one, "provenance")
    ]
    assert cards
    for card in cards:
        assert {*card.sources} <= {*KEYS}
        assert card.sources or "published" not in card.origins
