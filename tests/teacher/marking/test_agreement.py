"""How far markers agree: a published example, and what must hold for all marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.teacher.marking.agreement import agreement, alpha, disagreements

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
    units = [[float(sign) for sign in unit if sign != "."] for unit in zip(*FOUR, strict=True)]
    measured = alpha(units, 6)
    assert measured is not None
    assert round(measured, 3) == PUBLISHED


def test_a_difference_of_three_weighs_more_than_one_of_one() -> None:
    near = alpha([[0, 1], [3, 3], [2, 2], [1, 1]], LEVELS)
    far = alpha([[0, 3], [3, 3], [2, 2], [1, 1]], LEVELS)
    assert near is not None
    assert far is not None
    assert near > far


def test_with_one_marker_there_is_nothing_to_compare() -> None:
    agreed = agreement({"a": {"an": 1}, "b": {"bo": 2}}, LEVELS)
    assert (agreed.texts, agreed.same, agreed.near, agreed.alpha, agreed.means) == (
        0, None, None, None, {},
    )  # fmt: skip


def test_shares_and_means_are_over_the_texts_that_both_have_marked() -> None:
    agreed = agreement(
        {
            "a": {"an": 3, "bo": 3}, "b": {"an": 3, "bo": 2}, "c": {"an": 3, "bo": 0},
            "d": {"an": 0},
        },
        LEVELS,
    )  # fmt: skip
    assert [agreed.texts, agreed.same, agreed.near] == pytest.approx([3, 1 / 3, 2 / 3])
    assert agreed.means == {"an": 3, "bo": pytest.approx(5 / 3)}


@given(TEXTS)
def test_agreement_is_whole_just_where_nobody_differs(
    texts: dict[str, dict[str, int]],
) -> None:
    agreed = agreement(texts, LEVELS)
    wide = disagreements({("part", "one"): texts})
    if agreed.texts:
        assert agreed.same is not None
        assert agreed.near is not None
        assert 0 <= agreed.same <= agreed.near <= 1
        assert (agreed.same == 1) == (not wide)
        assert agreed.alpha is None or agreed.alpha <= 1
        assert agreed.alpha is None or (agreed.alpha == pytest.approx(1)) == (not wide)
    else:
        assert wide == []


@given(TEXTS, st.permutations(["an", "bo", "cy"]))
def test_who_is_called_what_changes_nothing(
    texts: dict[str, dict[str, int]], names: list[str]
) -> None:
    other = dict(zip(["an", "bo", "cy"], names, strict=True))
    renamed = {
        key: {other[marker]: value for marker, value in of.items()} for key, of in texts.items()
    }
    before, after = agreement(texts, LEVELS), agreement(renamed, LEVELS)
    assert (before.texts, before.same, before.near) == (after.texts, after.same, after.near)
    assert (before.alpha is None) == (after.alpha is None)
    assert before.alpha == pytest.approx(after.alpha) if before.alpha is not None else True
    assert {other[name]: mean for name, mean in before.means.items()} == after.means


@given(TEXTS)
def test_the_widest_difference_comes_first(texts: dict[str, dict[str, int]]) -> None:
    spans = [pair.high - pair.low for pair in disagreements({("part", "one"): texts})]
    assert spans == sorted(spans, reverse=True)
    assert 0 not in spans
