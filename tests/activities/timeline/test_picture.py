"""Every work stands on the line and in the list, and no label on another."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.timeline.picture import LANES, TimelineLayout, lane, levels, timeline
from helpkit.content import load

EN = load("en")

spans_in_order = st.lists(
    st.tuples(st.integers(1900, 2010), st.integers(1, 60)).map(lambda entry: (entry[0], sum(entry)))
).map(sorted)


def plot(language: str = "en") -> TimelineLayout:
    content = load(language)
    return timeline(content.works, content.ui["timeline"])


@given(spans_in_order)
def test_what_is_on_one_level_does_not_touch(spans: list[tuple[float, float]]) -> None:
    placed = list(zip(levels(spans), spans, strict=True))
    for (level, first), (other_level, other) in combinations(placed, 2):
        assert level != other_level or first[1] <= other[0] or other[1] <= first[0]


@given(spans_in_order)
def test_no_level_is_used_without_need(spans: list[tuple[float, float]]) -> None:
    """As many levels as spans that lie over one moment, which is the least there can be."""
    crowd = max((sum(a <= start < b for a, b in spans) for start, _ in spans), default=0)
    assert max(levels(spans), default=-1) + 1 == crowd


def test_list_and_line_hold_every_work_in_order() -> None:
    line = plot()
    marks = [mark for trace in line.figure["data"] for mark in trace.get("customdata", ())]
    assert sorted(marks) == sorted(EN.works)
    assert [entry.id for entry in line.entries] == sorted(
        EN.works, key=lambda work: EN.works[work].years
    )
    assert all(entry.years[:4] <= other.years[:4] for entry, other in pairwise(line.entries))


def test_what_is_uncertain_is_open_and_says_so() -> None:
    line = plot()
    by_id = {entry.id: entry for entry in line.entries}
    for trace in line.figure["data"]:
        for mark, symbol, text in zip(
            trace.get("customdata", ()),
            trace.get("marker", {}).get("symbol", ()),
            trace.get("text", ()),
            strict=True,
        ):
            sure = EN.works[mark].certain
            assert symbol.endswith("-open") is not sure
            assert ("(?)" in text) is not sure
            assert by_id[mark].uncertain == ("" if sure else "not certain")


def test_each_lane_has_a_shape_of_its_own() -> None:
    shapes = [
        {symbol.removesuffix("-open") for symbol in trace["marker"]["symbol"]}
        for trace in plot().figure["data"]
        if "marker" in trace
    ]
    assert len(shapes) == len(LANES)
    assert len(set.union(*shapes)) == sum(map(len, shapes)) == len(LANES)


def test_the_lanes() -> None:
    assert lane(EN.works["interaction-ritual"]) == "chicago"
    assert lane(EN.works["walter-reed"]) == "schein"
    assert lane(EN.works["mindfulness"]) == "others"


def test_years_of_an_event_and_of_two_works() -> None:
    years = {entry.id: entry.years for entry in plot().entries}
    assert years["walter-reed"] == "1953\N{EN DASH}1956"
    assert years["potters-ploys"] == "1950, 1951"


def test_in_dutch_titles_stay_and_words_change() -> None:
    line = plot("nl")
    by_id = {entry.id: entry for entry in line.entries}
    assert by_id["presentation-of-self"].titles == ("The Presentation of Self in Everyday Life",)
    headings = [annotation["text"] for annotation in line.figure["layout"]["annotations"]]
    assert headings == ["<b>Chicago-traditie</b>", "<b>Anderen</b>", "<b>Schein zelf</b>"]
