"""How well does what somebody does fit who they are? (heise2007expressive).

An event is *actor does behavior to object*. Each of the three has a sentiment: evaluation, potency,
activity (E, P, A). With f the nine sentiments and x the nine ratings before the event,

    t_i = product of x_j over the slots j of term i
    transient_k = sum over i of coefficient_ik x t_i
    deflection = sum over k of (f_k - transient_k)^2

In a row of events x carries the transients of the event before. No term holds two ratings of one
slot, so the transients are linear in a slot b, the deflection is a quadratic in b, and the act or
the label that fits best is its lowest point: no search. The equations are those of
smithlovin1987impressions and, for Germany, schroder2011model.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from helpkit.errors import UnknownIdError
from helpkit.models._equations import LIMIT, SLOTS, Equations, Nine, compiled, rated
from helpkit.models._quadratic import Quadratic, Vector, squared
from helpkit.models.ranges import within

__all__ = [
    "EPA",
    "LIMIT",
    "SLOTS",
    "Equations",
    "Impression",
    "Ranked",
    "Who",
    "best_act",
    "impression",
    "next_act",
    "next_label",
    "rank",
    "repairs",
]

EPA = Vector
"""Evaluation, potency, activity, each -4.3 to 4.3."""

Who = Literal["actor", "object"]

ACTOR, BEHAVIOR, OBJECT = 0, 1, 2
NOBODY: Final = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Impression:
    """What an event leaves behind.

    `before` holds the nine ratings that went into it, `transient` those that came out, in the order
    of `SLOTS`; `equations` is kept to go on with.
    """

    actor: EPA
    behavior: EPA
    object: EPA
    before: Nine
    transient: Nine
    equations: Equations = field(repr=False)

    @property
    def strains(self) -> EPA:
        """How far the event bends the actor, the behavior and the object, squared."""
        fundamental = (*self.actor, *self.behavior, *self.object)
        bent = [
            (sentiment - feeling) ** 2
            for sentiment, feeling in zip(fundamental, self.transient, strict=True)
        ]
        return sum(bent[0:3]), sum(bent[3:6]), sum(bent[6:9])

    @property
    def deflection(self) -> float:
        """How far the event is from what everybody would expect; 0 is a perfect fit."""
        return sum(self.strains)

    @property
    def potency_gap(self) -> float:
        """How far the actor is one-up after the event; if negative, the object is."""
        return self.transient[1] - self.transient[7]

    @property
    def potency_gap_before(self) -> float:
        """The same for the two as such, before anything happens."""
        return self.actor[1] - self.object[1]


@dataclass(frozen=True)
class Ranked:
    """One behavior and the deflection that it would bring."""

    id: str
    deflection: float


def impression(
    actor: EPA,
    behavior: EPA,
    object: EPA,
    eq: Equations,
    *,
    after: Impression | None = None,
    swapped: bool = False,
) -> Impression:
    """What do we make of the three after the actor did this to the object?

    Args:
        actor: who acts now, as (E, P, A), each -4.3 to 4.3.
        behavior: what is done, the same.
        object: to whom, the same.
        eq: the equations; `helpkit.content.equations` reads them.
        after: the event before, whose transients the two bring with them.
        swapped: whether the one who acts now was the object of the event before.

    Raises:
        OutOfRangeError: for a sentiment outside its range, or equations of another form.

    Source: heise2007expressive.
    """
    rated({"actor": actor, "behavior": behavior, "object": object})
    who, whom = _carried(actor, object, after, swapped)
    before = (*who, *behavior, *whom)
    return Impression(actor, behavior, object, before, compiled(eq).whole.at(before), eq)


def best_act(
    actor: EPA,
    object: EPA,
    eq: Equations,
    *,
    after: Impression | None = None,
    swapped: bool = False,
) -> EPA:
    """Which act by this actor towards this object would fit both best?

    It may lie outside the scale: then no act that people know fits.

    Args:
        actor: who acts, as (E, P, A), each -4.3 to 4.3.
        object: to whom, the same.
        eq: the equations.
        after: the event before.
        swapped: whether the one who acts now was the object of the event before.

    Raises:
        OutOfRangeError: for a sentiment outside its range, or equations that tell no act from
            another.

    Source: heise2007expressive.
    """
    return _acts(actor, object, eq, after, swapped).lowest()


def next_act(now: Impression, *, by: Who = "actor") -> EPA:
    """After this event, what would restore the scene best if done by the actor, or by the object?

    Like `best_act` it may lie outside the scale; `repairs` stays among what people know.

    Raises:
        UnknownIdError: if `by` is neither "actor" nor "object".

    Source: heise2007expressive.
    """
    return _reply(now, by).lowest()


def next_label(now: Impression, *, of: Who = "actor") -> EPA:
    """Whom would we take the actor, or the object, for, if all we knew of them was this event?

    It may lie outside the scale, as with `best_act`.

    Raises:
        UnknownIdError: if `of` is neither "actor" nor "object".

    Source: heise2007expressive.
    """
    slot = OBJECT if _is_object("of", of) else ACTOR
    fundamental = [*now.actor, *now.behavior, *now.object]
    fundamental[3 * slot : 3 * slot + 3] = NOBODY
    return _fit(now.equations, now.before, tuple(fundamental), slot).lowest()


def rank(
    behaviors: Mapping[str, EPA],
    actor: EPA,
    object: EPA,
    eq: Equations,
    *,
    after: Impression | None = None,
    swapped: bool = False,
) -> tuple[Ranked, ...]:
    """Which of these would fit best, for one actor and one object? Lowest deflection first.

    Args:
        behaviors: (E, P, A) by id, each -4.3 to 4.3.
        actor: who acts, the same.
        object: to whom, the same.
        eq: the equations.
        after: the event before.
        swapped: whether the one who acts now was the object of the event before.

    Raises:
        OutOfRangeError: for a sentiment outside its range.

    Source: heise2007expressive.
    """
    return _ranked(_acts(actor, object, eq, after, swapped), behaviors)


def repairs(
    now: Impression, candidates: Mapping[str, EPA], *, by: Who = "actor", n: int = 3
) -> tuple[Ranked, ...]:
    """Which n of these would restore the scene best after this event?

    They are those with the lowest deflection, not those nearest to `next_act`: people minimise
    deflection, and it does not weigh a step in evaluation like one in activity.

    Args:
        now: the event to repair.
        candidates: (E, P, A) by id, each -4.3 to 4.3.
        by: who repairs.
        n: how many, 1 to 1000; fewer if there are no more.

    Raises:
        OutOfRangeError: for a value outside its range.
        UnknownIdError: if `by` is neither "actor" nor "object".

    Source: heise2007expressive.
    """
    within("n", n, 1, 1000)
    return _ranked(_reply(now, by), candidates)[:n]


def _ranked(fit: Quadratic, behaviors: Mapping[str, EPA]) -> tuple[Ranked, ...]:
    rated(behaviors)
    ranking = [Ranked(key, fit.at(act)) for key, act in behaviors.items()]
    return tuple(sorted(ranking, key=lambda ranked: (ranked.deflection, ranked.id)))


def _reply(now: Impression, by: Who) -> Quadratic:
    """The deflection of what comes next, by what is done."""
    if _is_object("by", by):
        return _acts(now.object, now.actor, now.equations, now, True)
    return _acts(now.actor, now.object, now.equations, now, False)


def _acts(
    actor: EPA, object: EPA, eq: Equations, after: Impression | None, swapped: bool
) -> Quadratic:
    rated({"actor": actor, "object": object})
    who, whom = _carried(actor, object, after, swapped)
    return _fit(eq, (*who, *NOBODY, *whom), (*actor, *NOBODY, *object), BEHAVIOR)


def _fit(eq: Equations, before: Nine, fundamental: Nine, slot: int) -> Quadratic:
    """The deflection by what is in a slot; what `before` and `fundamental` hold there is 0."""
    *linear, constant = (part.at(before) for part in compiled(eq).by_slot[slot])
    columns = tuple(
        tuple((k == 3 * slot + j) - value for k, value in enumerate(column))
        for j, column in enumerate(linear)
    )
    start = tuple(sentiment - part for sentiment, part in zip(fundamental, constant, strict=True))
    return squared(columns, start)


def _carried(actor: EPA, object: EPA, after: Impression | None, swapped: bool) -> tuple[Nine, Nine]:
    """The ratings that the two bring with them."""
    if after is None:
        return actor, object
    first, second = after.transient[:3], after.transient[6:]
    return (second, first) if swapped else (first, second)


def _is_object(name: str, who: str) -> bool:
    if who not in ("actor", "object"):
        raise UnknownIdError(f"{name} must be one of actor, object, got {who!r}")
    return who == "object"
