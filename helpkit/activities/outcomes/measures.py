"""Numbers that a learner predicts, computed whenever they are asked for.

From the content, from a model, from a published figure, or from what the learner did: then there is
none until it is done.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from statistics import fmean

from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.outcomes.receipts import own_inflation
from helpkit.activities.outcomes.villages import result
from helpkit.activities.partners.activity import PartnersActivity
from helpkit.activities.receipt.activity import ReceiptActivity
from helpkit.activities.villages.activity import VillagesActivity
from helpkit.content import Content
from helpkit.content.scene_graph import graph
from helpkit.content.strains import strains
from helpkit.errors import UnknownIdError
from helpkit.journal import State
from helpkit.models import (
    bystanders,
    dialogue,
    exchange_games,
    face,
    five_rules,
    ledger,
    obligation,
    reciprocity,
    scene_lint,
)
from helpkit.models.temperaments import moods

__all__ = ["Measured", "measure"]


@dataclass(frozen=True)
class Measured:
    """The answer, and all the numbers it stands among, in a fixed order.

    They are `parts` when together they make a whole, as the cards of a deck do. Three meters, or
    what something costs in private and in public, are no parts of anything.
    """

    answer: int
    counts: Mapping[str, int]
    parts: bool = True


def _settled_by_text(content: Content, _state: State) -> Measured:
    readings = (card.readings["formality"] for card in content.table.values())
    levels = Counter(reading.confidence for reading in readings)
    counts = {name: levels[name] for name in ("in_text", "implied", "judgement")}
    return Measured(counts["in_text"], counts)


def _led_by_client(content: Content, _state: State) -> Measured:
    """By the readings of the words that a learner sorts: two steps on each side of the middle."""
    leaders = Counter(_leading(word.directiveness) for word in content.words.values())
    counts = {name: leaders[name] for name in ("client", "both", "helper")}
    return Measured(counts["client"], counts)


def _leading(directiveness: int) -> str:
    return "client" if directiveness < 2 else "both" if directiveness == 2 else "helper"


def _own_receipts(content: Content, state: State) -> Measured | None:
    """How many favours the learner priced higher as the giver."""
    sides = content.each(ReceiptActivity)
    lesson, second = next((lesson, side.id) for lesson, side in sides if side.beside)
    own = own_inflation(second, lesson, content, state)
    if own is None:
        return None
    return Measured(own.higher, {"higher": own.higher, "same": own.same, "lower": own.lower})


def _both_gave_five(_content: Content, _state: State) -> Measured:
    """How many feel short when each gives five, and overrates it by a fifth."""
    moves = [ledger.Give("A", 5), ledger.Give("B", 5)]
    short = len(ledger.play(moves, inflation=1.2).short)
    return Measured(short, {"short": short, "content": len(ledger.PEOPLE) - short})


def _sent_something(_content: Content, _state: State) -> Measured:
    sent, of = exchange_games.SENT_SOMETHING_IN_1995
    return Measured(sent, {"sent": sent, "kept": of - sent})


def _tickets(_content: Content, _state: State) -> Measured:
    """Tickets that ten people bought from an unpleasant man, after his favour and without it."""
    tickets = {
        favour: round(10 * obligation.REGAN_1971[favour, "unpleasant"])
        for favour in ("favour", "none")
    }
    return Measured(tickets["favour"], tickets, parts=False)


def _victims_chance(_content: Content, _state: State) -> Measured:
    """In percent, if each of five had decided alone, as often as people did in 1968."""
    share = bystanders.HELPED_IN_1968[5]
    helped = round(100 * bystanders.one_of_independent(n=5, share=share))
    return Measured(helped, {"helped": helped, "alone": 100 - helped})


def _refused_offers(_content: Content, _state: State) -> Measured:
    refused = round(100 * exchange_games.MEAN_REFUSED)
    return Measured(refused, {"refused": refused, "taken": 100 - refused})


def _circle_of_eight(_content: Content, _state: State) -> Measured:
    """What helping must bring among eight, and in a very large circle."""
    eight = round(five_rules.critical_ratio_on_cycle(n=8))
    rule = round(five_rules.network(neighbours=2))
    return Measured(eight, {"eight": eight, "rule": rule}, parts=False)


def _mirror_ahead(content: Content, _state: State) -> Measured:
    """How many of the partners the one that mirrors ends ahead of."""
    _, game = next(content.each(PartnersActivity))
    payoffs = reciprocity.Payoffs.of_help(benefit=game.benefit, cost=game.cost)
    ends: Counter[str] = Counter()
    for partner in game.partners.values():
        score = reciprocity.match("TFT", partner.strategy, turns=game.rounds, payoffs=payoffs)
        ends[_standing(score.mine - score.theirs)] += 1
    return Measured(ends["ahead"], {name: ends[name] for name in ("ahead", "level", "behind")})


def _standing(difference: float) -> str:
    if difference == 0:
        return "level"
    return "ahead" if difference > 0 else "behind"


def _helping_villages(content: Content, state: State) -> Measured | None:
    """In how many villages helping won in the learner's own run, at the knob's first setting."""
    lesson, villages = next(content.each(VillagesActivity))
    first = round(villages.knobs["encounters"].start)
    run = result(villages, state.of(lesson, villages.id), first)
    if run is None:
        return None
    helping, of = run
    return Measured(helping, {"helping": helping, "other": of - helping})


def _helping_fits(content: Content, _state: State) -> Measured:
    """In how many scenes helping strains less than the act that goes wrong."""
    fits = Counter(scene.helping < scene.failing for scene in strains(content).values())
    return Measured(fits[True], {"helping": fits[True], "failing": fits[False]})


def _remark_in_public(_content: Content, _state: State) -> Measured:
    """How many times as much face a remark costs in public as it does alone."""
    alone = face.scene(claim=8, grant=4, audience="none").client
    public = face.scene(claim=8, grant=4, audience="public").client
    counts = {"none": round(alone), "public": round(public)}
    return Measured(round(public / alone), counts, parts=False)


def _ways_through(content: Content, _state: State) -> Measured:
    """Of a hundred ways through the second scene, whoever the client is, how many end in each kind.

    Each way counts once, with every temperament with which it can be gone.
    """
    _, (_, second) = islice(content.each(ConverseActivity), 2)
    scene = graph(content.scenes[second.scene])
    ways: Counter[str] = Counter()
    for played in scene_lint.all_outcomes(scene).values():
        for outcome in played.all:
            ways[scene.endings[outcome.ending]] += outcome.count
    shares = {kind: round(100 * ways[kind] / ways.total()) for kind in dialogue.KINDS}
    return Measured(shares["helpful"], shares)


def _always_telling(content: Content, _state: State) -> Measured:
    """Where the client stands when the helper of the first scene tells at every line.

    The mean over all temperaments, rounded, as for the other two meters.
    """
    _, first = next(content.each(ConverseActivity))
    played = moods(graph(content.scenes[first.scene])).values()
    ends = [dialogue.always(scene, dialogue.TELLING).meters for scene in played]
    counts = {
        name: round(fmean(getattr(end, name) for end in ends))
        for name in ("client", "trust", "helper")
    }
    return Measured(counts["client"], counts, parts=False)


_MEASURES: Mapping[str, Callable[[Content, State], Measured | None]] = {
    "settled-by-text": _settled_by_text,
    "led-by-client": _led_by_client,
    "own-receipts": _own_receipts,
    "both-gave-five": _both_gave_five,
    "sent-something": _sent_something,
    "tickets": _tickets,
    "victims-chance": _victims_chance,
    "refused-offers": _refused_offers,
    "circle-of-eight": _circle_of_eight,
    "mirror-ahead": _mirror_ahead,
    "helping-villages": _helping_villages,
    "helping-fits": _helping_fits,
    "remark-in-public": _remark_in_public,
    "always-telling": _always_telling,
    "ways-through": _ways_through,
}


def measure(name: str, content: Content, state: State) -> Measured | None:
    """Find what a prediction is about; None until the learner has done what it counts.

    Raises:
        UnknownIdError: for a name that is not a measure.
    """
    if name not in _MEASURES:
        raise UnknownIdError(f"measure must be one of {', '.join(_MEASURES)}, got {name!r}")
    return _MEASURES[name](content, state)
