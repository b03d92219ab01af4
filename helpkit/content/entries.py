"""From two halves of an entry to a dataclass: structure from one TOML file, prose from another.

They are merged leaf by leaf and structured by cattrs; whatever does not fit becomes a `Fault` that
names file, table, key and what was expected.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from helpkit.content.knobs import AnyKnob, ChoiceKnob, Knob

__all__ = ["Entry", "Fault", "Tree", "leaves", "toml"]

Tree = dict[str, Any]
_CONVERTER = Converter(forbid_extra_keys=True)
_EXACT: Final[Mapping[type, str]] = {int: "a whole number", bool: "true or false"}


@_CONVERTER.register_structure_hook
def _knob(table: Any, _: type) -> AnyKnob:
    if {"options", "labels"} & {*table}:
        return _CONVERTER.structure(table, ChoiceKnob)
    return _CONVERTER.structure(table, Knob)


def _exactly(value: Any, kind: type) -> Any:
    if type(value) is not kind:  # cattrs would make 1 of "1", of 1.5 and of true
        raise ValueError(f"expected {_EXACT[kind]}, got {value!r}")
    return value


for _kind in _EXACT:
    _CONVERTER.register_structure_hook(_kind, _exactly)


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


def toml(path: Path, folder: Path, faults: list[Fault]) -> Tree:
    """The tree of one TOML file, or a fault and an empty tree."""
    name = path.relative_to(folder).as_posix()
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        faults.append(
            Fault(name, "", "", "this file is missing; every language has the same files")
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(name, "", "", f"not readable as TOML: {error}"))
    except OSError as error:
        faults.append(
            Fault(
                name,
                "",
                "",
                f"cannot be opened ({error.strerror}); close the program "
                "that holds it, or give yourself permission to read it",
            )
        )
    return {}


@dataclass(frozen=True)
class Entry:
    """The two halves of an entry, and the files they come from."""

    file: str
    prose_file: str
    key: str
    structure: Tree | None
    prose: Tree | None

    def structured(
        self, kind: type, faults: list[Fault], kinds: Mapping[str, type] | None = None
    ) -> Any:
        """The entry as a `kind`, or as what its key `kind` names in `kinds`; None if it fails."""
        if not isinstance(self.structure, dict) or not isinstance(self.prose, dict):
            missing = self.prose_file if isinstance(self.structure, dict) else self.file
            faults.append(Fault(missing, self.key, "", "this table is missing here"))
            return None
        merged = {"id": self.key, **self._merge(self.structure, self.prose, (), faults)}
        chosen = kinds.get(str(merged.get("kind"))) if kinds else kind
        if chosen is None:
            expected = f"expected one of {', '.join(kinds or ())}, got {merged.get('kind')!r}"
            faults.append(Fault(self.file, self.key, "kind", expected))
            return None
        return self._convert(merged, chosen, faults)

    def _merge(self, tree: Tree, other: Tree, path: tuple[str, ...], faults: list[Fault]) -> Tree:
        merged = dict(tree)
        for key, value in other.items():
            here = merged.get(key)
            if key not in merged:
                merged[key] = value
            elif isinstance(here, dict) and isinstance(value, dict):
                merged[key] = self._merge(here, value, (*path, key), faults)
            else:
                spot = ".".join((*path, key))
                faults.append(Fault(self.prose_file, self.key, spot, f"is in {self.file} too"))
        return merged

    def _convert(self, merged: Tree, kind: type, faults: list[Fault]) -> Any:
        try:
            return _CONVERTER.structure(merged, kind)
        except BaseValidationError as error:
            faults += [
                self._fault(path, leaf, owner) for path, leaf, owner in leaves(error, (), kind)
            ]
            return None

    def _fault(self, path: tuple[str, ...], error: Exception, owner: type | None) -> Fault:
        if isinstance(error, ForbiddenExtraKeysError):
            path = (*path, sorted(error.extra_fields)[0])
            expected = f"unknown key; known: {', '.join(field.name for field in fields(error.cl))}"
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
    return any(field.name == name and "Prose" in str(field.type) for field in fields(owner))


def leaves(
    error: BaseValidationError, path: tuple[str, ...], owner: type | None
) -> list[tuple[tuple[str, ...], Exception, type | None]]:
    """Every innermost error with the keys that lead to it and the class it was meant for."""
    errors = []
    owner = getattr(error, "cl", owner)
    for inner in error.exceptions:
        step = (*path, *_step(inner))
        if isinstance(inner, BaseValidationError):
            errors += leaves(inner, step, owner)
        else:
            errors.append((step, inner, owner))
    return errors


def _step(error: Exception) -> tuple[str, ...]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (str(note.index),)
    return ()
