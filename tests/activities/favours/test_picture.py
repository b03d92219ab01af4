"""Who feels short after an evening, and why: in words, in numbers, in both languages."""

import pytest

from helpkit.activities.favours.activity import FavoursActivity
from helpkit.activities.favours.picture import favours
from helpkit.content import load
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.ledger import CURRENCIES, Give, Ignore, Move, Relation, Thank
from tests.activities.pictures import Spied, numbers

BOTH: list[Move] = [Give("A", 5), Give("B", 5)]
THANKED: list[Move] = [Give("A", 5), Thank("B"), Give("B", 5), Thank("A")]


def texts(language: str = "en") -> dict[str, str]:
    activity = load(language).activities["02"]["evening"]
    assert isinstance(activity, FavoursActivity)
    return dict(activity.texts)


def evening(moves: list[Move], inflation: float = 1.2, relation: Relation = "exchange") -> Picture:
    return favours(moves, Words(texts()), inflation=inflation, relation=relation)


def test_both_give_five_and_both_feel_short() -> None:
    picture = evening(BOTH)
    assert numbers(picture) == [[0, 0, 0], [-6, 5, 6], [-1, -1, 2]]
    assert picture.sentences[0].startswith("Both feel short-changed, together by 2")
    assert "Ruth gave 5, which feels like 6; 5 came in" in picture.sentences[1]
    assert picture.sentences[2].startswith("Sam gave 5")


def test_one_thanks_each_repairs_it() -> None:
    picture = evening(THANKED)
    assert numbers(picture)[-1] == [0, 0, 0]
    assert picture.sentences == ("Nobody feels short-changed.",)


def test_exact_repayment_between_friends_says_what_it_cost() -> None:
    picture = evening(BOTH, 1.0, "communal")
    assert numbers(picture)[-1] == [-2, -2, 4]
    assert "cost 2 in warmth" in picture.sentences[1]


def moves_told(picture: Picture) -> list[str]:
    return [row.header for row in picture.rows[1:]]


def test_thanks_that_count_no_more_say_so() -> None:
    twice: list[Move] = [Give("A", 5), Thank("B"), Thank("B")]
    assert "Last move" not in " ".join(evening(twice).sentences)
    thrice = evening([*twice, Thank("B")])
    assert numbers(thrice)[-1] == numbers(thrice)[-2]
    *plain, last = moves_told(thrice)
    assert plain[1:] == ["Sam says thank you"] * 2
    assert last.startswith("Sam says thank you: for this favour thanks have counted twice")
    assert thrice.sentences[-1] == f"Last move: {last}."


def test_a_move_that_does_nothing_says_so() -> None:
    nothing = [moves_told(evening([move]))[0] for move in (Ignore("A"), Thank("B"))]
    assert nothing[0] == "Ruth lets it pass: it changes nothing in the accounts"
    assert nothing[1].startswith("Sam says thank you: there is no favour to thank for")


def test_a_chill_is_told_where_it_happens() -> None:
    assert "costs both 2" in moves_told(evening(BOTH, 1.0, "communal"))[1]
    assert moves_told(evening(BOTH, 1.0)) == ["Ruth gives 5 (time)", "Sam gives 5 (time)"]


@pytest.mark.parametrize("currency", CURRENCIES)
def test_the_currency_changes_the_words_only(currency: str) -> None:
    here, time = evening([Give("A", 5, currency)]), evening([Give("A", 5)])
    assert numbers(here) == numbers(time)
    for language, says in (("en", "not the sums"), ("nl", "niets aan de som")):
        assert says in load(language).ui["favours"]["currency-note"]


def test_one_of_them() -> None:
    picture = evening([Give("B", 3)])
    assert picture.sentences[0].startswith("Sam feels short-changed by 3.6")
    assert [row.header for row in picture.rows] == ["at the start", "Sam gives 3 (time)"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_text_is_asked_for(language: str) -> None:
    spied = Spied(texts(language))
    words = Words(spied)
    several: list[Move] = [Give("A", 1, currency) for currency in CURRENCIES]
    idle: list[Move] = [*several, Thank("A"), *[Thank("B")] * 3, Ignore("A")]
    for moves in ([], BOTH, THANKED, idle):
        favours(moves, words, inflation=1.2, relation="exchange")
    favours(BOTH, words, inflation=1.0, relation="communal")
    assert spied.asked == set(spied)
