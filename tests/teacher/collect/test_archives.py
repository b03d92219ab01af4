"""No zip costs out of proportion, whatever is in it and however deep."""

import random
from pathlib import Path

import pytest

from helpkit.exercises.submission.archive import MAX_ZIP
from helpkit.teacher.collect.archives import allowance_for
from helpkit.teacher.collect.downloads import found_in
from helpkit.teacher.collect.submission import Submission
from tests.exercises.submission.test_archive import many, shared
from tests.teacher.samples import handed, zipped

JAN = "Jan de Vries_11_assignsubmission_file"


def candidates(folder: Path, **files: bytes) -> list[Submission]:
    for name, data in files.items():
        (folder / f"{name}.zip").write_bytes(data)
    return [*found_in(folder, "01")]


def inflated(submissions: list[Submission]) -> int:
    return sum(len(submission.data) for submission in submissions)


def squeezed(count: int) -> bytes:
    """Files that are just not compressed too much, and a lot of them."""
    rng = random.Random(1)
    data = (rng.randbytes(70_000) + bytes(MAX_ZIP - 70_000 - 1)) if count else b""
    return zipped({f"{i}/01-handin-s{i}.zip": data for i in range(count)}, 8)


def test_five_thousand_entries_over_the_same_bytes_are_one_line(tmp_path: Path) -> None:
    (first,) = candidates(tmp_path, bulk=shared(5000, 5_000_000))
    assert first.refused == "the zip holds 01-handin-0000.zip, which overlaps another file"
    assert not first.data


@pytest.mark.parametrize("name", ["01-handin-s1.zip", "work.zip", "a/b.zip"])
@pytest.mark.parametrize("platform", [JAN, "Jan"])
def test_nor_do_they_cost_more_inside_another_zip(tmp_path: Path, platform: str, name: str) -> None:
    bulk = {f"{platform}/{name}": shared(1000, 5_000_000), "Zoë/01-handin-s2.zip": handed("s2")}
    first, *others = candidates(tmp_path, bulk=zipped(bulk))
    assert inflated([first, *others]) < 200_000
    assert len(others) == 1


def test_many_files_in_a_students_zip_are_not_opened(tmp_path: Path) -> None:
    zips = {name: many(600, handed("s1")) for name in ("a", "b")}
    bulk = {f"{JAN}/01-handin-s1.zip": zips["a"], f"{JAN}/work.zip": zips["b"]}
    lines = candidates(tmp_path, bulk=zipped(bulk))
    assert [len(first.data) for first in lines] == [len(first) for first in zips.values()]


def test_a_long_list_in_a_strangers_zip_is_not_read(tmp_path: Path) -> None:
    bulk = {"Jan/01-handin-s1.zip": handed("s1"), "Mallory/work.zip": many(2000)}
    _, line = candidates(tmp_path, bulk=zipped(bulk))
    assert "its list of files takes more than" in line.refused


def test_what_comes_out_of_a_zip_is_bounded(tmp_path: Path) -> None:
    data = squeezed(40)
    lines = candidates(tmp_path, bulk=data)
    assert inflated(lines) <= allowance_for(len(data)).left
    assert len(lines) == 40
    assert any("not read on" in first.refused for first in lines)


def test_a_large_zip_in_a_zip_is_told(tmp_path: Path) -> None:
    bulk = zipped({"inner.zip": zipped({f"{JAN}/01-handin-s1.zip": bytes(33 * 1024 * 1024)})})
    (first,) = candidates(tmp_path, bulk=bulk)
    assert first.refused.startswith("a zip of 34")
    assert first.refused.endswith("in a zip; unpack the outer one first")


def test_a_class_of_ten_thousand(tmp_path: Path) -> None:
    """The zip of a class may be large."""
    name = (
        "A name as long as names of students can be in {}_{}_assignsubmission_file/01-handin-{}.zip"
    )
    bulk = zipped({name.format(i, i, i): b"x" for i in range(10_000)})
    lines = candidates(tmp_path, bulk=bulk)
    assert len({first.sender.number for first in lines}) == 10_000
