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
    return [content.terms[key] for key, one in sentiments().items() if one.kind == kind]


def test_every_identity_and_behavior_has_its_words(content: Content) -> None:
    wanted = {key for key, one in sentiments().items() if one.kind != "word"}
    assert content.terms.keys() == wanted
    assert all(one.name and one.the and one.other for one in those(content, "identity"))
    assert all(one.name and one.does for one in those(content, "behavior"))


@pytest.mark.parametrize("field", ["name", "the", "other", "does"])
@pytest.mark.parametrize("kind", ["identity", "behavior"])
def test_no_two_have_the_same_words(content: Content, kind: str, field: str) -> None:
    texts = Counter(getattr(one, field) for one in those(content, kind))
    assert [text for text, number in texts.items() if text and number > 1] == []


def test_an_article_stands_before_the_name(content: Content) -> None:
    articles = {"en": {"the"}, "nl": {"de", "het"}}[content.language]
    for one in those(content, "identity"):
        article, _, name = str(one.the).partition(" ")
        assert (article in articles, name) == (True, one.name)
        assert str(one.other).split(" ", 2)[::2] == [article, name]


def test_the_dutch_neuters() -> None:
    people = those(load("nl"), "identity")
    assert {one.id for one in people if str(one.the).startswith("het ")} == {"child", "victim"}


def test_a_sentence_has_no_capital_and_no_full_stop(content: Content) -> None:
    for one in those(content, "behavior"):
        assert re.fullmatch(r"\{actor\} [^A-Z.]*\{object\}[^A-Z.]*", str(one.does)), one.does


@pytest.mark.parametrize(
    ("language", "told"),
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
def test_told(language: str, told: list[str]) -> None:
    terms = load(language).terms
    nurse, patient, child = terms["nurse"], terms["patient"], terms["child"]
    assert terms["explain-something-to"].told(nurse, patient) == told[0]
    assert terms["help"].told(child, child) == told[1]
    assert nurse.told(child, child) == ""


def test_every_situation_of_the_table_is_an_event(content: Content) -> None:
    extra = {"bystander-victim", "friend-victim", "hero-victim"}
    assert content.events.keys() == content.table.keys() | extra
    assert all(one.helping != one.failing for one in content.events.values())


def test_every_event_can_be_told(content: Content) -> None:
    terms = content.terms
    told = [
        terms[act].told(terms[one.helper], terms[one.client])
        for one in content.events.values()
        for act in (one.helping, one.failing)
    ]
    assert len({*told}) == 58
    assert all("{" not in text and "None" not in text for text in told)
