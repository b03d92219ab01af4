"""Forms of inquiry, early and late: the check values of the course, and the laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.inquiry import (
    DIAGNOSTIC,
    FAMILIES,
    FORMS,
    depends_on_trust,
    effect,
    family,
    helper_lift,
    whole,
)

CHECKS = [
    *(("pure", trust, 1.0) for trust in (0, 5, 10)),
    ("diagnostic_causes", 0, 0.5),
    ("telling", 10, -1.0),
    ("withdraw", 0, -1.0),
    ("confrontational", 3, -1.5),
    ("confrontational", 5, -1.0),
    ("confrontational", 9, 0.0),
    ("process", 3, 0.0),
    ("process", 5, 0.5),
    ("process", 9, 1.5),
]
WHOLE = {
    "confrontational": {0: -2, 2: -2, 3: -1, 4: -1, 5: -1, 6: -1, 7: 0, 9: 0, 10: 0},
    "process": {0: -1, 1: 0, 2: 0, 4: 0, 5: 1, 7: 1, 9: 2, 10: 2},
    "diagnostic_feelings": {0: 1, 10: 1},
}
forms = st.sampled_from(FORMS)
trusts = st.floats(0, 10)


@pytest.mark.parametrize(("form", "trust", "value"), CHECKS)
def test_check_values(form: str, trust: float, value: float) -> None:
    assert effect(form, trust) == value


@pytest.mark.parametrize("form", WHOLE)
def test_whole_numbers_with_a_half_rounded_up(form: str) -> None:
    assert {trust: whole(form, trust) for trust in WHOLE[form]} == WHOLE[form]


@given(forms, trusts)
def test_an_effect_stays_within_its_bounds(form: str, trust: float) -> None:
    assert -2.5 <= effect(form, trust) <= 2
    assert abs(whole(form, trust) - effect(form, trust)) <= 0.5


@given(forms, trusts, trusts)
def test_more_trust_never_makes_it_worse(form: str, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert effect(form, less) <= effect(form, more)
    assert whole(form, less) <= whole(form, more)


@pytest.mark.parametrize("form", FORMS)
def test_early_and_late_differ_for_the_forms_that_depend_on_trust_and_for_no_other(
    form: str,
) -> None:
    assert depends_on_trust(form) == (form in ("confrontational", "process"))
    assert (effect(form, 2) < effect(form, 9)) == depends_on_trust(form)
    assert (whole(form, 2) < whole(form, 9)) == depends_on_trust(form)


def test_the_four_diagnostic_forms_are_one_family() -> None:
    assert {family(form) for form in DIAGNOSTIC} == {"diagnostic"}
    assert tuple(dict.fromkeys(map(family, FORMS))) == FAMILIES


def test_who_steers_rises_and_who_withdraws_falls() -> None:
    lifts = {form: helper_lift(form) for form in FORMS}
    assert {form: lift for form, lift in lifts.items() if lift} == {
        "confrontational": 1,
        "telling": 1,
        "withdraw": -1,
    }


@pytest.mark.parametrize("ask", [family, depends_on_trust, helper_lift])
def test_what_is_no_form(ask: type) -> None:
    with pytest.raises(UnknownIdError, match=r"^form must be one of pure, .*, got 'diagnostic'$"):
        ask("diagnostic")


@pytest.mark.parametrize("trust", [-1, 10.5, float("nan")])
def test_trust_that_there_is_not(trust: float) -> None:
    with pytest.raises(OutOfRangeError, match=r"^trust must be in \[0, 10\], got "):
        effect("pure", trust)
