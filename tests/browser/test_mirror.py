"""The class mirror in a real browser: inert, readable, and its filter by mouse and by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpkit.content import load
from helpkit.mirror.page import html
from helpkit.teacher.course import read_course
from tests.browser.axe import serious
from tests.browser.steps import OVERFLOW
from tests.mirror.classes import course

HOSTILE = "</script><img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def mirror(tmp_path: Path, page: Page) -> Page:
    """A Dutch class of thirteen, with names and a group that were typed by a villain."""
    course(tmp_path, 13, "nl")
    roster = tmp_path / "roster.csv"
    roster.write_text(roster.read_text("utf-8").replace(",A\n", f",{HOSTILE}\n"), "utf-8")
    rules = tmp_path / "course.toml"
    rules.write_text(rules.read_text("utf-8").replace("Helping & co", HOSTILE), "utf-8")
    path = tmp_path / "mirror.html"
    path.write_text(html(read_course(tmp_path), "01", names=True), "utf-8")
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert asked == [path.as_uri()], "the page asks for something"
    return page


def test_inert_readable_and_filtered(mirror: Page) -> None:
    words = load("nl").ui["mirror"]
    expect(mirror.locator("img, b, main script")).to_have_count(0)
    expect(mirror.locator(".sub")).to_contain_text(HOSTILE)
    for scheme in ("light", "dark"):
        mirror.emulate_media(color_scheme=scheme)
        assert serious(mirror, "body") == []
    mirror.set_viewport_size({"width": 320, "height": 800})
    assert mirror.locator("html").evaluate(OVERFLOW) <= 0

    first = mirror.locator(".card").first
    numbers = first.locator("td.number")
    whole = sum(map(int, numbers.all_text_contents()))
    mirror.locator("#group").focus()
    mirror.keyboard.press("End")  # the last group by keyboard alone
    expect(mirror.locator("#group")).not_to_have_value("=")
    assert sum(map(int, numbers.all_text_contents())) < whole
    mirror.locator("#group").select_option("=")
    assert sum(map(int, numbers.all_text_contents())) == whole

    text = first.get_by_role("heading").inner_text()
    mirror.keyboard.press("Tab")
    mirror.keyboard.type(text[:30].upper())
    expect(mirror.locator(".card:visible")).not_to_have_count(0)
    for card in mirror.locator(".card:visible h3").all_text_contents():
        assert text[:30].lower() in card.lower()
    mirror.keyboard.press("Control+A")
    mirror.keyboard.press("Delete")
    mirror.keyboard.press("Tab")
    mirror.keyboard.press("Space")
    shown = mirror.locator(".card:visible")
    assert all(int(one.get_attribute("data-divided") or 0) >= 40 for one in shown.all())
    expect(mirror.get_by_role("status")).to_have_text(words["shown"].format(number=shown.count()))
