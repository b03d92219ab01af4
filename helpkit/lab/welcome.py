"""The welcome page of a course folder: language, lesson, what to press, and how far you are."""

from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from helpkit.content import Content
from helpkit.content.types import Chapter
from helpkit.journal import State

__all__ = ["first_lesson", "page", "progress"]


def page(contents: Sequence[Content], ready: Set[str], state: State, answers: Path) -> str:
    """The page in Markdown, one part per language.

    Args:
        contents: the content in each language, the learner's own first.
        ready: the notebooks that exist, as `language/file`.
        state: what the journals hold.
        answers: the folder they are in.
    """
    invitations = " · ".join(filter(None, (_invitation(content, ready) for content in contents)))
    parts = ("\n\n".join(_part(content, ready, state, answers)) for content in contents)
    return "\n\n---\n\n".join([f"# helpkit\n\n### {invitations}", *parts]) + "\n"


def first_lesson(content: Content, ready: Set[str]) -> str | None:
    """The notebook to begin with, as `language/file`; None when there is none yet."""
    paths = (_path(content, chapter) for chapter in content.chapters.values())
    return next((path for path in paths if path in ready), None)


def progress(content: Content, state: State) -> Iterator[tuple[str, int, int]]:
    """For each lesson that was begun: its id, the activities worked on, and all activities."""
    for lesson, activities in content.activities.items():
        done = sum((lesson, activity) in state.activities for activity in activities)
        if done:
            yield lesson, done, len(activities)


def _invitation(content: Content, ready: Set[str]) -> str:
    path = first_lesson(content, ready)
    if path is None:
        return ""
    chapter = next(
        chapter for chapter in content.chapters.values() if _path(content, chapter) == path
    )
    text = content.ui["welcome"]["begin"].format(title=chapter.title)
    return f"[{text}]({path})"


def _part(content: Content, ready: Set[str], state: State, answers: Path) -> Iterator[str]:
    words = content.ui["welcome"]
    yield f"## {words['title']}"
    yield words["about"]
    yield f"### {words['press-title']}"
    yield words["press"]
    lines = list(_progress_lines(content, state))
    if lines:
        yield f"### {words['progress-title']}"
        yield "\n".join(lines)
    yield f"### {words['map-title']}"
    yield "\n".join(_map(content, ready))
    yield f"### {words['answers-title']}"
    yield words["answers"].format(folder=answers)


def _progress_lines(content: Content, state: State) -> Iterator[str]:
    for lesson, done, every in progress(content, state):
        title = content.chapters[lesson].title
        yield "- " + content.ui["welcome"]["progress"].format(title=title, done=done, all=every)


def _map(content: Content, ready: Set[str]) -> Iterator[str]:
    words = content.ui["welcome"]
    yield _row(words[f"column-{name}"] for name in ("number", "title", "about", "minutes", "ready"))
    yield "|--:|:--|:--|--:|:--|"
    for chapter in content.chapters.values():
        path = _path(content, chapter)
        link = f"[{chapter.title}]({path})" if path in ready else chapter.title
        stage = f"**{words['ready']}**" if path in ready else words["making"]
        yield _row((chapter.id.lstrip("0"), link, chapter.about, str(chapter.minutes), stage))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _path(content: Content, chapter: Chapter) -> str:
    return f"{content.language}/{chapter.file}"
