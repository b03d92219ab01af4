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
    from helpkit.content import load
    from helpkit.lab import server, workspace
    from helpkit.lab.course_folder import CourseFolder, lessons_folder

    first, *_ = load(language).chapters.values()
    course = CourseFolder(folder)
    for notice in course.lay_out(lessons_folder()):
        print(notice)
    workspace.prepare(course.workspaces, language, f"{language}/{first.file}")
    print(f"The course is in {course.root}. JupyterLab starts; press Ctrl-C here to end it.")
    server.serve(
        course.root, course.workspaces, language, course=language, browser=browser, port=port
    )
