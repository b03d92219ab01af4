"""Each file of a list is taken at most once, and no submission in it is passed over."""

from dataclasses import dataclass
from io import BytesIO
from typing import IO

from hypothesis import given
from hypothesis import strategies as st

from helpkit.teacher.collect.candidates import Listing, candidates
from helpkit.teacher.collect.platforms import uploads
from tests.teacher.samples import handed, unzipped, zipped

GOOD = handed("s1")
PAIR = unzipped(GOOD)
FOLDERS = ["", "a/", "Jan_11_assignsubmission_file/", "submitted/s1/ps01/", "01-handin-s1/"]
FILES = {
    "01-handin-s1.zip": GOOD,
    "jan_11_12_01-handin-s1.zip": GOOD,
    "02-handin-s1.zip": handed("s1", exercise="02"),
    "work.zip": GOOD,
    "packed.zip": zipped({"01-handin-s1.zip": GOOD}),
    "bulk.zip": zipped({"Jan/01-handin-s1.zip": GOOD, "Zoë/x.zip": GOOD}),
    "broken.zip": b"x",
    "essay.pdf": b"x",
    "timestamp.txt": b"x",
    **PAIR,
}


@dataclass(frozen=True)
class InMemory:
    """A file in a list."""

    path: str
    data: bytes

    @property
    def source(self) -> str:
        return self.path

    @property
    def size(self) -> int:
        return len(self.data)

    def read(self, most: int) -> bytes:
        return self.data[: most + 1]

    def open(self) -> IO[bytes]:
        return BytesIO(self.data)


PATHS = st.builds(str.__add__, st.sampled_from(FOLDERS), st.sampled_from([*FILES]))


@given(st.lists(PATHS, unique=True, max_size=8), st.integers(0, 2))
def test_no_submission_is_passed_over_and_none_is_taken_twice(paths: list[str], depth: int) -> None:
    entries = [InMemory(path, FILES[path.rpartition("/")[2]]) for path in paths]
    sent = uploads(paths, whole=depth > 0)
    submissions = [*candidates(Listing(entries, "01", sent, depth))]
    sources = [submission.source for submission in submissions]
    assert len(sources) == len({*sources})
    for path in paths:
        if path.endswith("01-handin-s1.zip"):
            assert path in sources
        folder, _, name = path.rpartition("/")
        if name == "events.jsonl" and f"{folder}/hand_in.json".lstrip("/") in paths:
            about = f"{folder}/hand_in.json".lstrip("/")
            assert [
                submission.data for submission in submissions if submission.source == about
            ] == [GOOD]


def test_an_empty_list_has_none() -> None:
    assert [*candidates(Listing((), "01", {}))] == []
