"""Of all that came in a student's name, what is the student's?

What a platform or the teacher says is; so is another version of that from the same sender, which
has the same journal. Whoever has a student's zip can go on with it, so what came another way is not
believed for its journal. What only says so itself is believed as long as nothing else does: if two
different works claim a student, neither counts until the teacher decides, because anybody can type
anybody's id.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from helpkit.teacher.collect.matching import DECIDED, Match, Word
from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.collect.sighting import Sighting

__all__ = ["Claim", "Claims", "person", "told_apart"]

Claim = tuple[Sighting, Match]


@dataclass(frozen=True)
class Claims:
    """What is the student's, and what only claims to be."""

    own: tuple[Claim, ...] = ()
    contested: tuple[Claim, ...] = ()


def told_apart(claims: Iterable[Claim]) -> Claims:
    """Which of the claims on one student hold?"""
    claims = [*claims]
    trusted = {*_trusted(claims)}
    others = [claim for claim in claims if claim not in trusted]
    if not trusted:
        return Claims((), (*others,)) if _differ(others) else Claims((*others,))
    versions = {*_versions(others, trusted)}
    return Claims(
        tuple(claim for claim in claims if claim in trusted or claim in versions),
        tuple(claim for claim in others if claim not in versions),
    )


def _trusted(claims: list[Claim]) -> Iterator[Claim]:
    """What somebody else than the student says; of two people in one name, nobody is trusted."""
    sure = [*_sure(claims)]
    yield from sure
    known = {person(one.sender) for one, _ in sure}
    for platform, some in _by_platform(claims, Word.ROSTER, Word.PLATFORM).items():
        theirs = [claim for claim in some if person(claim[0].sender) in known]
        is_known = platform in {of for of, _ in known}
        alone = [] if is_known or _are_two(some) else some
        yield from theirs or alone


def _sure(claims: list[Claim]) -> Iterator[Claim]:
    """What the teacher decided, and what came from the one account that is the student's.

    In some Moodles people can write somebody else's ID number into their own profile.
    """
    decided = [claim for claim in claims if claim[1].by == DECIDED]
    yield from decided
    rest = [claim for claim in claims if claim not in decided]
    for some in _by_platform(rest, Word.ACCOUNT).values():
        yield from [] if _are_two(some) else some


def _by_platform(claims: Iterable[Claim], *words: Word) -> Mapping[str, list[Claim]]:
    """The claims that rest on these words."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for one, match in claims:
        if match.word in words:
            found[one.sender.platform].append((one, match))
    return found


def _versions(claims: list[Claim], trusted: set[Claim]) -> Iterator[Claim]:
    """The same work from the same sender, or the same bytes without any."""
    sent = {(person(one.sender), one.work) for one, _ in trusted}
    known = {one.sha256 for one, _ in trusted}
    for one, match in claims:
        is_same = one.sha256 in known and not one.sender.platform
        if is_same or (person(one.sender), one.work) in sent:
            yield one, match


def _differ(claims: list[Claim]) -> bool:
    """Are these works of two people, as far as one can know?"""
    people = {person(one.sender) for one, _ in claims if one.sender.platform}
    return len({one.work for one, _ in claims}) > 1 or len(people) > 1


def _are_two(claims: list[Claim]) -> bool:
    """Are these two people whom the platform calls by one name or number?

    That one went on with the other's work is no sign that they are one: a name can be changed.
    """
    people = {person(one.sender) for one, _ in claims}
    return len({one.sha256 for one, _ in claims}) > 1 and len(people) > 1


def person(sender: Sender) -> tuple[str, str]:
    """The sender without what differs between two submissions by one person."""
    return sender.platform, sender.number or sender.login or sender.name
