"""What students read about points is what the key gives: the rows of any sheet add up to it."""

from pathlib import Path

import pytest

from tests.exercises.samples import exercise, graded, parts


@pytest.mark.parametrize(("folder", "name"), parts())
@pytest.mark.parametrize("student", ["s1", "s2", "Zoë", "2718281"])
def test_the_points_of_a_part_are_those_of_its_rows(folder: Path, name: str, student: str) -> None:
    rows = [row for row in graded(folder, {}, student) if row.part == name]
    assert sum(row.of for row in rows) == exercise(folder).parts[name].points
