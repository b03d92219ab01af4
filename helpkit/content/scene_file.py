"""A scene in one file, as a teacher or a student writes it: read as data, never run.

The form is that of `SceneText`. The words are plain strings in one language, or each is a table
with a string per language; then all of them have the same languages.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import cattrs

from helpkit.content.files import FOLDER
from helpkit.content.form import Misfit, Where, misfits, prose
from helpkit.content.load import Fault, load
from helpkit.content.scenes import SceneText
from helpkit.errors import ContentError, HelpkitError, UnknownIdError

__all__ = [
    "QUOTED",
    "Parsed",
    "is_deep",
    "misfit_faults",
    "new_scene",
    "parse",
    "read",
    "read_scene",
    "template",
]

_BARE = 40
_MOST_DOTS = 16
"""A scene needs five in a key; the time and the room to read a key grow with their square."""

_MOST_MISFITS = 500
"""Each word of a text can lack each language of all the others: these would be millions."""

_MANY = 10
QUOTED = re.compile(
    r'"""(?:[^\\"]|\\.|"(?!""))*+"{3,5}+'
    r"|'''.*?'{3,5}+"
    r'|"(?:[^\\"\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|#[^\n]*+",
    re.DOTALL,
)
"""A text between quotes, or a comment, in TOML."""

_TOKEN = re.compile(r"[\w-]+|[^ \t]")


@dataclass(frozen=True)
class Parsed:
    """The result of reading a text: the scene by language ("" for plain words), or the misfits."""

    scenes: dict[str, SceneText]
    misfits: tuple[Misfit, ...] = ()

    def chosen(self, language: str) -> SceneText:
        """The scene in this language, or else in the first it has."""
        return self.scenes.get(language) or next(iter(self.scenes.values()))


def read_scene(path: Path, language: str | None = None) -> SceneText:
    """Read a scene from one file; without a language, in the first one that it has.

    Raises:
        ContentError: when it does not have the form of a scene; one line per fault.
        UnknownIdError: for a language that the scene does not have.
    """
    text, unread = read(path)
    parsed = Parsed({}, unread) if unread else parse(text, path.stem)
    if parsed.misfits:
        raise ContentError("\n".join(map(str, misfit_faults(parsed.misfits, str(path)))))
    if language is not None and language not in parsed.scenes and "" not in parsed.scenes:
        known = ", ".join(parsed.scenes)
        raise UnknownIdError(f"language of {path} must be one of {known}, got {language!r}")
    return parsed.chosen(language or "")


def read(path: Path) -> tuple[str, tuple[Misfit, ...]]:
    """The text of a file, or why there is none."""
    try:
        return path.read_text("utf-8"), ()
    except UnicodeDecodeError:
        return "", (Misfit("not-text-file", (), {}),)
    except (OSError, ValueError) as error:
        return "", (Misfit("cannot-open", (), {"error": _line(error)}),)


def parse(text: str, name: str = "scene") -> Parsed:
    """Read a scene from a text; whatever the text is, nothing is raised.

    Some editors put an invisible mark before the first letter: it is ignored.
    """
    tree = _tree(text)
    if isinstance(tree, Misfit):
        return Parsed({}, (tree,))
    form_misfits = (*islice(misfits(tree, SceneText), _MOST_MISFITS),)
    if form_misfits:
        return Parsed({}, form_misfits)
    words = (*prose(tree, SceneText),)
    languages = (
        *dict.fromkeys(key for _, text in words if isinstance(text, dict) for key in text),
    )
    gaps = (*islice(_untranslated(words, languages), _MOST_MISFITS),)
    if gaps:
        return Parsed({}, gaps)
    return Parsed(
        {language: _scene(tree, words, language, name) for language in languages or ("",)}
    )


def is_deep(text: str) -> bool:
    """Whether a key has more dots than anybody means, as far as a reader of TOML comes."""
    dots, before = 0, ""
    # A quoted part of a key may hold anything; a reader stops where a quote is left open.
    for token in _TOKEN.findall(QUOTED.sub("x", text.replace("\r\n", "\n"))):
        if token == ".":
            dots = 0 if before == "." else dots + 1
        elif before != ".":
            dots = 0
        if dots > _MOST_DOTS:
            return True
        before = token
    return False


def _tree(text: str) -> dict[str, Any] | Misfit:
    if is_deep(text):
        return Misfit("too-deep", (), {})
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        return Misfit("toml", (), {"error": _line(error)})
    except RecursionError:
        return Misfit("too-deep", (), {})


def _line(error: Exception) -> str:
    """What Python says, on one line and not too long."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split())[:120]


def _untranslated(
    words: Iterable[tuple[Where, Any]], languages: tuple[str, ...]
) -> Iterable[Misfit]:
    listed = ", ".join(languages[:_MANY]) + (", …" if len(languages) > _MANY else "")
    for where, text in words:
        if not isinstance(text, dict):
            if languages:
                yield Misfit("one-language", where, {"languages": listed})
            continue
        for language in languages:
            if language not in text:
                yield Misfit("no-translation", where, {"language": language})


def _scene(
    tree: dict[str, Any], words: Iterable[tuple[Where, Any]], language: str, name: str
) -> SceneText:
    for where, text in words:
        if isinstance(text, dict):
            _put(tree, where, text[language])
    return cattrs.structure({"id": name, **tree}, SceneText)


def _put(tree: dict[str, Any], where: Where, text: str) -> None:
    for key in where[:-1]:
        tree = tree[key]
    tree[where[-1]] = text


def misfit_faults(misfits: Iterable[Misfit], file: str, language: str = "en") -> list[Fault]:
    """Each misfit as a sentence, with the table and the key in the file."""
    sentences = load(language).ui["scene-faults"]
    return [
        Fault(
            file,
            ".".join(map(_key, misfit.where[:-1])),
            ".".join(map(_key, misfit.where[-1:])),
            sentences[misfit.id].format_map(misfit.values),
        )
        for misfit in misfits
    ]


def _key(key: str) -> str:
    """A key as it could be written in the file, on one line and not too long."""
    cut = key if len(key) <= _BARE else f"{key[:_BARE]}…"
    return cut if cut.replace("-", "").replace("_", "").isalnum() else repr(cut)


def template(language: str) -> str:
    """The commented text of a small scene that works."""
    return (FOLDER / "text" / language / "templates" / "scene.toml").read_text("utf-8")


def new_scene(path: Path, language: str = "en") -> None:
    """Write the commented template to a new file.

    Raises:
        HelpkitError: the file already exists; it is left as it is.
        UnknownIdError: for a language we do not have.
    """
    text = template(load(language).language)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise HelpkitError(f"{path} already exists: choose another name") from None
