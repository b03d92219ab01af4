"""The `helpkit lab` command: a learner opens the lessons."""

from pathlib import Path
from typing import Annotated

import typer

from helpkit.cli import options
from helpkit.cli.options import COURSE, Browser, Port

__all__ = ["lab"]


def lab(
    folder: Annotated[Path, typer.Argument(help="The course folder, created if needed.")] = COURSE,
    language: Annotated[str, options.language("which lessons to open")] = "en",
    browser: Browser = True,
    port: Port = None,
) -> None:
    """Open the lessons in JupyterLab; Ctrl-C ends it."""
    from helpkit.content import languages, load
    from helpkit.lab import server, welcome, workspace
    from helpkit.lab.course_folder import WELCOME, CourseFolder, lessons_folder, notebooks

    content = load(language)
    translations = [load(other) for other in languages() if other != language]
    course = CourseFolder(folder)
    lessons = lessons_folder()
    ready = notebooks(lessons)
    page = welcome.page([content, *translations], ready, course.state(), course.answers)
    for notice in course.lay_out(lessons, page):
        print(notice)
    first = welcome.first_lesson(content, ready)
    workspace.prepare(course.workspaces, language, WELCOME, first)
    print(f"The course is in {course.root}. JupyterLab starts; press Ctrl-C here to end it.")
    server.serve(course.root, course.workspaces, language, browser=browser, port=port)
