"""Disks that fail: full, read-only, limited. Real ones."""

from pathlib import Path

import pytest

from tests.journal.conftest import RunChild

pytestmark = pytest.mark.linux


def test_a_full_disk_holds_the_answers_and_writes_them_once(run_on_small_disk: RunChild) -> None:
    seen = run_on_small_disk("full_disk.py")
    everything = list(range(seen["last"] + 1))
    assert [notice for _, notice in seen["said"]] == ["disk-full"] * 3
    assert seen["held"] == 3
    assert seen["state while full"] == everything[:-1]
    assert seen["saved with room"]
    assert seen["held with room"] == 0
    assert seen["read"] == everything
    assert seen["lines"] == len(everything)
    assert seen["notices"] == ["torn-lines"]  # the first failure was a short write


def test_a_read_only_folder_is_told_at_once_and_the_learner_goes_on(
    run_on_small_disk: RunChild,
) -> None:
    seen = run_on_small_disk("read_only.py")
    assert seen["at once"] == ["read-only"]
    assert seen["said"] == ["read-only", "read-only"]
    assert seen["state"] == {"i0": 0, "i1": 1, "i2": 2}
    assert seen["on disk"] == [0]
    assert seen["read"] == [0, 1, 2, 3]
    assert seen["same course"]


def test_a_short_write_at_any_byte_loses_and_doubles_nothing(
    run_child: RunChild, tmp_path: Path
) -> None:
    cuts = run_child("short_writes.py", tmp_path)
    assert len(cuts) > 100
    for cut, seen in enumerate(cuts):
        assert seen == {
            "said": ["disk-full", "disk-full", ""],
            "written": cut,
            "while failing": [0, 1, 2],
            "read": [0, 1, 2, 3],
        }, cut
