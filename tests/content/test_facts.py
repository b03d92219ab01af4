"""What the source says about its own numbers, and what the lesson promises."""

from collections import Counter

import pytest

from helpkit.content import Content, load

CONFIDENCE = {  # in the text, implied, our judgement; 26 rows each
    "formality": (7, 9, 10),
    "initiative": (1, 15, 10),
    "arena": (3, 22, 1),
    "role": (0, 16, 10),
    "currency": (0, 3, 23),
    "one_down": (0, 3, 23),
    "risk": (5, 5, 16),
}
VALUES = {
    "formality": {"formal": 13, "informal": 6, "between": 5, "semi_formal": 2},
    "initiative": {"client_asks": 16, "role_routine": 7, "helper_offers": 2, "third_party": 1},
    "arena": {"one_to_one": 18, "within_team": 5, "group_as_client": 3},
    "role": {"expert": 20, "process": 5, "doctor": 1},
    "currency": {
        "status_face": 8,
        "knowledge": 7,
        "emotional": 6,
        "time": 3,
        "money_contract": 2,
    },
    "one_down": {"client": 21, "neither": 5},
    "risk": {
        "not_carried_out": 5,
        "overload": 4,
        "withheld": 4,
        "wrong_problem": 3,
        "dependence": 3,
        "face_loss": 3,
        "unwanted": 3,
        "premature_stop": 1,
    },
}
CONTESTED = {"scrub-nurse", "blocker", "improv", "supervisor", "assembly-line"}


@pytest.fixture(params=["en", "nl"])
def content(request: pytest.FixtureRequest) -> Content:
    """All content, in each language."""
    return load(request.param)


def test_counts(content: Content) -> None:
    assert len(content.table) == 26
    assert len(content.situations) == 32
    assert len(content.words) == 27
    assert len(content.cases) == 26
    assert len(content.dimensions) == 7
    assert len(content.glossary) == 83
    assert len(content.chapters) == 9


@pytest.mark.parametrize("dimension", CONFIDENCE)
def test_confidence_of_the_readings(content: Content, dimension: str) -> None:
    counts = Counter(card.readings[dimension].confidence for card in content.table.values())
    assert (
        tuple(counts[name] for name in ("in_text", "implied", "judgement")) == CONFIDENCE[dimension]
    )


@pytest.mark.parametrize("dimension", VALUES)
def test_values_of_the_readings(content: Content, dimension: str) -> None:
    counts = Counter(card.readings[dimension].value for card in content.table.values())
    assert counts == VALUES[dimension]


def test_contested_rows(content: Content) -> None:
    assert {
        key for key, situation in content.table.items() if situation.readings["formality"].contested
    } == CONTESTED


def test_cases_by_what_they_ask(content: Content) -> None:
    asked = Counter(case.asks for case in content.cases.values())
    assert asked == {"risk": 13, "worked": 3, "reading": 10}
    assert sum(case.core for case in content.cases.values()) == 8
    assert sum(case.trust is not None for case in content.cases.values()) == 6


def test_letting_go_has_two_cases_of_our_own(content: Content) -> None:
    own = [case for case in content.cases.values() if case.source == "own"]
    assert [case.risk for case in own] == ["letting-go", "letting-go"]


def test_words_by_who_does_the_work(content: Content) -> None:
    work = Counter(word.work for word in content.words.values())
    assert work["client"] == 3


def test_tables_are_not_in_the_order_of_the_book(content: Content) -> None:
    """The selection is the book's; its order and grid stay there."""
    rows = [card.source for card in content.table.values()]
    assert rows != sorted(rows)
    grid = ["assisting", "aiding", "advising", "caregiving", "catalysing", "coaching"]
    assert list(content.words)[:6] != grid
    assert list(content.words) != sorted(content.words)


def test_practice_cards_follow_from_a_criterion(content: Content) -> None:
    cards = [card for card in content.situations.values() if card.practice]
    assert {card.readings["formality"].confidence for card in cards} == {"by_criterion"}
