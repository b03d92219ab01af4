"""What a scene holds so far, while somebody is writing it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content import load
from helpkit.content.files import FOLDER
from helpkit.exercises.parts.scene.inspection import LONGEST, NEEDS, built, fits
from helpkit.exercises.submission.submission import MAX_LINE
from helpkit.journal.event import make, to_line
from tests.exercises.samples import CONTENT, FOLDERS, exercise, one_file, own_scene

PART = exercise(FOLDERS[2]).parts["build"]
WHOLE = own_scene()
FIELDS = {
    "at": "2026-11-25T20:00:00.000Z",
    "lesson": "exercise-06",
    "activity": "build",
    "item": "text",
    "kind": "reflection",
    "language": "en",
    "private": False,
}
TEMPLATES = {
    language: (FOLDER / f"text/{language}/templates/scene.toml").read_text("utf-8")
    for language in ("en", "nl")
}


def test_a_whole_scene_meets_every_demand() -> None:
    done = built(WHOLE, PART)
    assert done.met == dict.fromkeys(NEEDS, True)
    assert done.faults == ()
    assert not done.ours


@pytest.mark.parametrize("language", TEMPLATES)
def test_the_template_is_sound_and_far_from_enough(language: str) -> None:
    met = built(TEMPLATES[language], PART, language).met
    assert [need for need in NEEDS if not met[need]] == ["nodes", "hidden"]


@pytest.mark.parametrize("language", TEMPLATES)
def test_a_scene_of_ours_is_known_whatever_its_ids_and_numbers_are(language: str) -> None:
    scenes = [one_file(scene) for scene in load(language).scenes.values()]
    for text in (*scenes, TEMPLATES[language]):
        assert built(text, PART).ours
        assert built(re.sub(r"\bn([0-9])\b", r"node-\1", text), PART).ours
        assert built(text.replace("trust = 1", "trust = 2"), PART).ours
        assert built(text.replace(" ", "  "), PART).ours


def test_one_line_of_ones_own_is_enough_to_be_read_by_the_machine() -> None:
    ours = one_file(CONTENT.scenes["team-day"])
    line = next(line for line in ours.splitlines() if line.startswith("says"))
    assert built(ours, PART).ours
    assert not built(ours.replace(line, 'says = "Do you have a minute?"'), PART).ours
    assert not built(ours, PART).met["hidden"]


def test_a_scene_in_which_nothing_is_said_is_not_ours() -> None:
    head = WHOLE[: WHOLE.index("[nodes")]
    done = built(f"{head}nodes = {{}}\nendings = {{}}\n", PART)
    assert done.scene
    assert not done.ours


def test_a_fault_costs_no_more_than_the_soundness() -> None:
    done = built(WHOLE.replace('next = "e3"', 'next = "nowhere"'), PART)
    assert [need for need in NEEDS if not done.met[need]] == ["sound"]
    assert done.faults


@given(st.text(max_size=200))
def test_any_text_is_checked(text: str) -> None:
    done = built(text, PART)
    assert (*done.met,) == NEEDS
    assert not any(done.met.values())


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("", True),
        ("x" * LONGEST, True),
        ("x" * (LONGEST + 1), False),
        ("\n" * (LONGEST // 2), True),
        ("\n" * LONGEST, False),
        ("€" * (LONGEST // 2), False),
        ("\ud800", False),
    ],
)
def test_what_fits_a_line_of_a_hand_in(text: str, fit: bool) -> None:
    assert fits(text) == fit
    if fit:
        line = make(**(FIELDS | {"value": text}))
        assert len(to_line(line)) <= MAX_LINE


def test_what_is_too_long_is_not_read() -> None:
    assert not any(built(WHOLE + "#" * LONGEST, PART).met.values())
