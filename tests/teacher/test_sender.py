"""Who sent a file: what the platform wrote comes first, and what a student wrote never counts."""

import pytest

from helpkit.teacher.sender import Sender, batch_of, sender_of

MOODLE = "Zoë Jansen_102_assignsubmission_file_"
ZOE = Sender("moodle", "Zoë Jansen", "102")
MAL = Sender("canvas", "mallory", "66")


@pytest.mark.parametrize(
    ("path", "sender"),
    [
        (f"{MOODLE}/01-handin-s2.zip", ZOE),
        (f"{MOODLE}01-handin-s2.zip", ZOE),
        (f"/home/t/bulk/{MOODLE}/a/b.zip", ZOE),
        ("devriesjan_11_901_01-handin-s1.zip", Sender("canvas", "devriesjan", "11")),
        ("devriesjan_LATE_11_901_01-handin-s1.zip", Sender("canvas", "devriesjan", "11", True)),
        ("/x/submitted/s1/ex1/01-handin-s1.zip", Sender("nbgrader", "s1")),
        ("01-handin-s1.zip", Sender()),
        ("submitted/s1/01-handin-s1.zip", Sender()),
        # A student chooses the name of a file, and cannot become somebody else by it.
        (f"{MOODLE}/Jan_101_assignsubmission_file_01-handin-s1.zip", ZOE),
        (f"{MOODLE}Jan_101_assignsubmission_file_01-handin-s1.zip", ZOE),
        (f"{MOODLE}/jan_11_901_01-handin-s1.zip", ZOE),
        ("mallory_66_901_jan_11_902_01-handin-s1.zip", MAL),
        ("mallory_66_901_Jan_101_assignsubmission_file_01-handin-s1.zip", MAL),
        ("submitted/mal/ex1/submitted/s1/ex1/01-handin-s1.zip", Sender("nbgrader", "mal")),
        (f"submitted/mal/ex1/{MOODLE}01-handin-s2.zip", Sender("nbgrader", "mal")),
    ],
)
def test_the_sender(path: str, sender: Sender) -> None:
    assert sender_of(path) == sender


def test_what_came_together() -> None:
    assert batch_of(f"a/{MOODLE}/x.pdf") == batch_of("a/Jan_101_assignsubmission_file_y.zip")
    assert batch_of(f"a/{MOODLE}/x.pdf") != batch_of(f"b/{MOODLE}/x.pdf")
    assert batch_of("submitted/s1/ex1/x.zip") == batch_of("submitted/s2/ex1/y.zip")
    assert batch_of("submitted/s1/ex1/x.zip") != batch_of("submitted/s1/ex2/x.zip")
    assert batch_of("x.zip") == ""
