"""The fingerprint of a text: another as soon as a letter is, and the same for the same text."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpkit.teacher.results.texts import LENGTH, fingerprint, fingerprints, texts_of
from tests.exercises.samples import exercise
from tests.teacher.classes import FOLDER

PARTS = exercise(FOLDER["01"]).parts
WRITE = PARTS["reflection"]
FIELDS = [*WRITE.fields]

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
anything = texts | st.none() | st.integers() | st.lists(st.integers(), max_size=2)
answers = st.dictionaries(st.sampled_from([*FIELDS, "other"]), anything)


@given(answers, answers)
def test_the_same_fingerprint_is_the_same_text(
    answers: dict[str, Any], other: dict[str, Any]
) -> None:
    assert (fingerprint(WRITE, answers) == fingerprint(WRITE, other)) == (
        texts_of(WRITE, answers) == texts_of(WRITE, other)
    )
    assert len(fingerprint(WRITE, answers)) == LENGTH


def test_only_what_people_read_has_one() -> None:
    pairs = fingerprints(PARTS, {"reflection": {FIELDS[0]: "A text."}})
    assert [name for name, _ in pairs] == ["reflection"]
    scenes = exercise(FOLDER["06"]).parts
    read = [name for name, part in scenes.items() if part.kind in ("write", "scene")]
    assert [name for name, _ in fingerprints(scenes, {})] == read
