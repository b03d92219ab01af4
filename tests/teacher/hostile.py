"""Hand-ins that nobody makes in good faith: by hand, each with what must be said, and by chance."""

import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any, Final

from helpkit.journal.strict_json import json_line
from tests.journal.samples import raw
from tests.teacher.samples import handed, unzipped, zipped

GOOD: Final = handed("s2")
ABOUT: Final = unzipped(GOOD)["hand_in.json"]
EVENTS: Final = unzipped(GOOD)["events.jsonl"]


def sealed(lines: bytes = EVENTS, **changes: Any) -> bytes:
    """A hand-in with these lines and changes whose hash is right, as anybody can make it."""
    about = {**json.loads(ABOUT), **changes}
    del about["sha256"]
    seal = sha256(json_line(dict(sorted(about.items()))) + b"\n" + lines).hexdigest()
    return zipped(
        {"hand_in.json": json.dumps({**about, "sha256": seal}).encode(), "events.jsonl": lines}
    )


def line(**fields: Any) -> bytes:
    """A hand-in with one line that nobody has checked."""
    return sealed(raw(**{"lesson": "exercise-01", **fields}) + b"\n")


def text(value: str) -> bytes:
    """A hand-in whose one value is this JSON."""
    return sealed(line_of(value.encode()))


def line_of(value: bytes) -> bytes:
    return raw(lesson="exercise-01", value="HERE").replace(b'"HERE"', value) + b"\n"


def about(data: bytes) -> bytes:
    return zipped({"hand_in.json": data, "events.jsonl": EVENTS})


def members(*extra: tuple[str, bytes], mode: int = 0o100644, good: bool = True) -> bytes:
    """An honest hand-in with more in it."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [*(unzipped(GOOD).items() if good else ()), *extra]:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16 if (name, data) in extra else 0o100644 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def same_name() -> bytes:
    """Two files called events.jsonl; written without the module's warning."""
    return members(("events.jsonX", EVENTS)).replace(b"events.jsonX", b"events.jsonl")


def overlapping() -> bytes:
    """Both entries of the directory lead to the same bytes."""
    data = bytearray(zipped({"events.jsonl": b"x", "hand_in.json": b"x"}))
    second = data.rfind(b"PK\1\2")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    return bytes(data)


def told_size(size: int) -> bytes:
    """A zip that tells another size than it has."""
    data = bytearray(zipped({"events.jsonl": b"0" * 1000, "hand_in.json": b"x"}, 8))
    first = data.find(b"PK\1\2")
    data[first + 24 : first + 28] = struct.pack("<I", size)
    return bytes(data)


def flagged(offset: int, value: int) -> bytes:
    """An honest hand-in with one field of the directory changed."""
    data = bytearray(GOOD)
    first = data.find(b"PK\1\2")
    data[first + offset : first + offset + 2] = struct.pack("<H", value)
    return bytes(data)


def bomb() -> bytes:
    """Some hundred kilobytes that would become a hundred megabytes."""
    return zipped({"events.jsonl": b"0" * 100_000_000, "hand_in.json": b"{}"}, 8)


def quine() -> bytes:
    return members(("inner.zip", GOOD))


DEEP: Final = b"[" * 30_000 + b"]" * 30_000
BY_HAND: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "empty": (lambda: b"", "this is not a readable zip (File is not a zip file)"),
    "not a zip": (
        lambda: b"%PDF-1.7",
        "this is not a readable zip (File is not a zip file)",
    ),
    "cut off": (lambda: GOOD[:-30], "this is not a readable zip (File is not a zip file)"),
    "cut in front": (lambda: GOOD[40:], ""),
    "an empty zip": (
        lambda: zipped({}),
        "the zip holds nothing; expected events.jsonl and hand_in.json",
    ),
    "too large": (lambda: GOOD + b"\0" * 6_000_000, "bytes, and at most 5242880 are read"),
    "a bomb": (bomb, "the zip holds events.jsonl of more than 4194304 bytes"),
    "a small bomb": (
        lambda: zipped({"events.jsonl": b"0" * 4_000_000, "hand_in.json": b"{}"}, 8),
        "the zip holds events.jsonl, which is compressed more than 100 times",
    ),
    "tells too little": (lambda: told_size(10), "events.jsonl cannot be read (Bad CRC-32"),
    "tells too much": (lambda: told_size(1100), "is not of the size that the zip gives"),
    "two of a name": (same_name, "the zip holds two files with the same name"),
    "overlapping": (overlapping, "which overlaps another file"),
    "up and out": (
        lambda: members(("../../evil", b"x")),
        "the zip holds ../../evil, a path that leads out of it",
    ),
    "absolute": (
        lambda: members(("/etc/evil", b"x")),
        "the zip holds /etc/evil, a path that leads out of it",
    ),
    "a drive": (
        lambda: members(("C:evil", b"x")),
        "the zip holds C:evil, a path that leads out of it",
    ),
    "backslash": (
        lambda: members(("..\\evil", b"x")),
        "the zip holds ..\\evil, a path that leads out of it",
    ),
    "a link": (
        lambda: members(("link", b"/etc/passwd"), mode=0o120777),
        "the zip holds link, a link or",
    ),
    "a device": (
        lambda: members(("dev", b""), mode=0o020666),
        "the zip holds dev, a link or something else",
    ),
    "many members": (
        lambda: members(*((f"f{i}", b"") for i in range(40))),
        "the zip holds 42 files; expected",
    ),
    "a zip in it": (quine, "the zip holds events.jsonl and hand_in.json and inner.zip; expected"),
    "two folders": (
        lambda: zipped({"a/hand_in.json": ABOUT, "b/events.jsonl": EVENTS}),
        "the zip holds a/hand_in.json and b/",
    ),
    "a password": (lambda: flagged(8, 1), "under a password"),
    "another packing": (lambda: flagged(10, 12), "which is compressed in an unknown way"),
    "a steering name": (lambda: members(("\x1b[2J\u202e.exe", b"")), "\\x1b[2J\\u202e.exe"),
    "wrong hash": (
        lambda: zipped({"hand_in.json": ABOUT, "events.jsonl": EVENTS + b"\n"}),
        "do not match their sha256",
    ),
    "no hash": (lambda: about(b'{"format":1}'), "hand_in.json has the keys ['format'], expected"),
    "wrong version": (
        lambda: sealed(format=3),
        "hand_in.json has format 3, and this helpkit reads formats 1 to 2",
    ),
    "an origin in the first form": (lambda: sealed(format=1), "hand_in.json has the keys"),
    "an origin of letters": (lambda: sealed(origin="x" * 16), "hand_in.json origin: expected 16"),
    "true version": (lambda: sealed(format=True), "hand_in.json has format True"),
    "more keys": (lambda: sealed(points=100), "hand_in.json has the keys"),
    "a list": (lambda: about(b"[]"), "hand_in.json: a line must be a JSON object"),
    "deep": (lambda: about(DEEP), "hand_in.json: a line must be one JSON object"),
    "long": (
        lambda: about(b" " * 70_000),
        "hand_in.json takes 70000 bytes, and at most 65536 are read",
    ),
    "Latin-1": (
        lambda: about(b'{"student":"\xe9"}'),
        "hand_in.json: a line must be one JSON object in UTF-8",
    ),
    "a key twice": (lambda: about(b'{"format":1,"format":1}'), "a key appears twice"),
    "NaN": (lambda: about(b'{"format":NaN}'), "NaN is not a JSON number"),
    "a giant version": (
        lambda: about(b'{"format":' + b"9" * 5000 + b"}"),
        "hand_in.json: a line must be one",
    ),
    "a number as id": (lambda: sealed(student=7), "student: expected 1 to 64 printable"),
    "no id": (lambda: sealed(student=""), "hand_in.json student: expected"),
    "a long id": (lambda: sealed(student="x" * 65), "hand_in.json student: expected"),
    "NUL in the id": (lambda: sealed(student="s1\0"), "hand_in.json student: expected"),
    "an id that turns around": (lambda: sealed(student="\u202es1"), "got '\\u202es1'"),
    "half a letter": (
        lambda: about(ABOUT.replace(b'"s2"', b'"\\ud800"')),
        "hand_in.json: a value must be JSON that can be",
    ),
    "another exercise": (
        lambda: handed("s2", exercise="02"),
        "this belongs to exercise 02, not to 01",
    ),
    "an exercise that climbs": (
        lambda: sealed(exercise="../x"),
        "hand_in.json exercise: expected two digits",
    ),
    "a list as id": (
        lambda: sealed(issued=[["a"]]),
        "hand_in.json issued: expected at most 1000 item ids",
    ),
    "many issued": (
        lambda: sealed(issued=[f"i-{i}" for i in range(1001)]),
        "hand_in.json issued: expected",
    ),
    "private": (
        lambda: line(private=True),
        "events.jsonl line 1 is private, and private lines are not accepted",
    ),
    "of another lesson": (
        lambda: line(lesson="02"),
        "events.jsonl line 1 belongs to 02, but this is exercise 01",
    ),
    "of another exercise": (
        lambda: line(lesson="exercise-02"),
        "events.jsonl line 1 belongs to exercise-02, but",
    ),
    "an unknown kind": (lambda: line(kind="grade"), "events.jsonl line 1: kind must be one of"),
    "another journal": (lambda: line(v=3), "events.jsonl line 1: this event has version 3"),
    "a number beyond all": (lambda: line(v=2, n=10**30), "events.jsonl line 1: n must be a whole"),
    "no number": (lambda: line(v=2), "events.jsonl line 1: an event has the fields"),
    "more fields": (lambda: line(points=10), "events.jsonl line 1: an event has the fields"),
    "no such day": (
        lambda: line(at="2026-02-30T10:00:00.000Z"),
        "events.jsonl line 1: at must be a time",
    ),
    "a torn line": (
        lambda: sealed(EVENTS + EVENTS[:50]),
        "events.jsonl line 3: a line must be one JSON",
    ),
    "a long line": (lambda: line(value="x" * 70_000), "bytes, and at most 65536 are read"),
    "many lines": (lambda: sealed(b"\n" * 4_194_305), "of more than 4194304 bytes"),
    "a deep value": (lambda: text("[" * 100 + "]" * 100), "a value must be nested at most 64 deep"),
    "a very deep value": (
        lambda: sealed(line_of(DEEP)),
        "events.jsonl line 1: a line must be one JSON",
    ),
    "a giant number": (
        lambda: text("9" * 4000),
        "events.jsonl line 1 has a number beyond 9007199254740992",
    ),
    "a larger number": (
        lambda: text("9" * 5000),
        "events.jsonl line 1: a line must be one JSON object",
    ),
    "infinity": (lambda: text("1e999"), "1e999 is not a JSON number"),
    "a large float": (lambda: text('{"a":[1e300]}'), "events.jsonl line 1 has a number beyond"),
    "not a number": (lambda: text("NaN"), "NaN is not a JSON number"),
    "half a letter in a value": (
        lambda: text('"\\ud800"'),
        "a value must be JSON that can be written in UTF-8",
    ),
    "a key twice in a value": (lambda: text('{"a":1,"a":2}'), "a key appears twice"),
    "a vote without a round": (lambda: line(kind="vote", value=1), "the value of a vote must be"),
    "NUL bytes": (
        lambda: sealed(b"\0" * 100),
        "events.jsonl line 1: a line must be one JSON object",
    ),
}


def by_chance(count: int) -> Iterator[bytes]:
    """Honest hand-ins that were spoiled: bytes changed, cut out, doubled, or lines made anew."""
    rng = random.Random(2026)
    for number in range(count):
        yield _SPOILERS[number % len(_SPOILERS)](rng)


def _bytes_changed(rng: random.Random) -> bytes:
    data = bytearray(GOOD)
    for _ in range(rng.randrange(1, 12)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def _directory_changed(rng: random.Random) -> bytes:
    data = bytearray(GOOD)
    start = data.find(b"PK\1\2")
    for _ in range(rng.randrange(1, 6)):
        data[rng.randrange(start, len(data))] = rng.choice([0, 1, 255, rng.randrange(256)])
    return bytes(data)


def _cut(rng: random.Random) -> bytes:
    at, to = sorted(rng.randrange(len(GOOD)) for _ in range(2))
    return GOOD[:at] + GOOD[to:]


def _doubled(rng: random.Random) -> bytes:
    at, to = sorted(rng.randrange(len(GOOD)) for _ in range(2))
    return GOOD[:to] + GOOD[at:]


def _line_changed(rng: random.Random) -> bytes:
    data = bytearray(EVENTS)
    for _ in range(rng.randrange(1, 5)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return sealed(bytes(data))


def _noise(rng: random.Random) -> bytes:
    data = rng.randbytes(rng.randrange(200))
    return zipped({"hand_in.json": zlib.compress(data), "events.jsonl": data})


_SPOILERS: Final = (_bytes_changed, _directory_changed, _cut, _doubled, _line_changed, _noise)
