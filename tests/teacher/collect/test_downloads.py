"""Nothing in a download that could be a submission is lost, and nothing else is taken for one."""

import json
from pathlib import Path

import pytest

from helpkit.errors import HandInError
from helpkit.exercises import submission as hand_in
from helpkit.teacher.collect.downloads import found_in
from helpkit.teacher.collect.submission import Submission
from tests.teacher.samples import handed, unzipped, zipped

JAN = "Jan de Vries_11_assignsubmission_file"
ZOE = "Zoë Jansen_22_assignsubmission_file"


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def students(submissions: list[Submission]) -> dict[str, str]:
    """The student who typed, or the reason, by where it is."""
    return {each.source: _student(each) for each in submissions}


def _student(each: Submission) -> str:
    try:
        return each.refused or hand_in.read(each.data).student
    except HandInError as error:
        return str(error)


def candidates_in(folder: Path, exercise: str = "01") -> dict[str, str]:
    submissions = [*found_in(folder, exercise)]
    assert len(submissions) == len({each.source for each in submissions})
    return students(submissions)


def unpacked(student: str, folder: str, **fields: str) -> dict[str, bytes]:
    return {f"{folder}{name}": data for name, data in unzipped(handed(student, **fields)).items()}


@pytest.mark.parametrize("place", ["", "bulk.zip"], ids=["on the disk", "in a zip"])
def test_an_unpacked_submission_costs_the_others_nothing(tmp_path: Path, place: str) -> None:
    files = {"Jan/01-handin-s1.zip": handed("s1"), **unpacked("s2", "Zoë/"), "Kim/a.txt": b"x"}
    write(tmp_path, {place: zipped(files)} if place else files)
    above = f"{place}/" if place else ""
    assert candidates_in(tmp_path) == {
        f"{above}Jan/01-handin-s1.zip": "s1",
        f"{above}Zoë/hand_in.json": "s2",
    }


def test_unpacked_it_is_the_same_submission_again(tmp_path: Path) -> None:
    write(tmp_path, unpacked("s2", "Zoë/"))
    assert [each.data for each in found_in(tmp_path, "01")] == [handed("s2")]


def test_unpacked_it_is_its_senders(tmp_path: Path) -> None:
    bulk = {f"{JAN}/01-handin-s1.zip": handed("s1"), **unpacked("s2", f"{ZOE}/01-handin-s2/")}
    flat = {f"jan_11_901_{name}": data for name, data in unzipped(handed("s1")).items()}
    flat["zoe_22_903_01-handin-s2.zip"] = handed("s2")
    write(tmp_path, {"moodle.zip": zipped(bulk), "canvas.zip": zipped(flat)})
    submissions = [*found_in(tmp_path, "01")]
    assert {(each.sender.platform, each.sender.number, _student(each)) for each in submissions} == {
        ("moodle", "11", "s1"),
        ("moodle", "22", "s2"),
        ("canvas", "11", "s1"),
        ("canvas", "22", "s2"),
    }


def test_unpacked_and_alone_it_is_its_senders(tmp_path: Path) -> None:
    write(tmp_path, {"moodle.zip": zipped(unpacked("s2", f"{ZOE}/"))})
    assert [(each.sender.number, each.data) for each in found_in(tmp_path, "01")] == [
        ("22", handed("s2"))
    ]


def test_half_of_an_unpacked_submission_is_told(tmp_path: Path) -> None:
    both = unpacked("s1", "")
    write(tmp_path / "a", {"hand_in.json": both["hand_in.json"]})
    write(tmp_path / "01-handin-s1", {"events.jsonl": both["events.jsonl"]})
    write(tmp_path / "other program", {"events.jsonl": b"{}"})
    assert candidates_in(tmp_path) == {
        "a/hand_in.json": "this was unpacked, and events.jsonl is not beside it",
        "01-handin-s1/events.jsonl": "this was unpacked, and hand_in.json is not beside it",
    }


def test_an_unpacked_submission_for_another_exercise_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, unpacked("s1", "a/", exercise="02"))
    assert candidates_in(tmp_path) == {}
    assert candidates_in(tmp_path, "02") == {"a/hand_in.json": "s1"}
    (tmp_path / "a" / "hand_in.json").write_text(json.dumps({"exercise": 7}))
    assert "hand_in.json" in candidates_in(tmp_path)["a/hand_in.json"]


def test_what_comes_from_a_platform_is_not_lost_in_it(tmp_path: Path) -> None:
    """The wrong file is listed, what the platform adds is not."""
    kim, eva = "Kim_33_assignsubmission_file", "Eva_44_assignsubmission_file"
    bulk = {
        f"{JAN}/01-handin-s1.zip": handed("s1"),
        f"{JAN}/02-handin-s1.zip": handed("s1", exercise="02"),
        f"{JAN[:-4]}onlinetext/onlinetext.html": b"<p>",
        f"{kim}/essay.pdf": b"%PDF",
        f"{eva}/02-handin-s4.zip": handed("s4", exercise="02"),
        "index.html": b"<p>",
    }
    write(tmp_path, {"bulk.zip": zipped(bulk)})
    submissions = [*found_in(tmp_path, "01")]
    assert [each.source for each in submissions] == [
        f"bulk.zip/{JAN}/01-handin-s1.zip",
        f"bulk.zip/{kim}/essay.pdf",
        f"bulk.zip/{eva}/02-handin-s4.zip",
    ]
    assert hand_in.read(submissions[2].data).exercise == "02"
    assert [each.source for each in found_in(tmp_path, "03")] == []


def test_blackboard_with_its_pages_and_times(tmp_path: Path) -> None:
    start = "Exercise 1_{}_attempt_2026-10-24-15-30-0{}"
    bulk = {
        start.format("s1", 1) + "_01-handin-s1.zip": handed("s1"),
        start.format("s1", 1) + ".txt": b"Name: Jan",
        start.format("s2", 2) + "_work.zip": handed("s2"),
        start.format("s2", 2) + ".txt": b"Name: Zoe",
    }
    write(tmp_path, {"gradebook_2026_1_PSY101_Exercise1_2026-10-24.zip": zipped(bulk)})
    submissions = [*found_in(tmp_path, "01")]
    assert [(each.sender.login, each.stamp) for each in submissions] == [
        ("s1", "2026-10-24T15:30:01"),
        ("s2", "2026-10-24T15:30:02"),
    ]


def test_a_page_that_brightspace_adds_is_passed_over(tmp_path: Path) -> None:
    start = "{}-99 - {} - 24 October 2026 1530/"
    bulk = {
        "index.html": b"<p>",
        start.format(1, "Jan") + "01-handin-s1.zip": handed("s1"),
        start.format(2, "Zoë") + "hand-in.zip": handed("s2"),
    }
    write(tmp_path, {"Exercise 1 Download.zip": zipped(bulk)})
    submissions = [*found_in(tmp_path, "01")]
    assert [(each.sender.name, each.stamp) for each in submissions] == [
        ("Jan", "2026-10-24T15:30:00"),
        ("Zoë", "2026-10-24T15:30:00"),
    ]


def test_a_folder_of_google_classroom(tmp_path: Path) -> None:
    write(tmp_path, {"Jan de Vries - 01-handin-s1.zip": handed("s1"), "x - Zoë.zip": handed("s2")})
    assert [(each.sender.platform, _student(each)) for each in found_in(tmp_path, "01")] == [
        ("", "s1"),
        ("", "s2"),
    ]


def test_names_that_look_hidden_are_read(tmp_path: Path) -> None:
    write(tmp_path, {".01-handin-s1.zip": handed("s1"), "._01-handin-s1.zip": b"of a Mac"})
    write(tmp_path, {"__MACOSX/01-handin-s2.zip": b"x", ".Trash-1000/01-handin-s3.zip": b"x"})
    write(tmp_path, {".old/01-handin-s4.zip": b"x", ".old/notes.txt": b"x"})
    hidden = "its folder is hidden, and what is hidden does not count: move it out"
    assert candidates_in(tmp_path) == {".01-handin-s1.zip": "s1", ".old/01-handin-s4.zip": hidden}


@pytest.mark.parametrize("ending", ["crdownload", "part", "partial", "download", "opdownload"])
def test_a_download_that_is_not_finished_is_told(tmp_path: Path, ending: str) -> None:
    names = [f"01-handin-s1.zip.{ending}", f"moodle.zip.{ending}", f"Unconfirmed 12.{ending}"]
    others = [f"02-handin-s1.zip.{ending}", f"film.mkv.{ending}"]
    write(tmp_path, {name: b"half" for name in (*names, *others)})
    assert {*candidates_in(tmp_path)} == {*names}
    assert "download it again" in candidates_in(tmp_path)[names[0]]


def test_a_zip_with_backslashes(tmp_path: Path) -> None:
    bulk = {f"class\\{JAN}\\01-handin-s1.zip": handed("s1"), f"class\\{ZOE}\\b.zip": handed("s2")}
    alone = {f"a\\{name}": data for name, data in unzipped(handed("s3")).items()}
    write(tmp_path, {"bulk.zip": zipped(bulk), "alone.zip": zipped(alone)})
    submissions = [*found_in(tmp_path, "01")]
    assert students(submissions) == {
        f"bulk.zip/class/{JAN}/01-handin-s1.zip": "s1",
        f"bulk.zip/class/{ZOE}/b.zip": "s2",
        "alone.zip": "s3",
    }
    assert [each.sender.number for each in submissions if each.sender.platform] == ["11", "22"]


def test_a_download_that_was_packed_again(tmp_path: Path) -> None:
    bulk = zipped({f"{JAN}/01-handin-s1.zip": handed("s1"), f"{ZOE}/x.zip": handed("s2")})
    write(tmp_path, {"again.zip": zipped({"bulk.zip": bulk, "__MACOSX/._bulk.zip": b"x"})})
    submissions = [*found_in(tmp_path, "01")]
    assert [each.sender.number for each in submissions] == ["11", "22"]
    write(tmp_path, {"again.zip": zipped({"again.zip": zipped({"bulk.zip": bulk})})})
    (each,) = found_in(tmp_path, "01")
    assert (
        each.refused == "this is a zip in a zip in a zip: unpack the outer ones and collect again"
    )


def test_two_downloads_packed_together(tmp_path: Path) -> None:
    first = zipped({"01-handin-s1.zip": handed("s1")})
    second = zipped({"a/01-handin-s2.zip": handed("s2"), **unpacked("s3", "b/")})
    write(tmp_path, {"both.zip": zipped({"first.zip": first, "second.zip": second})})
    assert [*candidates_in(tmp_path).values()] == ["s1", "s2", "s3"]


def test_a_student_who_packed_it_again(tmp_path: Path) -> None:
    again = zipped({"hand-in/01-handin-s1.zip": handed("s1"), "hand-in/notes.txt": b"x"})
    bulk = {f"{JAN}/01-handin-s1.zip": again, f"{ZOE}/work.zip": zipped({"a.zip": handed("s2")})}
    write(tmp_path, {"bulk.zip": zipped(bulk)})
    submissions = [*found_in(tmp_path, "01")]
    assert [(each.sender.number, _student(each)) for each in submissions] == [
        ("11", "s1"),
        ("22", "s2"),
    ]
    assert submissions[0].source == f"bulk.zip/{JAN}/01-handin-s1.zip/hand-in/01-handin-s1.zip"


def test_nobody_becomes_another_by_what_is_in_their_zip(tmp_path: Path) -> None:
    forged = zipped({f"{ZOE}/01-handin-s2.zip": handed("s2"), f"{JAN}/b.zip": handed("s1")})
    write(tmp_path, {"moodle.zip": zipped({f"{JAN}/01-handin-x.zip": forged})})
    bulk = {"Mallory/work.zip": forged, "Kim/01-handin-s3.zip": handed("s3")}
    write(tmp_path, {"unknown.zip": zipped(bulk)})
    submissions = [*found_in(tmp_path, "01")]
    assert {(each.sender.number, _student(each)) for each in submissions} == {
        ("11", "s2"),
        ("", "s1"),
        ("", "s2"),
        ("", "s3"),
    }


def test_the_wrong_zip_of_a_student_is_told(tmp_path: Path) -> None:
    bulk = {"Jan/01-handin-s1.zip": handed("s1"), "Kim/essay.zip": zipped({"essay.doc": b"x"})}
    write(tmp_path, {"bulk.zip": zipped(bulk), "app.zip": zipped({"lib.zip": b"x", "a.zip": b""})})
    assert candidates_in(tmp_path) == {
        "bulk.zip/Jan/01-handin-s1.zip": "s1",
        "bulk.zip/Kim/essay.zip": "the zip holds no submission for exercise 01",
    }


def test_holiday_photos_are_nobodys(tmp_path: Path) -> None:
    write(tmp_path, {"a.jpg": b"x", "photos.zip": zipped({"b.jpg": b"x"}), "index.html": b"<p>"})
    assert candidates_in(tmp_path) == {}


def test_a_zip_among_submissions_says_nothing_about_others(tmp_path: Path) -> None:
    loose = {f"01-handin-s{n}.zip": handed(f"s{n}") for n in (1, 2)}
    write(tmp_path, {**loose, "photos.zip": zipped({f"{JAN}/01-handin-s1.zip": handed("s1")})})
    assert {each.sender.platform for each in found_in(tmp_path, "01")} == {""}
    all_of_them = {f"{who}/01-handin-s1.zip": handed("s1") for who in (JAN, ZOE, f"K{ZOE}")}
    write(tmp_path, {"photos.zip": zipped(all_of_them)})
    assert [each.sender.platform for each in found_in(tmp_path, "01")].count("moodle") == 3
