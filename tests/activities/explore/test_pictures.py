"""Every exploration draws at every setting, in both languages, with the model's own numbers."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.activities.explore.activity import ExploreActivity
from helpkit.activities.explore.pictures.explorations import EXPLORATIONS
from helpkit.content.knobs import AnyKnob, ChoiceKnob, Setting
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from tests.activities.explore.explored import EXPLORED, activity, plot
from tests.activities.pictures import Spied, plain

Values = dict[str, Setting]
MANY = 500
"""Up to so many corners are all visited."""
every = pytest.mark.parametrize("key", EXPLORED)


def steps(knob: AnyKnob) -> Sequence[Setting]:
    if isinstance(knob, ChoiceKnob):
        return knob.options
    count = round((knob.high - knob.low) / knob.step)
    return [knob.low + number * knob.step for number in range(count + 1)]


def corners(exploration: ExploreActivity) -> Iterator[Values]:
    ends = [_ends(knob) for knob in exploration.knobs.values()]
    few = prod(map(len, ends)) <= MANY
    for spot in product(*ends) if few else zip(*ends, strict=True):
        yield dict(zip(exploration.knobs, spot, strict=True))


def _ends(knob: AnyKnob) -> Sequence[Setting]:
    if isinstance(knob, ChoiceKnob):
        return knob.options
    return knob.low, (knob.low + knob.high) / 2, knob.high


def figures(picture: Picture) -> list[list[str]]:
    """What holds a figure in the table, without its headers, as either language writes it."""
    return [
        [cell.text.replace(".", ",") for cell in row.cells if any(map(str.isdigit, cell.text))]
        for row in picture.rows
    ]


@every
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_text_is_asked_for_and_every_text_is_there(key: str, language: str) -> None:
    exploration = activity(key, language)
    texts = Spied(exploration.texts)
    for knob_name, knob in exploration.knobs.items():
        for value in steps(knob):
            starts = {name: other.start for name, other in exploration.knobs.items()}
            EXPLORATIONS[exploration.model](starts | {knob_name: value}, Words(texts))
    for values in corners(exploration):
        EXPLORATIONS[exploration.model](values, Words(texts))
    assert texts.asked == set(exploration.texts)


@every
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_it_draws_at_any_setting(key: str, data: st.DataObject) -> None:
    exploration = activity(key)
    values = {
        name: data.draw(st.sampled_from(steps(knob))) for name, knob in exploration.knobs.items()
    }
    picture = EXPLORATIONS[exploration.model](values, Words(exploration.texts))
    assert all(picture.sentences)
    assert all(len(row.cells) == len(picture.header) - 1 for row in picture.rows)
    assert "{" not in " ".join(picture.sentences)


@every
def test_the_languages_differ_in_words_only(key: str) -> None:
    english, dutch = plot(key), plot(key, "nl")
    assert figures(english) == figures(dutch)
    assert english.sentences != dutch.sentences


def test_a_figure_is_plain_json() -> None:
    for key in EXPLORED:
        assert plain(plot(key).as_json()["figure"])
