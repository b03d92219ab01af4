"""Where a teacher reads: texts without names, marks, the agreement of two markers, the mirror."""

from helpkit.desk.desk import Desk

__all__ = ["Desk"]
