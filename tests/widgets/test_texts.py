"""The JavaScript asks only for texts that both languages have, and none is left unused."""

import re

import pytest

from helpkit.content import load
from helpkit.widgets.base import _IMPORT, _source

VERDICTS = {f"verdict-{one}" for one in ("same", "accepted", "differs", "unanswered")}
CONFIDENCE = {f"confidence-{one}" for one in ("in_text", "implied", "by_criterion", "judgement")}
SURE = {f"sure-{one}" for one in (25, 50, 75, 95)}
BUILT: dict[str, set[str]] = {
    "message": set(),
    "choice": {"now", "before"},
    "flip": VERDICTS | CONFIDENCE | {"previous", "next"},
    "reflect": {"words-short", "words-good", "words-long"},
    "predict": SURE,
    "reveal": SURE | {"title"},
}
"""Keys that are put together or passed on, instead of standing in a call of `ui.t`."""


def asked(name: str) -> set[str]:
    """Every key that stands in the first argument of a `ui.t`."""
    source = _IMPORT.sub("", _source(name, "js"))
    arguments = re.findall(r"\bui\.t\(([^,)]*)", source)
    return {key for one in arguments for key in re.findall(r'"([\w-]+)"', one)}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", BUILT)
def test_texts(name: str, language: str) -> None:
    texts = load(language).ui
    used = asked(name) | BUILT[name]
    assert asked(name)
    assert not used - {*texts[name], *texts["common"]}
    assert not {*texts[name]} - used
