"""The widgets of an exercise: they wait for the student, record what is graded, and hand it in."""

import os
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from helpkit import Exercise
from helpkit.content import load
from helpkit.errors import HelpkitError, NotSavedError
from helpkit.exercises import submission as hand_in
from helpkit.exercises.options import options
from helpkit.exercises.sheet import sheet
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import Journal
from tests.activities.lesson_widget import event, on_disk
from tests.exercises.handed_out import DEADLINE, handed_out, known, opened
from tests.exercises.samples import (
    CONTENT,
    FOLDERS,
    SEED,
    bad,
    best_play,
    exercise,
    person,
    played,
    reference,
)

TEXTS = load("en").ui
FIRST = TEXTS["exercise"]["student-first"]


def answer(widget: ActivityWidget, item: str, value: Any) -> None:
    widget.handle(event("answer", item, value))


def press(widget: ActivityWidget, name: str = "press") -> None:
    widget.handle(event("hand_in", "zip", name))


def zips(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "hand-in").iterdir())}


def replies(widget: ActivityWidget, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the browser is told from now on."""
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(widget, "send", messages.append)
    return messages


# Who it is


def test_everything_waits_until_the_student_is_known(tmp_path: Path) -> None:
    homework = opened(handed_out(tmp_path, "06"))
    student = homework.start()
    waiting = [
        homework.sort("forms"),
        homework.converse("reach", "team-day-empty"),
        homework.hand_in(),
    ]
    assert [widget.waits for widget in waiting] == [FIRST] * 3
    assert waiting[0].view["items"] == []
    for widget in waiting:
        with pytest.raises(HelpkitError, match="First type your student number"):
            widget.handle(event("answer", "why-now", "pure"))
    assert not homework.journal.folder.exists()
    answer(student, "student", "  s1\t")
    assert homework.student == "s1"
    assert [widget.waits for widget in waiting] == [""] * 3
    assert [item["id"] for item in waiting[0].view["items"]] == [
        *sheet(exercise(FOLDERS[2]).parts["forms"], SEED, "s1")
    ]
    assert student.state["student"] == "s1"


def test_another_student_gets_another_sheet_and_loses_nothing(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path))
    widget, student = homework.sort("classify"), homework.start()
    sheets = {}
    for name in ("s1", "s2"):
        answer(student, "student", name)
        sheets[name] = {item["id"] for item in widget.view["items"]}
    # Sheets of two students may share an item; what only one of them has tells the two apart.
    mine = {"s1": min(sheets["s1"] - sheets["s2"]), "s2": min(sheets["s2"] - sheets["s1"])}
    for name, item in mine.items():
        answer(student, "student", name)
        answer(widget, item, "formal")
        assert widget.state["answers"] == {item: "formal"}
    answer(student, "student", "s1")
    assert widget.state["answers"] == {mine["s1"]: "formal"}


def test_a_new_kernel_knows_the_student(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    known(folder, "s3")
    homework = opened(folder)
    assert homework.sort("classify").waits == ""
    assert homework.start().state["student"] == "s3"


def test_another_tab_may_say_who_it_is(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    widget = opened(folder).sort("classify")
    known(folder)
    widget.handle(event("refresh", "*"))
    assert widget.waits == ""
    assert len(widget.view["items"]) == 12


@pytest.mark.parametrize("value", ["", "  ", "x" * 65, "a\nb", "a\x00", None, 3])
def test_who_it_is_must_be_a_line(tmp_path: Path, value: Any) -> None:
    homework = opened(handed_out(tmp_path))
    with pytest.raises(HelpkitError):
        answer(homework.start(), "student", value)
    assert homework.student == ""


@pytest.mark.parametrize("value", ["x" * 64, "s 1", "Zoë", "<b>s1</b>", "=1+1"])
def test_who_it_is_can_be_handed_in(tmp_path: Path, value: str) -> None:
    folder = handed_out(tmp_path)
    press(known(folder, value).hand_in())
    (data,) = zips(folder).values()
    assert hand_in.read(data).student == value


def test_the_head_says_until_when_what_and_how_far(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path))
    widget, head = homework.sort("classify"), homework.start()
    answer(widget, widget.view["items"][0]["id"], "formal")
    head.handle(event("refresh", "*"))
    assert (head.view["deadline"], head.view["zone"]) == (DEADLINE.isoformat(), "")
    assert head.view["title"] == "Helping: exercise 01"
    rows = [(row["id"], row["done"], row["of"], row["points"]) for row in head.state["parts"]]
    assert rows == [("classify", 1, 24, 18), ("status-risks", 0, 8, 8), ("reflection", 0, 4, 12)]


def test_what_must_be_told_stays_told(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    known(folder)
    with next((folder / "answers").glob("*.jsonl")).open("ab") as file:
        file.write(b"\n{torn\n")
    head = opened(folder).start()
    assert len(head.state["told"]) == 1
    head.handle(event("refresh", "*"))
    assert len(head.state["told"]) == 1


# Naming items


@pytest.mark.parametrize(("number", "part"), [("01", "classify"), ("02", "metaphors")])
def test_every_option_of_every_question_is_taken(tmp_path: Path, number: str, part: str) -> None:
    homework = known(handed_out(tmp_path, number))
    widget = homework.sort(part)
    item = widget.view["items"][0]
    for question, name in item["names"].items():
        for value in options(question, CONTENT):
            answer(widget, name, value)
            assert widget.state["answers"][name] == value
    assert {each.activity for each in on_disk(homework.journal.folder)} == {"start", part}


def test_what_is_not_asked_is_refused(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path))
    widget = homework.sort("classify")
    mine = [item["id"] for item in widget.view["items"]]
    other = next(item for item in homework.parts["classify"].items if item not in mine)
    before = on_disk(homework.journal.folder)
    wrong = [(other, "formal"), (mine[0], "payment"), (f"{mine[0]}.criterion", "formal")]
    for item, value in [*wrong, (mine[0], None), (mine[0], ["formal"]), ("", "formal")]:
        with pytest.raises(HelpkitError):
            answer(widget, item, value)
    assert on_disk(homework.journal.folder) == before


def test_the_browser_is_told_no_reason_and_no_key(tmp_path: Path) -> None:
    widget = known(handed_out(tmp_path)).sort("classify")
    assert {*widget.view} == {"title", "intro", "questions", "items"}
    assert {key for item in widget.view["items"] for key in item} == {"id", "text", "names"}
    assert {*widget.state} == {"answers"}


# Writing and playing


def test_a_text_is_open_and_says_so(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path))
    widget = homework.reflect("reflection")
    assert widget.state["shared"] is True
    assert widget.view["note"] == TEXTS["exercise"]["read-by-people"]
    for private in (True, None):
        with pytest.raises(HelpkitError):
            widget.handle(event("reflection", "moment", "On Tuesday", private=private))
    widget.handle(event("reflection", "moment", "On Tuesday", private=False))
    assert widget.state["parts"]["moment"]["text"] == "On Tuesday"


LEVELLED, EMPTY = "export-button-levelled", "export-button-empty"


def counted(homework: Exercise, item: str = LEVELLED) -> Any:
    return homework.journal.state().of("exercise-06", "reach").answers.get(item)


def counting(stage: ActivityWidget) -> list[Any]:
    """What a page says of the play that counts."""
    return [stage.state["counted"], stage.state["obstacle"]]


def said(item: str, student: str = "s1") -> list[str]:
    """What somebody says who reaches the ending that is asked for."""
    return [*best_play(item, student)["said"]]


def test_the_path_that_stands_on_the_stage_counts(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path, "06"))
    stage = homework.converse("reach", LEVELLED)
    mood = person(LEVELLED)
    path, other = said(LEVELLED), [*bad(LEVELLED, mood).example]
    answer(stage, "alone.1", path[:-1])
    assert counted(homework) is None
    assert counting(stage) == [None, ""]
    answer(stage, "alone.1", path)
    assert counted(homework) == played(LEVELLED, mood, path)
    assert stage.state["counted"] == 1
    answer(stage, "alone.2", other[:1])
    assert counted(homework) == played(LEVELLED, mood, path)
    answer(stage, "alone.2", other)
    assert counted(homework) == played(LEVELLED, mood, other)
    assert stage.state["counted"] == 2
    answer(stage, "now", 1)
    assert counted(homework) == played(LEVELLED, mood, path)
    assert stage.state["counted"] == 1


def test_every_play_of_a_conversation_is_with_the_person_who_was_drawn(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path, "06"))
    for item in homework.parts["reach"].items:
        stage = homework.converse("reach", item)
        for number in (1, 2, 3):
            answer(stage, f"alone.{number}", [])
            play = homework.journal.state().of("exercise-06", f"reach.{item}").answers
            assert play[f"alone.{number}"] == played(item, person(item), [])
            assert stage.state["play"]["ending"] is None
        assert stage.view["counts"] is True


def other_student(item: str) -> str:
    """Somebody who meets another person in this conversation."""
    names = (f"t{number}" for number in range(99))
    return next(name for name in names if person(item, name) != person(item))


def test_a_play_under_another_student_number_does_not_count(tmp_path: Path) -> None:
    item = "team-day-levelled"
    homework, other = known(handed_out(tmp_path, "06")), other_student(item)
    student, stage, button = homework.start(), homework.converse("reach", item), homework.hand_in()
    answer(stage, "alone.1", said(item))
    button.handle(event("refresh", "*"))
    assert [part["done"] for part in button.state["parts"]] == [1, 0, 0]
    answer(student, "student", other)
    assert counting(stage) == [None, TEXTS["exercise"]["other-person"]]
    assert [part["done"] for part in button.state["parts"]] == [0, 0, 0]
    answer(stage, "now", 1)
    assert stage.state["counted"] is None
    answer(stage, "alone.2", said(item, other))
    assert counted(homework, item) == best_play(item, other)
    assert counting(stage) == [2, ""]
    answer(stage, "now", 1)
    assert counted(homework, item) == best_play(item, other)
    assert counting(stage) == [2, ""]
    answer(student, "student", "s1")
    assert stage.state["counted"] is None
    answer(stage, "now", 1)
    assert counted(homework, item) == best_play(item)
    assert counting(stage) == [1, ""]


def test_another_student_number_changes_no_play_that_has_begun(tmp_path: Path) -> None:
    item = "team-day-levelled"
    homework = known(handed_out(tmp_path, "06"))
    student, stage = homework.start(), homework.converse("reach", item)
    answer(stage, "alone.1", said(item)[:2])
    before = stage.state
    answer(student, "student", other_student(item))
    assert stage.state == before
    answer(stage, "alone.1", said(item))
    play = homework.journal.state().of("exercise-06", f"reach.{item}").answers["alone.1"]
    assert play == best_play(item)
    assert counted(homework, item) is None


def test_a_play_of_an_earlier_edition_is_there_and_does_not_count(tmp_path: Path) -> None:
    item, old = "team-day-levelled", ["b", "a", "c", "a", "b", "a"]
    homework = known(handed_out(tmp_path, "06"))
    for activity, name in ((f"reach.{item}", "alone.1"), ("reach", item)):
        homework.journal.record(activity=activity, item=name, value=old)
    stage, button = homework.converse("reach", item), homework.hand_in()
    assert stage.state["play"]["ending"]["kind"] == "helpful"
    assert counting(stage) == [None, TEXTS["exercise"]["earlier-edition"]]
    assert button.state["parts"][0]["done"] == 0
    answer(stage, "now", 1)
    assert counted(homework, item) == old
    answer(stage, "alone.2", said(item))
    assert counted(homework, item) == best_play(item)
    assert counting(stage) == [2, ""]


def test_each_conversation_is_its_own(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path, "06"))
    stage, other = (
        homework.converse("reach", f"team-day-{goal}") for goal in ("levelled", "empty")
    )
    answer(stage, "alone.1", [])
    other.handle(event("refresh", "*"))
    assert stage.state["play"]
    assert other.state["play"] is None
    assert stage.view["title"] == "6.1 Reach an ending (2 points)"
    assert stage.view["intro"] == homework.parts["reach"].items["team-day-levelled"].text


def test_the_ledger_has_the_numbers_of_the_student(tmp_path: Path) -> None:
    homework = opened(handed_out(tmp_path, "02"))
    widget, student = homework.ledger("ledger"), homework.start()
    assert widget.waits == FIRST
    assert widget.view["items"] == []
    views = []
    for name in ("s1", "s2"):
        answer(student, "student", name)
        views.append(widget.view)
    assert len(views[0]["items"]) == 4
    assert views[0] != views[1]
    answer(widget, "first-evening.a", "3,5")
    answers = homework.journal.state().of("exercise-02", "ledger").answers
    assert [*answers] == ["first-evening.a"]
    assert (
        next(row["done"] for row in homework.hand_in().state["parts"] if row["id"] == "ledger") == 1
    )


def test_the_scene_that_was_written_is_handed_in(tmp_path: Path) -> None:
    folder = handed_out(tmp_path, "06")
    homework = opened(folder)
    widget = homework.scene("build")
    assert widget.waits == FIRST
    answer(homework.start(), "student", "s1")
    assert widget.waits == ""
    widget.handle(event("reflection", "text", "[scene]", private=False))
    press(homework.hand_in())
    (data,) = zips(folder).values()
    assert [each.value for each in hand_in.read(data).events if each.item == "text"] == ["[scene]"]


# Handing in


def test_a_press_makes_a_zip_of_what_is_there(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    homework = known(folder)
    widget, text, button = (
        homework.sort("classify"),
        homework.reflect("reflection"),
        homework.hand_in(),
    )
    answer(widget, widget.view["items"][0]["id"], "formal")
    text.handle(event("reflection", "moment", "On Tuesday", private=False))
    assert not (folder / "hand-in").exists()
    press(button)
    (data,) = zips(folder).values()
    read = hand_in.read(data)
    assert (read.exercise, read.student, read.language) == ("01", "s1", "en")
    assert read.issued == tuple(
        item for part in homework.parts.values() for item in sheet(part, SEED, "s1")
    )
    assert read.at == button.state["made"][0]["at"]
    latest = button.state["latest"]
    assert (latest["answers"], latest["lesson"]) == (2, 0)
    assert b64decode(latest["data"]) == data


@pytest.mark.linux
def test_nobody_else_opens_a_zip(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    press(known(folder).hand_in())
    for path in (folder / "hand-in", *(folder / "hand-in").iterdir(), folder / "answers"):
        assert path.stat().st_mode & 0o007 == 0


def test_a_second_press_keeps_both(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    homework = known(folder)
    press(homework.hand_in())
    first = zips(folder)
    widget = homework.sort("classify")
    answer(widget, widget.view["items"][0]["id"], "formal")
    button = opened(folder).hand_in()
    assert button.state["changed"] is True
    press(button, "another")
    both = zips(folder)
    assert [*both] == ["01-handin-s1-2.zip", "01-handin-s1.zip"]
    assert both["01-handin-s1.zip"] == first["01-handin-s1.zip"]
    assert button.state["changed"] is False
    assert [zip_file["file"] for zip_file in button.state["made"]] == [
        "01-handin-s1.zip",
        "01-handin-s1-2.zip",
    ]


def test_what_is_in_a_zip_is_counted_by_its_own_sheet(tmp_path: Path) -> None:
    homework = known(handed_out(tmp_path))
    widget, button, student = homework.sort("classify"), homework.hand_in(), homework.start()
    mine = {item["id"] for item in widget.view["items"]}
    answer(student, "student", "s2")
    theirs = {item["id"] for item in widget.view["items"]}
    answer(student, "student", "s1")
    answer(widget, min(mine - theirs), "formal")
    press(button)
    answer(student, "student", "s2")
    assert button.state["latest"]["answers"] == 1
    assert button.state["parts"][0]["done"] == 0


def test_a_press_that_is_sent_again_makes_nothing_twice(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    homework = known(folder)
    press(homework.hand_in())
    press(homework.hand_in())
    press(opened(folder).hand_in())
    assert len(zips(folder)) == 1


def test_a_zip_of_that_name_from_elsewhere_is_not_replaced(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    (folder / "hand-in").mkdir()
    (folder / "hand-in" / "01-handin-s1.zip").write_bytes(b"mine")
    press(known(folder).hand_in())
    assert zips(folder)["01-handin-s1.zip"] == b"mine"
    assert len(zips(folder)) == 2


def test_nothing_private_goes_and_a_shared_lesson_does(tmp_path: Path) -> None:
    folder = handed_out(tmp_path, "06")
    lesson = Journal(folder / "answers", lesson="06", language="en")
    lesson.record(activity="words", item="ask", value="secret", kind="reflection")
    lesson.record(activity="words", item="tell", value="open")
    homework = known(folder)
    stage = homework.converse("reach", "team-day-levelled")
    answer(stage, "alone.1", [])
    stage.handle(event("reflection", "note.1", "my own secret", private=True))
    button = homework.hand_in()
    press(button)
    assert button.state["private"] == 1
    assert button.state["latest"]["lesson"] == 0
    lesson.record(activity="share", item="lesson", value=True, kind="share")
    press(button, "another")
    assert button.state["latest"]["lesson"] == 1
    events = hand_in.read(zips(folder)["06-handin-s1-2.zip"]).events
    assert {each.lesson for each in events} == {"06", "exercise-06"}
    assert not any(each.private for each in events)
    assert b"secret" not in b"".join(zips(folder).values())


def test_what_cannot_be_written_is_said_and_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = handed_out(tmp_path)
    button = known(folder).hand_in()
    (folder / "hand-in").write_text("a file where a folder should be")
    messages = replies(button, monkeypatch)
    button._receive(None, {"id": "1", "event": event("hand_in", "zip", "press")}, None)
    assert messages[-1]["refused"] is True
    assert str(folder / "hand-in") in messages[-1]["problem"]
    assert [zip_file["kept"] for zip_file in button.state["made"]] == [False]
    assert hand_in.read(b64decode(button.state["latest"]["data"])).student == "s1"
    os.unlink(folder / "hand-in")
    press(button, "another")
    assert [zip_file["kept"] for zip_file in button.state["made"]] == [False, True]


def test_what_could_not_be_saved_is_handed_in_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = handed_out(tmp_path)
    known(folder)
    homework = opened(folder)
    homework.journal.segment.mkdir()  # a folder where the file should be: nothing can be saved
    widget, button = homework.sort("classify"), homework.hand_in()
    messages = replies(button, monkeypatch)
    with pytest.raises(NotSavedError):
        answer(widget, widget.view["items"][0]["id"], "formal")
    for again in ("1", "2"):
        button._receive(None, {"id": again, "event": event("hand_in", "zip", "press")}, None)
    assert messages[0]["saved"] is False
    assert messages[0]["problem"]
    (data,) = zips(folder).values()
    assert [each.value for each in hand_in.read(data).events][1:2] == ["formal"]


@pytest.mark.parametrize("value", [None, "", "x" * 65, 3, {"press": "a"}])
def test_a_press_has_a_name(tmp_path: Path, value: Any) -> None:
    folder = handed_out(tmp_path)
    with pytest.raises(HelpkitError):
        known(folder).hand_in().handle(event("hand_in", "zip", value))
    assert not (folder / "hand-in").exists()


def test_the_reference_solution_is_complete(tmp_path: Path) -> None:
    folder = handed_out(tmp_path)
    homework = known(folder)
    for name, answers in reference(FOLDERS[0]).items():
        for item, value in answers.items():
            homework.journal.record(activity=name, item=item, value=value)
    assert all(row["done"] == row["of"] for row in homework.hand_in().state["parts"])
