"""The class mirror in a real browser: inert, readable, and its filter by mouse and by keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpkit.content import load
from helpkit.teacher.course.course import read_course
from helpkit.teacher.mirror.page import html
from tests.browser.axe import serious
from tests.browser.steps import OVERFLOW
from tests.teacher.mirror.classes import course

HOSTILE = "</script><img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def mirror(tmp_path: Path, own_page: Page) -> Page:
    """A Dutch class of thirteen, with names and a group that were typed by a villain."""
    course(tmp_path, 13, "nl")
    roster = tmp_path / "roster.csv"
    roster.write_text(roster.read_text("utf-8").replace(",A\n", f",{HOSTILE}\n"), "utf-8")
    rules = tmp_path / "course.toml"
    rules.write_text(rules.read_text("utf-8").replace("Helping & co", HOSTILE), "utf-8")
    path = tmp_path / "mirror.html"
    path.write_text(html(read_course(tmp_path), "01", names=True), "utf-8")
    asked: list[str] = []
    own_page.on("dialog", lambda dialog: asked.append(dialog.message))
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.goto(path.as_uri())
    expect(own_page.get_by_role("heading", level=1)).to_be_visible()
    assert asked == [path.as_uri()], "the page asks for something"
    return own_page


def test_inert_readable_and_filtered(mirror: Page) -> None:
    words = load("nl").ui["mirror"]
    expect(mirror.locator("img, b, main script")).to_have_count(0)
    expect(mirror.locator(".sub")).to_contain_text(HOSTILE)
    for scheme in ("light", "dark"):
        mirror.emulate_media(color_scheme=scheme)
        assert serious(mirror, "body") == []
    mirror.set_viewport_size({"width": 320, "height": 800})
    assert mirror.locator("html").evaluate(OVERFLOW) <= 0

    everybody = next(iter(load("nl").situations.values())).text  # of the lesson: all have it
    first = mirror.locator(".card", has_text=everybody).first
    numbers = first.locator("td.number")
    whole = sum(map(int, numbers.all_text_contents()))
    mirror.locator("#group").focus()
    mirror.keyboard.press("End")  # the last group by keyboard alone
    expect(mirror.locator("#group")).not_to_have_value("=")
    assert 0 < sum(map(int, numbers.all_text_contents())) < whole
    assert_most_divided_first(mirror)
    mirror.locator("#group").select_option("=")
    assert sum(map(int, numbers.all_text_contents())) == whole

    text = first.get_by_role("heading").inner_text()
    mirror.locator("#word").focus()
    mirror.keyboard.type(text[:30].upper())
    expect(mirror.locator(".card:visible")).not_to_have_count(0)
    for card in mirror.locator(".card:visible h3").all_text_contents():
        assert text[:30].lower() in card.lower()
    mirror.keyboard.press("Control+A")
    mirror.keyboard.press("Delete")
    mirror.keyboard.press("Tab")
    mirror.keyboard.press("Space")
    shown = mirror.locator(".card:visible")
    assert all(one >= 40 for one in percents(mirror))
    expect(mirror.get_by_role("status")).to_have_text(words["shown"].format(number=shown.count()))

    mirror.keyboard.press("Space")
    mirror.locator("#question").select_option(index=1)
    expect(mirror.locator(".board:visible")).to_have_count(1)
    mirror.locator("#answer").select_option("formeel")
    for one in shown.all():
        found = [int(number) for number in one.locator("td.number").all_text_contents()]
        labels = one.locator("tbody th").all_text_contents()
        assert found[labels.index("formeel")] == max(found)
    expect(shown).not_to_have_count(0)


def test_without_a_script_the_class_still_reads(mirror: Page, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(mirror.url)
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator("#filter")).to_be_hidden()
    page.close()


def percents(mirror: Page) -> list[int]:
    """How divided the cards are that show, as their sentence says it."""
    texts = mirror.locator(".card:visible .told").all_text_contents()
    return [int(found[0]) for text in texts if (found := re.findall(r"\d+(?=%)", text))]


def assert_most_divided_first(mirror: Page) -> None:
    """In every question, for the group that is shown."""
    for board in mirror.locator(".board:visible").all():
        texts = board.locator(".card:visible .told").all_text_contents()
        found = [int(re.findall(r"\d+(?=%)", text)[0]) for text in texts]
        assert found == sorted(found, reverse=True)
