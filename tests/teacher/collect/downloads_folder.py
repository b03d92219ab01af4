"""A teacher with a folder of downloads, who collects."""

from pathlib import Path
from typing import Any

from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import Collection
from helpkit.teacher.course.course import read_course
from tests.teacher.samples import (
    NOW,
)


def take(root: Path, downloads: Path | None, exercise: str = "01", **options: Any) -> Collection:
    """Collect, some days after the deadline."""
    options = {"now": NOW, **options}
    return collect(read_course(root), exercise, downloads, **options)


def owners(collection: Collection) -> list[tuple[str, str]]:
    """Whose the submissions are, and how that is known."""
    return [(each.student, each.by) for each in collection.submissions]


def unmatched(collection: Collection) -> list[tuple[str, str]]:
    """What is nobody's, with the reason."""
    return [(each.source, each.by) for each in collection.unmatched]


def refused(collection: Collection) -> list[tuple[str, str]]:
    """What was refused, with the reason."""
    return [(each.source, each.refused) for each in collection.refused]


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put these files in a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
