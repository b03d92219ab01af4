"""How far markers agree: a published example, and what must hold for all marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.teacher.marking.agreement import agreement, alpha, apart

# krippendorff2011, section E: four observers, twelve units, ordinal data.
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
PUBLISHED = 0.815

LEVELS = 4
TEXTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2),
    st.dictionaries(st.sampled_from(["an", "bo", "cy"]), st.integers(0, 3), max_size=3),
    max_size=8,
)


def test_the_published_example() -> None:
    units = [[float(one) for one in unit if one != "."] for unit in zip(*FOUR, strict=True)]
    found = alpha(units, 6)
    assert found is not None
    assert round(found, 3) == PUBLISHED


def test_a_difference_of_three_weighs_more_than_one_of_one() -> None:
    near = alpha([[0, 1], [3, 3], [2, 2], [1, 1]], LEVELS)
    far = alpha([[0, 3], [3, 3], [2, 2], [1, 1]], LEVELS)
    assert near is not None
    assert far is not None
    assert near > far


def test_with_one_marker_there_is_nothing_to_compare() -> None:
    found = agreement({"a": {"an": 1}, "b": {"bo": 2}}, LEVELS)
    assert (found.texts, found.same, found.near, found.alpha, found.means) == (
        0, None, None, None, {},
    )  # fmt: skip


def test_shares_and_means_are_over_the_texts_that_both_have_marked() -> None:
    found = agreement(
        {
            "a": {"an": 3, "bo": 3}, "b": {"an": 3, "bo": 2}, "c": {"an": 3, "bo": 0},
            "d": {"an": 0},
        },
        LEVELS,
    )  # fmt: skip
    assert [found.texts, found.same, found.near] == pytest.approx([3, 1 / 3, 2 / 3])
    assert found.means == {"an": 3, "bo": pytest.approx(5 / 3)}


@given(TEXTS)
def test_agreement_is_whole_just_where_nobody_differs(
    texts: dict[str, dict[str, int]],
) -> None:
    found = agreement(texts, LEVELS)
    wide = apart({("part", "one"): texts})
    if found.texts:
        assert found.same is not None
        assert found.near is not None
        assert 0 <= found.same <= found.near <= 1
        assert (found.same == 1) == (not wide)
        assert found.alpha is None or found.alpha <= 1
        assert found.alpha is None or (found.alpha == pytest.approx(1)) == (not wide)
    else:
        assert wide == []


@given(TEXTS, st.permutations(["an", "bo", "cy"]))
def test_who_is_called_what_changes_nothing(
    texts: dict[str, dict[str, int]], names: list[str]
) -> None:
    other = dict(zip(["an", "bo", "cy"], names, strict=True))
    renamed = {key: {other[one]: value for one, value in of.items()} for key, of in texts.items()}
    one, two = agreement(texts, LEVELS), agreement(renamed, LEVELS)
    assert (one.texts, one.same, one.near) == (two.texts, two.same, two.near)
    assert (one.alpha is None) == (two.alpha is None)
    assert one.alpha == pytest.approx(two.alpha) if one.alpha is not None else True
    assert {other[name]: mean for name, mean in one.means.items()} == two.means


@given(TEXTS)
def test_the_widest_difference_comes_first(texts: dict[str, dict[str, int]]) -> None:
    spans = [one.high - one.low for one in apart({("part", "one"): texts})]
    assert spans == sorted(spans, reverse=True)
    assert 0 not in spans
