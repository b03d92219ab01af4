"""An id that is not known gets the nearest in the answer, in the language that is read."""

from typing import Any

import pytest

from helpkit.content import load
from helpkit.content.ids import known_id
from helpkit.errors import UnknownIdError

SENTENCE = "No {key}. There is: {known}."
IDS = ("formality", "medium")


def message(key: Any, language: str) -> str:
    with pytest.raises(UnknownIdError) as caught:
        known_id(key, iter(IDS), SENTENCE, load(language))
    return str(caught.value)


def test_a_known_id_comes_back() -> None:
    assert known_id("medium", iter(IDS), SENTENCE, load("en")) == "medium"


@pytest.mark.parametrize(
    ("language", "question"), [("en", "Did you mean 'medium'?"), ("nl", "Bedoelde je 'medium'?")]
)
def test_the_nearest_is_asked_for(language: str, question: str) -> None:
    assert message("medum", language) == f"No 'medum'. There is: formality, medium. {question}"


@pytest.mark.parametrize("key", ["zzz", None, ["medium"], 7])
def test_anything_may_come(key: Any) -> None:
    assert message(key, "en").startswith(f"No {key!r}. There is: formality, medium.")
