"""What a stranger's zip may cost is known before any of it is read."""

import struct
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest

from helpkit.errors import HandInError
from helpkit.exercises.submission import archive as parcel
from helpkit.exercises.submission.archive import Allowance
from tests.teacher.hostile import members
from tests.teacher.samples import unzipped, zipped


class Counted(BytesIO):
    """A file that knows how much was read of it."""

    total = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.total += len(data)
        return data


def many(count: int, data: bytes = b"x") -> bytes:
    return zipped({f"{number}-01-handin-s.zip": data for number in range(count)})


def shared(count: int, size: int) -> bytes:
    """Many entries of the list lead to the same bytes."""
    alone = zipped({"01-handin-0000.zip": b"\0" * size}, zipfile.ZIP_DEFLATED)
    start = alone.find(b"PK\1\2")
    body, entry = alone[:start], alone[start : alone.rfind(b"PK\5\6")]
    entries = b"".join(entry.replace(b"0000", b"%04d" % number) for number in range(count))
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entries), len(body), 0)
    return body + entries + end


def test_a_long_list_is_not_read() -> None:
    file = Counted(many(3000))
    with pytest.raises(HandInError, match="its list of files takes more than 73728 bytes"):
        parcel.opened(file)
    assert file.total < 200_000
    assert len(parcel.opened(file, parcel.MAX_BULK_LIST).namelist()) == 3000


def test_a_list_that_tells_another_length_is_not_read_either() -> None:
    data = bytearray(many(3000))
    end = data.rfind(b"PK\5\6")
    data[end + 8 : end + 12] = struct.pack("<HH", 1, 1)
    with pytest.raises(HandInError, match="its list of files takes more than"):
        parcel.opened(BytesIO(bytes(data)))


def test_files_that_share_bytes_are_told_without_reading_them() -> None:
    file = Counted(shared(1000, 4_000_000))
    archive = parcel.opened(file, parcel.MAX_BULK_LIST)
    so_far = file.total
    with pytest.raises(HandInError, match="overlaps another file"):
        parcel.check_apart(archive)
    assert file.total == so_far


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_honest_files_are_apart(method: int) -> None:
    data = zipped({"a": b"1" * 1000, "b/": b"", "b/c": b"", "d": b"x"}, method)
    parcel.check_apart(parcel.opened(BytesIO(b"in front" + data)))


def test_an_allowance_is_for_all_together() -> None:
    archive, allowance = parcel.opened(BytesIO(many(3, b"x" * 10))), Allowance(25)
    first, second, third = archive.infolist()
    parcel.contents(archive, first, allowance=allowance)
    parcel.contents(archive, second, allowance=allowance)
    with pytest.raises(HandInError, match="not read on"):
        parcel.contents(archive, third, allowance=allowance)
    assert (allowance.left, allowance.opened) == (5, 2)


@pytest.mark.parametrize(
    ("method", "reason"),
    [
        (zipfile.ZIP_LZMA, "compressed in an unknown way"),
        (zipfile.ZIP_BZIP2, "compressed in an unknown way"),
        (zipfile.ZIP_DEFLATED, "compressed more than 100 times"),
    ],
)
def test_what_costs_too_much_is_not_opened(method: int, reason: str) -> None:
    archive = parcel.opened(BytesIO(zipped({"a": b"\0" * 1_000_000}, method)))
    allowance = Allowance(10**9)
    with pytest.raises(HandInError, match=reason):
        parcel.contents(archive, archive.infolist()[0], allowance=allowance)
    assert allowance.opened == 0


def test_backslashes_are_read_and_lead_nowhere() -> None:
    data = zipped({"a\\hand_in.json": b"1", "a\\events.jsonl": b"2"})
    expected = {"hand_in.json": b"1", "events.jsonl": b"2"}
    assert parcel.unpacked(data, [*expected]) == expected
    for path in ("..\\evil", "\\evil", "C:\\evil", "a\\..\\..\\evil"):
        with pytest.raises(HandInError, match="a path that leads out of it"):
            parcel.unpacked(members((path, b"x")), [*expected])


def test_packed_bytes_are_always_the_same() -> None:
    contents = {"hand_in.json": b"{}", "events.jsonl": b"x"}
    data = parcel.packed(contents)
    assert unzipped(data) == contents
    assert sha256(data).hexdigest()[:16] == sha256(parcel.packed(contents)).hexdigest()[:16]
    assert data[10:14] == b"\x00\x00\x21\x00"  # the first of January 1980
