"""Of all that came in a student's name, what is the student's?

What a platform or the teacher says is; so is another version of that from the same sender, which
has the same journal. Whoever has a student's zip can go on with it, so what came another way is not
believed for its journal. What only says so itself is believed as long as nothing else does: if two
different works claim a student, neither counts until the teacher decides, because anybody can type
anybody's id.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.collect.submission import DECIDED, Evidence, Submission

__all__ = ["Claims", "claims_on", "person"]


class Claims(NamedTuple):
    """What is the student's, and what only claims to be."""

    own: tuple[Submission, ...] = ()
    contested: tuple[Submission, ...] = ()


def claims_on(submissions: Iterable[Submission]) -> Claims:
    """Which of the submissions in the name of one student are the student's?"""
    every = [*submissions]
    trusted = {*_trusted(every)}
    others = [each for each in every if each not in trusted]
    if not trusted:
        return Claims((), (*others,)) if _differ(others) else Claims((*others,))
    versions = {*_versions(others, trusted)}
    return Claims(
        tuple(each for each in every if each in trusted or each in versions),
        tuple(each for each in others if each not in versions),
    )


def _trusted(claims: list[Submission]) -> Iterator[Submission]:
    """What somebody else than the student says; of two people in one name, nobody is trusted."""
    sure = [*_sure(claims)]
    yield from sure
    known = {person(each.sender) for each in sure}
    for platform, some in _by_platform(claims, Evidence.ROSTER, Evidence.PLATFORM).items():
        theirs = [each for each in some if person(each.sender) in known]
        is_known = platform in {of for of, _ in known}
        alone = [] if is_known or _are_two(some) else some
        yield from theirs or alone


def _sure(claims: list[Submission]) -> Iterator[Submission]:
    """What the teacher decided, and what came from the one account that is the student's.

    In some Moodles people can write somebody else's ID number into their own profile.
    """
    decided = [each for each in claims if each.by == DECIDED]
    yield from decided
    rest = [each for each in claims if each.by != DECIDED]
    for some in _by_platform(rest, Evidence.ACCOUNT).values():
        yield from [] if _are_two(some) else some


def _by_platform(claims: Iterable[Submission], *kinds: Evidence) -> Mapping[str, list[Submission]]:
    """The claims that rest on such evidence."""
    batches: dict[str, list[Submission]] = defaultdict(list)
    for each in claims:
        if each.evidence in kinds:
            batches[each.sender.platform].append(each)
    return batches


def _versions(claims: list[Submission], trusted: set[Submission]) -> Iterator[Submission]:
    """The same work from the same sender, or the same bytes without any."""
    works = {(person(each.sender), each.work) for each in trusted}
    hashes = {each.sha256 for each in trusted}
    for each in claims:
        is_same = each.sha256 in hashes and not each.sender.platform
        if is_same or (person(each.sender), each.work) in works:
            yield each


def _differ(claims: list[Submission]) -> bool:
    """Are these works of two people, as far as one can know?"""
    people = {person(each.sender) for each in claims if each.sender.platform}
    return len({each.work for each in claims}) > 1 or len(people) > 1


def _are_two(claims: list[Submission]) -> bool:
    """Are these two people whom the platform calls by one name or number?

    That one went on with the other's work is no sign that they are one: a name can be changed.
    """
    people = {person(each.sender) for each in claims}
    return len({each.sha256 for each in claims}) > 1 and len(people) > 1


def person(sender: Sender) -> tuple[str, str]:
    """The sender without what differs between two submissions by one person."""
    return sender.platform, sender.number or sender.login or sender.name
