"""TOML files to types.

The structure and the prose of a table are in two files, `NAME.toml` and `text/LANGUAGE/NAME.toml`,
with the same ids; a table of ids only, or of words only, has one of them. `entries` puts them
together.
"""

from collections.abc import Mapping
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from helpkit.content import types
from helpkit.content.activity import Activity
from helpkit.content.entries import Entry, Fault, Tree, toml
from helpkit.content.files import DATA, FOLDER
from helpkit.content.on_demand import OnDemand
from helpkit.content.scenes import InquiryForm, SceneText
from helpkit.content.types import Content
from helpkit.errors import ContentError, UnknownIdError

__all__ = ["Fault", "form_faults", "languages", "load", "load_chapters"]

TABLES: Mapping[str, type] = {
    "situations": types.Situation,
    "dimensions": types.Dimension,
    "criteria": types.Criterion,
    "words": types.Word,
    "events": types.SceneEvent,
    "terms": types.Term,
    "metaphors": types.Metaphor,
    "favours": types.Favour,
    "cases": types.Case,
    "risks": types.StatusRisk,
    "gates": types.Gate,
    "routes": types.Route,
    "questions": types.Question,
    "works": types.Work,
    "glossary": types.GlossaryEntry,
    "chapters": types.Chapter,
    "forms": InquiryForm,
}
SCENES = "scenes"
EARLIER = "scenes/earlier"
"""What was played in an earlier edition is shown as it was then."""

WITHOUT_PROSE = {"events"}
WITHOUT_STRUCTURE = {"terms"}
"""Their numbers are in `data/affect_control/sentiments.csv`; `rules` holds the ids together."""


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages we have, English first because it is the default."""
    names = {path.name for path in (folder / "text").iterdir() if path.is_dir()}
    return tuple(sorted(names, key=lambda name: (name != "en", name)))


@lru_cache
def load(language: str = "en", folder: Path = FOLDER) -> Content:
    """All content in one language; the activities of a lesson are read when they are needed.

    Raises:
        UnknownIdError: for a language we do not have.
        ContentError: when a file does not hold what it should; one line per fault.
    """
    if language not in languages(folder):
        known = ", ".join(languages(folder))
        raise UnknownIdError(f"language must be one of {known}, got {language!r}")
    faults: list[Fault] = []
    content = _read(language, folder, faults)
    _refuse(faults)
    return content


def load_chapters(language: str, folder: Path = FOLDER) -> dict[str, types.Chapter]:
    """The chapters alone: all content of a second language would double the wait for a lesson."""
    return _table(folder, language, "chapters", types.Chapter, [])


def form_faults(folder: Path = FOLDER) -> list[Fault]:
    """What does not fit a type, in all languages; `rules.faults` adds what leads nowhere."""
    faults: list[Fault] = []
    for language in languages(folder):
        for lesson in _read(language, folder, faults).activities:
            _activities(folder, language, lesson, faults)
        _scenes(folder, language, EARLIER, faults)
    return list(dict.fromkeys(faults))


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise ContentError("\n".join(map(str, faults)))


def _read(language: str, folder: Path, faults: list[Fault]) -> Content:
    """All content; what does not fit is left out and reported, but not yet in the activities."""
    tables = {name: _table(folder, language, name, kind, faults) for name, kind in TABLES.items()}
    scenes = _scenes(folder, language, SCENES, faults)
    ui_folder = folder / "text" / language / "ui"
    ui = {name: toml(ui_folder / f"{name}.toml", folder, faults) for name in _names(ui_folder)}
    lessons = _names(folder / DATA / "activities")
    return Content(
        language=language,
        activities=OnDemand(lessons, partial(_lesson, folder, language)),
        scenes=scenes,
        earlier_scenes=OnDemand(
            _names(folder / DATA / EARLIER), partial(_earlier, folder, language)
        ),
        ui=ui,
        **tables,
    )


def _lesson(folder: Path, language: str, lesson: str) -> dict[str, Activity]:
    """The activities of one lesson.

    Raises:
        ContentError: as for `load`.
    """
    faults: list[Fault] = []
    activities = _activities(folder, language, lesson, faults)
    _refuse(faults)
    return activities


def _activities(
    folder: Path, language: str, lesson: str, faults: list[Fault]
) -> dict[str, Activity]:
    return _table(folder, language, f"activities/{lesson}", Activity, faults)


def _kinds() -> Mapping[str, type[Activity]]:
    """The kinds of activities: they are a floor higher, so they are asked for by name."""
    kinds: Mapping[str, type[Activity]] = import_module("helpkit.activities.registry").KINDS
    return kinds


def _names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.toml"))


def _table(
    folder: Path, language: str, name: str, kind: type, faults: list[Fault]
) -> dict[str, Any]:
    """The entries of one table; those that do not fit are left out and reported."""
    entries = {}
    before = len(faults)
    structure, prose = _halves(folder, language, name, faults)
    if len(faults) > before:
        return {}
    for key in structure | prose:
        files = f"{DATA}/{name}.toml", f"text/{language}/{name}.toml"
        entry = Entry(*files, key, structure.get(key), prose.get(key))
        entries[key] = entry.structured(kind, faults, _kinds() if kind is Activity else None)
    return {key: value for key, value in entries.items() if value is not None}


def _halves(folder: Path, language: str, name: str, faults: list[Fault]) -> tuple[Tree, Tree]:
    """Structure and prose of one table; a half that is not needed has the ids of the other."""
    if name in WITHOUT_STRUCTURE:
        prose = toml(folder / "text" / language / f"{name}.toml", folder, faults)
        return {key: {} for key in prose}, prose
    structure = toml(folder / DATA / f"{name}.toml", folder, faults)
    if name in WITHOUT_PROSE:
        return structure, {key: {} for key in structure}
    return structure, toml(folder / "text" / language / f"{name}.toml", folder, faults)


def _scenes(folder: Path, language: str, place: str, faults: list[Fault]) -> dict[str, SceneText]:
    """The scenes of a folder."""
    names = _names(folder / DATA / place), _names(folder / "text" / language / place)
    keys = dict.fromkeys(name for half in names for name in half)
    scenes = {key: _scene(folder, language, f"{place}/{key}", faults) for key in keys}
    return {key: scene for key, scene in scenes.items() if scene is not None}


def _scene(folder: Path, language: str, name: str, faults: list[Fault]) -> SceneText | None:
    """One scene: a table of its own, in two files of its own."""
    before = len(faults)
    file, prose_file = f"{DATA}/{name}.toml", f"text/{language}/{name}.toml"
    structure, prose = (toml(folder / path, folder, faults) for path in (file, prose_file))
    if len(faults) > before:
        return None
    key = name.rpartition("/")[2]
    scene: SceneText | None = Entry(file, prose_file, key, structure, prose).structured(
        SceneText, faults
    )
    return scene


def _earlier(folder: Path, language: str, key: str) -> SceneText:
    """A scene as it was in an earlier edition.

    Raises:
        ContentError: as for `load`.
    """
    faults: list[Fault] = []
    scene = _scene(folder, language, f"{EARLIER}/{key}", faults)
    _refuse(faults)
    assert scene is not None  # what is missing without a fault would be a fault of ours
    return scene
