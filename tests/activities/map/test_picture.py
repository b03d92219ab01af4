"""The figure, the table and the sentences say the same."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.map.picture import Counts, crossed, heatmap, key
from helpkit.content import load
from helpkit.frontend.charts.picture import Picture

EN, NL = load("en"), load("nl")
DOWN, ACROSS = EN.dimensions["initiative"], EN.dimensions["formality"]
PAIRS = [(y, x) for y in DOWN.values for x in ACROSS.values]
counts_of_pairs = st.dictionaries(st.sampled_from(PAIRS), st.integers(0, 26))


def plot(counts: Counts) -> Picture:
    return heatmap(counts, DOWN, ACROSS, EN.ui["map"])


def ours() -> Counts:
    first, second = (
        {card.id: card.readings[dimension.id].value for card in EN.table.values()}
        for dimension in (DOWN, ACROSS)
    )
    return {pair: len(cards) for pair, cards in crossed(first, second).items()}


@given(counts_of_pairs)
def test_figure_and_table_hold_the_same_numbers(counts: Counts) -> None:
    picture = plot(counts)
    [trace] = picture.figure["data"]
    table = [[cell.text for cell in row.cells] for row in picture.rows]
    assert [[str(n) for n in line] for line in trace["z"]] == table
    assert [row.header for row in picture.rows] == picture.figure["layout"]["yaxis"]["ticktext"]
    assert list(picture.header[1:]) == picture.figure["layout"]["xaxis"]["ticktext"]


@given(counts_of_pairs)
def test_every_square_is_there_once_and_the_table_leads_to_the_full_ones(counts: Counts) -> None:
    picture = plot(counts)
    [trace] = picture.figure["data"]
    marks = [mark for line in trace["customdata"] for mark in line]
    assert sorted(marks) == sorted(map(key, PAIRS))
    keys = {cell.key for row in picture.rows for cell in row.cells} - {None}
    assert keys == {key(pair) for pair, n in counts.items() if n}


@given(st.dictionaries(st.text("abcd", max_size=2), st.sampled_from("xy")), st.data())
def test_crossing_keeps_every_item_with_two_answers(
    down: dict[str, str], data: st.DataObject
) -> None:
    across = data.draw(st.dictionaries(st.text("abcd", max_size=2), st.sampled_from("uv")))
    pairs = crossed(down, across)
    items = [item for cards in pairs.values() for item in cards]
    assert Counter(items) == Counter(down.keys() & across.keys())
    assert all(
        (down[item], across[item]) == pair for pair, cards in pairs.items() for item in cards
    )


def test_our_readings_in_words() -> None:
    """The source book, 2.2: ten of the sixteen clients who ask get formal help."""
    picture = plot(ours())
    assert picture.sentences == (
        "Fullest: ‘client asks’ with ‘formal’, with 10 of 26.",
        "Empty squares: 9 of 16.",
    )
    assert picture.name == "Cards by initiative and formality"


def test_answers_that_nothing_has_are_named() -> None:
    counts = {("client_asks", "informal"): 3, ("client_asks", "formal"): 3}
    assert plot(counts).sentences == (
        "Fullest: ‘client asks’ with ‘informal’; ‘client asks’ with ‘formal’, with 3 of 6.",
        "Empty squares: 14 of 16.",
        "Answers without a card: helper offers; role or routine; third party; semi-formal; "
        "in between.",
    )


def test_a_few_empty_squares_are_named_and_many_full_ones_counted() -> None:
    counts = {pair: 1 for pair in PAIRS if pair != ("third_party", "formal")}
    assert plot(counts).sentences == (
        "Fullest squares: 15, each with 1 of 15.",
        "Empty squares: 1 of 16 (‘third party’ with ‘formal’).",
    )


def test_without_a_card_there_is_nothing_to_say() -> None:
    assert plot({}).sentences == (EN.ui["map"]["nothing"],)


def test_in_dutch() -> None:
    down, across = NL.dimensions["initiative"], NL.dimensions["formality"]
    picture = heatmap({("client_asks", "formal"): 2}, down, across, NL.ui["map"])
    assert picture.sentences[0] == ("Het volst: ‘cliënt vraagt’ met ‘formeel’, met 2 van de 2.")
    [trace] = picture.figure["data"]
    assert trace["hovertext"][0][2] == "cliënt vraagt, formeel: 2"
    assert trace["hovertemplate"].endswith("<extra></extra>"), "no “trace 0” beside it"
