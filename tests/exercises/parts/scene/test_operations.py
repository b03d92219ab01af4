"""What the form does to a text: what was asked, and nothing else."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.content.scene_file import template
from helpkit.exercises.parts.scene.form_view import form_view
from helpkit.exercises.parts.scene.inspection import LONGEST
from helpkit.exercises.parts.scene.operations import REFUSALS, Operation, edited
from tests.exercises.parts.scene.hostile_scenes import TEXTS
from tests.exercises.samples import own_scene

EXAMPLE: Final = template("en")
METERS: Final = ("trust", "client", "helper")


def after(text: str, op: str, *where: str, value: Any = None) -> str:
    """The text after an operation that is made."""
    edit = edited(text, Operation(op, where, value))
    assert edit.refusal == ""
    return edit.text


def changed_lines(before: str, now: str) -> list[str]:
    """The lines that only one of two texts has."""
    old, new = before.splitlines(), now.splitlines()
    return [line for line in new if line not in old] + [line for line in old if line not in new]


@pytest.mark.parametrize(
    ("where", "value", "line"),
    [
        (("client",), "Noor", 'client = "Noor"      # who asks'),
        (("title",), 'A "b" \\ ‘c’', 'title = "A \\"b\\" \\\\ ‘c’"'),
        (("start", "trust"), 7, "start = { trust = 7, client = 4, helper = 5 }"),
        (("endings", "e1", "kind"), "late", 'kind = "late"'),
    ],
)
def test_only_the_line_of_a_value_changes(where: tuple[str, ...], value: Any, line: str) -> None:
    now = after(EXAMPLE, "set", *where, value=value)
    assert line in changed_lines(EXAMPLE, now)
    assert len(now.splitlines()) == len(EXAMPLE.splitlines())
    assert len(changed_lines(EXAMPLE, now)) <= 2


def test_a_key_that_is_new_stands_in_its_table_and_can_be_left_out_again() -> None:
    where = ("nodes", "n1", "choices", "a")
    now = after(EXAMPLE, "set", *where, "minutes", value=2)
    assert changed_lines(EXAMPLE, now) == ["minutes = 2"]
    assert tomllib.loads(now)["nodes"]["n1"]["choices"]["a"]["minutes"] == 2
    assert after(now, "set", *where, "minutes") == EXAMPLE
    now = after(EXAMPLE, "set", *where, "effect", "trust")
    assert "effect = { client = -1, helper = 1 }" in now.splitlines()


def test_a_text_of_several_lines_stays_one() -> None:
    now = after(EXAMPLE, "set", "hidden", value='One.\n\n  Two "x" """.')
    assert tomllib.loads(now)["hidden"] == 'One.\n\n  Two "x" """.'
    assert "\nOne." not in now
    for value in ("\nA", "\r", "\t", "\x00", "a\\\n", '"""', "'", "é😀"):
        assert tomllib.loads(after(EXAMPLE, "set", "hidden", value=value))["hidden"] == value


def test_a_text_in_two_languages_keeps_the_other() -> None:
    text = EXAMPLE.replace('title = "The report"', 'title = { en = "The report", nl = "B" } # t')
    now = after(text, "set", "title", "en", value="C")
    assert 'title = { en = "C", nl = "B" } # t' in now.splitlines()
    assert edited(text, Operation("set", ("title",), "C")).refusal == "by-hand"


def test_an_empty_text_becomes_a_scene() -> None:
    text = after("", "set", "title", value="A")
    text = after(text, "add", "nodes")
    text = after(text, "add", "nodes", "n1", "choices")
    text = after(text, "lead", "nodes", "n1", "choices", "a", "next", value="nodes")
    text = after(text, "add", "nodes", "n2", "choices")
    text = after(text, "lead", "nodes", "n2", "choices", "a", "next", value="endings")
    text = after(text, "set", "start", "trust", value=4)
    text = after(text, "set", "nodes", "n1", "choices", "a", "effect", "trust", value=1)
    blank = {"says": "", "form": "", "why": ""}
    assert tomllib.loads(text) == {
        "title": "A",
        "first": "n1",
        "start": {"trust": 4},
        "nodes": {
            "n1": {"says": "", "choices": {"a": {**blank, "next": "n2", "effect": {"trust": 1}}}},
            "n2": {"says": "", "choices": {"a": {**blank, "next": "e1"}}},
        },
        "endings": {"e1": {"kind": "", "says": ""}},
    }
    headers = re.findall(r"^\[.*", text, re.MULTILINE)
    assert headers == [
        "[nodes.n1]",
        "[nodes.n1.choices.a]",
        "[nodes.n2]",
        "[nodes.n2.choices.a]",
        "[endings.e1]",
    ]


def test_lines_stand_before_the_endings() -> None:
    text = after('[endings.e1]\nsays = "x"\n', "add", "nodes")
    assert text.index("[nodes.n1]") < text.index("[endings.e1]")


def test_an_id_that_a_choice_leads_to_is_not_given_again() -> None:
    text = after(EXAMPLE, "remove", "nodes", "n3")
    text = EXAMPLE.replace('next = "n3"', 'next = "n4"')
    edit = edited(text, Operation("add", ("nodes",)))
    assert edit.where == ("nodes", "n5")
    assert edited(EXAMPLE, Operation("add", ("nodes", "n1", "choices"))).where[-1] == "c"


def test_a_comment_above_a_table_stays_when_the_table_goes_and_goes_with_it_when_it_moves() -> None:
    gone = after(EXAMPLE, "remove", "endings", "e1")
    assert "# Endings. kind is" in gone
    text = EXAMPLE.replace("[nodes.n3]", "# the third\n[nodes.n3]")
    moved = after(text, "move", "nodes", "n3", value=-1)
    assert "# the third\n[nodes.n3]" in moved
    assert moved.index("# the third") < moved.index("[nodes.n2]")
    assert sorted(moved.splitlines()) == sorted(text.splitlines())


def test_lines_and_choices_move_by_one_place() -> None:
    orders = [[*tomllib.loads(after(EXAMPLE, "move", "nodes", key, value=by))["nodes"]]
              for key, by in (("n1", -1), ("n1", 1), ("n3", -1), ("n3", 1))]  # fmt: skip
    assert orders == [[f"n{digit}" for digit in row] for row in ("123", "213", "132", "123")]
    moved = after(EXAMPLE, "move", "nodes", "n1", "choices", "a", value=1)
    assert [*tomllib.loads(moved)["nodes"]["n1"]["choices"]] == ["b", "a"]


INLINE: Final = """first = "n1"
[nodes]
n1 = { says = "x", choices = { a = { says = "y" }, b = { says = "z" } } } # one
n2 = { says = "w" }
[endings]
e1.says = "v" # two
e1.kind = "empty"
"""


def test_tables_that_are_written_in_another_way_can_be_changed_too() -> None:
    text = after(INLINE, "set", "nodes", "n1", "choices", "a", "effect", "trust", value=1)
    text = after(text, "move", "nodes", "n1", "choices", "b", value=-1)
    text = after(text, "move", "nodes", "n1", value=1)
    text = after(text, "remove", "nodes", "n2")
    text = after(text, "add", "nodes", "n1", "choices")
    text = after(text, "set", "endings", "e1", "says", value="u")
    text = after(text, "add", "nodes")
    assert tomllib.loads(text)["nodes"]["n1"]["choices"] == {
        "b": {"says": "z"},
        "a": {"says": "y", "effect": {"trust": 1}},
        "c": {"says": "", "form": "", "next": "", "why": ""},
    }
    assert [*tomllib.loads(text)["nodes"]] == ["n1", "n2"]
    assert 'e1.says = "u" # two\n' in text
    assert "# one" in text


def test_a_table_that_only_its_choices_show_gets_a_header() -> None:
    text = '# a\n[nodes.n1.choices.a]\nsays = "y" # b'
    now = after(text, "set", "nodes", "n1", "says", value="x")
    assert now == '[nodes.n1]\nsays = "x"\n# a\n[nodes.n1.choices.a]\nsays = "y" # b\n'


DOTTED: Final = """nodes.n1.says = "x" # c
nodes.n1.choices.a.says = "y"
# d
nodes.n2.says = "z"
first = "n1"
"""


@pytest.mark.parametrize(
    ("text", "operation", "refusal"),
    [
        ('title = "x', Operation("set", ("title",), "y"), "unreadable"),
        ("a." * 40 + "a = 1", Operation("add", ("nodes",)), "unreadable"),
        (EXAMPLE, Operation("set", ("nodes", "n9", "says"), "y"), "gone"),
        (EXAMPLE, Operation("set", ("nodes", "n1", "choices", "z", "says"), "y"), "gone"),
        (EXAMPLE, Operation("remove", ("nodes", "n9")), "gone"),
        (EXAMPLE, Operation("move", ("endings", "e9"), 1), "gone"),
        (EXAMPLE, Operation("add", ("nodes", "n9", "choices")), "gone"),
        ("nodes = 1", Operation("add", ("nodes",)), "by-hand"),
        ("start = 1", Operation("set", ("start", "trust"), 1), "by-hand"),
        (DOTTED, Operation("move", ("nodes", "n2"), -1), "by-hand"),
        ("[[nodes]]\nn1 = 1", Operation("add", ("nodes",)), "by-hand"),
        (EXAMPLE, Operation("set", ("title",), "x" * LONGEST), "too-long"),
    ],
)
def test_what_cannot_be_done_is_refused_and_the_text_stays(
    text: str, operation: Operation, refusal: str
) -> None:
    edit = edited(text, operation)
    assert (edit.text, edit.refusal) == (text, refusal)
    assert refusal in REFUSALS


TRICKY: Final = (
    'title = """\n[nodes.n9]\n# no comment"""\n\n# c\n[nodes.n1] # h\nsays = "[x]"\n',
    "title = [\n  [1], # [nodes.n1]\n]\n[nodes.n1]\nsays = '#'\n",
    '\ufefftitle = "x"\n[ nodes . "n1" ]\nsays = """a\n# b"""\n\n[nodes.n1.choices]\n',
    '[endings.e1]\nsays = "e"\n[nodes.n1]\nsays = "x"\n[extra]\nx = 1979-05-27\n[nodes.n2]\nq=inf',
    "[nodes.n1]\r\nsays = 'x'\r\n[nodes.n1.says2]\r\n",
)


@pytest.mark.parametrize("text", TRICKY)
def test_brackets_in_texts_are_no_headers(text: str) -> None:
    now = after(text, "set", "nodes", "n1", "says", value="y")
    tree = tomllib.loads(text.removeprefix("\ufeff"))
    tree["nodes"]["n1"]["says"] = "y"
    assert repr(tomllib.loads(now.removeprefix("\ufeff"))) == repr(tree)
    for op, where in (("add", ("nodes",)), ("remove", ("nodes", "n1")), ("add", ("endings",))):
        after(now, op, *where)


class Plain:
    """The same operations on plain dicts."""

    def __init__(self, tree: dict[str, Any]):
        self.tree = tree

    def make(self, operation: Operation, new: str) -> None:
        *parents, key = operation.where
        table = self.tree
        for parent in parents:
            table = table.setdefault(parent, {})
        getattr(self, operation.op)(table, key, operation.value, new)

    def set(self, table: dict[str, Any], key: str, value: Any, _new: str) -> None:
        table.update({key: value})
        if value is None:
            del table[key]

    def add(self, table: dict[str, Any], key: str, _value: Any, new: str) -> None:
        blank = {"nodes": ("says",), "endings": ("kind", "says")}
        keys = blank.get(key, ("says", "form", "next", "why"))
        table.setdefault(key, {})[new] = dict.fromkeys(keys, "")
        if key == "nodes" and not self.tree.get("first"):
            self.tree["first"] = new

    def lead(self, table: dict[str, Any], key: str, value: Any, new: str) -> None:
        self.add(self.tree, value, None, new)
        table[key] = new

    def remove(self, table: dict[str, Any], key: str, _value: Any, _new: str) -> None:
        del table[key]

    def move(self, table: dict[str, Any], key: str, value: int, _new: str) -> None:
        keys = [*table]
        at = keys.index(key)
        if 0 <= at + value < len(keys):
            keys[at], keys[at + value] = keys[at + value], keys[at]
        whole = {name: table[name] for name in keys}
        table.clear()
        table.update(whole)


def places(tree: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Every line, choice and ending."""
    for kind in ("nodes", "endings"):
        for key, item in tree.get(kind, {}).items():
            yield kind, key
            for choice in item.get("choices", {}):
                yield kind, key, "choices", choice


@st.composite
def operations(draw: st.DrawFn, tree: dict[str, Any]) -> Operation:
    words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    here = [*places(tree)]
    choices = [where for where in here if len(where) == 4]
    lines = [where for where in here if where[0] == "nodes" and len(where) == 2]
    kinds: list[st.SearchStrategy[Operation]] = [
        st.builds(Operation, st.just("set"), st.sampled_from([("title",), ("hidden",)]), words),
        st.builds(Operation, st.just("add"), st.sampled_from([("nodes",), ("endings",)])),
    ]
    if here:
        spots = st.sampled_from(here)
        kinds += [
            st.builds(Operation, st.just("remove"), spots),
            st.builds(Operation, st.just("move"), spots, st.sampled_from([-1, 1])),
            st.builds(Operation, st.just("set"), spots.map(lambda where: (*where, "says")), words),
        ]
    if lines:
        groups = st.sampled_from(lines).map(lambda where: (*where, "choices"))
        kinds.append(st.builds(Operation, st.just("add"), groups))
    if choices:
        spots = st.sampled_from(choices)
        meters = st.tuples(spots, st.sampled_from(METERS)).map(
            lambda two: (*two[0], "effect", two[1])
        )
        tables = st.sampled_from(["nodes", "endings"])
        levels = st.integers(-3, 3)
        kinds += [
            st.builds(Operation, st.just("set"), meters, levels),
            st.builds(
                Operation, st.just("lead"), spots.map(lambda where: (*where, "next")), tables
            ),
        ]
    return draw(st.one_of(kinds))


def without_empty(tree: Any) -> Any:
    """A header that is not needed comes and goes."""
    if not isinstance(tree, dict):
        return tree
    plain = {key: without_empty(value) for key, value in tree.items()}
    return {key: value for key, value in plain.items() if value != {}}


def comments(text: str) -> list[str]:
    """The comments of a text; none of ours is in a text between quotes."""
    return re.findall(r"^#.*| # [a-z].*", text, re.MULTILINE)


def inside(text: str, where: tuple[str, ...]) -> str:
    """A table with its inner tables as it is written; each of ours is in one piece."""
    name = re.escape(".".join(where))
    match = re.search(rf"^\[{name}[].].*?(?=(^#[^\n]*\n)*^\[(?!{name}[].])|\Z)", text, re.M | re.S)
    assert match
    return match[0]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from([EXAMPLE, template("nl"), own_scene(), ""]))
def test_any_operations_say_what_they_say_on_plain_dicts(data: st.DataObject, text: str) -> None:
    plain = Plain(tomllib.loads(text))
    for _ in range(data.draw(st.integers(1, 8))):
        operation = data.draw(operations(plain.tree))
        edit = edited(text, operation)
        assert edit.refusal == ""
        new = {*places(tomllib.loads(edit.text))} - {*places(tomllib.loads(text))}
        if operation.op == "remove":
            gone = comments(inside(text, operation.where))
            assert sorted([*comments(edit.text), *gone]) == sorted(comments(text))
        else:
            assert sorted(comments(edit.text)) == sorted(comments(text))
        plain.make(operation, min(new, default=("",))[-1])
        text = edit.text
        assert without_empty(tomllib.loads(text)) == without_empty(plain.tree)
        order = [where for where in places(tomllib.loads(text)) if where[0]]
        assert order == [*places(plain.tree)]


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_is_too_much_for_an_operation(name: str) -> None:
    text = TEXTS[name]()
    form_view(text, "en")
    for operation in (
        Operation("set", ("title",), "x"),
        Operation("add", ("nodes",)),
        Operation("move", ("nodes", "n0"), 1),
        Operation("set", ("nodes", "n0", "choices", "0", "effect", "trust"), 1),
    ):
        edit = edited(text, operation)
        assert edit.text == text or tomllib.loads(edit.text)
