"""The modules of the lesson view come while JupyterLab still loads itself."""

from playwright.sync_api import Page, Route

from helpkit.lab.handlers import LESSON_VIEW

SERVED = "http://lesson.view/"


def serve(route: Route) -> None:
    """A file of the lesson view, or an empty page."""
    name = route.request.url.removeprefix(SERVED)
    if name:
        route.fulfill(path=LESSON_VIEW / "static" / name)
    else:
        route.fulfill(body="", content_type="text/html")


def test_all_modules_are_loaded_before_jupyterlab_asks_for_them(own_page: Page) -> None:
    own_page.route(f"{SERVED}*", serve)
    own_page.goto(SERVED)
    with own_page.expect_request_finished(lambda sent: sent.url == f"{SERVED}lesson_view.js"):
        own_page.add_script_tag(url=f"{SERVED}remoteEntry.js")
