"""What was said in a play, line by line, and what it did; forms and thoughts wait for the end."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpkit.activities.converse.plays import Play
from helpkit.activities.converse.timing import timing
from helpkit.content.prose import Prose
from helpkit.content.scenes import ChoiceText, InquiryForm
from helpkit.models.dialogue import METERS, Choice, Meters, levelled, open_choices

__all__ = [
    "FELT",
    "ending",
    "listed",
    "moves",
    "now",
    "seat",
    "stand",
    "turns",
    "unsaid",
]

FELT: tuple[str, ...] = ("trust", "client")


def turns(forms: Mapping[str, InquiryForm], play: Play) -> list[dict[str, Any]]:
    """The client's line, the helper's answer, why it did what it did, and how it landed.

    Two who play together do not hear what we think of a line before they have reached an end;
    nobody hears before that the form of a line, for whom it would be right, or what was thought.
    """
    secret = play.two and not play.over
    return [
        {
            "says": line,
            "answer": text.says,
            **({"why": None, "meters": None, "timing": None} if secret else _reason(play, at)),
            "felt": _felt(play, at),
            "clock": clock(play, at + 1),
            **_debrief(forms, play, at, text),
        }
        for at, (line, text) in enumerate(zip(play.lines(), moves(play), strict=False))
    ]


def moves(play: Play) -> list[ChoiceText]:
    """The words of each move."""
    return [play.staging.text.nodes[node].choices[key] for node, key in play.moves()]


def _reason(play: Play, at: int) -> dict[str, Any]:
    """Why the move did what it did, what it did, and what it would have done at another time."""
    before, after = play.path.trace[at : at + 2]
    choice = _choice(play, at)
    return {
        "why": moves(play)[at].why,
        "meters": [_meter(name, before, after) for name in METERS],
        "timing": timing(choice, before.trust),
    }


def _choice(play: Play, at: int) -> Choice:
    node, key = play.path.nodes[at], play.path.choices[at]
    return next(choice for choice in play.staging.graph.nodes[node].choices if choice.id == key)


def _debrief(
    forms: Mapping[str, InquiryForm], play: Play, at: int, text: ChoiceText
) -> dict[str, Any]:
    """What is said of a line once the play is over."""
    if not play.over:
        return {"form": None, "right_for": None, "thinks": None}
    form = forms[text.form]
    return {
        "form": {"name": form.name, "description": form.description},
        "right_for": text.right_for,
        "thinks": play.staging.text.nodes[play.path.nodes[at]].thinks,
    }


def clock(play: Play, moves: int) -> dict[str, int] | None:
    """The minutes after so many moves; None if time does not run."""
    of = play.staging.graph.minutes
    if of is None:
        return None
    spent = play.path.spent[: moves + 1]
    took = spent[-1] - spent[-2] if len(spent) > 1 else 0
    return {"left": max(0, of - spent[-1]), "spent": spent[-1], "of": of, "took": took}


def _went(play: Play) -> list[dict[str, Any]]:
    """From where to where each meter went in the whole play."""
    first, last = play.path.trace[0], play.path.meters
    return [
        {"id": name, "first": getattr(first, name), "last": getattr(last, name)} for name in METERS
    ]


def unsaid(play: Play) -> list[str]:
    """What the client did not say on this way: all of it, if a scene does not say where."""
    scene = play.staging.text
    if not scene.unsaid:
        return [scene.hidden]
    return [
        thought.says for thought in scene.unsaid.values() if not {*thought.at} & {*play.path.nodes}
    ]


def _meter(name: str, before: Meters, after: Meters) -> dict[str, Any]:
    value = getattr(after, name)
    return {"id": name, "value": value, "change": value - getattr(before, name)}


def _felt(play: Play, at: int) -> list[dict[str, Any]] | None:
    if at >= len(play.felt):
        return None
    before, after = play.felt_trace[at : at + 2]
    return [_meter(name, before, after) for name in FELT]


def stand(play: Play, *, felt: bool) -> dict[str, Any]:
    """How tall and how near the two stand, and the meters below them: by the model, or as felt."""
    trace, names = (play.felt_trace, FELT) if felt else (play.path.trace, METERS)
    before = trace[-2] if len(trace) > 1 else trace[-1]
    return {
        "levels": _levels(trace[-1], play.path.meters),
        "meters": [_meter(name, before, trace[-1]) for name in names],
        "clock": clock(play, len(play.path.choices)),
    }


def _levels(felt: Meters, model: Meters) -> dict[str, int]:
    return {"trust": felt.trust, "client": felt.client, "helper": model.helper}


def seat(play: Play) -> dict[str, Any] | None:
    """The line that the client's chair hears now; None if there is none to hear.

    A learner on their own takes that chair when the play is over; two people take turns.
    """
    at = len(play.felt)
    if at == len(play.path.choices) or not (play.two or play.over):
        return None
    felt = play.felt_trace[-1]
    return {
        "number": at + 1,
        "of": len(play.path.choices),
        "says": list(play.lines())[at],
        "answer": moves(play)[at].says,
        "levels": _levels(felt, play.path.trace[at]),
        "meters": [{"id": name, "value": getattr(felt, name), "change": 0} for name in FELT],
        "clock": clock(play, at + 1),
    }


def ending(play: Play) -> dict[str, Any]:
    """What kind of ending it is, its text, whether they stand level, and who was met.

    All of that is empty before it is over.
    """
    if not play.over:
        return {"kind": None, "says": "", "level": None, "went": [], "person": None}
    end = play.staging.text.endings[play.path.last]
    level = "levelled" if levelled(play.path.meters) else "uneven"
    return {
        "kind": end.kind,
        "says": end.says,
        "level": level if end.kind == "helpful" else None,
        "went": _went(play),
        "person": _person(play),
    }


def _person(play: Play) -> dict[str, Prose] | None:
    person = play.staging.text.temperaments.get(play.staging.person)
    return None if person is None else {"name": person.name, "reveal": person.reveal}


def listed(play: Play) -> dict[str, Any]:
    """A play in the list of all."""
    return {
        "number": play.number,
        "two": play.two,
        "earlier": play.staging.earlier,
        "lines": len(play.path.choices),
        "clock": clock(play, len(play.path.choices)),
        **play.path.meters._asdict(),
        **ending(play),
    }


def now(play: Play) -> dict[str, Any] | None:
    """The client's line and the choices that are open; none in a play of an earlier edition."""
    if play.over:
        return None
    choices = () if play.staging.earlier else open_choices(play.staging.graph, play.path)
    return {"says": [*play.lines()][-1], "choices": _answers(play, choices)}


def _answers(play: Play, choices: Sequence[Choice]) -> list[dict[str, Any]]:
    """Each with its minutes, where they make a difference."""
    texts = play.staging.text.nodes[play.path.last].choices
    minutes = {choice.minutes for choice in choices}
    timed = play.staging.graph.minutes is not None and len(minutes) > 1
    return [
        {
            "id": choice.id,
            "says": texts[choice.id].says,
            "minutes": choice.minutes if timed else None,
        }
        for choice in choices
    ]
