"""Casting: who does what to whom, and what it does to the scene."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cached_property
from typing import Any, get_args

from helpkit.activities.casting.activity import CastingActivity
from helpkit.activities.casting.picture import casting
from helpkit.activities.casting.scene import Cast, known, played
from helpkit.content import sentiments
from helpkit.content.cast import CastEvent, CastScene, Culture, Side
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly
from helpkit.frontend.charts.words import Words

SCENE = "scene"
LONGEST = 6
"""The most events a scene may have."""

SIDES, CULTURES = get_args(Side), get_args(Culture)


class Casting(DrawsPlotly, ActivityWidget):
    """Two roles, up to six events between them, and experiments to start from."""

    name = "casting"
    activity: CastingActivity

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Everybody who can be cast, by name in this language."""
        return self._by_name(key for key, term in sentiments().items() if term.kind == "identity")

    @cached_property
    def acts(self) -> Mapping[str, tuple[str, ...]]:
        """What can be done, in three groups."""
        return {group: self._by_name(acts) for group, acts in self.activity.acts.items()}

    def fixed(self) -> dict[str, Any]:
        """Roles, acts and experiments in words, and what was rated in which culture."""
        every = (*self.roles, *(act for group in self.acts.values() for act in group))
        return {
            "terms": {key: self._term(key) for key in every},
            "roles": list(self.roles),
            "acts": {group: list(acts) for group, acts in self.acts.items()},
            "rated": {culture: [*(known(culture).keys() & {*every})] for culture in CULTURES},
            "experiments": [self._experiment(key) for key in self.activity.experiments],
            "longest": LONGEST,
            "provenance": asdict(self.activity.provenance),
        }

    def restored(self) -> dict[str, Any]:
        """The scene so far, its picture, and what would repair it."""
        scene = self._scene()
        cast = Cast(scene, self.activity, self.content)
        done = played(cast)
        words = Words(self.activity.texts, self.content.ui["chart"]["decimal"])
        return {
            "scene": _plain(scene),
            "picture": casting(cast, done, words).as_json(),
            "repairs": [
                {"by": repair.by, "act": repair.id, "text": cast.tell(repair.by, repair.id)}
                | {"strain": words("strain-of", strain=repair.strain)}
                for repair in (*done.repairs[-1:], ())[0]
            ],
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """The whole scene after each change, or nothing, and then it starts again."""
        fits = {
            "answer": lambda item, value: item == SCENE and (value is None or self._fits(value))
        }
        self.expect(event, fits)

    def _scene(self) -> CastScene:
        """The last one that is still possible, or else the one with which the activity starts."""
        value: Any = self.recorded().answers.get(SCENE)
        if not self._fits(value):
            return self.activity.experiments[self.activity.start]
        events = tuple(CastEvent(**event) for event in value["events"])
        return CastScene(**{**value, "events": events})

    def _fits(self, value: Any) -> bool:
        if not isinstance(value, dict) or set(value) != {"first", "second", "culture", "events"}:
            return False
        first, second, culture = (value[key] for key in ("first", "second", "culture"))
        events = value["events"]
        if culture not in CULTURES or not isinstance(events, list) or len(events) > LONGEST:
            return False
        rated = known(culture)
        cast = all(role in self.roles and role in rated for role in (first, second))
        return cast and first != second and all(self._happens(event, rated) for event in events)

    def _happens(self, value: Any, rated: Mapping[str, Any]) -> bool:
        if not isinstance(value, dict) or set(value) != {"by", "act"}:
            return False
        by, act = value["by"], value["act"]
        return by in SIDES and any(act in group for group in self.acts.values()) and act in [*rated]

    def _by_name(self, terms: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(terms, key=lambda key: self.content.terms[key].name))

    def _term(self, key: str) -> dict[str, str]:
        term = self.content.terms[key]
        return {"name": term.name, "the": term.the or "", "does": term.does or ""}

    def _experiment(self, key: str) -> dict[str, Any]:
        experiment = self.activity.experiments[key]
        return {"id": key, "label": experiment.label, "scene": _plain(experiment)}


def _plain(scene: CastScene) -> dict[str, Any]:
    """A scene as the browser and the journal have it."""
    events = [{"by": event.by, "act": event.act} for event in scene.events]
    cast = {"first": scene.first, "second": scene.second, "culture": scene.culture}
    return {**cast, "events": events}
