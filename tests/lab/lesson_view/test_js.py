"""What a lesson is made of: parts, what is done of them, what a bet hides, and whose code it is."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported

CELLS = """[
  ["title", "markdown", "# 2 · Economics and *theatre*\\n\\nTwo pictures."],
  ["start", "code", "from helpkit import Lesson\\nch2 = Lesson('02')\\nch2.start()"],
  ["gift-text", "markdown", "## The [first](#x) `gift`"],
  ["guess", "code", 'ch2.predict("sent")'],
  ["gift", "code", 'ch2.explore("first-gift")'],
  ["and", "markdown", "And in 1995?"],
  ["back", "code", 'ch2.reveal("sent")'],
  ["lines", "markdown", "## Four lines"],
  ["more", "markdown", "## More"],
  ["extra-text", "markdown", "### Extra"],
  ["extra", "code", 'ch2.vote("moving-day")'],
].map(([id, type, source]) => ({
  model: { id, type, sharedModel: { getSource: () => source } } }))"""
ENTRY = """{ kind: "%s", title: "Economics and theatre",
  activities: { sent: 2, "first-gift": 5, "moving-day": 4 } }"""
SHOW = """({ id, title, isExtra, activities, minutes }) =>
  ({ id, title, isExtra, activities, minutes })"""


def parts(page: Page, expression: str, kind: str = "lesson") -> Any:
    """The value of an expression where `parts` are those of the cells above."""
    made = f"((parts) => {expression})(m.partsOf({CELLS}, {ENTRY % kind}))"
    return exported(page, "parts", made)


def progress(**ids: list[str]) -> str:
    """What is known of the learner, as JavaScript."""
    names = ("done", "begun", "read")
    return (
        f"{{ {', '.join(f'{name}: new Set({json.dumps(ids.get(name, []))})' for name in names)} }}"
    )


def test_a_part_is_what_stands_under_a_heading(page: Page) -> None:
    shown = parts(page, f"parts.map({SHOW})")
    assert [part["id"] for part in shown] == ["title", "gift-text", "lines", "more", "extra-text"]
    assert [part["title"] for part in shown] == [
        "Economics and theatre", "The first gift", "Four lines", "More", "Extra",
    ]  # fmt: skip
    assert [part["activities"] for part in shown] == [
        [], ["sent", "first-gift"], [], [], ["moving-day"],
    ]  # fmt: skip


def test_its_minutes_are_those_of_its_activities(page: Page) -> None:
    assert parts(page, "parts.map(({ minutes }) => minutes)") == [1, 7, 1, 1, 4]
    assert parts(page, "parts.map(({ minutes }) => minutes)", "exercise") == [0] * 5


def test_what_announces_extras_is_one(page: Page) -> None:
    extras = [False, False, False, True, True]
    assert parts(page, "parts.map(({ isExtra }) => isExtra)") == extras


@pytest.mark.parametrize(
    ("part", "known", "state"),
    [
        (1, {}, "open"),
        (1, {"begun": ["sent"]}, "begun"),
        (1, {"done": ["sent"]}, "begun"),
        (1, {"done": ["sent", "first-gift"]}, "done"),
        (1, {"read": ["gift-text"]}, "open"),
        (2, {}, "open"),
        (2, {"read": ["lines"]}, "done"),
    ],
)
def test_a_part_is_done_when_all_of_it_is(
    page: Page, part: int, known: dict[str, list[str]], state: str
) -> None:
    assert parts(page, f"m.stateOf(parts[{part}], {progress(**known)})") == state


def test_a_bet_hides_what_follows_in_its_part_until_it_is_made(page: Page) -> None:
    hidden = "m.hiddenByBet(parts[1], %s).map(({ model }) => model.id)"
    assert parts(page, hidden % progress()) == ["gift", "and", "back"]
    assert parts(page, hidden % progress(begun=["sent"])) == ["gift", "and", "back"]
    assert parts(page, hidden % progress(done=["sent"])) == []
    assert parts(page, f"m.hiddenByBet(parts[4], {progress()})") == []


OURS = """{ kind: "lesson", number: "02", language: "en", code: ["a", "b"] }"""


def model(metadata: dict[str, str] | None, *code: str) -> str:
    """A notebook with these cells of code, and a Markdown cell that does not count."""
    cells = [("markdown", "# Whatever"), *(("code", source) for source in code)]
    made = [
        f"{{ type: {kind!r}, sharedModel: {{ getSource: () => {text!r} }} }}"
        for kind, text in cells
    ]
    known = json.dumps(metadata)
    return f"{{ cells: [{', '.join(made)}], getMetadata: () => ({known}) }}"


@pytest.mark.parametrize(
    ("code", "same"),
    [
        (("a", "b"), True),
        (("a",), False),
        (("a", "b", "c"), False),
        (("b", "a"), False),
        (("a", "b "), False),
    ],
)
def test_only_our_code_and_no_other_is_ours(page: Page, code: tuple[str, ...], same: bool) -> None:
    assert exported(page, "course", f"m.isUnchanged({OURS}, {model(None, *code)})") is same


@pytest.mark.parametrize(
    ("metadata", "ours"),
    [
        ({"lesson": "02", "language": "en"}, True),
        ({"lesson": "02", "language": "nl"}, False),
        ({"lesson": "03", "language": "en"}, False),
        ({"exercise": "02", "language": "en"}, False),
        ({}, False),
        (None, False),
    ],
)
def test_metadata_say_which_notebook_it_claims_to_be(
    page: Page, metadata: dict[str, str] | None, ours: bool
) -> None:
    entry = f"m.entryOf({{ notebooks: [{OURS}] }}, {model(metadata)})"
    assert exported(page, "course", f"Boolean({entry})") is ours


@pytest.mark.parametrize(
    ("path", "relative", "target"),
    [
        ("en/01-what-is-help.ipynb", "../nl/01-wat-is-hulp.ipynb", "nl/01-wat-is-hulp.ipynb"),
        ("en/00-welcome.ipynb", "02-b.ipynb", "en/02-b.ipynb"),
        ("een map/en/a.ipynb", "../nl/b.ipynb", "een map/nl/b.ipynb"),
        ("100% é#?/en/a.ipynb", "b.ipynb", "100% é#?/en/b.ipynb"),
        ("a.ipynb", "b.ipynb", "b.ipynb"),
    ],
)
def test_a_notebook_beside_another(page: Page, path: str, relative: str, target: str) -> None:
    assert exported(page, "ways", f"m.beside({path!r}, {relative!r})") == target


def test_widgets_take_the_place_of_widgets_and_of_nothing_else(page: Page) -> None:
    view = "application/vnd.jupyter.widget-view+json"
    script = f"""(() => {{
      const text = {{ output_type: "stream", text: "mine" }};
      const old = {{ data: {{ "{view}": {{ model_id: "old" }} }} }};
      let outputs = [text, old];
      const cell = {{ model: {{ outputs: {{
        toJSON: () => outputs, fromJSON: (given) => (outputs = given) }} }} }};
      m.showWidgets(cell, ["new", "other"]);
      const ids = (some) => some.map(({{ text, data }}) => text ?? data["{view}"].model_id);
      const shown = ids(outputs), before = outputs;
      m.showWidgets(cell, ["new", "other"]);
      return [shown, before === outputs, cell.model.trusted];
    }})()"""
    assert exported(page, "outputs", script) == [["mine", "new", "other"], True, True]
