"""What all widgets do on a static page."""

from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, expect

from helpkit.journal import Journal
from tests.browser.static_page import StaticPage
from tests.browser.steps import all_saved, journal, next_evening

COMPLAIN = "(root) => root.dispatchEvent(new CustomEvent('hk-fail', { detail: 'moved' }))"

DRAFTS = "() => Object.keys(localStorage).filter((key) => key.includes('.draft.'))"


class Form(NamedTuple):
    """A form with what a learner fills in: texts and numbers by value, choices by key."""

    cell: str
    lesson: str
    widget: str
    values: dict[str, str]
    choices: tuple[str, ...]


PREDICT = Form("ch1.predict('sent-something')", "02", "predict", {"guess": "23"}, ("sure-75",))
VOTE = Form("ch1.vote('on-the-stairs')", "01", "vote", {}, ("choice-take", "sure-50"))
FAVOURS = Form("ch1.favours('evening')", "02", "favours", {"size": "8"}, ())
MESSAGE = Form("ch1.message('cv-tonight')", "01", "message", {"reply": "Send it!"}, ())
FORMS = {form.widget: form for form in (PREDICT, VOTE, FAVOURS, MESSAGE)}


def field(root: Locator, key: str) -> Locator:
    return root.locator(f"[data-key='{key}']")


def filled_in(static: StaticPage, form: Form) -> Locator:
    """The widget, with everything in the form and nothing sent."""
    root = static.show(form.cell, lesson=form.lesson).widget(form.widget)
    for key, value in form.values.items():
        field(root, key).fill(value)
    for key in form.choices:
        field(root, key).check()
    return root


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_is_not_sent_yet_is_there_the_next_time(static: StaticPage, form: Form) -> None:
    filled_in(static, form)
    root = next_evening(static, form.widget)
    assert [field(root, key).input_value() for key in form.values] == [*form.values.values()]
    assert [field(root, key).is_checked() for key in form.choices] == [True] * len(form.choices)
    assert not journal(static).events()


def test_a_form_that_was_sent_leaves_no_draft(static: StaticPage) -> None:
    root = filled_in(static, PREDICT)
    assert static.page.evaluate(DRAFTS)
    root.get_by_role("button").click()
    expect(root.locator(".hk-number")).to_have_text("23")
    all_saved(static.page)
    assert static.page.evaluate(DRAFTS) == []


def test_a_draft_gives_way_to_what_was_sent_elsewhere(static: StaticPage) -> None:
    filled_in(static, PREDICT)
    sent = {"guess": 7, "sure": 25}
    Journal(static.answers, lesson="02").record(
        activity="sent-something", item="sent-something", kind="prediction", value=sent
    )
    root = next_evening(static, "predict")
    expect(root.locator(".hk-number")).to_have_text("7")
    assert static.page.evaluate(DRAFTS) == []


def test_a_vote_of_the_first_round_is_no_draft_of_the_second(static: StaticPage) -> None:
    root = filled_in(static, VOTE)
    field(root, "vote-1").click()
    expect(field(root, "vote-2")).to_be_visible()
    expect(root.locator("input:checked")).to_have_count(0)
    field(root, "choice-take").check()
    root = next_evening(static, "vote")
    expect(field(root, "choice-take")).to_be_checked()
    expect(root.locator("input:checked")).to_have_count(1)


def test_a_complaint_does_not_move_a_button_that_is_held_down(static: StaticPage) -> None:
    static.show("ch1.partners('five-partners')", lesson="02")
    widget = static.widget("partners")
    widget.locator("[data-key='help']").hover()
    static.page.mouse.down()
    widget.evaluate(COMPLAIN)
    static.page.mouse.up()
    expect(widget.locator(".hk-marks li")).to_have_count(1)
    expect(widget.locator(".hk-problem")).to_be_hidden()  # the reply to the click takes it back
