"""TOML files to types.

Structure and prose of one table stand in two files, `NAME.toml` and `text/LANGUAGE/NAME.toml`, with
the same ids; a table of ids only, or of words only, has one of them. They are merged leaf by leaf
and structured by cattrs; whatever does not fit becomes a `Fault` that names file, table, key and
what was expected.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from helpkit.content import types
from helpkit.content.kinds import KINDS, Activity
from helpkit.content.knobs import AnyKnob, ChoiceKnob, Knob
from helpkit.content.scenes import InquiryForm, SceneText
from helpkit.content.types import Content
from helpkit.errors import ContentError, UnknownIdError

__all__ = ["FOLDER", "Fault", "form_faults", "languages", "leaves", "load"]

FOLDER = Path(str(files("helpkit.content")))

TABLES: Mapping[str, type] = {
    "situations": types.Situation,
    "dimensions": types.Dimension,
    "criteria": types.Criterion,
    "words": types.Word,
    "events": types.Event,
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
WITHOUT_PROSE = {"events"}
WITHOUT_STRUCTURE = {"terms"}
"""Their numbers stand in `affect_control/sentiments.csv`; `rules` holds the ids together."""

Tree = dict[str, Any]
_CONVERTER = Converter(forbid_extra_keys=True)


@_CONVERTER.register_structure_hook
def _knob(table: Any, _: type) -> AnyKnob:
    if {"options", "labels"} & {*table}:
        return _CONVERTER.structure(table, ChoiceKnob)
    return _CONVERTER.structure(table, Knob)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in the content, and where."""

    file: str
    table: str
    key: str
    expected: str

    def __str__(self) -> str:
        place = (self.file, f"[{self.table}]" if self.table else "", self.key)
        return ": ".join(filter(None, (" ".join(filter(None, place)), self.expected)))


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The languages we have, English first because it is the default."""
    found = {path.name for path in (folder / "text").iterdir() if path.is_dir()}
    return tuple(sorted(found, key=lambda name: (name != "en", name)))


@lru_cache
def load(language: str = "en", folder: Path = FOLDER) -> Content:
    """All content in one language.

    Raises:
        UnknownIdError: for a language we do not have.
        ContentError: when a file does not hold what it should; one line per fault.
    """
    if language not in languages(folder):
        known = ", ".join(languages(folder))
        raise UnknownIdError(f"language must be one of {known}, got {language!r}")
    content, found = _read(language, folder)
    if found:
        raise ContentError("\n".join(map(str, found)))
    return content


def form_faults(folder: Path = FOLDER) -> list[Fault]:
    """What does not fit a type, in all languages; `rules.faults` adds what leads nowhere."""
    found = [fault for language in languages(folder) for fault in _read(language, folder)[1]]
    return list(dict.fromkeys(found))


def _read(language: str, folder: Path) -> tuple[Content, list[Fault]]:
    found: list[Fault] = []
    tables = {name: _table(folder, language, name, kind, found) for name, kind in TABLES.items()}
    activities = {
        name: _table(folder, language, f"activities/{name}", Activity, found)
        for name in _names(folder / "activities")
    }
    scenes = _scenes(folder, language, found)
    ui_folder = folder / "text" / language / "ui"
    ui = {name: _toml(ui_folder / f"{name}.toml", folder, found) for name in _names(ui_folder)}
    read = Content(language=language, activities=activities, scenes=scenes, ui=ui, **tables)
    return read, found


def _names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.toml"))


def _toml(path: Path, folder: Path, found: list[Fault]) -> Tree:
    name = path.relative_to(folder).as_posix()
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        found.append(Fault(name, "", "", "this file is missing; every language has the same files"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found.append(Fault(name, "", "", f"not readable as TOML: {error}"))
    except OSError as error:
        found.append(
            Fault(
                name,
                "",
                "",
                f"cannot be opened ({error.strerror}); close the program "
                "that holds it, or give yourself the right to read it",
            )
        )
    return {}


def _table(
    folder: Path, language: str, name: str, kind: type, found: list[Fault]
) -> dict[str, Any]:
    """The entries of one table; those that do not fit are left out and reported."""
    entries = {}
    before = len(found)
    structure, prose = _halves(folder, language, name, found)
    if len(found) > before:
        return {}
    for key in structure | prose:
        entry = _Entry(
            f"{name}.toml", f"text/{language}/{name}.toml", key, structure.get(key), prose.get(key)
        )
        entries[key] = entry.structured(kind, found)
    return {key: value for key, value in entries.items() if value is not None}


def _halves(folder: Path, language: str, name: str, found: list[Fault]) -> tuple[Tree, Tree]:
    """Structure and prose of one table; a half that it does without has the ids of the other."""
    if name in WITHOUT_STRUCTURE:
        prose = _toml(folder / "text" / language / f"{name}.toml", folder, found)
        return {key: {} for key in prose}, prose
    structure = _toml(folder / f"{name}.toml", folder, found)
    if name in WITHOUT_PROSE:
        return structure, {key: {} for key in structure}
    return structure, _toml(folder / "text" / language / f"{name}.toml", folder, found)


def _scenes(folder: Path, language: str, found: list[Fault]) -> dict[str, SceneText]:
    """A scene is a table of its own in two files of its own."""
    names = _names(folder / "scenes"), _names(folder / "text" / language / "scenes")
    scenes = {}
    for key in dict.fromkeys(name for half in names for name in half):
        before = len(found)
        file, prose_file = f"scenes/{key}.toml", f"text/{language}/scenes/{key}.toml"
        structure, prose = (_toml(folder / one, folder, found) for one in (file, prose_file))
        if len(found) == before:
            entry = _Entry(file, prose_file, key, structure, prose)
            scenes[key] = entry.structured(SceneText, found)
    return {key: scene for key, scene in scenes.items() if scene is not None}


@dataclass(frozen=True)
class _Entry:
    """The two halves of one entry, and the files they come from."""

    file: str
    prose_file: str
    key: str
    structure: Tree | None
    prose: Tree | None

    def structured(self, kind: type, found: list[Fault]) -> Any:
        if not isinstance(self.structure, dict) or not isinstance(self.prose, dict):
            missing = self.prose_file if isinstance(self.structure, dict) else self.file
            found.append(Fault(missing, self.key, "", "this table is missing here"))
            return None
        merged = {"id": self.key, **self._merge(self.structure, self.prose, (), found)}
        chosen = KINDS.get(str(merged.get("kind"))) if kind is Activity else kind
        if chosen is None:
            expected = f"expected one of {', '.join(KINDS)}, got {merged.get('kind')!r}"
            found.append(Fault(self.file, self.key, "kind", expected))
            return None
        return self._convert(merged, chosen, found)

    def _merge(self, one: Tree, other: Tree, path: tuple[str, ...], found: list[Fault]) -> Tree:
        merged = dict(one)
        for key, value in other.items():
            here = merged.get(key)
            if key not in merged:
                merged[key] = value
            elif isinstance(here, dict) and isinstance(value, dict):
                merged[key] = self._merge(here, value, (*path, key), found)
            else:
                spot = ".".join((*path, key))
                found.append(Fault(self.prose_file, self.key, spot, f"stands in {self.file} too"))
        return merged

    def _convert(self, merged: Tree, kind: type, found: list[Fault]) -> Any:
        try:
            return _CONVERTER.structure(merged, kind)
        except BaseValidationError as error:
            found += [
                self._fault(path, leaf, owner) for path, leaf, owner in leaves(error, (), kind)
            ]
            return None

    def _fault(self, path: tuple[str, ...], error: Exception, owner: type | None) -> Fault:
        if isinstance(error, ForbiddenExtraKeysError):
            path = (*path, sorted(error.extra_fields)[0])
            expected = f"unknown key; known: {', '.join(one.name for one in fields(error.cl))}"
        elif isinstance(error, KeyError):
            home = self.prose_file if _is_prose(owner, path[-1]) else self.file
            return Fault(home, self.key, ".".join(path), "missing")
        else:
            expected = f"does not fit: {error}"
        return Fault(self._home(path), self.key, ".".join(path), expected)

    def _home(self, path: tuple[str, ...]) -> str:
        return self.prose_file if _has(self.prose or {}, path) else self.file


def _has(tree: Any, path: tuple[str, ...]) -> bool:
    for key in path:
        if not isinstance(tree, dict) or key not in tree:
            return False
        tree = tree[key]
    return True


def _is_prose(owner: type | None, name: str) -> bool:
    if owner is None or not is_dataclass(owner):
        return False
    return any(one.name == name and "Prose" in str(one.type) for one in fields(owner))


def leaves(
    error: BaseValidationError, path: tuple[str, ...], owner: type | None
) -> list[tuple[tuple[str, ...], Exception, type | None]]:
    """Every innermost error with the keys that lead to it and the class it was meant for."""
    found = []
    owner = getattr(error, "cl", owner)
    for inner in error.exceptions:
        step = (*path, *_step(inner))
        if isinstance(inner, BaseValidationError):
            found += leaves(inner, step, owner)
        else:
            found.append((step, inner, owner))
    return found


def _step(error: Exception) -> tuple[str, ...]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (str(note.index),)
    return ()
