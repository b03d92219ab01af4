"""A student as a platform names them."""

from helpkit.teacher.collect.sender import MOODLE, Sender


def test_the_name_without_the_group_that_stands_before_it() -> None:
    assert Sender(MOODLE, "Group A-Anne-Marie Bos", "7", group="Group A").names == (
        "Group A-Anne-Marie Bos",
        "Anne-Marie Bos",
        "Marie Bos",
    )


def test_a_double_name_is_one_name() -> None:
    assert Sender(MOODLE, "Anne-Marie Bos", "7").names == ("Anne-Marie Bos",)
    assert Sender().names == ("",)
