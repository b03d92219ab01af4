"""There is one way out of a page: whatever leaves it is kept until it is acknowledged."""

from tests.house.source import JAVASCRIPT, place

OUTBOX = "helpkit/frontend/outbox.js"


def test_only_the_outbox_sends() -> None:
    assert [place(path) for path in JAVASCRIPT if "model.send(" in path.read_text("utf-8")] == [
        OUTBOX
    ]
