"""What our server extension answers: the course as the lesson view reads it, and the view itself.

JupyterLab would serve the view too, but it tells browsers to keep for a year whatever is in a
folder called `static`, because webpack gives each version of a file its own name. Ours keep their
names. And an editable install has a copy of them that goes stale: here they come from the package.
Jupyter asks its extensions in the order of their names, so ours comes before JupyterLab.
"""

import asyncio
import gzip
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jupyter_server.base.handlers import APIHandler, FileFindHandler
from jupyter_server.utils import url_path_join
from tornado.web import authenticated

__all__ = ["handlers"]

LESSON_VIEW: Final = Path(str(files("helpkit.lab"))) / "lesson_view"


def handlers(base_url: str) -> list[tuple[str, type, dict[str, Any]]]:
    """The addresses, with what answers there."""
    pool = ThreadPoolExecutor(1)
    course = pool.submit(_course)
    pool.submit(_load_exporters)
    view = url_path_join(base_url, "lab/extensions/helpkit/(.*)")
    return [
        (url_path_join(base_url, "helpkit/course.json"), CourseHandler, {"course": course}),
        (view, LessonViewHandler, {"path": [str(LESSON_VIEW)]}),
    ]


def _course() -> bytes:
    """Read the course; that takes a second, so it is done in a thread, and with it the imports."""
    from helpkit.lab.course_json import course_json

    return course_json()


def _load_exporters() -> None:
    """Import what JupyterLab asks for when it opens the first notebook.

    It takes a second, in which the server would answer nothing else, just when a learner waits.
    """
    from nbconvert.exporters.base import get_export_names, get_exporter

    for name in get_export_names():
        get_exporter(name)


class CourseHandler(APIHandler):
    """The course; the server adds the ETag by which a browser sees whether it is a new one."""

    def initialize(self, course: Future[bytes]) -> None:
        """Take what is read in another thread."""
        self.course = course

    @authenticated
    async def get(self) -> None:
        """Answer when it is read, packed if the browser can unpack."""
        body = await asyncio.wrap_future(self.course)
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            body = gzip.compress(body, mtime=0)
        self.finish(body)


class LessonViewHandler(FileFindHandler):
    """A file of the lesson view; the browser asks each time whether it is still the same."""

    def set_headers(self) -> None:
        """Replace the year."""
        super().set_headers()
        self.set_header("Cache-Control", "no-cache")


LessonViewHandler._static_paths = {}  # its own, or a name would be that of another folder
