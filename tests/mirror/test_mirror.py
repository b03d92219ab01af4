"""The mirror of a class: right counts, nobody's name, nothing a student wrote, the same bytes."""

import random
from itertools import permutations
from pathlib import Path

import pytest
from typer.testing import CliRunner

from helpkit.charts.words import Words
from helpkit.commands import app
from helpkit.content import load
from helpkit.content.exercises import load_exercise
from helpkit.content.kinds import VoteActivity
from helpkit.journal import Event
from helpkit.mirror.boards import boards
from helpkit.mirror.count import EVERYBODY, Counts
from helpkit.mirror.page import html
from helpkit.mirror.view import SMALL, View, view
from helpkit.teacher.answers import Handed
from tests.mirror.classes import SOURCE, answer, course, events

CONTENT = load("en")
WORDS = Words(CONTENT.ui["mirror"])
CARD = next(iter(CONTENT.situations))


def counting(names: bool = False) -> Counts:
    counts = Counts(boards(load_exercise(SOURCE, "en"), CONTENT), CONTENT)
    counts.names = {} if names else None
    return counts


def handed(*done: Event, student: str = "s") -> Handed:
    return Handed(student, "en", {}, done, student, ())


def placed(value: object, item: str = CARD) -> Handed:
    return handed(answer("formality", item, value))


def seen(*class_: Handed) -> View:
    counts = counting()
    for one in class_:
        counts.add(one)
    return view(counts, WORDS)


def test_every_answer_is_counted_once() -> None:
    (board,) = seen(*map(placed, ["formal"] * 3 + ["informal"] * 2)).boards
    rows = {row.label: (row.number, row.share) for row in board.cards[0].rows}
    labels = CONTENT.dimensions["formality"].labels
    assert rows[labels["formal"]] == (3, 60)
    assert rows[labels["informal"]] == (2, 40)
    assert rows[labels["between"]] == (0, 0)
    assert board.cards[0].divided == 60


def test_the_most_divided_come_first() -> None:
    cards = next(one for one in counting().boards if one.activity == "formality").cards
    first, second, third = list(cards)[:3]
    chosen = {
        first: ("formal", "formal", "formal", "formal"),
        second: ("formal", "informal", "formal", "formal"),
        third: ("informal", "formal", "semi_formal", "between"),
    }
    class_ = [
        handed(*(answer("formality", card, values[at]) for card, values in chosen.items()))
        for at in range(4)
    ]
    (board,) = seen(*class_).boards
    texts = [cards[card] for card in (third, second, first)]
    assert [card.text for card in board.cards] == texts


def test_the_order_of_the_students_changes_nothing() -> None:
    drawn = random.Random(3)
    class_ = [handed(*events(f"s{at}", drawn), student=f"s{at}") for at in range(4)]
    views = [seen(*order) for order in permutations(class_)]
    assert all(one == views[0] for one in views)


@pytest.mark.parametrize(
    "value", ["<script>", "", 7, None, ["formal"], {"formal": 1}, True, "formal ", 1.5]
)
def test_an_answer_that_is_none_changes_nothing(value: object) -> None:
    class_ = list(map(placed, ["formal"] * 3 + ["informal"] * 2))
    odd = handed(answer("formality", CARD, value), answer("no-board", "x", value))
    assert seen(*class_, odd) == seen(*class_)


def test_what_changed_after_a_reveal() -> None:
    def shifted(before: str, after: str) -> Handed:
        return handed(
            answer("formality", CARD, before),
            answer("formality", CARD, None, kind="reveal"),
            answer("formality", CARD, after),
        )

    moves = [("formal", "informal")] * 2 + [("formal", "formal"), ("informal", "formal")]
    (shift,) = seen(*(shifted(*move) for move in moves)).shifts
    labels = CONTENT.dimensions["formality"].labels
    assert (shift.number, shift.moved) == (4, 3)
    assert shift.most == WORDS("move", before=labels["formal"], after=labels["informal"], number=2)


def test_two_votes() -> None:
    def voted(first: object, second: object) -> Handed:
        rounds = enumerate((first, second), start=1)
        values = [{"round": at, "value": {"choice": one, "sure": 50}} for at, one in rounds]
        return handed(*(answer("on-the-stairs", "question", one, kind="vote") for one in values))

    class_ = [voted("take", "ask"), voted("ask", "ask"), voted("take", "ask"), voted("take", "no")]
    (shift,) = seen(*class_, voted(["take"], "ask")).votes
    assert (shift.number, shift.moved) == (3, 2)
    options = next(one for _, one in CONTENT.each(VoteActivity)).options
    before, after = options["take"].label, options["ask"].label
    assert shift.most == WORDS("move", before=before, after=after, number=2)


def test_predictions_by_how_sure() -> None:
    def guessed(guess: int, sure: int) -> Handed:
        value = {"guess": guess, "sure": sure}
        return handed(
            answer("how-many-settled", "settled-by-text", value, kind="prediction"),
            answer("how-many-settled", "settled-by-text", None, kind="reveal"),
        )

    found = seen(guessed(0, 25), guessed(26, 95), guessed(1, 95))
    assert [(sure, total) for sure, total, _ in found.sure] == [(25, 1), (95, 2)]


def test_words_in_the_order_in_which_they_were_placed() -> None:
    first, second = list(CONTENT.words)[:2]
    both = [handed(answer("words", first, "3"), answer("words", second, "1"))] * 4
    (low, one), (high, three) = seen(*both).words
    assert (one, three) == (1, 3)
    assert low != high


def test_a_small_group_is_not_shown_apart_nor_what_is_left_without_it() -> None:
    def groups(sizes: dict[str, int], names: bool) -> list[str]:
        counts = counting(names)
        for section, size in sizes.items():
            for _ in range(size):
                counts.add(placed("formal"), [("section", section)], "Ann")
        return [key for key, _ in view(counts, WORDS).groups]

    assert groups({"A": SMALL, "B": SMALL}, False) == ["=", "section=A", "section=B"]
    assert groups({"A": SMALL, "B": SMALL - 1}, False) == ["="]
    assert groups({"A": SMALL, "B": 1}, True) == ["=", "section=A", "section=B"]


@pytest.mark.parametrize(("size", "cards"), [(0, 0), (1, 0), (2, 1), (SMALL, 1)])
def test_classes_of_few(size: int, cards: int) -> None:
    found = seen(*[placed("formal")] * size)
    assert sum(len(board.cards) for board in found.boards) == cards


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_is_the_same_each_time_and_names_nobody(tmp_path: Path, language: str) -> None:
    made = course(tmp_path / "one", 9, language)
    page = html(made, "01")
    assert page == html(course(tmp_path / "two", 9, language), "01")
    assert "Name 3" not in page
    assert "s3" not in page.replace("s3:", "")
    assert f'lang="{language}"' in page
    named = html(made, "01", names=True)
    assert "Name 3 &lt;b&gt;" in named
    assert "<b>" not in named


def test_a_class_that_has_not_handed_in(tmp_path: Path) -> None:
    page = html(course(tmp_path, 0), "01")
    assert CONTENT.ui["mirror"]["none"] in page


def test_the_command(tmp_path: Path) -> None:
    course(tmp_path, 5)
    asked = ["mirror", "01", "--course", str(tmp_path)]
    dry = CliRunner().invoke(app, [*asked, "--dry-run"])
    assert dry.exit_code == 0
    assert not (tmp_path / "mirror").exists()
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "mirror" / "01.html").read_text("utf-8").startswith("<!doctype html>")


def test_everybody_is_counted_under_no_name() -> None:
    counts = counting()
    counts.add(placed("formal"), [("section", "A")], "Ann")
    assert counts.students[EVERYBODY] == 1
    assert counts.names is None
