import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from helpkit.content import Content, load
from helpkit.journal import Journal, State
from helpkit.lab import welcome
from tests.language import english_in

EN, NL = load("en"), load("nl")
READY = frozenset(f"{content.language}/{content.chapters['01'].file}" for content in (EN, NL))
ANSWERS = Path("/somewhere/answers")


def page(contents: Sequence[Content] = (EN, NL), state: State | None = None) -> str:
    return welcome.page(contents, READY, state or State(), ANSWERS)


def part(text: str, content: Content) -> str:
    """The part of the page in one language."""
    title = f"## {content.ui['welcome']['title']}\n"
    (own,) = [part for part in text.split("\n---\n") if title in part]
    return own


def test_the_choice_of_language_comes_first() -> None:
    first = page().split("\n---\n")[0]
    assert re.findall(r"\]\((.+?)\)", first) == [
        "en/01-what-is-help.ipynb",
        "nl/01-wat-is-hulp.ipynb",
    ]


def test_the_chosen_language_comes_first() -> None:
    text = page((NL, EN))
    assert text.index("nl/01-wat-is-hulp.ipynb") < text.index("en/01-what-is-help.ipynb")
    assert text.index("## Welkom") < text.index("## Welcome")


@pytest.mark.parametrize("content", [EN, NL], ids=lambda content: content.language)
def test_the_map_has_all_nine_chapters_and_says_which_is_ready(content: Content) -> None:
    rows = [line for line in part(page(), content).splitlines() if re.match(r"\| \d", line)]
    words = content.ui["welcome"]
    assert len(rows) == 9
    for chapter, row in zip(content.chapters.values(), rows, strict=True):
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        ready = f"{content.language}/{chapter.file}" in READY
        assert chapter.title in cells[1]
        assert cells[2:4] == [chapter.about, str(chapter.minutes)]
        assert cells[4].strip("*") == (words["ready"] if ready else words["making"])
        assert ("](" in cells[1]) == ready


@pytest.mark.parametrize("content", [EN, NL], ids=lambda content: content.language)
def test_it_says_what_to_press_and_where_the_answers_are(content: Content) -> None:
    text = part(page(), content)
    assert "Run ▸ Run All Cells" in text
    assert str(ANSWERS) in text


def test_a_fresh_course_shows_no_progress() -> None:
    assert EN.ui["welcome"]["progress-title"] not in page()


def test_progress_counts_the_activities_that_were_worked_on(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "answers")
    activity = next(iter(EN.activities["01"]))
    journal.record(activity=activity, item="a", value=1)
    journal.record(activity=activity, item="b", value=1)
    every = len(EN.activities["01"])
    assert list(welcome.progress(EN, journal.state())) == [("01", 1, every)]
    line = EN.ui["welcome"]["progress"].format(title="What is help?", done=1, all=every)
    assert f"- {line}" in part(page(state=journal.state()), EN)


def test_without_any_lesson_there_is_nothing_to_click() -> None:
    assert "](" not in welcome.page((EN, NL), frozenset(), State(), ANSWERS)
    assert welcome.first_lesson(EN, frozenset()) is None


def test_no_english_stands_in_the_dutch_part() -> None:
    text = part(page(), NL).replace("Run ▸ Run All Cells", "")
    assert english_in(text) == []


def test_every_text_is_used() -> None:
    source = Path(welcome.__file__).read_text("utf-8")
    for key in EN.ui["welcome"]:
        assert f'"{key}"' in source or f"'{key}'" in source or key.startswith("column-")
