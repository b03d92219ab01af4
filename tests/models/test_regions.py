"""Front and back stage: the joke, what leaks, and the laws."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.affect_control import EPA, impression
from helpkit.models.regions import Audience, View, stage
from tests.models.scenes import EQ, epa, epas

shares = st.floats(0, 1)


def ward(leakage: float) -> dict[str, View]:
    """A nurse cares for a patient out front, and jokes about the patient among colleagues."""
    audiences = {
        "family": Audience("front", epa("nurse")),
        "colleagues": Audience("back", epa("co-worker")),
    }
    return stage(
        audiences,
        shown=epa("care-for"),
        done=epa("laugh-at"),
        object=epa("patient"),
        eq=EQ,
        leakage=leakage,
    )


def test_the_joke_that_is_fine_backstage_breaks_the_scene_out_front() -> None:
    kept, leaked = ward(0), ward(1)
    assert round(kept["colleagues"].deflection, 2) == 3.97
    assert round(kept["family"].deflection, 2) == 2.92
    assert round(leaked["family"].deflection, 2) == 8.67
    assert leaked["colleagues"] == kept["colleagues"]


def test_a_leak_strains_as_likely_as_it_is() -> None:
    ends = [ward(leakage)["family"].deflection for leakage in (0, 1)]
    assert ward(0.25)["family"].deflection == pytest.approx(0.75 * ends[0] + 0.25 * ends[1])


@given(epas, epas, epas, epas, shares)
def test_each_audience_sees_events_of_its_own(
    label: EPA, shown: EPA, done: EPA, object: EPA, leakage: float
) -> None:
    audiences = {"out": Audience("front", label), "in": Audience("back", label)}
    views = stage(audiences, shown=shown, done=done, object=object, eq=EQ, leakage=leakage)
    kept, leaked = (impression(label, act, object, EQ) for act in (shown, done))
    assert views["in"].seen == ((1.0, leaked),)
    assert views["out"].seen == ((1 - leakage, kept), (leakage, leaked))
    low, high = sorted((kept.deflection, leaked.deflection))
    assert low - 1e-9 <= views["out"].deflection <= high + 1e-9


@given(epas, epas, epas, epas)
def test_the_ends_are_what_is_shown_and_what_is_done(
    label: EPA, shown: EPA, done: EPA, object: EPA
) -> None:
    audiences = {"out": Audience("front", label)}
    for leakage, act in ((0, shown), (1, done)):
        view = stage(audiences, shown=shown, done=done, object=object, eq=EQ, leakage=leakage)
        assert view["out"].deflection == impression(label, act, object, EQ).deflection


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^leakage must be in \[0, 1\], got 2$"):
        ward(2)
    nowhere = {"x": Audience(cast(Any, "wings"), (0, 0, 0))}
    with pytest.raises(UnknownIdError, match=r"^region must be one of front, back, got 'wings'$"):
        stage(nowhere, shown=(0, 0, 0), done=(0, 0, 0), object=(0, 0, 0), eq=EQ)
    with pytest.raises(OutOfRangeError, match=r"^P of shown must be in \[-4.3, 4.3\], got 5$"):
        stage({}, shown=(0, 5, 0), done=(0, 0, 0), object=(0, 0, 0), eq=EQ)
