"""The words in space: every view and every kind of mark holds the ratings of the table."""

from itertools import product
from typing import Any

import pytest

from helpkit.activities.sort.activity import SortActivity
from helpkit.activities.wordspace.activity import WordspaceActivity
from helpkit.activities.wordspace.picture import MARKS, SPOTS, VIEWS, Space, wordspace
from helpkit.content import load, sentiments
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from tests.activities.pictures import Spied, number, plain

FELT = sentiments()
OWN = {"giving": (4.0, 0.0, -1.0), "telling": (1.0, 1.0, 1.0)}


def activity(language: str = "en") -> WordspaceActivity:
    shown = load(language).activities["02"]["words-in-space"]
    assert isinstance(shown, WordspaceActivity)
    return shown


def space(language: str = "en", **more: Any) -> Space:
    content = load(language)
    board = content.activities["01"]["words"]
    assert isinstance(board, SortActivity)
    names = {key: word.word for key, word in content.words.items()}
    shared = {"names": names, "felt": FELT, "bin_names": board.labels, "current": "giving"}
    return Space(**shared | more)


def plot(view: str = "evaluation-potency", shown: str = "match", **more: Any) -> Picture:
    return wordspace(space(**more), Words(activity().texts), view=view, shown=shown)


def points(picture: Picture) -> dict[str, list[float]]:
    """Where the mark of each word stands."""
    return {
        word: [trace[letter][at] for letter in "xyz" if letter in trace]
        for trace in picture.figure["data"]
        if trace["mode"] == "markers"
        for at, word in enumerate(trace["customdata"])
    }


@pytest.mark.parametrize("view", VIEWS)
def test_every_word_stands_where_it_was_rated(view: str) -> None:
    spots = points(plot(view))
    assert spots == {word: [FELT[word].epa[at] for at in VIEWS[view]] for word in load("en").words}


def test_the_table_has_every_word_with_its_numbers() -> None:
    picture = plot(own=OWN, bins={"giving": "4"})
    assert len(picture.rows) == 27
    for row, (key, word) in zip(picture.rows, load("en").words.items(), strict=True):
        assert row.header == word.word
        numbers_ = [number(cell.text) for cell in row.cells[:3]]
        assert numbers_ == [float(f"{value:.2f}") for value in FELT[key].epa]
    giving = next(row for row in picture.rows if row.header == "giving")
    assert [cell.text for cell in giving.cells[4:]] == ["the helper decides", "4; 0; −1"]


def test_matches_have_marks_of_their_own_and_are_counted() -> None:
    picture = plot()
    looks = {(trace["marker"]["symbol"]) for trace in picture.figure["data"]}
    assert len(looks) == len(picture.figure["data"]) == 4
    assert picture.sentences[0].startswith("Of the 27 words, 15 were rated by people as they are")
    sizes = [len(trace["x"]) for trace in picture.figure["data"]]
    assert sizes == [15, 1, 9, 2]


def test_bins_are_laid_over_it() -> None:
    assert "not sorted these words" in plot(shown="bins").sentences[0]
    assert "1 of the 27" in plot(shown="bins", bins={"giving": "0"}).sentences[0]
    bins = {"telling": "1", "giving": "4", "offering": "2"}
    picture = plot(shown="bins", bins=bins)
    assert f"{FELT['telling'].epa[1]:g}" in picture.sentences[0]
    assert f"{FELT['giving'].epa[1]:g}" in picture.sentences[0]
    names = [trace["name"] for trace in picture.figure["data"]]
    assert names == ["mostly the client", "both", "the helper decides", "not sorted"]


def test_ones_own_ratings_stand_beside_the_others() -> None:
    assert "not rated a word in full" in plot(shown="own").sentences[0]
    picture = plot(shown="own", own=OWN)
    assert "You rated 2 in full" in picture.sentences[0]
    assert "‘giving’" in picture.sentences[0]
    mine = picture.figure["data"][-1]
    assert (mine["x"], mine["y"]) == ([4, 1], [0, 1])
    assert len([trace for trace in picture.figure["data"] if trace["mode"] == "lines"]) == 2


@pytest.mark.parametrize("word", load("en").words)
def test_the_name_of_a_word_stands_beside_its_mark(word: str) -> None:
    note = plot(current=word).figure["layout"]["annotations"][0]
    assert (note["x"], note["y"]) == FELT[word].epa[:2]
    assert (note["ax"], note["ay"]) in SPOTS


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("shown", MARKS)
def test_a_figure_is_plain_json(view: str, shown: str) -> None:
    assert plain(plot(view, shown, own=OWN, bins={"giving": "0"}).as_json()["figure"])


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_text_is_asked_for(language: str) -> None:
    spied = Spied(activity(language).texts)
    several = [{}, {"giving": "0"}, {"giving": "0", "telling": "4"}]
    for view, shown, bins in product(VIEWS, MARKS, several):
        for own in ({}, OWN):
            words = space(language, bins=bins, own=own)
            wordspace(words, Words(spied), view=view, shown=shown)
    assert spied.asked == set(spied)
