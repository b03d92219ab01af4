"""Texts of scenes that somebody made to cost as much as they can, none longer than is read."""

from collections.abc import Callable, Iterator
from itertools import count, product
from string import ascii_lowercase
from typing import Final

from helpkit.exercises.parts.scene.inspection import LONGEST
from tests.models.test_scene_outcomes import tangle

HEAD: Final = (
    'title="t"\nsetting="s"\nclient="c"\nhelper="h"\nhidden="x"\n'
    'first="n0"\nstart={trust=5,client=5,helper=5}\n'
)
END: Final = '[endings.e]\nkind="helpful"\nsays="x"\n'
LEVELS: Final = "{trust=0,client=0,helper=0}"


def filled(piece: Callable[[int], str], before: str = "", after: str = "") -> str:
    """As many pieces as there is room for."""
    made: list[str] = []
    room = LONGEST - len(before) - len(after)
    for number in count():
        text = piece(number)
        room -= len(text)
        if room < 0:
            return before + "".join(made) + after
        made.append(text)
    raise AssertionError


def language(number: int) -> str:
    """Another one for each number."""
    return next(_languages(number))


def _languages(number: int) -> Iterator[str]:
    for at, letters in enumerate(product(ascii_lowercase, repeat=3)):
        if at == number:
            yield "".join(letters)


def move(number: int, to: str, effect: str = LEVELS, form: str = "pure") -> str:
    """One choice, as short as it can be."""
    return f'{number}={{form="{form}",effect={effect},next="{to}",says="s",why="w"}}'


def node(name: str, moves: list[str]) -> str:
    """One node, as short as it can be."""
    return f'{name}={{says="s",choices={{{",".join(moves)}}}}}\n'


def ladder(nodes: int, per_ending: bool) -> str:
    """Each node leads on with three effects, and to an ending, its own or the same for all."""
    steps = (
        "{trust=1,client=0,helper=0}",
        "{trust=0,client=1,helper=0}",
        "{trust=0,client=0,helper=1}",
    )
    start = HEAD.replace("5", "0") + "[nodes]\n"
    ends = "[endings]\n"
    for at in range(nodes):
        end = f"e{at}" if per_ending else "e0"
        onward = [move(number, f"n{at + 1}", step) for number, step in enumerate(steps)]
        moves = onward if at + 1 < nodes else [move(0, end), move(1, end)]
        if at + 1 < nodes:
            moves.append(move(3, end))
        start += node(f"n{at}", moves)
        if per_ending or not at:
            ends += f'{end}={{kind="helpful",says="s"}}\n'
    return start + ends


def web(nodes: int, moves: int, reach: int) -> str:
    """Each node leads to the next ones, around in a ring, and the last to the end."""
    text = HEAD + "[nodes]\n"
    effects = (
        "{trust=1,client=0,helper=-1}",
        "{trust=0,client=1,helper=0}",
        "{trust=-1,client=0,helper=1}",
    )
    for at in range(nodes):
        to = [f"n{(at + 1 + step_number * reach) % nodes}" for step_number in range(moves)]
        if at % 7 == 6:
            to[-1] = "e"
        made = [move(number, target, effects[number % 3]) for number, target in enumerate(to)]
        text += node(f"n{at}", made)
    return text + END


def tangled(nodes: int) -> str:
    """The tangle of the models, where every node can come back to every other."""
    drawn = tangle(nodes)
    text = HEAD + "[nodes]\n"
    for name, part in drawn.nodes.items():
        made = []
        for number, choice in enumerate(part.choices):
            by = choice.effect
            effect = f"{{trust={by.trust},client={by.client},helper={by.helper}}}"
            made.append(move(number, choice.next, effect))
        text += node(name, made)
    return (
        text
        + "[endings]\n"
        + "".join(f'{ending}={{kind="helpful",says="s"}}\n' for ending in drawn.endings)
    )


def deep(part: str, dot: str = ".") -> str:
    """A key as long as there is room for."""
    return filled(lambda _: f"{part}{dot}", after=f"{part}=1")


def under(header: int, dots: int, part: str = "a") -> str:
    """Long keys under a long header, each a little other than the one before."""
    head = f"[{'.'.join([part] * header)}]\n"
    return filled(lambda at: f"b{at}." + ".".join([part] * dots) + "=1\n", head)


def headers(dots: int, quote: str = "") -> str:
    """One long header after the other."""
    part = f"{quote}a{quote}"
    return filled(lambda at: f"[b{at}.{'.'.join([part] * dots)}]\n")


_ONE_LANGUAGE_EACH: Final = HEAD + '[nodes.n0]\nsays="s"\n[nodes.n0.choices]\n'

TEXTS: Final[dict[str, Callable[[], str]]] = {
    "bare dots": lambda: deep("a"),
    "dots with spaces": lambda: deep("a", " . "),
    "quoted dots": lambda: deep('"a"'),
    "quoted parts with a space": lambda: deep('"a b"'),
    "quoted parts with a dot": lambda: deep('"a.b"'),
    "quoted parts with a bracket": lambda: deep('"]"'),
    "quoted parts with a hash": lambda: deep('"#"'),
    "quoted parts with an escape": lambda: deep('"\\""'),
    "empty parts": lambda: deep('""'),
    "empty literal parts": lambda: deep("''"),
    "literal parts with a quote": lambda: deep("'\"'"),
    "other letters in parts": lambda: deep('"é"'),
    "signs in parts": lambda: deep("'!'"),
    "just below the guard of old": lambda: under(190, 190),
    "short header, long keys": lambda: under(1, 190),
    "long header, short keys": lambda: under(190, 2),
    "many long headers": lambda: headers(190),
    "many long quoted headers": lambda: headers(190, '"'),
    "many long literal headers": lambda: headers(60, "'"),
    "a header like a text": lambda: "[" + deep('"x y"').removesuffix("=1") + "]",
    "arrays of tables": lambda: filled(lambda _: "[[a]]\n"),
    "deep arrays of tables": lambda: filled(lambda _: "[[a.b.c.d.e.f]]\n"),
    "tables": lambda: filled(lambda at: f"[n{at}]\n"),
    "keys": lambda: filled(lambda at: f"{at}=1\n"),
    "nested arrays": lambda: "a=" + "[" * 59_000,
    "nested arrays that close": lambda: "a=" + "[" * 29_000 + "]" * 29_000,
    "arrays nested to the limit": lambda: filled(lambda at: f"k{at}=" + "[" * 90 + "]" * 90 + "\n"),
    "nested inline tables": lambda: "a=" + "{a=" * 19_000,
    "inline tables nested to the limit": lambda: filled(
        lambda at: f"k{at}=" + "{a=" * 90 + "1" + "}" * 90 + "\n"
    ),
    "an inline table of long keys": lambda: filled(
        lambda at: f"b{at}." + "a." * 180 + "c=1,", "x={", "z=1}"
    ),
    "an inline table of quoted keys": lambda: filled(
        lambda at: f"b{at}." + '"a b".' * 180 + "c=1,", "x={", "z=1}"
    ),
    "huge whole numbers": lambda: filled(lambda at: f"k{at}={'9' * 4300}\n"),
    "a huge hexadecimal number": lambda: HEAD.replace("trust=5", "trust=0x" + "f" * 59_000),
    "a huge fraction": lambda: "x=0." + "1" * 59_000,
    "a number of underscores": lambda: "x=" + "1_" * 29_000 + "1",
    "dates": lambda: filled(lambda at: f"k{at}=1979-05-27T07:32:00.999999+00:00\n"),
    "a text of escapes": lambda: 'x="' + "\\n" * 29_000 + '"',
    "a text of quotes": lambda: 'x="""' + '""\\n' * 14_000 + '"""',
    "a text that never ends": lambda: 'x="""' + '""' * 29_000,
    "backslashes": lambda: 'x="""' + "\\\n" * 29_000 + '"""',
    "comments": lambda: filled(lambda _: "#\n"),
    "a word in its own language each": lambda: filled(
        lambda at: f'{at}={{kind="empty",says={{{language(at)}="s"}}}}\n',
        HEAD + '[nodes.n0]\nsays="s"\nchoices={}\n[endings]\n',
    ),
    "words in their own languages": lambda: filled(
        lambda at: (
            f'{at}={{form="f",effect={LEVELS},next="e",'
            f'says={{{language(2 * at)}="s"}},why={{{language(2 * at + 1)}="s"}}}}\n'
        ),
        _ONE_LANGUAGE_EACH,
        END,
    ),
    "a title in every language": lambda: filled(
        lambda at: f'title.{language(at)}="t"\n', "", HEAD.partition("\n")[2]
    ),
    "a scene in every language": lambda: (
        "".join(
            "{}={{{}}}\n".format(key, ",".join(f'{language(at)}="s"' for at in range(900)))
            for key in ("title", "setting", "client", "helper", "hidden")
        )
        + HEAD.partition('hidden="x"\n')[2]
        + "[nodes]\n[endings]\n"
    ),
    "plain words among languages": lambda: filled(
        lambda at: (
            f'{at}={{kind="empty",says={{{language(at)}="s"}}}}\n{at}x={{kind="e",says="s"}}\n'
        ),
        HEAD + '[nodes.n0]\nsays="s"\nchoices={}\n[endings]\n',
    ),
    "misread after a quote too many": lambda: filled(
        lambda at: f'k{at}=""""x"""""\n["a b".' + '"a b".' * 100 + "c]\n"
    ),
    "wrong keys": lambda: filled(lambda at: f"{at}={{}}\n", "[nodes]\n"),
    "wrong nodes": lambda: filled(lambda at: f"n{at}=1\n", HEAD + "[nodes]\n"),
    "wrong endings": lambda: filled(lambda at: f"{at}={{z=1}}\n", HEAD + "[endings]\n"),
    "wrong ids": lambda: filled(lambda at: f"A{at}=1\n", HEAD + "[nodes]\n"),
    "wrong targets": lambda: filled(
        lambda at: move(at, "q") + "\n", HEAD + '[nodes.n0]\nsays="s"\n[nodes.n0.choices]\n', END
    ),
    "wrong effects": lambda: filled(
        lambda at: move(at, "q", "{trust=99,client=99,helper=99}", "x") + "\n",
        HEAD + '[nodes.n0]\nsays="s"\n[nodes.n0.choices]\n',
        END,
    ),
    "nodes without moves": lambda: filled(
        lambda at: f'n{at}={{says="s",choices={{}}}}\n', HEAD + "[nodes]\n", END
    ),
    "a tangle of 40": lambda: tangled(40),
    "a tangle of 150": lambda: tangled(150),
    "a ladder": lambda: ladder(170, per_ending=False),
    "a ladder with an ending each": lambda: ladder(150, per_ending=True),
    "a web of two": lambda: web(199, 2, 3),
    "a web of three": lambda: web(190, 3, 5),
    "a web of four": lambda: web(150, 4, 11),
    "a narrow web": lambda: web(60, 4, 1),
}
