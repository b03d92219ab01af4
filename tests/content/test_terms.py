"""Everybody and everything in a scene has words in each language, and no two have the same."""

import re
from collections import Counter

import pytest

from helpkit.content import Content, load, sentiments
from helpkit.content.types import Term


@pytest.fixture(params=["en", "nl"])
def content(request: pytest.FixtureRequest) -> Content:
    """All content, in each language."""
    return load(request.param)


def those(content: Content, kind: str) -> list[Term]:
    return [content.terms[key] for key, sentiment in sentiments().items() if sentiment.kind == kind]


def test_every_identity_and_behavior_has_its_words(content: Content) -> None:
    wanted = {key for key, sentiment in sentiments().items() if sentiment.kind != "word"}
    assert content.terms.keys() == wanted
    assert all(term.name and term.the and term.other for term in those(content, "identity"))
    assert all(term.name and term.does for term in those(content, "behavior"))


@pytest.mark.parametrize("field", ["name", "the", "other", "does"])
@pytest.mark.parametrize("kind", ["identity", "behavior"])
def test_no_two_have_the_same_words(content: Content, kind: str, field: str) -> None:
    texts = Counter(getattr(term, field) for term in those(content, kind))
    assert [text for text, number in texts.items() if text and number > 1] == []


def test_an_article_stands_before_the_name(content: Content) -> None:
    articles = {"en": {"the"}, "nl": {"de", "het"}}[content.language]
    for term in those(content, "identity"):
        article, _, name = str(term.the).partition(" ")
        assert (article in articles, name) == (True, term.name)
        assert str(term.other).split(" ", 2)[::2] == [article, name]


def test_the_dutch_neuters() -> None:
    people = those(load("nl"), "identity")
    assert {person.id for person in people if str(person.the).startswith("het ")} == {
        "child",
        "victim",
    }


def test_a_sentence_has_no_capital_and_no_full_stop(content: Content) -> None:
    for term in those(content, "behavior"):
        assert re.fullmatch(r"\{actor\} [^A-Z.]*\{object\}[^A-Z.]*", str(term.does)), term.does


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        (
            "en",
            ["the nurse explains something to the patient", "the child helps the other child"],
        ),
        (
            "nl",
            ["de verpleegkundige legt de patiënt iets uit", "het kind helpt het andere kind"],
        ),
    ],
)
def test_told(language: str, phrases: list[str]) -> None:
    terms = load(language).terms
    nurse, patient, child = terms["nurse"], terms["patient"], terms["child"]
    assert terms["explain-something-to"].phrase(nurse, patient) == phrases[0]
    assert terms["help"].phrase(child, child) == phrases[1]
    assert nurse.phrase(child, child) == ""


def test_every_situation_of_the_table_is_an_event(content: Content) -> None:
    extra = {"bystander-victim", "friend-victim", "hero-victim"}
    assert content.events.keys() == content.table.keys() | extra
    assert all(event.helping != event.failing for event in content.events.values())


def test_every_event_can_be_told(content: Content) -> None:
    terms = content.terms
    phrases = [
        terms[act].phrase(terms[event.helper], terms[event.client])
        for event in content.events.values()
        for act in (event.helping, event.failing)
    ]
    assert len({*phrases}) == 58
    assert all("{" not in text and "None" not in text for text in phrases)
