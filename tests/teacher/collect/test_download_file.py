"""What the name of a file says, and which files nobody handed in."""

import pytest

from helpkit.teacher.collect.download_file import is_junk, is_zip, typed_in


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("x/01-handin-s1.zip", ("01", "s1")),
        ("01-HANDIN-s1 (2).ZIP", ("01", "s1")),
        ("Jan de Vries - 01-handin-s1.zip", ("01", "s1")),
        ("101-handin-s1.zip", None),
        ("01-handin-s1.pdf", None),
        ("9" * 5000 + "01-handin-s1.zip", None),
    ],
)
def test_what_the_name_of_a_file_says(name: str, typed: tuple[str, str] | None) -> None:
    assert typed_in(name) == typed


@pytest.mark.parametrize("path", ["__MACOSX/a/b.zip", "a/._01-handin-s1.zip", "a/.DS_Store", ""])
def test_what_a_computer_adds_is_junk(path: str) -> None:
    assert is_junk(path)


@pytest.mark.parametrize("path", [".01-handin-s1.zip", "a/b.ZIP", "hidden/.x.zip"])
def test_what_only_looks_hidden_is_none(path: str) -> None:
    assert is_zip(path)
    assert not is_junk(path)
