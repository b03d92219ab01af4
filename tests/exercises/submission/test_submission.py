"""A hand-in is made out of a journal, and holds what may leave and nothing else."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import helpkit
from helpkit.errors import HandInError
from helpkit.exercises import submission as hand_in
from helpkit.journal import Event, Journal
from helpkit.journal.shareable import not_private
from helpkit.journal.strict_json import json_line
from tests.journal.samples import event, events
from tests.teacher.samples import ON_TIME, answers, handed, unzipped, zipped

EXERCISE = "exercise-01"


def made(given_events: list[Event]) -> tuple[Event, ...]:
    return hand_in.read(_make(given_events)).events


def _make(given_events: list[Event], **fields: Any) -> bytes:
    about = {"exercise": "01", "student": "s1", "language": "nl", "issued": ["a", "b"]}
    return hand_in.make(given_events, **{**about, **fields})


def test_what_was_made_is_read() -> None:
    read = hand_in.read(handed(" s1 "))
    assert read == hand_in.Contents(
        "01", "s1", "nl", helpkit.__version__, ("a", "b"), tuple(answers()), read.origin
    )
    assert (read.at, read.doubt) == (ON_TIME, "")
    assert hand_in.read(_make([])).at == ""


def test_it_is_made_out_of_a_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson=EXERCISE)
    journal.record(activity="sort", item="a", value="formal")
    assert [each.value for each in made(journal.events())] == ["formal"]


def test_the_form_is_the_published_one() -> None:
    parts = unzipped(_make([event(lesson=EXERCISE)]))
    assert [*parts] == ["hand_in.json", "events.jsonl"]
    version = f'"helpkit":"{helpkit.__version__}","issued":["a","b"]'
    origin = f'"origin":"{sha256(parts["events.jsonl"].strip()).hexdigest()[:16]}"'
    about = f'"exercise":"01","format":2,{version},"language":"nl",{origin},"student":"s1"'
    seal = sha256(f"{{{about}}}\n".encode() + parts["events.jsonl"]).hexdigest()
    assert parts["hand_in.json"].decode() == (
        '{"format":2,"exercise":"01","student":"s1","language":"nl",'
        f'{version},{origin},"sha256":"{seal}"}}\n'
    )


def test_a_submission_of_the_first_form_is_read() -> None:
    parts = unzipped(_make(answers()))
    about = json.loads(parts["hand_in.json"])
    about["format"] = 1
    del about["origin"], about["sha256"]
    line = json_line(dict(sorted(about.items()))) + b"\n"
    about["sha256"] = sha256(line + parts["events.jsonl"]).hexdigest()
    read = hand_in.read(zipped({**parts, "hand_in.json": json_line(about)}))
    assert read == hand_in.read(_make(answers()))
    assert read.origin


@pytest.mark.parametrize("origin", ["x" * 16, "A" * 16, "0" * 15, 7, None])
def test_a_made_up_origin_is_refused(origin: object) -> None:
    parts = unzipped(_make(answers()))
    about = {**json.loads(parts["hand_in.json"]), "origin": origin}
    with pytest.raises(HandInError, match="origin: expected 16 hexadecimal digits, or nothing"):
        hand_in.read(zipped({**parts, "hand_in.json": json_line(about)}))


def test_the_same_events_make_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = handed("s1")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert handed("s1") == first


def test_the_lesson_leaves_only_when_it_was_shared() -> None:
    lesson = [event(value="formal"), event(lesson="02")]
    share = {"activity": "share", "item": "lesson", "kind": "share"}
    assert made(lesson) == ()
    offer, back = event(**share, value=True), event(**share, value=False)
    assert made([*lesson, offer]) == (lesson[0], offer)
    assert made([*lesson, offer, back]) == ()


def test_nothing_private_leaves_and_no_draft() -> None:
    text = {"lesson": EXERCISE, "activity": "own", "kind": "reflection"}
    draft, last = event(**text, item="a", value="one"), event(**text, item="a", value="two")
    secret = event(**text, item="b", value="secret", private=True)
    was_open = event(**text, item="b", value="secret")
    assert made([draft, was_open, last, secret]) == (last,)


@settings(deadline=None)
@given(st.lists(events(), max_size=8))
def test_whatever_the_journal_holds_nothing_private_leaves(given_events: list[Event]) -> None:
    mine = [
        event(
            lesson=EXERCISE, activity=each.activity, item=each.item, kind=each.kind,
            value=each.value, private=each.private, at=each.at,
        )
        for each in given_events
    ]  # fmt: skip
    left = made(mine)
    assert {*map(repr, left)} <= {*map(repr, not_private(mine))}
    last = {(each.activity, each.item): each for each in mine if each.kind == "reflection"}
    assert [each for each in left if each.kind != "reflection"] == [
        each for each in not_private(mine) if each.kind != "reflection"
    ]
    assert all(each in last.values() for each in left if each.kind == "reflection")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"student": " "}, "hand_in.json student: expected 1 to 64 printable characters"),
        ({"student": "\ud800"}, "hand_in.json student: expected"),
        ({"exercise": "1"}, "hand_in.json exercise: expected two digits, got '1'"),
        ({"issued": ["a", "a"]}, "hand_in.json issued: expected at most 1000 item ids"),
        ({"language": "N"}, "hand_in.json language: expected a language such as en, got 'N'"),
    ],
)
def test_what_could_not_be_read_is_not_made(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(HandInError, match=sentence):
        _make(answers(), **fields)


def test_a_text_that_is_too_long_is_told_when_it_is_handed_in() -> None:
    with pytest.raises(HandInError, match=r"line 1 takes 7\d+ bytes, and at most 65536 are read"):
        _make(answers(value="x" * 70_000))


@pytest.mark.parametrize(
    ("student", "name"),
    [
        ("s1", "01-handin-s1.zip"),
        (" jan@school.nl ", "01-handin-jan@school.nl.zip"),
        ("../../etc", "01-handin-etc.zip"),
        ("محمد", "01-handin-student.zip"),
    ],
)
def test_the_name_of_the_file(student: str, name: str) -> None:
    assert hand_in.file_name("01", student) == name
