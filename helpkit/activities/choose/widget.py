"""A situation with several defensible answers: what does each give, and what does it cost?"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.choose.activity import ChooseActivity
from helpkit.frontend.base import ActivityWidget

OPTION, DEBRIEF, OPENED = "option", "debrief", "option."


class Choose(ActivityWidget):
    """Pick one, look at the others, change your mind; every try is kept and none is wrong."""

    name = "choose"
    activity: ChooseActivity

    def fixed(self) -> dict[str, Any]:
        """The situation, and the answers in the order of the file."""
        activity = self.activity
        return {
            "situation": activity.situation,
            "options": {key: asdict(option) for key, option in activity.options.items()},
            "debrief": activity.debrief,
        }

    def restored(self) -> dict[str, Any]:
        """The answers picked, the last one last; those whose price was seen; is it finished?"""
        done, options = self.recorded(), tuple(self.activity.options)
        opened = [key for key in options if OPENED + key in done.reveals]
        return {
            "tries": done.chosen(OPTION, options),
            "opened": opened,
            "finished": DEBRIEF in done.reveals,
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """A pick, or a look at one of the answers or at the end."""
        options = tuple(self.activity.options)
        looks = (DEBRIEF, *(OPENED + key for key in options))
        self.expect(
            event,
            {
                "choice": lambda item, value: item == OPTION and value in options,
                "reveal": lambda item, _value: item in looks,
            },
        )
