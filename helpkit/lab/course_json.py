"""What the lesson view has to know of this helpkit: its notebooks with their code, and its words.

The page fetches it from the server as `helpkit/course.json`. A notebook whose code cells are those
that are listed here may be run without asking.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale

from helpkit import __version__
from helpkit.content import Content, languages, load
from helpkit.lab.course_folder import lessons_folder

__all__ = ["course", "course_json", "exercises_folder"]

HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


def course_json() -> bytes:
    """The course that is installed, in all languages."""
    contents = [load(language) for language in languages()]
    return json.dumps(course(contents, lessons_folder(), exercises_folder())).encode()


def exercises_folder() -> Path:
    """Where the notebooks of the exercises are: inside an installed package, else in a checkout."""
    package = Path(str(files("helpkit")))
    inside = package / "exercises" / "notebooks"
    return inside if inside.is_dir() else package.parent / "exercises"


def course(contents: Iterable[Content], lessons: Path, exercises: Path) -> dict[str, Any]:
    """The course as the lesson view reads it.

    Args:
        contents: the content in each language.
        lessons: a folder with one folder of notebooks per language.
        exercises: a folder with one folder per exercise, and in it a notebook per language.
    """
    spoken: dict[str, Any] = {}
    notebooks: list[dict[str, Any]] = []
    for content in contents:
        spoken[content.language] = _language(content)
        notebooks += _lessons(content, lessons / content.language)
        notebooks += _exercises(content.language, exercises)
    return {"version": __version__, "languages": spoken, "notebooks": notebooks}


def _language(content: Content) -> dict[str, Any]:
    name = Locale.parse(content.language).get_language_name() or content.language
    return {"name": name.capitalize(), "words": content.ui["lesson_view"]}


def _lessons(content: Content, folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.ipynb")):
        entry = _entry("lesson", content.language, path.name, path)
        chapter = content.chapters.get(entry["number"])
        if chapter:
            entry |= {"title": chapter.title, "minutes": chapter.minutes}
        activities = content.activities.get(entry["number"], {})
        yield entry | {"activities": {id: each.minutes for id, each in activities.items()}}


def _exercises(language: str, folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(f"*/{language}.ipynb")):
        # Students get it under this name; see `helpkit.teacher.course.release`.
        yield _entry("exercise", language, f"{path.parent.name}.ipynb", path)


def _entry(kind: str, language: str, file: str, path: Path) -> dict[str, Any]:
    """What the notebook itself says."""
    notebook = json.loads(path.read_text("utf-8"))
    return {
        "kind": kind,
        "number": notebook["metadata"]["helpkit"][kind],
        "language": language,
        "file": file,
        "title": _heading(notebook),
        "minutes": 0,
        "activities": {},
        "code": [_source(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"],
    }


def _heading(notebook: Mapping[str, Any]) -> str:
    heading = HEADING.search("\n".join(_source(cell) for cell in notebook["cells"]))
    return heading[1] if heading else ""


def _source(cell: Mapping[str, Any]) -> str:
    """A cell as JupyterLab gives it: files may hold its lines one by one."""
    return "".join(cell["source"])
