"""The proofs of each exercise: full marks, none, every mistake by its name, no safe answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from helpkit.content import load
from helpkit.content.files import FOLDER
from helpkit.content.scene_graph import graph
from helpkit.exercises.items import ClassifyPart, LedgerPart, PathsPart, ScenePart
from helpkit.exercises.options import options
from helpkit.exercises.parts.ledger.evenings import BOTH, balance_id, evening, fewest
from helpkit.exercises.progress import answer_id
from helpkit.exercises.sheet import TEXT, sheet
from helpkit.models.temperaments import moods
from helpkit.teacher.grading.item_result import ItemResult, as_bytes, total
from helpkit.teacher.grading.ledger_mistakes import BALANCE_MISTAKES
from helpkit.teacher.grading.messages import reason, sentence
from tests.exercises.samples import (
    CONTENT,
    FOLDERS,
    REACH,
    SEED,
    Answers,
    best,
    best_play,
    ends,
    exercise,
    graded,
    key,
    kind,
    one_file,
    own_scene,
    parts,
    person,
    played,
    reference,
)

every_exercise = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
STUDENTS = [f"s{number}" for number in range(60)]
STEP = 7
"""Of the endings of a conversation every seventh is enough to meet them all."""

EXERCISE = {folder.name[:2]: folder for folder in FOLDERS}


def machine(rows: tuple[ItemResult, ...], part: str = "") -> tuple[ItemResult, ...]:
    """The rows that the machine grades."""
    return tuple(row for row in rows if row.state != "ungraded" and part in ("", row.part))


def most(rows: Iterable[ItemResult]) -> float:
    return sum(row.of for row in rows)


@every_exercise
@pytest.mark.parametrize("student", STUDENTS[:20])
def test_the_reference_solution_gets_full_marks(folder: Path, student: str) -> None:
    rows = machine(graded(folder, reference(folder, student), student))
    assert rows
    assert {row.state for row in rows} == {"right"}
    assert total(rows) == most(rows)


@every_exercise
def test_the_blank_gets_none_and_is_not_called_wrong(folder: Path) -> None:
    rows = graded(folder, {})
    assert total(rows) == 0
    assert {row.state for row in machine(rows)} == {"blank"}


@every_exercise
def test_what_is_written_freely_has_no_points_but_those_of_a_person(folder: Path) -> None:
    for answers in ({}, reference(folder)):
        rows = [row for row in graded(folder, answers) if row.state == "ungraded"]
        assert rows
        assert all(row.points is None for row in rows)
    assert {row.message for row in rows} == {"for-a-person"}


@pytest.mark.parametrize(("folder", "part"), parts())
def test_reference_marks_are_enough_and_constant_answers_are_not(folder: Path, part: str) -> None:
    whole, own = exercise(folder).parts[part], key(folder).parts[part]
    for student in STUDENTS:
        for answers in constants(whole, student):
            rows = machine(graded(folder, {part: answers}, student), part)
            assert total(rows) <= most(rows) / 2
            assert total(rows) < own.passes
    rows = machine(graded(folder, reference(folder), "s1"), part)
    assert total(rows) >= own.passes or not rows


def questions() -> list[tuple[Path, str, str]]:
    return [
        (folder, name, question)
        for folder, name in parts()
        if isinstance(part := exercise(folder).parts[name], ClassifyPart)
        for question in part.questions
    ]


def constants(part: object, student: str) -> Iterator[Answers]:
    """The same answer everywhere."""
    match part:
        case ClassifyPart():
            first, *further = part.questions
            for value in options(first, CONTENT):
                further_value = {
                    answer_id(part, item, question): next(iter(options(question, CONTENT)))
                    for item in part.items
                    for question in further
                }
                yield {**dict.fromkeys(part.items, value), **further_value}
        case LedgerPart():
            names = [balance_id(name, who) for name in part.items for who in BOTH]
            for number in range(-10, 11):
                yield dict.fromkeys([*names, *part.items], number)
        case PathsPart():
            for item, scene in part.items.items():
                for mood in moods(graph(CONTENT.scenes[scene.scene])):
                    path = best(item, mood).example
                    yield {name: played(name, person(name, student), path) for name in part.items}
                    yield {name: [*path] for name in part.items}
        case ScenePart():
            yield {TEXT: "yes"}


@pytest.mark.parametrize(("folder", "part", "question"), questions())
def test_no_draw_lets_a_constant_answer_have_more_than_half_of_a_question(
    folder: Path, part: str, question: str
) -> None:
    """On the luckiest sheet of all, and with every other question answered right."""
    for value in options(question, CONTENT):
        earned, of = luckiest(folder, part, question, value)
        assert earned <= of / 2, f"{value} everywhere has {earned:g} of {of:g}"


def luckiest(folder: Path, name: str, question: str, value: str) -> tuple[float, float]:
    """What one answer everywhere can earn at most: the best sets of each stratum were drawn."""
    part, right = exercise(folder).parts[name], reference(folder)[name]
    strata: dict[str, dict[str, list[ItemResult]]] = defaultdict(lambda: defaultdict(list))
    for item, entry in part.items.items():
        spot = answer_id(part, item, question)
        rows = graded(folder, {name: right | {spot: value}}, given={name: (item,)})
        strata[entry.stratum][entry.set or item] += (row for row in rows if row.item == spot)
    drawn = [
        rows
        for sets in strata.values()
        for rows in sorted(sets.values(), key=total, reverse=True)[: part.take]
    ]
    return sum(map(total, drawn)), sum(map(most, drawn))


@pytest.mark.parametrize("student", STUDENTS)
def test_a_constant_class_scores_exactly_a_third(student: str) -> None:
    folder = EXERCISE["01"]
    part = exercise(folder).parts["classify"]
    for value in options("formality", CONTENT):
        answers = {"classify": dict.fromkeys(part.items, value)}
        rows = [row for row in graded(folder, answers, student) if row.item in part.items]
        assert sum(row.state == "right" for row in rows) * 3 == len(rows) == 12


def choices() -> list[tuple[Path, str, str]]:
    return [
        (folder, name, mistake)
        for folder, name in parts()
        if isinstance(exercise(folder).parts[name], ClassifyPart)
        for mistake in key(folder).parts[name].mistakes
    ]


@pytest.mark.parametrize(("folder", "part", "mistake"), choices())
def test_a_mistake_in_a_choice_fails_with_its_own_message(
    folder: Path, part: str, mistake: str
) -> None:
    whole, own = exercise(folder).parts[part], key(folder).parts[part]
    listed = own.mistakes[mistake]
    seen = set()
    for item, answer in own.items.items():
        right = answer.answers[listed.question]
        for value in {*listed.answered} - {right.value, *right.accepted}:
            if right.value in listed.right:
                answers = reference(folder)[part] | {answer_id(whole, item, listed.question): value}
                rows = machine(graded(folder, {part: answers}, given={part: (item,)}), part)
                wrong = [row for row in rows if row.state != "right"]
                assert wrong[0].message == mistake
                assert wrong[0].points == 0
                seen.add((value, right.value))
    assert {value for value, _ in seen} == {*listed.answered}
    assert {value for _, value in seen} == {*listed.right}


@pytest.mark.parametrize("mistake", BALANCE_MISTAKES)
def test_a_mistake_in_a_balance_fails_with_its_own_message(mistake: str) -> None:
    folder = EXERCISE["02"]
    part = exercise(folder).parts["ledger"]
    seen = 0
    for student in STUDENTS:
        for name, item in part.items.items():
            drawn = evening(item, name, SEED, student)
            for who in BOTH if item.asks == "balances" else ():
                answers = {balance_id(name, who): BALANCE_MISTAKES[mistake](drawn)[who]}
                rows = machine(graded(folder, {"ledger": answers}, student), "ledger")
                row = next(row for row in rows if row.item == balance_id(name, who))
                seen += row.message == mistake and row.points == 0
                assert (row.state == "right") == (
                    abs(answers[row.item] - drawn.ledger.balances[who]) <= 0.05 + 1e-9
                )
    assert seen > 10


def test_a_mistake_in_the_thanks_fails_with_its_own_message() -> None:
    folder = EXERCISE["02"]
    seen = set()
    for student in STUDENTS:
        item = exercise(folder).parts["ledger"].items["enough-thanks"]
        right = fewest(evening(item, "enough-thanks", SEED, student))
        for given in (*range(6), "impossible"):
            rows = graded(folder, {"ledger": {"enough-thanks": given}}, student)
            row = next(row for row in rows if row.item == "enough-thanks")
            assert (row.points == row.of) == (given == right)
            seen.add(row.message)
    assert seen == {"right", "more-than-count", "gave-up", "too-few-thanks", "too-many-thanks"}


REACH_ITEMS = [
    (name, mood)
    for name, item in REACH.items.items()
    for mood in moods(graph(CONTENT.scenes[item.scene]))
]
every_person = pytest.mark.parametrize(("name", "mood"), REACH_ITEMS)


def reached(name: str, answer: object, student: str) -> ItemResult:
    """What a play of one conversation earns."""
    rows = graded(EXERCISE["06"], {"reach": {name: answer}}, student)
    return next(row for row in rows if row.item == name)


def student_of(name: str, mood: str) -> str:
    """Somebody who meets this person in a conversation."""
    return next(student for student in STUDENTS if person(name, student) == mood)


@every_person
def test_what_is_asked_for_can_be_reached_with_every_person(name: str, mood: str) -> None:
    student = student_of(name, mood)
    row = reached(name, best_play(name, student), student)
    assert (row.points, row.state) == (row.of, "right")
    assert best_play(name, student)["with"] == mood


@every_person
def test_a_wrong_ending_fails_with_its_own_message(name: str, mood: str) -> None:
    student, scene = student_of(name, mood), REACH.items[name].scene
    goal = {"levelled": "helpful"}.get(REACH.items[name].goal, "empty")
    seen = set()
    for end in ends(scene, mood)[::STEP]:
        for path in (end.example, end.example[:-1]):
            row = reached(name, played(name, mood, path), student)
            whole = path == end.example and kind(name, mood, end) == goal
            assert (row.points or 0) <= (row.of if whole else 0)
            assert row.state != "partial" or row.points == row.of / 2
            seen.add(row.message)
    others = {kind(name, mood, end) for end in ends(scene, mood)[::STEP]} - {goal}
    assert {f"{other}-instead" for other in others} | {"not-ended"} <= seen
    assert seen <= {*key(EXERCISE["06"]).parts["reach"].mistakes} | {"right", "late-instead"}


def test_every_sentence_about_a_path_is_met() -> None:
    ours = {
        reached(name, played(name, mood, end.example), student_of(name, mood)).message
        for name, mood in REACH_ITEMS
        for end in ends(REACH.items[name].scene, mood)[::STEP]
    }
    assert {*key(EXERCISE["06"]).parts["reach"].mistakes} - ours <= {"not-ended"}


@every_person
def test_nobody_gets_a_grade_for_the_play_of_another(name: str, mood: str) -> None:
    """Two students with other people in the client's chair, and the better play handed in twice."""
    play = best_play(name, student_of(name, mood))
    for student in STUDENTS:
        row = reached(name, play, student)
        same = person(name, student) == mood
        expected = (row.of, "right", "right") if same else (0, "invalid", "other-person")
        assert (row.points, row.state, row.message) == expected


@pytest.mark.parametrize("name", ["team-day-levelled", "team-day-empty"])
def test_a_play_of_an_earlier_edition_earns_nothing_and_is_told(name: str) -> None:
    old = ["b", "a", "c", "a", "b", "a"]
    for answer in (old, {"edition": 1, "with": "", "said": old}):
        row = reached(name, answer, "s1")
        assert (row.points, row.state, row.message) == (0, "earlier", "earlier-edition")
    for answer in (["b", "no"], {"edition": 1, "with": "proud", "said": old}):
        assert reached(name, answer, "s1").message == "no-path"


OURS = {**CONTENT.scenes, **CONTENT.earlier_scenes}
WHOLE = own_scene()
TEMPLATE = (FOLDER / "text/en/templates/scene.toml").read_text("utf-8")
HIDDEN = next(line for line in WHOLE.splitlines() if line.startswith("hidden"))
SPOILT = {
    "no-sound": WHOLE.replace('next = "e3"', 'next = "nowhere"'),
    "no-pure": WHOLE.replace('"pure"', '"telling"'),
    "no-diagnostic": WHOLE.replace('"diagnostic_', '"telling_').replace(
        '"telling_feelings"', '"telling"'
    ),
    "no-process": WHOLE.replace('"process"', '"telling"'),
    "no-hidden": WHOLE.replace(HIDDEN, 'hidden = "Help."'),
    "no-nodes": TEMPLATE.replace("Can you", "Could you"),
    "no-endings": WHOLE.replace('next = "e2"', 'next = "e1"').replace('next = "e3"', 'next = "e1"'),
}
for _form in ("feelings", "causes", "actions", "systemic"):
    SPOILT["no-diagnostic"] = SPOILT["no-diagnostic"].replace(f'"telling_{_form}"', '"telling"')
for _name in ("e2", "e3"):
    _at = SPOILT["no-endings"].index(f"[endings.{_name}]")
    _next = SPOILT["no-endings"].find("[endings.", _at + 1)
    SPOILT["no-endings"] = SPOILT["no-endings"][:_at] + (
        SPOILT["no-endings"][_next:] if _next > 0 else ""
    )


@pytest.mark.parametrize("mistake", SPOILT)
def test_a_demand_on_a_scene_fails_with_its_own_message(mistake: str) -> None:
    folder = EXERCISE["06"]
    rows = machine(graded(folder, {"build": {TEXT: SPOILT[mistake]}}), "build")
    assert mistake in {row.message for row in rows if row.points == 0}
    assert {*SPOILT} == {*key(folder).parts["build"].mistakes}
    if mistake == "no-sound":
        (row,) = (row for row in rows if row.points == 0)
        assert any("nowhere" in line for line in row.details)


@pytest.mark.parametrize("text", [*map(one_file, OURS.values()), TEMPLATE], ids=[*OURS, "template"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_scene_of_ours_handed_in_unchanged_scores_nothing_and_is_told(
    text: str, language: str
) -> None:
    folder = EXERCISE["06"]
    rows = graded(folder, {"build": {TEXT: text}})
    rows = tuple(row for row in rows if row.part == "build")
    assert total(rows) == 0
    assert {row.message for row in rows} == {"ours"}
    assert rows[-1].points is None
    assert sentence(rows[0], key(folder), load(language)) == load(language).ui["grading"]["ours"]


@pytest.mark.parametrize("language", ["en", "nl"])
@every_exercise
def test_every_message_has_a_sentence(folder: Path, language: str) -> None:
    content = load(language)
    hostile = {name: dict.fromkeys(sheet(part, SEED, "s1"), 7) for name, part in all_parts(folder)}
    for answers in ({}, reference(folder), hostile):
        for row in graded(folder, answers):
            assert sentence(row, key(folder), content)
            assert reason(row, key(folder), content) or row.part not in (
                "classify",
                "status-risks",
                "metaphors",
                "forms",
            )


def all_parts(folder: Path) -> list[tuple[str, ClassifyPart]]:
    return [*exercise(folder).parts.items()]


@every_exercise
def test_the_same_hand_in_is_the_same_bytes_in_any_order(folder: Path) -> None:
    answers = reference(folder)
    turned = {name: dict(reversed(own.items())) for name, own in reversed(answers.items())}
    assert as_bytes(graded(folder, answers)) == as_bytes(graded(folder, turned))
