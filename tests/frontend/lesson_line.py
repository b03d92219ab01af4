"""A page’s line to the lesson view, in the real comm package; what it hears is kept."""

from typing import Any

import comm
from comm.base_comm import BaseComm

from helpkit.frontend.lesson_view import TARGET


class Line(BaseComm):
    """A comm as a page opens it; what it hears is kept."""

    def __init__(self) -> None:
        """Open it, as the kernel does when a page asks for it."""
        self.heard: list[dict[str, Any]] = []
        super().__init__(target_name=TARGET, primary=False)
        comm.get_comm_manager().register_comm(self)
        comm.get_comm_manager().targets[TARGET](self, {})

    def publish_msg(self, msg_type: str, data: Any = None, *_: Any, **__: Any) -> None:
        """Hear what the kernel sends."""
        if msg_type == "comm_msg":
            self.heard.append(data)

    def say(self, *data: Any) -> None:
        """Send what a page sends."""
        for each in data:
            self.handle_msg({"content": {"data": each}})

    def new(self) -> list[dict[str, Any]]:
        """What was heard since the last time."""
        heard, self.heard = self.heard, []
        return heard
