"""Numbers are written as the language writes them."""

import pytest

from helpkit.frontend.charts.words import Words


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.0, "2"), (-0.5, "−0,5"), (10.582, "10,58"), (0.001, "0"), (-0.001, "0"), (7, "7")],
)
def test_number(value: float, text: str) -> None:
    assert Words({}, ",").number(value) == text


def test_a_template_gets_its_numbers_in_the_same_way() -> None:
    words = Words({"both": "{who} {n}; {share}%"}, ",")
    assert words("both", who="Ruth", n=-1.25, share=words.percent(0.334)) == "Ruth −1,25; 33%"
