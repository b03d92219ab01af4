"""What is left of the face of two people when one claims more than is granted?"""

from typing import cast

from helpkit.content.knobs import Settings, names, numbers
from helpkit.frontend.charts.lines import axis, bars, layout, line, row, rows
from helpkit.frontend.charts.picture import Figure, Picture, Row
from helpkit.frontend.charts.words import Words
from helpkit.models.face import (
    AUDIENCES,
    BREAKS,
    WOBBLES,
    Audience,
    Cause,
    FaceScene,
    Repair,
    scene,
)

__all__ = ["face"]

WHOLE = 10.0
"""The face with which both begin."""


def face(knobs: Settings, words: Words) -> Picture:
    """Two meters and a verdict; the table holds the same scene before every audience."""
    now = _scene(knobs)
    return Picture(
        name=words("name"),
        figure=_figure(now, words),
        sentences=(
            words(now.verdict, client=now.client, helper=now.helper),
            *((words("nothing-left"),) if now.client > WHOLE else ()),
            _eyes(knobs, words),
            _mend(now, knobs, words),
        ),
        header=tuple(
            words(key)
            for key in ("corner", "client-lost", "client-left", "helper-lost", "helper-left", "end")
        ),
        rows=tuple(
            _row(words(f"before-{audience}"), _scene(knobs, audience=audience), words)
            for audience in AUDIENCES
        ),
    )


def _scene(knobs: Settings, **other: str) -> FaceScene:
    """The scene at these settings, with these changes."""
    number, name = numbers(knobs), names(knobs) | other
    return scene(
        claim=number["claim"],
        grant=number["grant"],
        audience=cast(Audience, name["audience"]),
        cause=cast(Cause, name["cause"]),
        repair=cast(Repair, name["repair"]),
    )


def _left(loss: float) -> float:
    return max(0.0, WHOLE - loss)


def _figure(now: FaceScene, words: Words) -> Figure:
    """Two bars of what is left, and where a scene begins to wobble and to break."""
    left = [_left(now.client), _left(now.helper)]
    meters = bars([0, 1], left, colours=["@accent", "@warm"]) | {"showlegend": False}
    ends = [-0.5, 1.5]
    bounds = [
        line(words("bound-wobbles"), [WHOLE - WOBBLES] * 2, ends, colour="@edge", dash="dot"),
        line(words("bound-breaks"), [WHOLE - BREAKS] * 2, ends, colour="@ink", dash="dash"),
    ]
    named = rows([words("client"), words("helper")]) | {"showlegend": True}
    across = axis(words("left"), range=[0, WHOLE + 0.2], dtick=2)
    return {"data": [meters, *bounds], "layout": layout(across, **named)}


def _eyes(knobs: Settings, words: Words) -> str:
    """The same words with nobody there and in public."""
    loss = {audience: _scene(knobs, audience=audience).client for audience in ("none", "public")}
    if not loss["none"]:
        return words("no-loss")
    return words("eyes", **loss, times=loss["public"] / loss["none"])


def _mend(now: FaceScene, knobs: Settings, words: Words) -> str:
    """What could be done, given how things stand and what has been done already."""
    repair, cause = names(knobs)["repair"], names(knobs)["cause"]
    if not now.moves:
        return words("mend-nothing")
    if repair == "none":
        left = {when: _scene(knobs, repair=when).client for when in ("now", "later")}
        return words(f"mend-{cause}", **left)
    return words(f"mended-{repair}", now=_scene(knobs, repair="now").client)


def _row(header: str, scene: FaceScene, words: Words) -> Row:
    losses = (scene.client, _left(scene.client), scene.helper, _left(scene.helper))
    return row(header, *map(words.number, losses), words(f"short-{scene.verdict}"))
