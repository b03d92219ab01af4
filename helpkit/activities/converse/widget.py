"""A conversation on a stage: a helper's chair, a client's chair, and a sheet for an observer.

A play is an answer that only grows: the whole list of its choices, which the model walks. What has
come in from elsewhere in the meantime is shown before a play is refused.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cached_property
from secrets import choice
from typing import Any

from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.converse.path_map import chart
from helpkit.activities.converse.picture import traces
from helpkit.activities.converse.play_review import extremes, play_review
from helpkit.activities.converse.plays import (
    LONGEST,
    MOST,
    NOW,
    STRONGEST,
    Play,
    begins,
    choices_of,
    conversation,
    is_felt,
    next_number,
    parse,
    value_of,
)
from helpkit.activities.converse.plays import last as last_play
from helpkit.activities.converse.plays import recorded as recorded_plays
from helpkit.activities.converse.staging import Editions, Staging, least_met
from helpkit.activities.converse.turns import ending, listed, moves, now, seat, stand, turns, unsaid
from helpkit.content.scenes import SceneText
from helpkit.content.types import Content
from helpkit.errors import HelpkitError
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly
from helpkit.frontend.charts.words import Words

UNSAID = "unsaid"
_NUMBERED = re.compile(r"(felt|sheet|note)\.([1-9][0-9]?)")
_MARK = re.compile(r"form\.([1-9][0-9]?)\.([1-9][0-9]?)")


class Converse(DrawsPlotly, ActivityWidget):
    """Say something, see what it does, and try another way."""

    name = "converse"
    activity: ConverseActivity
    content: Content

    @property
    def scene(self) -> SceneText:
        """The conversation with its words."""
        return self.content.scenes[self.activity.scene]

    @cached_property
    def editions(self) -> Editions:
        """The conversation with everybody who may be met in it, today and earlier."""
        return Editions(self.content, self.activity.scene)

    def fixed(self) -> dict[str, Any]:
        """Who speaks with whom and where, the forms of inquiry, and where the scene comes from."""
        scene = self.scene
        forms = [{"id": key, "name": form.name} for key, form in self.content.forms.items()]
        return {
            "client": scene.client,
            "helper": scene.helper,
            "scene": scene.title,
            "setting": scene.setting,
            "minutes": scene.minutes,
            "people": len(scene.temperaments),
            "forms": forms,
            "strongest": STRONGEST,
            "place": scene.place,
            "start": asdict(scene.start),
            "looks": scene.looks and [scene.looks.client, scene.looks.helper],
            "longest": _masked(scene),
            "provenance": asdict(self.activity.provenance),
        }

    def restored(self) -> dict[str, Any]:
        """Every play, the one on the stage, and the map of all that was seen."""
        plays = self._plays()
        shown = last_play(plays, self.recorded())
        number = next_number(self.recorded())
        return {
            "plays": [listed(play) for play in plays.values()],
            "next": number if number <= MOST else None,
            "play": self._shown(shown) if shown else None,
            "map": chart(self.scene, list(plays.values()), shown),
            "extremes": extremes(plays.values()),
            "picture": self._picture(shown) if shown and shown.whole else None,
        }

    def _plays(self) -> dict[int, Play]:
        return recorded_plays(self.editions, self.recorded())

    def met(self, number: int) -> str:
        """The temperament that was met in the play of this number, or will be."""
        plays = self._plays()
        if number in plays:
            return plays[number].staging.person
        met = [play.staging.person for play in plays.values() if not play.staging.earlier]
        return choice(least_met(self.scene.temperaments, met) or [""])

    def _shown(self, play: Play) -> dict[str, Any]:
        """The play on the stage: what was said, what can be said now, and who is to move."""
        return {
            "number": play.number,
            "item": play.item,
            "two": play.two,
            "earlier": play.staging.earlier,
            "path": list(play.path.choices),
            "felt": [[effect.trust, effect.client] for effect in play.felt],
            "now": now(play),
            "seat": seat(play),
            "turns": turns(self.content.forms, play),
            "heard": stand(play, felt=play.two),
            "stand": stand(play, felt=play.two and not play.over),
            "ending": ending(play) if play.over else None,
            "review": play_review(play) if play.over else None,
            "unsaid": self._unsaid(play) if play.over else None,
            "sheet": self._sheet(play),
            "note": self._note(play),
        }

    def _unsaid(self, play: Play) -> dict[str, Any]:
        """What the client kept back: told after a helpful ending, or to those who ask for it.

        Whoever has come to another ending can still find it out by playing. What was told in an
        earlier edition may be something else.
        """
        left = unsaid(play)
        alike = (other for other in self._plays().values() if other.edition == play.edition)
        kinds = {ending(other)["kind"] for other in alike}
        known = "helpful" in kinds or UNSAID in self.recorded().reveals
        return {"left": len(left), "told": left if known else None}

    def _sheet(self, play: Play) -> dict[str, Any]:
        """Which form the observer saw in each line, beside ours once that has been asked for."""
        done = self.recorded()
        ours = {str(turn): move.form for turn, move in enumerate(moves(play), start=1)}
        marks = {turn: done.answers.get(f"form.{play.number}.{turn}") for turn in ours}
        marks = {turn: form for turn, form in marks.items() if form in list(self.content.forms)}
        asked = f"sheet.{play.number}" in done.reveals
        same = sum(ours[turn] == form for turn, form in marks.items())
        return {"marks": marks, "ours": ours if asked else None, "same": same}

    def _note(self, play: Play) -> dict[str, Any]:
        event = self.recorded().reflections.get(f"note.{play.number}")
        if event is None or not isinstance(event.value, str):
            return {"text": "", "at": "", "held": False, "shared": False}
        held = event in self.journal.held
        return {"text": event.value, "at": event.at, "held": held, "shared": not event.private}

    def _picture(self, play: Play) -> dict[str, Any]:
        words = Words(self.content.ui["traces"], self.content.ui["chart"]["decimal"])
        lines = [
            f"{number}. {turn['answer']}"
            for number, turn in enumerate(turns(self.content.forms, play), start=1)
        ]
        return traces(play.path.trace, play.felt_trace, lines, words).as_json()

    def handle(self, event: Mapping[str, Any]) -> None:
        """See what was played elsewhere first; what is there already is not recorded again."""
        self.state = self.restored()
        if not self._is_there(event):
            super().handle(self._with_person(event))

    def _is_there(self, event: Mapping[str, Any]) -> bool:
        """Whether a play is already this far: its reply got lost, or another tab was first."""
        item, value = event.get("item"), event.get("value")
        if event.get("kind") != "answer" or not parse(item) or not isinstance(value, list):
            return False
        there = choices_of(self.recorded().answers.get(str(item)))
        return isinstance(there, list) and begins(there, value)

    def _with_person(self, event: Mapping[str, Any]) -> Mapping[str, Any]:
        """A play as it is kept: the page sends only what was said, and after which play it goes on.

        Who goes back to a line meets the same person there.
        """
        name = parse(event.get("item"))
        if event.get("kind") != "answer" or not name:
            return event
        staging = self._staging(name[1], event.get("after"))
        return {**event, "value": value_of(staging, event.get("value"))}

    def _staging(self, number: int, after: Any) -> Staging:
        plays = self._plays()
        before = plays.get(after) if type(after) is int and number not in plays else None
        if number in plays:
            return plays[number].staging
        if before and not before.staging.earlier:
            return before.staging
        staging = self.editions.staging(self.scene.edition, self.met(number))
        assert staging is not None  # somebody of today's edition is always there
        return staging

    def check(self, event: Mapping[str, Any]) -> None:
        """A play one line further, how lines landed, or what stands on the observer's sheet."""
        self.expect(
            event,
            {
                "answer": self._answers,
                "reveal": lambda item, _value: self._over(item, "sheet") or self._asks(item),
                "reflection": lambda item, value: self._is_note(item, value, event),
            },
        )
        if parse(event.get("item")) and event["kind"] == "answer":
            self._check_play(event["item"], event["value"])

    def _check_play(self, item: str, value: Any) -> None:
        """A play can be walked, has a number of its own, and goes on where it is.

        Raises:
            HelpkitError: in a sentence for the learner.
        """
        texts = self.content.ui["converse"]
        two, number = parse(item) or (False, 0)
        play, choices = self._plays().get(number), choices_of(value)
        if play and play.staging.earlier:
            raise HelpkitError(texts["earlier-stays"])
        if conversation(self.editions, value) is None:
            raise HelpkitError(texts["impossible"].format(longest=LONGEST))
        if play and (play.two != two or not begins(choices, play.path.choices)):
            raise HelpkitError(texts["gone-on"])

    def _answers(self, item: Any, value: Any) -> bool:
        if item == NOW:
            return type(value) is int and value in self._plays()
        if parse(item):
            return isinstance(choices_of(value), list)
        mark = _MARK.fullmatch(item) if isinstance(item, str) else None
        if mark:
            play = self._plays().get(int(mark[1]))
            known = value is None or value in list(self.content.forms)
            return known and play is not None and int(mark[2]) <= len(play.path.choices)
        return self._feels(item, value)

    def _feels(self, item: Any, value: Any) -> bool:
        play = self._play_of(item, "felt")
        return play is not None and is_felt(value, len(play.path.choices))

    def _over(self, item: Any, what: str) -> bool:
        play = self._play_of(item, what)
        return play is not None and play.over

    def _asks(self, item: Any) -> bool:
        return item == UNSAID and any(play.over for play in self._plays().values())

    def _is_note(self, item: Any, value: Any, event: Mapping[str, Any]) -> bool:
        marked = isinstance(event.get("private"), bool)
        return marked and isinstance(value, str) and self._play_of(item, "note") is not None

    def _play_of(self, item: Any, what: str) -> Play | None:
        name = _NUMBERED.fullmatch(item) if isinstance(item, str) else None
        return self._plays().get(int(name[2])) if name and name[1] == what else None


def _masked(scene: SceneText) -> str:
    """The longest line without its words: the page keeps room for it from the start."""
    nodes = scene.nodes.values()
    lines = [text for node in nodes for text in (node.says, *node.recalls.values())]
    lines += [choice.says for node in nodes for choice in node.choices.values()]
    changes = [each for who in scene.temperaments.values() for each in who.nodes.values()]
    lines += [each.says for each in changes if each.says]
    return re.sub(r"\w", "n", max(lines, key=len))
