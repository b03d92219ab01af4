"""Hand-ins come in from wherever a teacher has them; the same downloads give the same folder."""

import json
import os
import subprocess
import sys
import zipfile
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import Collection, collected, copy_path, read_index
from helpkit.teacher.course.course import read_course
from helpkit.teacher.results.answers import read_copy
from tests.teacher.samples import (
    COURSE,
    LATE,
    NOW,
    ON_TIME,
    handed,
    tree,
    unzipped,
    version,
    zipped,
)

MOODLE = "{}_{}_assignsubmission_file_/{}"
DUTCH = """\
Identificatie,Volledige naam,ID-nummer,E-mailadres,Status,Cijfer,Maximumcijfer,\
Cijfer kan gewijzigd worden,Laatst gewijzigd (inzending),Laatst gewijzigd (cijfer),Feedback
Deelnemer 8,Jan de Vries,s1,jan@x.nl,Ingezonden,,"100,00",Ja,"vrijdag, 4 december 2026, 14:45",-,
Deelnemer 9,Z. Jansen,S2,zoe@x.nl,Ingezonden,,"100,00",Ja,"vrijdag, 4 december 2026, 17:01",-,
Deelnemer 10,Ali,s3,ali@x.nl,Geen inzending,,"100,00",Ja,-,-,
"""
RUN_TWO = """
import sys
from pathlib import Path
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course

first = iter(["reading"])

def step(source):
    if next(first, ""):
        print("reading", flush=True)
        sys.stdin.readline()

collect(read_course(Path(sys.argv[1])), "01", Path(sys.argv[2]) / "a", step=step)
"""


def take(root: Path, downloads: Path | None, exercise: str = "01", **options: Any) -> Collection:
    options = {"now": NOW, **options}
    return collect(read_course(root), exercise, downloads, **options)


def owners(found: Collection) -> list[tuple[str, str]]:
    return [(one.student, one.by) for one in found.submissions]


def unmatched(found: Collection) -> list[tuple[str, str]]:
    return [(one.source, one.by) for one in found.unmatched]


def refused(found: Collection) -> list[tuple[str, str]]:
    return [(one.source, one.refused) for one in found.refused]


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_a_bulk_zip_of_moodle(course: Path, downloads: Path) -> None:
    bulk = {
        MOODLE.format("Jan de Vries", 101, "01-handin-s1.zip"): handed("s1"),
        "Zoë Jansen_102_assignsubmission_file_01-handin-s2.zip": handed("S2"),
        MOODLE.format("محمد علي", 103, "my work.zip"): handed("no idea"),
        MOODLE.format("Jan de Vries", 101, "02-handin-s1.zip"): handed("s1", exercise="02"),
        MOODLE.format("Jan de Vries", 101, ".DS_Store"): b"",
    }
    write(downloads, {"HLP-Exercise 1-77.zip": zipped(bulk), "holiday.zip": zipped({"a.jpg": b""})})
    done = take(course, downloads)
    assert owners(done) == [("s1", "moodle"), ("s2", "moodle"), ("s3", "moodle")]
    assert done.new == 3
    assert done.is_whole
    assert done.missing == ()
    assert {*done.counting} == {"s1", "s2", "s3"}


def test_a_bulk_zip_of_canvas(course: Path, downloads: Path) -> None:
    bulk = {
        "devriesjan_11_901_01-handin-s1.zip": handed("s1"),
        "jansenzoe_LATE_99_902_01-handin-s2.zip": handed("s2"),
        "somebody_33_903_01-handin-s3-1.zip": handed("typo"),
        "devriesjan_11_904_report.pdf": b"%PDF",
    }
    write(downloads, {"submissions.zip": zipped(bulk)})
    found = take(course, downloads)
    assert owners(found) == [("s1", "canvas"), ("s2", "canvas"), ("s3", "canvas")]
    assert [(one.late, one.says) for one in found.submissions] == [
        (False, "canvas"),
        (True, "canvas"),
        (False, "canvas"),
    ]
    assert refused(found) == [
        (
            "submissions.zip/devriesjan_11_904_report.pdf",
            "this is not a readable zip (File is not a zip file)",
        )
    ]
    assert [one.student for one in found.refused] == ["s1"]


def test_a_folder_of_nbgrader_with_its_own_times(course: Path, downloads: Path) -> None:
    for student, stamp in (("s1", "2026-12-04 15:59:59 UTC"), ("s2", "2026-12-04 16:00:01 UTC")):
        place = f"submitted/{student}/ex1"
        write(downloads, {f"{place}/01-handin-x.zip": handed("whoever", LATE)})
        write(downloads, {f"{place}/timestamp.txt": stamp.encode(), f"{place}/ex.ipynb": b"{}"})
    found = take(course, downloads)
    assert owners(found) == [("s1", "nbgrader"), ("s2", "nbgrader")]
    assert [(one.at, one.says, one.late) for one in found.submissions] == [
        ("2026-12-04T15:59:59.000Z", "nbgrader", False),
        ("2026-12-04T16:00:01.000Z", "nbgrader", True),
    ]
    assert owners(take(course, downloads / "submitted")) == owners(found)


@pytest.mark.parametrize("times", [(ON_TIME, LATE), (LATE, ON_TIME)])
def test_of_two_zips_in_one_submission_the_newer_counts(
    course: Path, downloads: Path, times: tuple[str, str]
) -> None:
    """The button leaves them in a folder beside the notebook, below the time of nbgrader."""
    submitted = downloads / "submitted" / "s1" / "ps01"
    (submitted / "hand-in").mkdir(parents=True)
    (submitted / "timestamp.txt").write_text("2026-12-04 15:00:00.000000 UTC")
    for number, at in enumerate(times):
        path = submitted / "hand-in" / f"01-handin-s1-{number}.zip"
        path.write_bytes(handed("s1", at))
    found = collect(read_course(course), "01", downloads)
    counts = found.counting["s1"]
    assert (counts.at, counts.says, counts.late) == ("2026-12-04T15:00:00.000Z", "nbgrader", False)
    assert counts.sha256 == sha256(handed("s1", max(times))).hexdigest()


def test_single_zips_under_any_name(course: Path, downloads: Path) -> None:
    packed_again = {
        f"01-handin-s3/{name}": data for name, data in unzipped(handed("s3")).items()
    } | {"__MACOSX/01-handin-s3/._events.jsonl": b"x"}
    write(
        downloads,
        {
            "mail/01-handin-s1 (1).zip": handed("s1"),
            "from zoë.zip": handed("s2"),
            "01-handin-s3.zip": zipped(packed_again, zipfile.ZIP_DEFLATED),
        },
    )
    found = take(course, downloads)
    assert owners(found) == [("s1", "typed"), ("s2", "typed"), ("s3", "typed")]
    one = take(course, downloads / "from zoë.zip")
    assert (one.new, owners(one)) == (0, owners(found))


def test_the_file_name_helps_when_the_id_was_mistyped(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s2.zip": handed("s22")})
    assert owners(take(course, downloads)) == [("s2", "file name")]


def test_who_cannot_be_matched_is_listed_and_kept(course: Path, downloads: Path) -> None:
    bulk = {MOODLE.format("Kim", 104, "01-handin-x.zip"): handed("x")}
    write(downloads, {"moodle.zip": zipped(bulk)})
    done = take(course, downloads)
    (one,) = done.unmatched
    why = "typed x, moodle says Kim (104): no student on the roster has this id, name or number"
    assert unmatched(done) == [(one.source, why)]
    assert done.missing == ("s1", "s2", "s3")
    copies = course / "collected" / "01"
    assert (copies / "_unmatched" / f"{one.sha256}.zip").is_file()
    # The teacher adds the number to the roster, and the downloads need not be there any more.
    roster = (course / "roster.csv").read_text("utf-8")
    (course / "roster.csv").write_text(roster.replace("Zoë Jansen,", "Zoë Jansen,104"), "utf-8")
    empty = downloads / "empty"
    empty.mkdir()
    assert owners(take(course, empty)) == [("s2", "moodle")]
    assert {*tree(copies)} == {"collected.jsonl", f"s2/{one.sha256}.zip"}


@pytest.mark.parametrize(("exercise", "counts"), [("01", LATE), ("02", "")])
def test_late_work_counts_as_the_course_says(
    course: Path, downloads: Path, exercise: str, counts: str
) -> None:
    write(downloads, {f"{exercise}-handin-s1.zip": handed("s1", LATE, exercise)})
    found = take(course, downloads, exercise)
    assert [one.at for one in found.counting.values()] == ([counts] if counts else [])
    assert found.submissions[0].late
    assert found.missing == ("s2", "s3")
    assert found.submissions[0].days == 1


def test_of_several_the_latest_before_the_deadline_counts(course: Path, downloads: Path) -> None:
    times = ["2026-12-01T10:00:00.000Z", ON_TIME, LATE]
    write(downloads, {f"{i}/01-handin-s1.zip": version("s1", at) for i, at in enumerate(times)})
    found = take(course, downloads)
    assert [(one.at, one.counts) for one in found.submissions] == [
        (times[0], False),
        (ON_TIME, True),
        (LATE, False),
    ]
    assert len(tree(course / "collected" / "01" / "s1")) == 3
    longer = COURSE.replace("2026-12-04", "2026-12-06")
    (course / "course.toml").write_text(longer, "utf-8")
    assert collected(read_course(course), "01").counting["s1"].at == LATE


def test_again_and_from_elsewhere_changes_nothing(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1"), "01-handin-s2.zip": b"junk"})
    take(course, downloads)
    before = {path: path.stat() for path in course.rglob("*")}
    done = take(course, downloads)
    assert (done.new, {path: path.stat() for path in course.rglob("*")}) == (0, before)
    assert take(course, course.parent).new == 0  # where the copies themselves are passed over


def test_two_batches_in_any_order_make_the_same_folder(course: Path, downloads: Path) -> None:
    write(downloads, {"a/01-handin-s1.zip": handed("s1"), "b/01-handin-s2.zip": handed("s2")})
    take(course, downloads / "a")
    take(course, downloads / "b")
    first = tree(course)
    (course / "collected").rename(course.parent / "old")
    take(course, downloads / "b")
    take(course, downloads / "a")
    assert tree(course) == first


def test_a_dry_run_writes_nothing(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    before = tree(course)
    done = take(course, downloads, dry_run=True)
    assert (done.new, owners(done)) == (1, [("s1", "typed")])
    assert tree(course) == before


def test_a_refused_file_that_was_put_right_is_settled(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": b"junk"})
    found = take(course, downloads)
    assert not found.is_whole
    assert found.refused[0].student == "s1"
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    found = take(course, downloads)
    assert (len(found.settled), found.is_whole) == (1, True)
    # And broken again it is listed again.
    write(downloads, {"01-handin-s1.zip": b"junk"})
    assert len(take(course, downloads).refused) == 1


@pytest.mark.linux
def test_links_and_pipes_are_not_followed(course: Path, downloads: Path) -> None:
    secret = downloads.parent / "secret.zip"
    secret.write_bytes(handed("s1"))
    (downloads / "01-handin-s1.zip").symlink_to(secret)
    (downloads / "folder").symlink_to(downloads.parent)
    (downloads / "bulk.zip").symlink_to(secret)
    os.mkfifo(downloads / "01-handin-s2.zip")
    os.mkfifo(downloads / "pipe.zip")
    found = take(course, downloads)
    assert owners(found) == []
    assert refused(found) == [
        ("01-handin-s1.zip", "this cannot be read (a link is not followed)"),
        ("01-handin-s2.zip", "this is not a file"),
        ("bulk.zip", "this cannot be read (a link is not followed)"),
        ("pipe.zip", "this is not a file"),
    ]


@pytest.mark.linux
def test_a_name_that_is_no_text_is_told_all_the_same(course: Path, downloads: Path) -> None:
    folder = downloads / os.fsdecode(b"Zo\xeb_102_assignsubmission_file_")
    folder.mkdir()
    (folder / "01-handin-s2.zip").write_bytes(handed("s2"))
    (folder / "01-handin-x.zip").write_bytes(b"junk")
    found = take(course, downloads)
    assert owners(found) == [("s2", "typed")]
    assert found.refused[0].source == r"Zo\udceb_102_assignsubmission_file_/01-handin-x.zip"
    assert take(course, downloads).new == 0


def test_a_copy_that_was_damaged_is_made_again(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    take(course, downloads)
    whole = tree(course)
    (copy,) = (course / "collected" / "01" / "s1").iterdir()
    copy.write_bytes(b"")
    assert take(course, downloads).new == 1
    assert tree(course) == whole


def test_a_copy_that_is_gone_for_good_is_told(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    take(course, downloads)
    (copy,) = (course / "collected" / "01" / "s1").iterdir()
    copy.unlink()
    (downloads / "01-handin-s1.zip").unlink()
    with pytest.raises(CourseError, match=r"\.zip is gone, and it is not in the downloads"):
        take(course, downloads)


def test_an_index_that_somebody_changed_is_told(course: Path, downloads: Path) -> None:
    write(course, {"collected/01/collected.jsonl": b'{"source":"x"}\n'})
    with pytest.raises(CourseError, match=r"collected.jsonl line 1: expected a line that helpkit"):
        take(course, downloads)


def test_downloads_that_are_not_there(course: Path, downloads: Path) -> None:
    with pytest.raises(CourseError, match="gone does not exist; expected a zip, or a folder"):
        take(course, downloads / "gone")


def test_no_course_has_every_exercise(course: Path, downloads: Path) -> None:
    with pytest.raises(CourseError, match="expected"):
        take(course, downloads, "09")


def test_an_empty_course_has_nothing_collected(course: Path) -> None:
    assert collected(read_course(course), "01").missing == ("s1", "s2", "s3")


def test_the_moment_when_it_was_first_seen_is_kept(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    take(course, downloads)
    take(course, downloads, now=NOW + timedelta(days=1))
    take(course, downloads / "01-handin-s1.zip", now=NOW + timedelta(days=2))
    (one,) = read_index(read_course(course), "01")
    assert one.seen == "2026-12-06T00:00:00.000Z"


def test_a_time_after_the_moment_of_collecting_is_strange(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1")})
    found = take(course, downloads, now=NOW - timedelta(days=7))
    assert [one.student for one in found.strange] == ["s1"]
    assert not found.is_whole


def test_a_worksheet_is_kept_and_used_the_next_times(course: Path, downloads: Path) -> None:
    bulk = {MOODLE.format("Deelnemer", number, "h.zip"): handed("x") for number in (8, 9)}
    write(downloads, {"bulk.zip": zipped(bulk)})
    sheet = downloads / "Grades-HLP-Opdracht 1-77.csv"
    sheet.write_bytes(DUTCH.encode("utf-8-sig"))
    assert take(course, downloads).missing == ("s1", "s2", "s3")
    dry = take(course, downloads, worksheet=sheet, dry_run=True)
    assert not (course / "collected" / "01" / "worksheet.csv").exists()
    found = take(course, downloads, worksheet=sheet)
    assert owners(found) == owners(dry) == [("s1", "moodle"), ("s2", "moodle")]
    assert [(one.says, one.at, one.late) for one in found.submissions] == [
        ("moodle", "2026-12-04T13:45:00.000Z", False),
        ("moodle", "2026-12-04T16:01:00.000Z", True),
    ]
    assert (course / "collected" / "01" / "worksheet.csv").read_bytes() == sheet.read_bytes()
    sheet.unlink()
    assert take(course, downloads) == collected(read_course(course), "01") == found
    assert found.participants == {"s1": "8", "s2": "9", "s3": "10"}
    # The worksheet alone is enough to know better.
    newer = downloads / "newer.csv"
    newer.write_bytes(DUTCH.replace("17:01", "17:00").encode())
    done = take(course, None, worksheet=newer)
    assert (done.candidates, done.submissions[1].late) == (0, False)


def test_a_worksheet_that_is_none_changes_nothing(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": handed("s1"), "list.csv": b"a,b\r\n1,2\r\n"})
    for name in ("list.csv", "gone.csv"):
        with pytest.raises(CourseError, match=name):
            take(course, downloads, worksheet=downloads / name)
    assert not (course / "collected").exists()


def old_index(course: Path, *lines: tuple[str, bytes, str]) -> None:
    """What a helpkit wrote that knew nothing of origins and of when it was collected."""
    folder = course / "collected" / "01"
    index = [
        {
            "source": source,
            "sha256": sha256(data).hexdigest(),
            "sender": {"platform": "", "name": "", "number": "", "late": False},
            "student": student,
            "time": {"at": ON_TIME, "says": "events", "made": ON_TIME},
            "refused": "",
        }
        for source, data, student in lines
    ]
    write(
        folder,
        {"collected.jsonl": b"".join(json.dumps(one).encode() + b"\n" for one in index)}
        | {f"{who}/{sha256(data).hexdigest()}.zip": data for _, data, who in lines},
    )


def test_the_index_of_an_older_helpkit_is_read(course: Path, downloads: Path) -> None:
    old_index(course, ("a.zip", version("s1"), "s1"), ("b.zip", version("s1", LATE), "s1"))
    found = collected(read_course(course), "01")
    assert [one.student for one in found.counting.values()] == ["s1"]
    assert found.is_whole  # both are of one journal, which stands in the copies
    assert take(course, downloads).is_whole
    assert all(one.origin for one in read_index(read_course(course), "01"))


def test_two_works_in_an_older_index_are_told_apart(course: Path) -> None:
    old_index(course, ("a.zip", version("s1"), "s1"), ("b.zip", handed("s1"), "s1"))
    assert collected(read_course(course), "01").withheld == {"s1"}


def test_a_decision_about_a_file_that_cannot_be_read(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s1.zip": b""})
    (one,) = take(course, downloads).refused
    decision = f"[[decision]]\nexercise = '01'\nsubmission = '{one.sha256[:8]}'\nleft_out = true"
    (course / "decisions.toml").write_text(f"{decision}\nreason = 'Empty.'\n", "utf-8")
    assert collected(read_course(course), "01").is_whole


def test_a_copy_is_found_when_a_decision_gives_it_to_somebody_else(
    course: Path, downloads: Path
) -> None:
    data = handed("s1")
    write(downloads, {"a.zip": data})
    take(course, downloads)
    seal = sha256(data).hexdigest()
    decision = f"[[decision]]\nexercise = '01'\nsubmission = '{seal[:8]}'\nstudent = 's2'"
    (course / "decisions.toml").write_text(f"{decision}\nreason = 'Hers.'\n", "utf-8")
    read = read_course(course)
    assert read_copy(read, "01", collected(read, "01").counting["s2"]).submission.student == "s1"
    take(course, downloads)
    assert copy_path(read, "01", "s2", seal).read_bytes() == data


@pytest.mark.linux
@pytest.mark.parametrize("run", range(20))
def test_of_two_at_once_one_is_sent_away_and_nothing_is_lost(
    course: Path, downloads: Path, run: int
) -> None:
    for name in ("a", "b"):
        write(downloads, {f"{name}/01-handin-{name}{n}.zip": handed(f"{name}{n}") for n in "123"})
    command = [sys.executable, "-c", RUN_TWO, str(course), str(downloads)]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as first:
        assert first.stdin
        assert first.stdout
        assert first.stdout.readline() == "reading\n"  # it is in the middle
        with pytest.raises(CourseError, match="another helpkit is writing in"):
            take(course, downloads / "b")
        assert take(course, downloads / "b", dry_run=True).new == 3
        first.communicate("\n", timeout=20)
    assert first.returncode == 0
    take(course, downloads / "b")
    assert len(read_index(read_course(course), "01")) == 6
