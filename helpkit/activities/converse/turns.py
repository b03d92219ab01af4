"""What was said in a play, line by line, with what it did; forms and reasons wait until the end."""

from collections.abc import Mapping
from typing import Any

from helpkit.activities.converse.plays import Play
from helpkit.content.scenes import InquiryForm, SceneText
from helpkit.models.dialogue import METERS, Meters, levelled

__all__ = ["ending", "seat", "stand", "turns", "unsaid", "went"]

FELT: tuple[str, ...] = ("trust", "client")


def turns(scene: SceneText, forms: Mapping[str, InquiryForm], play: Play) -> list[dict[str, Any]]:
    """The client's line, the helper's answer, why it did what it did, and how it landed.

    Two who play together do not hear what we think of a line before they have reached an end;
    nobody hears the form of a line before that.
    """
    spoken = []
    for at, (node, key) in enumerate(zip(play.path.nodes, play.path.choices, strict=False)):
        choice = scene.nodes[node].choices[key]
        form = forms[choice.form]
        secret = play.two and not play.over
        spoken.append(
            {
                "says": scene.nodes[node].says,
                "answer": choice.says,
                "why": None if secret else choice.why,
                "meters": None if secret else _change(play.path.trace[at : at + 2]),
                "felt": _felt(play, at),
                "form": {"name": form.name, "description": form.description} if play.over else None,
            }
        )
    return spoken


def _change(trace: tuple[Meters, ...]) -> list[dict[str, Any]]:
    before, after = trace
    return [_meter(name, before, after) for name in METERS]


def went(play: Play) -> list[dict[str, Any]]:
    """From where to where each meter went in the whole play."""
    first, last = play.path.trace[0], play.path.meters
    return [
        {"id": name, "first": getattr(first, name), "last": getattr(last, name)} for name in METERS
    ]


def unsaid(scene: SceneText, play: Play) -> list[str]:
    """What the client did not say on this way: all of it, if a scene does not say where."""
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
    }


def _levels(felt: Meters, model: Meters) -> dict[str, int]:
    return {"trust": felt.trust, "client": felt.client, "helper": model.helper}


def seat(scene: SceneText, play: Play) -> dict[str, Any] | None:
    """The line that the client's chair hears now; None if there is none to hear.

    A learner on their own takes that chair when the play is over; two people take turns.
    """
    at = len(play.felt)
    if at == len(play.path.choices) or not (play.two or play.over):
        return None
    node, choice = play.path.nodes[at], play.path.choices[at]
    felt = play.felt_trace[-1]
    return {
        "number": at + 1,
        "of": len(play.path.choices),
        "says": scene.nodes[node].says,
        "answer": scene.nodes[node].choices[choice].says,
        "levels": _levels(felt, play.path.trace[at]),
        "meters": [{"id": name, "value": getattr(felt, name), "change": 0} for name in FELT],
    }


def ending(scene: SceneText, play: Play) -> dict[str, Any]:
    """What kind of ending it is, its text, and whether they stand level; empty before that."""
    if not play.over:
        return {"kind": None, "says": "", "level": None, "went": []}
    end = scene.endings[play.path.last]
    level = "levelled" if levelled(play.path.meters) else "uneven"
    return {
        "kind": end.kind,
        "says": end.says,
        "level": level if end.kind == "helpful" else None,
        "went": went(play),
    }
