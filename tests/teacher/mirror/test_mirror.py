"""The mirror of a class: right counts, nobody's name, nothing a student wrote, the same bytes."""

import random
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from helpkit.activities.vote.activity import VoteActivity
from helpkit.cli.app import app
from helpkit.content import languages, load
from helpkit.exercises.items import load_exercise
from helpkit.exercises.submission import Contents
from helpkit.frontend.charts.words import Words
from helpkit.journal import Event, State
from helpkit.teacher.collect.collection import collected, copy_path
from helpkit.teacher.mirror.boards import boards
from helpkit.teacher.mirror.class_counts import class_counts
from helpkit.teacher.mirror.counts import EVERYBODY, Counts
from helpkit.teacher.mirror.page import html, page_of
from helpkit.teacher.mirror.view import SMALL, MirrorView, view
from helpkit.teacher.results import chunks
from helpkit.teacher.results.answers import Answers
from tests.exercises.samples import ends, played, stage
from tests.teacher.mirror.classes import SOURCE, answer, course, events

CONTENT = load("en")
WORDS = Words(CONTENT.ui["mirror"])
SIX = "06-applying-the-inquiry-process"
CARD = next(iter(CONTENT.situations))


def counting(names: bool = False) -> Counts:
    asked = boards(load_exercise(SOURCE, "en"), CONTENT)
    return Counts(boards=asked, content=CONTENT, names={} if names else None)


def handed(*done: Event, student: str = "s") -> Answers:
    return Answers(student, {}, Contents("01", student, "en", "0", (), done))


def placed(value: object, item: str = CARD) -> Answers:
    return handed(answer("formality", item, value))


def seen(*class_: Answers) -> MirrorView:
    counts = counting()
    for answers in class_:
        counts.add(answers)
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
    cards = next(board for board in counting().boards if board.activity == "formality").cards
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
    assert all(page == views[0] for page in views)


@pytest.mark.parametrize(
    "value", ["<script>", "", 7, None, ["formal"], {"formal": 1}, True, "formal ", 1.5]
)
def test_an_answer_that_is_none_changes_nothing(value: object) -> None:
    class_ = list(map(placed, ["formal"] * 3 + ["informal"] * 2))
    odd = handed(answer("formality", CARD, value), answer("no-board", "x", value))
    assert seen(*class_, odd) == seen(*class_)


def test_what_changed_after_a_reveal() -> None:
    def shifted(before: str, after: str) -> Answers:
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
    def voted(first: object, second: object) -> Answers:
        rounds = enumerate((first, second), start=1)
        values = [{"round": at, "value": {"choice": choice, "sure": 50}} for at, choice in rounds]
        return handed(
            *(answer("on-the-stairs", "question", value, kind="vote") for value in values)
        )

    odd = [voted("take", "no"), voted(["take"], "ask")]
    class_ = [voted("take", "ask"), voted("ask", "ask"), voted("take", "ask")]
    assert seen(*class_, *odd).votes == ()
    (shift,) = seen(*class_, voted("ask", "ask"), *odd).votes
    assert (shift.number, shift.moved) == (4, 2)
    options = next(vote for _, vote in CONTENT.each(VoteActivity)).options
    before, after = options["take"].label, options["ask"].label
    assert shift.most == WORDS("move", before=before, after=after, number=2)


def test_guesses_by_how_sure() -> None:
    def guessed(guess: int, sure: int) -> Answers:
        value = {"guess": guess, "sure": sure}
        return handed(
            answer("tickets", "tickets", value, kind="prediction", lesson="02"),
            answer("tickets", "tickets", None, kind="reveal", lesson="02"),
            # What nobody has published says nothing about how sure somebody may be.
            answer("how-many-settled", "settled-by-text", value, kind="prediction"),
            answer("how-many-settled", "settled-by-text", None, kind="reveal"),
        )

    mirror = seen(guessed(0, 25), guessed(26, 95), guessed(1, 95))
    assert [(sure, total) for sure, total, _ in mirror.sure] == [(25, 1), (95, 2)]


def test_words_in_the_order_in_which_they_were_placed() -> None:
    first, second = list(CONTENT.words)[:2]
    both = [handed(answer("words", first, "3"), answer("words", second, "1"))] * 4
    (low, first_mean), (high, third_mean) = seen(*both).words
    assert (first_mean, third_mean) == (1, 3)
    assert low != high


def test_what_a_few_of_a_class_shared_is_not_shown() -> None:
    value = {"guess": 0, "sure": 25}
    word = next(iter(CONTENT.words))
    shared = handed(
        answer("formality", CARD, "formal"),
        answer("formality", CARD, None, kind="reveal"),
        answer("formality", CARD, "informal"),
        answer("words", word, "3"),
        answer("tickets", "tickets", value, kind="prediction", lesson="02"),
        answer("tickets", "tickets", None, kind="reveal", lesson="02"),
    )
    mirror = seen(*[shared] * (SMALL - 1), *[handed()] * SMALL)
    assert (mirror.shifts, mirror.sure, mirror.words) == ((), (), ())
    assert [card for board in mirror.boards for card in board.cards] == []
    mirror = seen(*[shared] * SMALL, *[handed()] * SMALL)
    assert all((mirror.shifts, mirror.sure, mirror.words))


def test_a_card_that_a_few_of_a_group_answered_does_not_show_it_apart() -> None:
    def groups(a: int, b: int) -> list[str]:
        counts = counting()
        for section, answers in (("A", a), ("B", b)):
            for at in range(SMALL):
                answer_ = placed("formal") if at < answers else handed()
                counts.add(answer_, [("section", section)])
        cards = [card for board in view(counts, WORDS).boards for card in board.cards]
        return [key for card in cards for key in card.groups]

    assert groups(SMALL, SMALL) == ["=", "section=A", "section=B"]
    assert groups(SMALL, SMALL - 1) == ["="]
    assert groups(SMALL, 0) == ["=", "section=A"]


CARDS = list(CONTENT.situations)[:4]
CHOICES = st.dictionaries(
    st.sampled_from(CARDS), st.sampled_from(["informal", "semi_formal", "formal"]), max_size=4
)


@given(st.lists(CHOICES, min_size=2, max_size=8), st.randoms())
def test_laws(class_: list[dict[str, str]], drawn: random.Random) -> None:
    """Who comes first, and what is no answer, changes nothing; the most divided comes first."""
    hands = [handed(*(answer("formality", *pair) for pair in them.items())) for them in class_]
    mirror = seen(*hands)
    mixed = drawn.sample(hands, len(hands))
    hostile = handed(*(answer("formality", card, "<b>") for card in CARDS))
    assert seen(*mixed).boards == mirror.boards
    if len(class_) >= SMALL:
        assert seen(*mixed, hostile) == mirror
    for board in mirror.boards:
        divided = [card.divided for card in board.cards]
        assert divided == sorted(divided, reverse=True)
        for card in board.cards:
            agreed = sum(row.number > 0 for row in card.rows) == 1
            assert agreed == (card.divided == 0)


@given(st.integers(0, 5), st.booleans())
@settings(max_examples=10)
def test_a_class_counted_in_two_parts_is_the_same(at: int, names: bool) -> None:
    drawn = random.Random(at)
    vote = {"round": 1, "value": {"choice": "take", "sure": 50}}
    more = [
        answer("on-the-stairs", "question", vote, kind="vote"),
        answer("on-the-stairs", "question", {**vote, "round": 2}, kind="vote"),
        answer("tickets", "tickets", {"guess": at, "sure": 75}, kind="prediction", lesson="02"),
        answer("tickets", "tickets", None, kind="reveal", lesson="02"),
    ]
    class_ = [handed(*events(f"s{number}", drawn), *more) for number in range(5)]
    whole, *parts = counting(names), counting(names), counting(names)
    for place, answers in enumerate(class_):
        for counts in (whole, parts[place >= at]):
            counts.add(answers, [("section", "AB"[place % 2])], f"Name {place}")
    parts[0].merge(parts[1])
    assert parts[0] == whole


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("source", sorted(SOURCE.parent.glob("0*")), ids=lambda path: path.name)
def test_every_exercise_has_questions_to_divide_over(source: Path, language: str) -> None:
    content = load(language)
    for board in boards(load_exercise(source, language), content):
        assert len(board.options) > 1
        assert board.cards
        if board.prompts != "ending":
            assert sorted(board.cards) == sorted(board.items.values())


def conversed(*class_: Answers) -> MirrorView:
    counts = Counts(
        boards=boards(load_exercise(SOURCE.parent / SIX, "en"), CONTENT), content=CONTENT
    )
    for answers in class_:
        counts.add(answers)
    return view(counts, WORDS)


def handed_play(item: str, play: object) -> Answers:
    return handed(answer("reach", item, play, lesson="exercise-06"))


TEAM_DAY = CONTENT.scenes["team-day"]
DAAN = [*TEAM_DAY.temperaments]
GOAL = "team-day-levelled"
OLD = ["b", "a", "c", "a", "b", "a"]


def test_how_a_class_begins_a_conversation() -> None:
    first, second, *_ = TEAM_DAY.nodes[TEAM_DAY.first].choices
    said: list[Any] = [[first], [first], [second], [second], [], ["no"], "a", [["a"]]]
    plays = [played(GOAL, DAAN[0], path) for path in said]
    (board,) = conversed(*(handed_play(GOAL, play) for play in (*plays, OLD, None))).boards
    assert [row.number for row in board.cards[0].rows][:2] == [2, 2]
    assert sum(row.number for row in board.cards[0].rows) == 4
    assert sum(row.share for row in board.cards[0].rows) == 100


def ending(mood: str, kind: str) -> list[str]:
    """A way to an ending of this kind."""
    graph = stage("team-day", mood)
    return next(
        [*end.example] for end in ends("team-day", mood) if graph.endings[end.ending] == kind
    )


def test_how_a_conversation_ended_for_a_class_by_whom_they_met() -> None:
    kinds = ["helpful", "helpful", "empty", "late"]
    plays = [played(GOAL, DAAN[0], ending(DAAN[0], kind)) for kind in kinds]
    plays += [played(GOAL, DAAN[1], ending(DAAN[1], "helpful")) for _ in kinds]
    plays += [played(GOAL, DAAN[0], ending(DAAN[0], "helpful")[:-1])]
    _, board = conversed(*(handed_play(GOAL, play) for play in (*plays, OLD))).boards
    cards = {card.text: {row.label: row.number for row in card.rows} for card in board.cards}
    words = CONTENT.ui["converse"]
    names = [TEAM_DAY.temperaments[mood].name for mood in DAAN]
    text = f"{load_exercise(SOURCE.parent / SIX, 'en').parts['reach'].items[GOAL].text} Daan was "
    assert cards == {
        f"{text}{names[0]}.": {
            words["kind-helpful"]: 2,
            words["kind-empty"]: 1,
            words["kind-broken"]: 0,
            words["kind-late"]: 1,
        },
        f"{text}{names[1]}.": {
            words["kind-helpful"]: 4,
            words["kind-empty"]: 0,
            words["kind-broken"]: 0,
            words["kind-late"]: 0,
        },
    }
    assert board.cards[0].prompt in (
        WORDS(f"ending-{n}", a=words["kind-helpful"], b=words["kind-empty"]) for n in (1, 2)
    )


def test_of_the_lesson_the_first_time_with_each_person_is_counted() -> None:
    first, second = (
        [ending(DAAN[0], "empty"), ending(DAAN[0], "helpful")],
        [ending(DAAN[1], "late")],
    )
    plays = {
        "alone.10": played(GOAL, DAAN[0], first[1]),
        "two.2": played(GOAL, DAAN[0], first[0]),
        "alone.1": OLD,
        "alone.3": played(GOAL, DAAN[1], second[0]),
        "alone.4": played(GOAL, DAAN[0], first[1][:-1]),
        "now": 10,
    }
    one = handed(*(answer("team-day", item, play, lesson="06") for item, play in plays.items()))
    (board,) = conversed(*[one] * SMALL).boards
    words = CONTENT.ui["converse"]
    numbers = {
        card.text: {row.label: row.number for row in card.rows if row.number}
        for card in board.cards
    }
    name = [TEAM_DAY.temperaments[mood].name for mood in DAAN]
    assert numbers == {
        f"Daan was {name[0]}.": {words["kind-empty"]: SMALL},
        f"Daan was {name[1]}.": {words["kind-late"]: SMALL},
    }


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
    mirror = seen(*[placed("formal")] * size)
    assert sum(len(board.cards) for board in mirror.boards) == cards


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


def test_a_copy_that_cannot_be_read_is_named_and_costs_only_itself(tmp_path: Path) -> None:
    made = course(tmp_path, 6)
    copy_path(made, "01", "s2", collected(made, "01").counting["s2"].sha256).write_bytes(b"?")
    done = CliRunner().invoke(app, ["mirror", "01", "--course", str(tmp_path)])
    assert done.exit_code == 1
    assert "s2" in done.output
    sentence = CONTENT.ui["mirror"]["came"].format(number=5, all=7)
    assert sentence in (tmp_path / "mirror" / "01.html").read_text("utf-8")


def test_a_fault_of_ours_with_one_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(counts: Counts, state: State) -> list[tuple[int, bool]]:
        if counts.students[EVERYBODY] == 2:
            monkeypatch.undo()
            raise RecursionError("\x1b[2Jtoo deep")
        return []

    made = course(tmp_path, 6)
    monkeypatch.setattr(Counts, "_predicted", faulty)
    bad: list[tuple[str, str]] = []
    counts = class_counts(made, "01", unread=lambda *reason: bad.append(reason))
    fault = "a fault in helpkit, please report it: RecursionError: \\x1b[2Jtoo deep"
    assert bad == [("s2", fault)]
    assert counts.students[EVERYBODY] == 5


def test_a_large_class_is_shared_among_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = course(tmp_path, 7)
    whole = class_counts(made, "01", names=True)
    monkeypatch.setattr(chunks, "_SMALL", 1)
    monkeypatch.setattr(chunks, "_CHUNK", 3)
    students: list[str] = []
    shared = class_counts(made, "01", names=True, step=students.append)
    assert shared == whole
    assert students == [f"s{at}" for at in range(7)]
    assert page_of(shared, made, "01") == page_of(whole, made, "01")


def test_everybody_is_counted_under_no_name() -> None:
    counts = counting()
    counts.add(placed("formal"), [("section", "A")], "Ann")
    assert counts.students[EVERYBODY] == 1
    assert counts.names is None
