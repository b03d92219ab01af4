"""Where a teacher reads: texts without names, marks, how far markers agree, the mirror."""

from helpkit.desk.desk import Desk

__all__ = ["Desk"]
