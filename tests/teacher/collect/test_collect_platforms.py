"""Whatever a platform or a student makes of it, a submission is collected for whom it is."""

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import collected
from helpkit.teacher.course.course import read_course
from tests.teacher.collect.downloads_folder import owners, refused, take, unmatched, write
from tests.teacher.samples import (
    LATE,
    ON_TIME,
    handed,
    tree,
    unzipped,
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
    collection = take(course, downloads)
    assert owners(collection) == [("s1", "canvas"), ("s2", "canvas"), ("s3", "canvas")]
    assert [(each.late, each.says) for each in collection.submissions] == [
        (False, "canvas"),
        (True, "canvas"),
        (False, "canvas"),
    ]
    assert refused(collection) == [
        (
            "submissions.zip/devriesjan_11_904_report.pdf",
            "this is not a readable zip (File is not a zip file)",
        )
    ]
    assert [each.student for each in collection.refused] == ["s1"]


def test_a_folder_of_nbgrader_with_its_own_times(course: Path, downloads: Path) -> None:
    for student, stamp in (("s1", "2026-12-04 15:59:59 UTC"), ("s2", "2026-12-04 16:00:01 UTC")):
        place = f"submitted/{student}/ex1"
        write(downloads, {f"{place}/01-handin-x.zip": handed("whoever", LATE)})
        write(downloads, {f"{place}/timestamp.txt": stamp.encode(), f"{place}/ex.ipynb": b"{}"})
    collection = take(course, downloads)
    assert owners(collection) == [("s1", "nbgrader"), ("s2", "nbgrader")]
    assert [(each.at, each.says, each.late) for each in collection.submissions] == [
        ("2026-12-04T15:59:59.000Z", "nbgrader", False),
        ("2026-12-04T16:00:01.000Z", "nbgrader", True),
    ]
    assert owners(take(course, downloads / "submitted")) == owners(collection)


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
    collection = collect(read_course(course), "01", downloads)
    counts = collection.counting["s1"]
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
    collection = take(course, downloads)
    assert owners(collection) == [("s1", "typed"), ("s2", "typed"), ("s3", "typed")]
    each = take(course, downloads / "from zoë.zip")
    assert (each.new, owners(each)) == (0, owners(collection))


def test_the_file_name_helps_when_the_id_was_mistyped(course: Path, downloads: Path) -> None:
    write(downloads, {"01-handin-s2.zip": handed("s22")})
    assert owners(take(course, downloads)) == [("s2", "file name")]


def test_who_cannot_be_matched_is_listed_and_kept(course: Path, downloads: Path) -> None:
    bulk = {MOODLE.format("Kim", 104, "01-handin-x.zip"): handed("x")}
    write(downloads, {"moodle.zip": zipped(bulk)})
    done = take(course, downloads)
    (each,) = done.unmatched
    why = "typed x, moodle says Kim (104): no student on the roster has this id, name or number"
    assert unmatched(done) == [(each.source, why)]
    assert done.missing == ("s1", "s2", "s3")
    copies = course / "collected" / "01"
    assert (copies / "_unmatched" / f"{each.sha256}.zip").is_file()
    # The teacher adds the number to the roster, and the downloads need not be there any more.
    roster = (course / "roster.csv").read_text("utf-8")
    (course / "roster.csv").write_text(roster.replace("Zoë Jansen,", "Zoë Jansen,104"), "utf-8")
    empty = downloads / "empty"
    empty.mkdir()
    assert owners(take(course, empty)) == [("s2", "moodle")]
    assert {*tree(copies)} == {"collected.jsonl", f"s2/{each.sha256}.zip"}


def test_a_worksheet_is_kept_and_used_the_next_times(course: Path, downloads: Path) -> None:
    bulk = {MOODLE.format("Deelnemer", number, "h.zip"): handed("x") for number in (8, 9)}
    write(downloads, {"bulk.zip": zipped(bulk)})
    sheet = downloads / "Grades-HLP-Opdracht 1-77.csv"
    sheet.write_bytes(DUTCH.encode("utf-8-sig"))
    assert take(course, downloads).missing == ("s1", "s2", "s3")
    dry = take(course, downloads, worksheet=sheet, dry_run=True)
    assert not (course / "collected" / "01" / "worksheet.csv").exists()
    collection = take(course, downloads, worksheet=sheet)
    assert owners(collection) == owners(dry) == [("s1", "moodle"), ("s2", "moodle")]
    assert [(each.says, each.at, each.late) for each in collection.submissions] == [
        ("moodle", "2026-12-04T13:45:00.000Z", False),
        ("moodle", "2026-12-04T16:01:00.000Z", True),
    ]
    assert (course / "collected" / "01" / "worksheet.csv").read_bytes() == sheet.read_bytes()
    sheet.unlink()
    assert take(course, downloads) == collected(read_course(course), "01") == collection
    assert collection.participants == {"s1": "8", "s2": "9", "s3": "10"}
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
