"""A fresh widget keeps about the room it will take, or the page grows while somebody scrolls."""

import re

from helpkit.content import load
from helpkit.frontend.modules import modules

AS_ALL = {"timeline", "ledger"}
"""They are as high as the room that all have."""


def test_every_kind_of_activity_has_its_room_on_a_wide_page_and_on_a_telephone() -> None:
    kinds = {one.kind for every in load("en").activities.values() for one in every.values()}
    names = kinds - AS_ALL
    wide, _, narrow = modules("frontend/dom")[-1].style.partition("@media (max-width: 40rem)")
    room = re.compile(r"([^{}]+)\{ --hk-height: \d+rem; \}")
    for rules in (wide, narrow):
        kept = {name for rule in room.findall(rules) for name in re.findall(r"\.hk-([\w]+)", rule)}
        assert names <= kept, names - kept
