"""One way out, one text field, one clock, and a name for each pause."""

import re

import pytest

from tests.paths import ROOT

PACKAGE = ROOT / "helpkit"


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        (r"\bmodel\.send\(", {"frontend/outbox.js"}),
        # The reply to a message is sent by its button and not before.
        (r'\bh\(\s*"textarea"', {"activities/message/message.js"}),
        (r"\bset(Timeout|Interval)\([^;]*, \d", set()),
        (r"\bnew Intl\.DateTimeFormat\((?!\"en\", \{ timeZone)", {"frontend/clock.js"}),
    ],
)
def test_it_stands_in_one_place(pattern: str, places: set[str]) -> None:
    modules = (
        path for path in PACKAGE.rglob("*.js") if re.search(pattern, path.read_text("utf-8"))
    )
    assert {path.relative_to(PACKAGE).as_posix() for path in modules} == places
