"""An evening at an exercise, from the student's number to the zip and to the points for it."""

import shutil
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from helpkit.exercises import submission as hand_in
from helpkit.exercises.options import options
from helpkit.exercises.sheet import sheet
from tests.browser.static_page import StaticPage
from tests.browser.steps import FOCUSED, Shown, accessible, all_saved, fits, journal
from tests.exercises.handed_out import handed_out
from tests.exercises.samples import CONTENT, FOLDERS, SEED, best_play, exercise, person
from tests.journal.old_journals import OLD
from tests.language import english_in

EN, NL = (load(language).ui for language in ("en", "nl"))
FOLDER = FOLDERS[0]


def open_released(
    place: Shown, number: str = "01", language: str = "en", answers: Path | None = None
) -> Path:
    """The place of a folder that was handed out, opened and run as a student does it.

    With `answers` there are answers of before in it.
    """
    folder = handed_out(place.room, number, language)
    if answers:
        shutil.copytree(answers, folder / "answers")
    place.open_file(folder / f"{folder.name}.ipynb")
    place.run()
    expect(place.widget("hand_in")).to_be_attached(timeout=30_000)
    return folder


def again(place: Shown) -> None:
    """Another evening: the place is opened with a new kernel and run."""
    place.page.locator(".hk").evaluate_all("(nodes) => nodes.forEach((node) => node.remove())")
    place.restart()
    place.run()
    expect(place.widget("hand_in")).to_be_attached(timeout=30_000)


def field(root: Locator, name: str) -> Locator:
    """What has this key in a widget."""
    return root.locator(f'[data-key="{name}"]')


def items(part: str, student: str) -> tuple[str, ...]:
    return sheet(exercise(FOLDER).parts[part], SEED, student)


def tab_on(page: Page, goal: Locator) -> None:
    """Press Tab until the focus is there, however much lies between."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if goal.evaluate(FOCUSED):
            return
    raise AssertionError(f"Tab does not reach {goal}")


def test_an_evening_with_the_keyboard_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    page = static.page
    page.set_viewport_size({"width": 320, "height": 640})
    folder = open_released(static, language="nl")
    who, board = static.widget("student"), static.widget("classify").first
    button = static.widget("hand_in")
    field(who, "id").focus()
    page.keyboard.press("Enter")
    expect(who.locator("> .hk-problem")).to_have_text(NL["student"]["no-id"].format(longest=64))
    expect(field(who, "id")).to_be_focused()
    page.keyboard.type("d d 7")
    page.keyboard.press("Enter")
    expect(field(who, "known")).to_be_focused()
    expect(who.locator("> .hk-live")).to_have_text(
        NL["student"]["now-known"].format(student="d d 7")
    )
    expect(who.locator("> .hk-problem")).to_be_hidden()
    one = items("classify", "d d 7")[0]
    tab_on(page, field(board, "next-open"))
    page.keyboard.press("Enter")
    expect(field(board, f"{one}-{next(iter(options('formality', CONTENT)))}")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    all_saved(page)
    answers = journal(static).state().of("exercise-01", "classify").answers
    formality, criterion = ([*options(x, CONTENT)] for x in ("formality", "criterion"))
    assert answers == {one: formality[0], f"{one}.criterion": criterion[1]}

    area = static.widget("reflect").get_by_role("textbox").first
    tab_on(page, area)
    page.keyboard.type("Gisteren")
    page.keyboard.press("Control+s")
    tab_on(page, field(button, "hand-in"))
    page.keyboard.press("Enter")
    expect(button.locator(".hk-made")).to_contain_text("01-handin-d-d-7.zip")
    expect(field(button, "hand-in")).to_be_focused()
    expect(field(button, "hand-in")).to_have_text(NL["hand_in"]["again"])
    expect(button.locator("> .hk-live")).to_contain_text("antwoorden: 3")
    (made,) = (folder / "hand-in").iterdir()
    assert hand_in.read(made.read_bytes()).student == "d d 7"

    for name in ("student", "classify", "reflect", "hand_in"):
        root = static.widget(name).first
        assert english_in(root.inner_text().replace(str(folder), "")) == []
        fits(root)
    again(static)
    expect(field(board, f"{one}-{formality[0]}")).to_be_checked()
    expect(area).to_have_value("Gisteren")
    field(who, "change").focus()
    tab_on(page, field(button, "hand-in"))
    page.keyboard.press("Space")
    expect(button.locator(".hk-made li")).to_have_count(2)
    assert made.exists()
    accessible(static, ".hk")


def test_another_number_shows_another_sheet_at_once(static: StaticPage) -> None:
    open_released(static)
    who, board = static.widget("student"), static.widget("classify").first
    field(who, "id").fill("s1")
    field(who, "save").click()
    one = next(item for item in items("classify", "s1") if item not in items("classify", "s2"))
    field(board, f"{one}-formal").check()
    field(who, "change").click()
    field(who, "id").fill("s2")
    field(who, "id").press("Enter")
    expect(board.locator(".hk-text").first).to_contain_text(
        exercise(FOLDER).parts["classify"].items[items("classify", "s2")[0]].text
    )
    expect(board.locator("input:checked")).to_have_count(0)
    field(who, "change").click()
    field(who, "cancel").click()
    expect(who.locator(".hk-known")).to_contain_text("s2")
    field(who, "change").click()
    field(who, "id").fill("s1")
    field(who, "save").click()
    expect(field(board, f"{one}-formal")).to_be_checked()


def test_a_conversation_that_is_over_counts(static: StaticPage) -> None:
    open_released(static, "06")
    who, stage = static.widget("student"), static.widget("converse").first
    field(who, "id").fill("s1")
    field(who, "save").click()
    counting = best_play("export-button-levelled")
    expect(stage.locator(".hk-counts")).to_have_text(EN["converse"]["none-counts"])
    field(stage, "raise").click()
    play(stage, counting["said"])
    expect(stage.locator(".hk-counts")).to_have_text(EN["converse"]["counted"].format(number=1))
    all_saved(static.page)
    done = journal(static).state().of("exercise-06", "reach").answers
    assert done == {"export-button-levelled": counting}
    fits(stage)


def play(stage: Locator, said: list[str]) -> None:
    """Say these lines, one after the other, to the end."""
    for choice in said:
        field(stage, f"say-{choice}").click()
        field(stage, "next").click()


def test_a_play_of_an_earlier_version_is_there_and_says_that_it_does_not_count(
    static: StaticPage,
) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    open_released(static, "06", "nl", answers=OLD / "exercise-06")
    stage, item = static.widget("converse").first, "export-button-levelled"
    counts = stage.locator(".hk-counts")
    expect(counts).to_have_text(NL["exercise"]["earlier-edition"])
    expect(field(stage, "ending")).to_be_visible()
    assert english_in(stage.inner_text()) == []
    accessible(static, ".hk-converse")
    fits(stage)
    field(stage, "again").click()
    play(stage, best_play(item)["said"])
    all_saved(static.page)
    assert journal(static).state().of("exercise-06", "reach").answers[item] == best_play(item)
    expect(counts).to_contain_text("telt voor deze opgave")
    fits(stage)


def test_a_play_under_another_number_says_that_it_does_not_count(static: StaticPage) -> None:
    open_released(static, "06")
    who, stage = static.widget("student"), static.widget("converse").first
    item = "export-button-levelled"
    names = (f"t{number}" for number in range(99))
    other = next(name for name in names if person(item, name) != person(item))
    field(who, "id").fill(other)
    field(who, "save").click()
    field(stage, "raise").click()
    play(stage, best_play(item, other)["said"])
    counts = stage.locator(".hk-counts")
    expect(counts).to_have_text(EN["converse"]["counted"].format(number=1))
    field(who, "change").click()
    field(who, "id").fill("s1")
    field(who, "save").click()
    expect(counts).to_have_text(EN["exercise"]["other-person"])
    field(stage, "again").click()
    play(stage, best_play(item)["said"])
    expect(counts).to_have_text(EN["converse"]["counted"].format(number=2))
