"""The texts of a class: whole, clean, without names, in an order that tells nothing."""

from pathlib import Path
from shutil import rmtree

from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from helpkit.teacher.marking.desk import Desk
from helpkit.teacher.marking.texts import read_texts
from tests.exercises.parts.scene.test_inspection import WHOLE
from tests.exercises.samples import Answers
from tests.teacher.classes import sheet_of
from tests.teacher.marking.classes import STORIES, class_of, handed


def test_what_was_written_stands_under_its_labels(desk: Desk) -> None:
    texts = {text.student: text for text in desk.texts.values()}
    labels = [field.label for field in desk.parts["reflection"].fields.values()]
    for student, said in STORIES.items():
        assert texts[student].fields == tuple((label, said) for label in labels)
        assert not texts[student].blank
    assert texts["s3"].blank
    assert [*desk.texts.values()][-1].student == "s3", "what is blank comes last"


def test_a_key_tells_nothing_and_stays_when_more_comes_in(course: Path, tmp_path: Path) -> None:
    roster = course / "roster.csv"
    roster.write_text(roster.read_text("utf-8") + "s4,Ann,,44,A\n", "utf-8")
    before = Desk("01", course).texts
    more = tmp_path / "more"
    more.mkdir()
    (more / "4.zip").write_bytes(handed("01", "s4"))
    collect(read_course(course), "01", more)
    after = Desk("01", course).texts
    assert {key: after[key] for key in before} == before
    assert len(after) == len(before) + 1
    assert all(text.student not in text.key for text in after.values())


def test_the_order_is_not_that_of_the_roster(tmp_path: Path) -> None:
    """Over many seeds the first of the roster is not the first to be read."""
    first = set()
    root = class_of(tmp_path / "course")
    rules, text = root / "course.toml", (root / "course.toml").read_text("utf-8")
    for seed in range(12):
        rules.write_text(text.replace("autumn", f"autumn {seed}"), "utf-8")
        first.add(next(iter(Desk("01", root).texts.values())).student)
    assert first == set(STORIES)


def test_signs_that_steer_are_spelled_out(tmp_path: Path) -> None:
    root = class_of(tmp_path / "course")
    evil: dict[str, Answers] = {
        "reflection": {"moment": "a\u202eb\x1b[31m\u0000c", "both-sides": "plain\n\ttext"}
    }
    rmtree(root / "collected")  # else it would be another work in the name of s3
    (tmp_path / "downloads" / "s3.zip").write_bytes(sheet_of("s3", evil))
    course = read_course(root)
    collect(course, "01", tmp_path / "downloads")
    parts = {"reflection": Desk("01", root).parts["reflection"]}
    said = [text for whole in read_texts(course, "01", parts).values() for _, text in whole.fields]
    assert not {
        sign for text in said for sign in text if not (sign.isprintable() or sign in "\n\t")
    }
    assert "a\\u202eb\\x1b[31m\\x00c" in said


def test_a_copy_that_cannot_be_read_is_told_of(course: Path) -> None:
    copy = next((course / "collected" / "01" / "s1").glob("*.zip"))
    copy.write_bytes(b"torn")
    desk = Desk("01", course)
    assert [*desk.unread] == ["s1"]
    assert {text.student for text in desk.texts.values()} == {"s2", "s3"}


def test_a_scene_is_read_as_it_came(tmp_path: Path) -> None:
    """With a mark of byte order, as some editors write it, it is as sound as it was for a grade."""
    root = class_of(tmp_path / "course", number="06")
    rmtree(root / "collected")
    typed: dict[str, Answers] = {"build": {"text": f"\ufeff{WHOLE}"}}
    (tmp_path / "downloads" / "s3.zip").write_bytes(sheet_of("s3", typed, "06"))
    collect(read_course(root), "06", tmp_path / "downloads")
    desk = Desk("06", root)
    reading = desk.reflections()
    desk.call("an")
    (key,) = (key for key, text in desk.texts.items() if text.student == "s3")
    desk.turn_to(key)
    assert reading.state["text"]["scene"]["faults"] == []
    assert reading.state["text"]["fields"][0]["text"] == f"\\ufeff{WHOLE}"
