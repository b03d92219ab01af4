"""Equations and sentiments: where each figure comes from, and what is promised of them."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from helpkit.content import equations, load, sentiments
from helpkit.content.files import FOLDER
from helpkit.content.sentiments import FILES
from helpkit.errors import ContentError, UnknownIdError
from tests.content.conftest import Spoil

BIB = (Path(__file__).parents[2] / "references.bib").read_text("utf-8")
EQUATIONS = sorted((FOLDER / "data/affect_control").glob("*[0-9a-z].csv"))


@pytest.mark.parametrize(("name", "terms"), [("nc1978", 20), ("germany2007", 49)])
def test_equations_by_name(name: str, terms: int) -> None:
    rows = equations(name)
    assert len(rows) == terms
    assert all(len(row) == 9 for _, row in rows)
    assert rows[0][0] == ()


def test_the_usual_equations_are_the_mean_of_men_and_women() -> None:
    mean, male, female = (dict(equations(f"nc1978{who}")) for who in ("", "-male", "-female"))
    assert mean.keys() == male.keys() == female.keys()
    for term, row in mean.items():
        both = zip(male[term], female[term], strict=True)
        assert row == pytest.approx([(first + second) / 2 for first, second in both])


def test_unknown_equations_say_which_there_are() -> None:
    expected = (
        r"^equations must be one of nc1978, nc1978-male, nc1978-female, germany2007, got 'us2010'$"
    )
    with pytest.raises(UnknownIdError, match=expected):
        equations("us2010")


def test_every_file_of_equations_names_a_work_and_is_used() -> None:
    files = [path for path in EQUATIONS if path.stem != "sentiments"]
    assert {path.stem for path in files} == {name for names in FILES.values() for name in names}
    for path in files:
        source = re.search(r"Source: (\w+)\.", path.read_text("utf-8"))
        assert source is not None
        assert f"{{{source[1]}," in BIB


def test_every_dataset_is_in_the_list_of_works() -> None:
    listed = re.findall(r"^\s*dataset\s*=\s*\{([^}]+)\}", BIB, re.MULTILINE)
    known = {name.strip() for line in listed for name in line.split(",")}
    used = {name for sentiment in sentiments().values() for name in sentiment.datasets}
    assert used | {"germany2007"} == known


def test_a_dataset_is_named_after_its_year() -> None:
    for sentiment in sentiments().values():
        assert {int(name[-4:]) for name in sentiment.datasets} == {*sentiment.years}, sentiment.id


def test_how_many_there_are() -> None:
    kinds = Counter(sentiment.kind for sentiment in sentiments().values())
    assert kinds == {"identity": 46, "behavior": 54, "word": 27}
    words = Counter(
        sentiment.match for sentiment in sentiments().values() if sentiment.kind == "word"
    )
    assert words == {"exact": 15, "proxy": 9, "model-estimated": 2, "near": 1}


def test_a_mean_of_several_terms_is_never_called_exact() -> None:
    several = [sentiment for sentiment in sentiments().values() if len(sentiment.terms) > 1]
    assert len(several) == 9
    assert {sentiment.match for sentiment in several} == {"near", "proxy"}


def test_the_words_are_those_of_table_1_2() -> None:
    rated = {key for key, sentiment in sentiments().items() if sentiment.kind == "word"}
    assert rated == set(load("en").words)


def test_a_word_with_a_behavior_of_ours_has_the_same_figures() -> None:
    """Where both rest on one rated term, they may not drift apart."""
    acts = {
        sentiment.terms: sentiment.epa
        for sentiment in sentiments().values()
        if sentiment.kind == "behavior"
    }
    words = [
        sentiment
        for sentiment in sentiments().values()
        if sentiment.kind == "word" and sentiment.terms in acts
    ]
    assert len(words) == 17
    assert all(word.epa == acts[word.terms] for word in words)


def test_the_rows_are_in_order() -> None:
    keys = [(sentiment.kind, sentiment.id) for sentiment in sentiments().values()]
    order = ["identity", "behavior", "word"]
    assert all(
        (order.index(earlier[0]), earlier[1]) < (order.index(later[0]), later[1])
        for earlier, later in pairwise(keys)
    )


def test_a_german_rating_of_another_word_is_left_out() -> None:
    """What is rated as *patronize* there is good and strong: to promote somebody."""
    assert sentiments()["patronize"].germany is None
    assert sentiments()["nurse"].germany == (2.165, 0.53, 0.735)
    assert sentiments()["physician"].germany is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("nurse,identity", "nurse,person", "kind must be one of identity, behavior, word, got"),
        ("nurse,identity", "parent,identity", "'parent' appears twice; expected each id once"),
        ("2015,exact,2.84", "then,exact,2.84", "year must be a year, got 'then'"),
        ("2015,exact,2.84", "2015,good,2.84", "match must be one of exact, near, proxy, model-"),
        ("2.165,0.53,0.735", ",0.53,0.735", "E_de must be a number, got ''"),
        ("2015,exact,2.84", "2015,exact,28.4", r"E must be in [-4.3, 4.3], got 28.4"),
    ],
)
def test_a_wrong_row_is_named_by_its_line(spoil: Spoil, old: str, new: str, expected: str) -> None:
    folder = spoil("data/affect_control/sentiments.csv", old, new)
    with pytest.raises(ContentError, match=r"^sentiments\.csv line \d+: " + re.escape(expected)):
        sentiments(folder)
