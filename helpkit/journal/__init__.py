"""What the learner did: append-only files of events, and the fold that reads them."""

from helpkit.journal.event import KINDS, Event
from helpkit.journal.fold import ActivityState, State, fold
from helpkit.journal.journal import Journal
from helpkit.journal.notice import Notice

__all__ = ["KINDS", "ActivityState", "Event", "Journal", "Notice", "State", "fold"]
