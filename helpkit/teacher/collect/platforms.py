"""Who sent each file of a download, by the part of its path that the platform made?

A student chooses the names of files, and of folders in a zip, and may choose one that looks like a
platform's. So a platform is known by all of a download, not by one name. In a zip, nine of ten of
the files that could be submissions must be of its form, and there must be more senders than there
are submissions beside the zip that no platform sent: among those it may be a student's. Where the
name of the file itself is all there is, two senders at least must be there: one file that looks
like a platform's is nobody's word. On the disk this is asked of the files in the folder that are
called like submissions, and a folder of a platform is taken as it is, because the teacher unpacked
it. What comes first in a path is the platform's; what comes after it is the student's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from helpkit.exercises.submission import ABOUT
from helpkit.teacher.collect.download_file import is_zip, typed_in
from helpkit.teacher.collect.platform_forms import Batch, Hit, hits_in
from helpkit.teacher.collect.sender import BLACKBOARD, MOODLE, NBGRADER, Sender

__all__ = ["NO_UPLOAD", "Upload", "uploads"]

_GROUPS: Final = 3
"""Fewer names that all have a hyphen may be double names."""

_NOBODY: Final = Sender()


@dataclass(frozen=True, slots=True)
class Upload:
    """What the path of a file says: who sent it and when, and what the student called it.

    `batch` is what all files that came with it have in common; empty without a platform.
    """

    sender: Sender = _NOBODY
    batch: str = ""
    own: str = ""
    stamp: str = ""


NO_UPLOAD: Final = Upload()


def uploads(paths: Iterable[str], *, whole: bool = False, beside: int = 0) -> dict[str, Upload]:
    """Who sent each file, where a platform says so.

    Args:
        paths: the files.
        whole: these are all files of a zip.
        beside: how many submissions are beside that zip, without a platform.
    """
    paths = [*paths]
    hits = {path: [*hits_in(path)] for path in paths}
    batches: dict[Batch, list[Hit]] = defaultdict(list)
    for hit in chain.from_iterable(hits.values()):
        batches[hit.key].append(hit)
    known = _known_in_zip(paths, batches, beside) if whole else _known_on_disk(paths, batches)
    chosen = {
        path: min(sure, key=lambda hit: (len(hit.above), not hit.form.of_folder))
        for path, matches in hits.items()
        if (sure := [hit for hit in matches if hit.key in known])
    }
    return dict(_uploads(chosen))


def _known_in_zip(paths: list[str], batches: Mapping[Batch, list[Hit]], beside: int) -> set[Batch]:
    """The platforms that made a zip, each with the folders above."""
    counted = {path for path in paths if is_zip(path) or _is_unpacked(path)}
    made: dict[str, list[Hit]] = defaultdict(list)
    for key, hits in batches.items():
        made[key[0]] += hits
    sure = {
        platform
        for platform, hits in made.items()
        if _persons(hits) > max(beside, not any(hit.form.of_folder for hit in hits))
        if len(counted & {hit.path for hit in hits}) * 10 >= len(counted) * 9
    }
    return {key for key in batches if key[0] in sure}


def _known_on_disk(paths: list[str], batches: Mapping[Batch, list[Hit]]) -> set[Batch]:
    """The platforms that made what is in folders."""
    beside: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        if typed_in(path) or _is_unpacked(path):
            beside[path.rpartition("/")[0]].add(path)
    known = {key for key, hits in batches.items() if key[2] or _is_of_all(hits, beside[key[1]])}
    folders = {key for key in known if key[0] == NBGRADER}
    others = [hit for key in known - folders for hit in batches[key]]
    return known - {key for key in folders if _is_only_called_so(batches[key], others)}


def _is_unpacked(path: str) -> bool:
    return path.endswith(ABOUT)


def _is_of_all(hits: list[Hit], beside: set[str]) -> bool:
    mine = {hit.path for hit in hits}
    return _persons(hits) > 1 and len(mine) * 10 >= len(mine | beside) * 9


def _persons(hits: Iterable[Hit]) -> int:
    senders = (hit.sender for hit in hits)
    return len({sender.name or sender.number or sender.login for sender in senders})


def _is_only_called_so(mine: list[Hit], others: list[Hit]) -> bool:
    """Is this a folder called `submitted`, and the download of another platform is in it?"""
    if any(map(_is_of_a_notebook, mine)):
        return False
    paths = {hit.path for hit in mine if is_zip(hit.path) or _is_unpacked(hit.path)}
    inside = [hit for hit in others if hit.path in paths]
    return _persons(inside) > 1 and len({hit.path for hit in inside}) * 10 >= len(paths) * 9


def _is_of_a_notebook(hit: Hit) -> bool:
    return hit.own == "timestamp.txt" or ("/" not in hit.own and hit.own.endswith(".ipynb"))


def _uploads(chosen: Mapping[str, Hit]) -> Iterator[tuple[str, Upload]]:
    batches: dict[str, list[Hit]] = defaultdict(list)
    for hit in chosen.values():
        batches[hit.batch].append(hit)
    for batch, hits in batches.items():
        senders = {hit.path: hit.sender for hit in hits}
        for path, sender in _read(hits[0].form.platform, hits, senders).items():
            yield path, Upload(sender, batch, chosen[path].own, chosen[path].stamp)


def _read(platform: str, hits: list[Hit], senders: dict[str, Sender]) -> dict[str, Sender]:
    """The senders of a batch, by what all its names together say."""
    if platform == MOODLE:
        return _by_group(_unhidden(senders))
    if platform == BLACKBOARD:
        return _without_title(hits, senders)
    return senders


def _unhidden(senders: dict[str, Sender]) -> dict[str, Sender]:
    """Without the names that several participants share: `Participant` is no name."""
    persons = {(sender.name, sender.number) for sender in senders.values()}
    shared = Counter(name for name, _ in persons)
    return {
        path: replace(sender, name="") if shared[sender.name] > 1 else sender
        for path, sender in senders.items()
    }


def _by_group(senders: dict[str, Sender]) -> dict[str, Sender]:
    names = {sender.name for sender in senders.values()} - {""}
    if len(names) < _GROUPS or not all("-" in name for name in names):
        return senders
    return {
        path: replace(sender, group=sender.name.partition("-")[0])
        for path, sender in senders.items()
    }


def _without_title(hits: list[Hit], senders: dict[str, Sender]) -> dict[str, Sender]:
    """A login may have a `_`; the title of the assignment is the same for all."""
    title = min((hit.match["title"] for hit in hits), key=len)
    logins = {
        hit.path: f"{hit.match['title']}_{hit.match['login']}".removeprefix(f"{title}_")
        for hit in hits
    }
    return {path: replace(each, login=logins[path]) for path, each in senders.items()}
