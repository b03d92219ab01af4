"""What a scene holds so far, while somebody is writing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.checks.built import LONGEST, NEEDS, built
from helpkit.content.load import FOLDER
from tests.exercises import CONTENT, FOLDERS, exercise, one_file

PART = exercise(FOLDERS[2]).parts["build"]
WHOLE = one_file(CONTENT.scenes["export-button"])
TEMPLATES = {
    language: (FOLDER / f"text/{language}/templates/scene.toml").read_text("utf-8")
    for language in ("en", "nl")
}


def test_a_whole_scene_meets_every_demand() -> None:
    done = built(WHOLE, PART)
    assert done.met == dict.fromkeys(NEEDS, True)
    assert done.faults == ()


@pytest.mark.parametrize("language", TEMPLATES)
def test_the_template_is_sound_and_far_from_enough(language: str) -> None:
    met = built(TEMPLATES[language], PART, language).met
    assert [need for need in NEEDS if not met[need]] == ["nodes", "hidden"]


def test_a_fault_costs_no_more_than_the_soundness() -> None:
    done = built(WHOLE.replace('next = "e3"', 'next = "nowhere"'), PART)
    assert [need for need in NEEDS if not done.met[need]] == ["sound"]
    assert done.faults


@given(st.text(max_size=200))
def test_any_text_is_checked(text: str) -> None:
    done = built(text, PART)
    assert (*done.met,) == NEEDS
    assert not any(done.met.values())


def test_what_is_too_long_is_not_read() -> None:
    assert not any(built(WHOLE + "#" * LONGEST, PART).met.values())
