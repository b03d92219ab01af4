"""JavaScript travels once for each kernel, every module behind all that it imports."""

import gzip
import json
import re
from pathlib import Path
from random import Random

import pytest

from helpkit import Lesson
from helpkit.content import load
from helpkit.content.activity import Activity
from helpkit.frontend import modules as sending
from helpkit.frontend.base import Widget
from helpkit.frontend.modules import Packet, modules
from tests.paths import ROOT

PACKAGE = ROOT / "helpkit"
ALONE = {"frontend/loader", "frontend/stub"}
"""What anywidget loads itself."""
NAMES = [
    path.relative_to(PACKAGE).with_suffix("").as_posix() for path in sorted(PACKAGE.rglob("*.js"))
]
LINK = re.compile(r'"helpkit:(\w+)"')


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that has sent nothing yet."""
    monkeypatch.setattr(sending, "_packets", {})
    monkeypatch.setattr(sending, "_once", {})


def read(packet: Packet) -> list[dict[str, str]]:
    """The modules that a packet carries."""
    found: list[dict[str, str]] = json.loads(gzip.decompress(packet.content))
    return found


def sent() -> list[dict[str, str]]:
    """All that went out, in its order."""
    packets = dict.fromkeys(sending._packets.values())
    return [module for packet in packets for module in read(packet)]


def widgets(lesson: str, folder: Path) -> list[Widget]:
    """Every activity of a lesson, twice."""
    verbs = Lesson(lesson, answers=folder)
    known = load("en").activities[lesson].values()
    return [getattr(verbs, one.kind)(one.id) for one in [*known, *known]]


@pytest.mark.parametrize("name", sorted({*NAMES} - ALONE))
def test_a_module_comes_behind_all_that_it_imports(name: str) -> None:
    before: set[str] = set()
    for module in modules(name):
        assert {*LINK.findall(module.source)} <= before
        assert not re.search(r'^(import|export|\}) .*"\.', module.source, re.MULTILINE)
        before.add(module.key)
    assert modules(name)[-1].name == name


@pytest.mark.parametrize("lesson", ["01", "02", "06"])
def test_every_module_is_sent_once_and_in_order(lesson: str, tmp_path: Path) -> None:
    shown = widgets(lesson, tmp_path)
    keys = [module["key"] for module in sent()]
    assert len(keys) == len({*keys}) > 10
    for number, module in enumerate(sent()):
        assert {*LINK.findall(module["source"])} <= {*keys[:number]}
    for widget in shown:
        assert {module.key for module in modules(widget.module)} <= {*keys}


def test_a_widget_names_the_packets_of_all_that_it_imports(tmp_path: Path) -> None:
    by_id = {
        f"anywidget:{packet.model_id}": packet
        for widget in widgets("02", tmp_path)
        for packet in sending._packets.values()
        if widget.packets
    }
    for widget in widgets("02", tmp_path):
        carried = [one["key"] for name in widget.packets for one in read(by_id[name])]
        needed = [module.key for module in modules(widget.module)]
        assert {*needed} <= {*carried}
        assert {one["key"] for one in read(by_id[widget.packets[-1]])} & {*needed}


def test_what_was_closed_is_sent_again(tmp_path: Path) -> None:
    verbs = Lesson("02", answers=tmp_path)
    first = verbs.explore("first-gift")
    for widget in (*sending._packets.values(), *sending._once.values()):
        widget.close()
    second = verbs.explore("first-gift")
    assert not {*first.packets} & {*second.packets}
    assert second.loader.comm is not None
    assert second.layout.comm is not None


def test_widgets_share_their_layout_and_the_loader_of_their_language(tmp_path: Path) -> None:
    english, dutch = (Lesson("02", language=one, answers=tmp_path) for one in ("en", "nl"))
    first, second, third = english.start(), english.terms(), dutch.terms()
    assert first.loader is second.loader is not third.loader
    assert first.layout is second.layout is third.layout
    assert third.loader.words == load("nl").ui["common"]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with nothing in it."""
    monkeypatch.setattr(sending, "PACKAGE", tmp_path)
    modules.cache_clear()
    return tmp_path


def test_modules_that_import_each_other_are_refused(package: Path) -> None:
    (package / "one.js").write_text('import { two } from "./two.js";\n')
    (package / "two.js").write_text('import {\n  one,\n} from "./one.js";\n')
    with pytest.raises(ImportError, match="one > two > one"):
        modules("one")


def test_a_key_changes_with_what_is_imported_and_with_the_style(package: Path) -> None:
    (package / "far").mkdir()
    (package / "one.js").write_text('import "./far/two.js";\nexport { x } from "./far/two.js";\n')
    keys = []
    for text, style in (("1", ""), ("2", ""), ("2", "p {}"), ("2", "p {}")):
        (package / "far" / "two.js").write_text(text)
        (package / "far" / "two.css").write_text(style)
        modules.cache_clear()
        keys.append([module.key for module in modules("one")])
    assert keys[2] == keys[3]
    assert len({key for pair in keys for key in pair}) == 6
    assert modules("one")[1].source.count("helpkit:") == 2


@pytest.mark.parametrize("seed", range(20))
def test_a_page_that_has_one_widget_alone_has_all_that_its_packets_import(
    seed: int, tmp_path: Path
) -> None:
    lesson = Lesson("02", answers=tmp_path)
    activities = [*load("en").activities["02"].values()]
    Random(seed).shuffle(activities)
    packets = {f"anywidget:{packet.model_id}": packet for packet in _packets(lesson, activities)}
    for activity in activities:
        widget = getattr(lesson, activity.kind)(activity.id)
        there: set[str] = set()
        for module in (module for name in widget.packets for module in read(packets[name])):
            assert {*LINK.findall(module["source"])} <= there
            there.add(module["key"])


def _packets(lesson: Lesson, activities: list[Activity]) -> list[Packet]:
    """What goes out when a lesson shows its activities in this order."""
    for activity in activities:
        assert getattr(lesson, activity.kind)(activity.id).packets
    return [*dict.fromkeys(sending._packets.values())]
