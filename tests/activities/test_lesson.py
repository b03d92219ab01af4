"""A wrong name gets one clear sentence, in the learner's language, where they look."""

from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell

from helpkit import Lesson
from helpkit.content import load
from helpkit.errors import HelpkitError, UnknownIdError
from tests.test_import_cost import FRONT_END, packages_after

ACTIVITIES = [
    (lesson, key, activity.kind)
    for lesson, activities in load("en").activities.items()
    for key, activity in activities.items()
]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("lesson", "activity", "kind"), ACTIVITIES)
def test_each_activity_has_its_verb(
    tmp_path: Path, language: str, lesson: str, activity: str, kind: str
) -> None:
    widget = getattr(Lesson(lesson, language, tmp_path), kind)(activity)
    assert widget.language == language
    assert widget.view["title"] == load(language).activities[lesson][activity].title
    assert not list(tmp_path.glob("*.jsonl")), "showing an activity records nothing"


def test_no_front_end_is_loaded_before_a_verb_is_called() -> None:
    lesson = "from helpkit import Lesson; lesson = Lesson('01', answers='nowhere')"
    assert packages_after(lesson) & FRONT_END == set()
    assert "anywidget" in packages_after(f"{lesson}; lesson.start()")


def test_an_unknown_activity_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError) as caught:
        Lesson("01", "en", tmp_path).sort("formalty")
    sentence = str(caught.value)
    assert sentence.startswith("This lesson has nothing called 'formalty' here. It does have: ")
    assert sentence.endswith(" Did you mean 'formality'?")


def test_an_activity_of_another_kind_is_not_this_verbs(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match="In deze les heet hier niets 'words'"):
        Lesson("01", "nl", tmp_path).predict("words")


def test_an_unknown_lesson(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match=r"Les '99' is er nog niet\. Wel: 01, 02"):
        Lesson("99", "nl", tmp_path)


def test_a_language_we_do_not_have(tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError, match="language must be one of en, nl, got 'fr'"):
        Lesson("01", "fr", tmp_path)


def test_a_notebook_shows_the_sentence_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell: Any = InteractiveShell.instance()
    shell.user_ns["folder"] = tmp_path
    result = shell.run_cell(
        "from helpkit import Lesson\nLesson('01', 'en', folder).sort('formalty')"
    )
    assert isinstance(result.error_in_exec, HelpkitError)
    shown = capsys.readouterr().out
    assert "nothing called 'formalty'" in shown
    assert "Traceback" not in shown
    assert "lesson.py" not in shown
