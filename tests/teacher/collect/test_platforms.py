"""What the platform made of a path says who sent it, and what a student chose never does."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.teacher.collect.platforms import NO_UPLOAD, Upload, uploads
from helpkit.teacher.collect.sender import Sender

ZOE = "Zoë Jansen_102_assignsubmission_file"
JAN = "Jan de Vries_11_assignsubmission_file"
FORMS = {
    "moodle": (
        [f"{ZOE}/01-handin-s2.zip", f"{JAN}/work.zip", f"{JAN[:-4]}onlinetext/onlinetext.html"],
        [Sender("moodle", "Zoë Jansen", "102"), Sender("moodle", "Jan de Vries", "11")],
    ),
    "moodle before 3.9": (
        [f"{ZOE}_/01-handin-s2.zip", f"{JAN}_/a/work.zip"],
        [Sender("moodle", "Zoë Jansen", "102"), Sender("moodle", "Jan de Vries", "11")],
    ),
    "moodle without folders": (
        [f"{ZOE}_01-handin-s2.zip", f"{JAN}_work.zip"],
        [Sender("moodle", "Zoë Jansen", "102"), Sender("moodle", "Jan de Vries", "11")],
    ),
    "moodle by groups": (
        [
            f"Group A-{ZOE}/x.zip",
            f"Group A-{JAN}/x.zip",
            "B-Anne-Marie Bos_3_assignsubmission_file/x.zip",
        ],
        [
            Sender("moodle", "Group A-Zoë Jansen", "102", group="Group A"),
            Sender("moodle", "Group A-Jan de Vries", "11", group="Group A"),
            Sender("moodle", "B-Anne-Marie Bos", "3", group="B"),
        ],
    ),
    "moodle without names": (
        ["Deelnemer_11_assignsubmission_file/x.zip", "Deelnemer_12_assignsubmission_file/x.zip"],
        [Sender("moodle", "", "11"), Sender("moodle", "", "12")],
    ),
    "canvas": (
        ["jansenzoe_22_678_01-handin-s2-1.zip", "de_vriesjan_LATE_11_679_01-handin-s1.zip"],
        [Sender("canvas", "jansenzoe", "22"), Sender("canvas", "de_vriesjan", "11", True)],
    ),
    "canvas without names": (
        ["anon_X1y_678_01-handin-s2.zip", "LATE_anon_Z2w_679_01-handin-s1.zip"],
        [Sender("canvas", "", "anon_X1y"), Sender("canvas", "", "anon_Z2w", True)],
    ),
    "brightspace": (
        [
            "123456-789012 - Jan de Vries - 24 October 2026 1530/x.zip",
            "123457-789012 - Mary-Ann Smith - Oct 24, 2026 354 PM/x.zip",
            "index.html",
        ],
        [
            Sender("brightspace", "Jan de Vries", "123456"),
            Sender("brightspace", "Mary-Ann Smith", "123457"),
        ],
    ),
    "brightspace without folders": (
        [
            "57006-96739 - Erik Dengler - May 6, 2020 231 PM - Lab - One.zip",
            "58278-96739 - Wes-ley Ng - 13 mei 2020 1056 - lab1.zip",
        ],
        [
            Sender("brightspace", "Erik Dengler", "57006"),
            Sender("brightspace", "Wes-ley Ng", "58278"),
        ],
    ),
    "blackboard": (
        [
            "Exercise 1_s1_attempt_2026-10-24-15-30-05_01-handin-s1.zip",
            "Exercise 1_u_2_attempt_2026-10-24-15-31-05_work.zip",
            "Exercise 1_s1_attempt_2026-10-24-15-30-05.txt",
        ],
        [Sender("blackboard", login="s1"), Sender("blackboard", login="u_2")],
    ),
    "blackboard in Dutch": (
        [
            "Opdracht 1_jan@school.nl_poging_2026-10-24-15-30-05_x.zip",
            "Opdracht 1_zoe@school.nl_poging_2026-10-24-15-31-05_x.zip",
        ],
        [Sender("blackboard", login="jan@school.nl"), Sender("blackboard", login="zoe@school.nl")],
    ),
    "teams": (
        [
            "Student Work/Submitted files/Jan de Vries/Exercise 1/Version 1/x.zip",
            "Student Work/Submitted files/Zoë Jansen/Exercise 1/Version 2/y.zip",
        ],
        [Sender("teams", "Jan de Vries"), Sender("teams", "Zoë Jansen")],
    ),
    "teams, working files": (
        ["Working files/Jan de Vries/Exercise 1/x.zip"],
        [Sender("teams", "Jan de Vries")],
    ),
    "nbgrader": (
        ["submitted/s1/ps01/x.zip", "submitted/s2/ps01/hand-in/y.zip"],
        [Sender("nbgrader", "s1"), Sender("nbgrader", "s2")],
    ),
}  # fmt: skip


def of(*paths: str, whole: bool = False) -> list[Sender]:
    by_path = uploads(paths, whole=whole)
    return [by_path.get(path, NO_UPLOAD).sender for path in paths]


@pytest.mark.parametrize("whole", [True, False], ids=["in a zip", "on the disk"])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_a_platform(form: str, whole: bool) -> None:
    paths, expected = FORMS[form]
    places = paths if whole else [f"/home/t/Downloads/week 1/{path}" for path in paths]
    assert of(*places, whole=whole)[: len(expected)] == expected


@pytest.mark.parametrize(
    "path",
    [
        "jan_1_2_01-handin-s2.zip",
        f"{ZOE}_01-handin-s2.zip",
        "Ex_s1_attempt_2026-10-24-15-30-05_01-handin-s1.zip",
        "1-2 - Jan - Oct 24, 2026 354 PM - 01-handin-s1.zip",
        "Jan de Vries - 01-handin-s1.zip",  # as in a folder of Google Classroom
        "submitted/s1/01-handin-s1.zip",
        "01-handin-s1.zip",
    ],
)
def test_one_file_that_looks_like_it_is_nobodys_word(path: str) -> None:
    assert of(path) == of(path, whole=True) == [Sender()]
    assert of("01-handin-s1.zip", path, "01-handin-s3.zip", whole=True) == [Sender()] * 3


def test_the_zips_of_blackboard_are_not_of_canvas() -> None:
    assert of("gradebook_2026_1_PSY101_a.zip", "jan_2_3_x.zip") == [Sender()] * 2


@pytest.mark.parametrize("name", ["jan_11", "jan_late_11", "jan_11_611", "11", "jan_11_611_01"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_name_with_numbers_is_nobody_elses_number(name: str, whole: bool) -> None:
    """Who may choose a name in Canvas may choose `Jan_11`, and 11 is Jan's number."""
    jan, eva = of("jan_11_611_01-handin-s1.zip", f"{name}_22_622_01-handin-s2.zip", whole=whole)
    assert jan == Sender("canvas", "jan", "11")
    assert eva.number != "11"


def test_what_else_is_on_the_disk_does_not_hide_a_platform() -> None:
    canvas, moodle = FORMS["canvas"][0], FORMS["moodle"][0][:2]
    photos = [f"photos {i}.zip" for i in range(9)]
    others = [f"week 2/01-handin-s{i}.zip" for i in range(9)]
    by_path = of(*canvas, *moodle, *photos, *others)
    assert by_path[:4] == [*FORMS["canvas"][1], *FORMS["moodle"][1]]
    assert by_path[4:] == [Sender()] * 18


def test_two_among_many_on_the_disk_are_nobodys_word() -> None:
    others = [f"01-handin-s{i}.zip" for i in range(9)]
    assert of("jan_1_2_01-handin-s1.zip", "zoe_3_4_01-handin-s2.zip", *others) == [Sender()] * 11


def test_names_with_capitals_are_not_of_canvas() -> None:
    assert of("Jan_1_2_a.zip", "Zoe_2_3_b.zip") == [Sender()] * 2


@pytest.mark.parametrize(
    "own",
    [
        "Jan_101_assignsubmission_file_01-handin-s1.zip",
        "Jan_101_assignsubmission_file/01-handin-s1.zip",
        "jan_11_901_01-handin-s1.zip",
        "submitted/s1/ex1/01-handin-s1.zip",
        "1-2 - Jan - Oct 24, 2026 354 PM/01-handin-s1.zip",
        "Submitted files/Jan/ex1/Version 1/01-handin-s1.zip",
    ],
)
@pytest.mark.parametrize("form", ["moodle", "canvas", "brightspace", "blackboard", "nbgrader"])
def test_what_a_student_calls_it_makes_nobody_else_of_them(form: str, own: str) -> None:
    (first, second, *_), (_, mallory, *_) = FORMS[form]
    forged = f"{second[: second.rindex('/') + 1]}{own}" if "/" in second else second + own
    assert of(first, forged)[1] == mallory
    assert of(first, forged, whole=True)[1] == mallory


def test_a_folder_in_a_zip_of_an_unknown_platform_is_no_platform() -> None:
    others = [f"{name}/01-handin-{name}.zip" for name in ("jan", "zoe", "kim")]
    forged = f"mallory/{ZOE}/01-handin-s2.zip"
    assert of(*others, forged, whole=True) == [Sender()] * 4


@pytest.mark.parametrize("above", ["/t/submitted/week1/moodle", "/t/submitted", "/submitted/a/b/c"])
def test_a_folder_called_submitted_does_not_hide_moodle(above: str) -> None:
    assert of(f"{above}/{ZOE}/x.zip", f"{above}/{JAN}/y.zip") == FORMS["moodle"][1]


def test_a_student_of_nbgrader_does_not_pass_for_a_class_of_moodle() -> None:
    mine = "/t/submitted/mal/ps01"
    forged = [f"{mine}/{ZOE}/x.zip", f"{mine}/{JAN}/y.zip"]
    assert of(*forged, f"{mine}/ps01.ipynb")[:2] == [Sender("nbgrader", "mal")] * 2
    assert of(forged[0]) == [Sender("nbgrader", "mal")]
    others = [f"/t/submitted/s{i}/ps01/x.zip" for i in range(3)]
    assert of(*forged, *others)[:2] == [Sender("nbgrader", "mal")] * 2


def test_what_came_together() -> None:
    paths = [f"a/{ZOE}/x.pdf", f"a/{ZOE}/x.zip", f"a/{JAN}/y.zip", f"b/{JAN}/x.zip"]
    first, again, same, other = (uploads(paths)[path].batch for path in paths)
    assert first == again == same != other
    works = [f"submitted/s{i}/ex{i % 2}/x.zip" for i in range(3)]
    upload, another, third = (uploads(works)[path].batch for path in works)
    assert upload == third != another


@pytest.mark.parametrize(
    ("at", "stamp"),
    [
        ("24 October 2026 1530", "2026-10-24T15:30:00"),
        ("24 oktober 2026 905", "2026-10-24T09:05:00"),
        ("Oct 24, 2026 1254 AM", "2026-10-24T00:54:00"),
        ("Oct 24, 2026 1201 PM", "2026-10-24T12:01:00"),
        ("31 February 2026 1201", ""),
        ("24 nobodysmonth 2026 1201", ""),
    ],
)
def test_the_time_that_brightspace_gives(at: str, stamp: str) -> None:
    path = f"1-2 - Jan - {at}/x.zip"
    sender = Sender("brightspace", "Jan", "1")
    assert uploads([path])[path] == Upload(sender, "brightspace:/", "x.zip", stamp)


def test_the_time_that_blackboard_gives() -> None:
    paths = FORMS["blackboard"][0]
    by_path = uploads(paths)
    assert by_path[paths[0]].stamp == "2026-10-24T15:30:05"
    assert by_path[paths[2]].own == ".txt"


NAMES = st.text("aA_1- /.,", max_size=40) | st.sampled_from([ZOE, "submitted", "jan_1_2_", ".zip"])


@given(st.lists(st.lists(NAMES, max_size=6).map("".join), max_size=6), st.booleans())
def test_any_path_is_looked_at(paths: list[str], whole: bool) -> None:
    by_path = uploads(paths, whole=whole)
    assert {*by_path} <= {*paths}
    assert all(
        path.endswith(upload.own) and upload.sender.platform for path, upload in by_path.items()
    )


@pytest.mark.parametrize(
    "part", ["_1", "a_", "1-1 - ", "a_1_1_", "/submitted", "1 a 2026 ", "A - 1"]
)
def test_a_long_path_costs_little(part: str) -> None:
    start = perf_counter()
    uploads([part * 160, part * 10_000])
    assert perf_counter() - start < 2


def test_a_file_called_like_an_attempt_says_nothing() -> None:
    """Blackboard's part comes first, and the student's after it."""
    own = "x_s1_attempt_2026-11-01-10-00-00_01-handin-s2.zip"
    paths = [f"Exercise 1_s{n}_attempt_2026-11-2{n}-10-00-05_" for n in (1, 2)]
    by_path = uploads([f"{paths[0]}01-handin-s1.zip", paths[1] + own], whole=True)
    sent = by_path[paths[1] + own]
    assert (sent.sender.login, sent.own, sent.stamp) == ("s2", own, "2026-11-22T10:00:05")


@pytest.mark.parametrize(
    "before",
    ["x_9001_5_9002_678_", "x_9001_5_LATE_9002_678_", "jan_9001_5_y_9002_678_"],
)
def test_a_name_with_numbers_is_nobodys_account_at_canvas(before: str) -> None:
    """People can change their names there, and call their files what they like."""
    path = f"{before}01-handin-s1.zip"
    others = [f"vriesjan_{number}_67{number}_01-handin-x.zip" for number in range(9)]
    by_path = uploads([path, *others], whole=True)
    assert (by_path[path].sender.platform, by_path[path].sender.name) == ("canvas", "")
    assert by_path[path].sender.number not in ("9001", "9002")
    assert by_path[path].sender.late == ("LATE" in before)
    assert {by_path[upload].sender.number for upload in others} == {*map(str, range(9))}


def test_a_zip_among_submissions_is_no_platform() -> None:
    """Anybody can make a zip with such a folder in it."""
    paths = ["submitted/s1/01-what-is-help/01-handin-s1.zip"]
    assert uploads(paths, whole=True, beside=0)
    assert not uploads(paths, whole=True, beside=1)
    paths += ["submitted/s2/01-what-is-help/01-handin-s2.zip"]
    assert uploads(paths, whole=True, beside=1)
